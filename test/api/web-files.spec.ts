import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { startTestApi } from '../support/test-api.js';
import type { TestApi } from '../support/test-api.js';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());

const get = (path: string, accept = 'text/html,*/*') =>
  request(api.app.getHttpServer()).get(path).set('Accept', accept);

describe('the files of the web application', () => {
  it.each(['/', '/login', '/follow-ups?unit=FAS', '/meetings/1', '/apiary'])(
    '%s is the one page',
    async (path) => {
      const page = await get(path).expect(200);
      expect(page.get('Content-Type')).toMatch(/^text\/html/);
      expect(page.get('Cache-Control')).toBe('no-cache');
      expect(page.text).toContain('<div id="root">');
    },
  );

  it('have no script or style in the page itself', async () => {
    const { text } = await get('/');
    expect(text).not.toMatch(/<style|style=|<script(?![^>]*\bsrc=)|\son\w+=|javascript:|data:/i);
  });

  it.each(['/api/nothing', '/api/v1/nothing', '/assets/nothing.js', '/health/nothing'])(
    '%s is not the page',
    async (path) => {
      const answer = await get(path).expect(404);
      expect(answer.text).not.toContain('id="root"');
    },
  );

  it('are a page only for those who ask for one', async () => {
    await get('/nothing', 'application/json').expect(404);
    await request(api.app.getHttpServer()).post('/login').set('Accept', 'text/html').expect(404);
  });

  it('may be kept for good, since their names change with them', async () => {
    const [script] = readdirSync('dist/web/assets').filter((name) => name.endsWith('.js'));
    const answer = await get(`/assets/${script ?? ''}`, '*/*').expect(200);
    expect(answer.get('Cache-Control')).toBe('public, max-age=31536000, immutable');
  });

  it('do not lead out of their folder', async () => {
    for (const path of ['/assets/../index.html', '/assets/%2e%2e/manifest.json', '/assets/..%5cindex.html']) {
      expect((await get(path, '*/*')).status).toBe(404);
    }
  });
});
