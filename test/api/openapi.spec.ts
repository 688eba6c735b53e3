import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { z } from 'zod';
import { startTestApi } from '../support/test-api.js';
import type { TestApi } from '../support/test-api.js';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());

const openApi = z.object({
  openapi: z.string(),
  paths: z.record(
    z.string(),
    z.record(z.string(), z.object({ responses: z.record(z.string(), z.unknown()) })),
  ),
});

describe('the description of the api', () => {
  it('is OpenAPI 3, with an answer to every request', async () => {
    const answer = await request(api.app.getHttpServer()).get('/api/openapi.json');
    expect(answer.status).toBe(200);
    const { openapi, paths } = openApi.parse(answer.body);
    expect(openapi).toMatch(/^3\./);
    const operations = Object.values(paths).flatMap((path) => Object.values(path));
    const unanswered = operations.filter(
      ({ responses }) => !Object.keys(responses).some((s) => s.startsWith('2')),
    );
    expect(operations.length).toBeGreaterThan(20);
    expect(unanswered).toEqual([]);
  });

  it('says of an answer without content that it has none', async () => {
    const answer = await request(api.app.getHttpServer()).get('/api/openapi.json');
    const { paths } = openApi.parse(answer.body);
    expect(paths['/api/v1/agenda-points/{id}']?.delete?.responses['204']).not.toHaveProperty('content');
  });
});
