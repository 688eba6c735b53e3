import { mkdtempSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { request as ask } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { serveWebFiles } from '../../libs/platform/http/web-files.js';
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

const BUILT = 'dist/web';
const UNPACK = { br: brotliDecompressSync, gzip: gunzipSync, none: (bytes: Buffer) => bytes } as const;

interface Sent {
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: Buffer;
}

/** An answer with its bytes as they were sent, which fetch and supertest would unpack. */
function sent(
  app: NestExpressApplication,
  path: string,
  headers: Record<string, string>,
  method: 'get' | 'head' = 'get',
): Promise<Sent> {
  return new Promise((done, failed) => {
    const { port } = app.getHttpServer().address() as AddressInfo;
    const asked = ask({ ...{ port, path, method }, host: '127.0.0.1', headers }, (answer) => {
      const pieces: Buffer[] = [];
      answer.on('data', (piece: Buffer) => pieces.push(piece));
      answer.on('end', () => {
        if (answer.statusCode !== 200) failed(new Error(`${path}: ${String(answer.statusCode)}`));
        const told = Object.entries(answer.headers).map(([name, value]) => [name, String(value)]);
        done({ headers: Object.fromEntries(told) as Record<string, string>, bytes: Buffer.concat(pieces) });
      });
    });
    asked.on('error', failed);
    asked.end();
  });
}

/** What differs from one answer to the next whatever was asked, or tells of the bytes. */
const OWN = /^(date|x-request-id|ratelimit.*|content-(length|encoding)|accept-ranges|etag|last-modified)$/;
const manners = ({ headers }: Sent) =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !OWN.test(name)));

describe('the files of the web application, packed', () => {
  beforeAll(() => api.app.listen(0, '127.0.0.1'));
  const ending = (end: string): string =>
    readdirSync(`${BUILT}/assets`).find((name) => name.startsWith('index-') && name.endsWith(end)) ?? '';
  const FILES = [
    ['the page', '/meetings', `${BUILT}/index.html`],
    ['a script', `/assets/${ending('.js')}`, `${BUILT}/assets/${ending('.js')}`],
    ['a style sheet', `/assets/${ending('.css')}`, `${BUILT}/assets/${ending('.css')}`],
  ] as const;
  const ASKED = [
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip, deflate', 'gzip'],
    ['br;q=0, gzip', 'gzip'],
    ['br;q=0, gzip;q=0, deflate', 'none'],
    ['identity', 'none'],
    ['*', 'br'],
    [undefined, 'none'],
  ] as const;
  const asking = (encoding: string | undefined) => ({
    accept: 'text/html,*/*',
    ...(encoding === undefined ? {} : { 'accept-encoding': encoding }),
  });

  describe.each(FILES)('%s', (_, path, file) => {
    it.each(ASKED)('asked for with %s comes as %s, and says the same', async (encoding, expected) => {
      const answer = await sent(api.app, path, asking(encoding));
      expect(answer.headers['content-encoding'] ?? 'none').toBe(expected);
      expect(answer.headers['content-length']).toBe(String(answer.bytes.length));
      expect(UNPACK[expected](answer.bytes).equals(readFileSync(file))).toBe(true);
    });

    it('is small, kept apart by what was asked for, and has all its other headers', async () => {
      const [plain, packed] = [
        await sent(api.app, path, asking('identity')),
        await sent(api.app, path, asking('br')),
      ];
      expect(packed.bytes.length).toBeLessThan(plain.bytes.length * 0.7);
      expect(packed.headers.vary).toMatch(/\bAccept-Encoding\b/);
      expect(packed.headers['content-security-policy']).toBeDefined();
      expect(manners(packed)).toEqual(manners(plain));
    });

    it('tells in a HEAD what a GET sends', async () => {
      const [whole, head] = [
        await sent(api.app, path, asking('br')),
        await sent(api.app, path, asking('br'), 'head'),
      ];
      expect(head.bytes).toHaveLength(0);
      const told = ['content-encoding', 'content-length', 'content-type', 'vary', 'cache-control'];
      for (const name of told) expect(head.headers[name]).toBe(whole.headers[name]);
    });

    it('comes whole, whatever piece of it is asked for', async () => {
      const answer = await sent(api.app, path, { ...asking('br'), range: 'bytes=0-9' });
      expect(UNPACK.br(answer.bytes).equals(readFileSync(file))).toBe(true);
    });
  });

  it('are not what is packed already, nor what the api answers', async () => {
    const plain = await sent(api.app, `/assets/${fontName()}`, asking('br, gzip'));
    expect(plain.headers['content-encoding']).toBeUndefined();
    const answer = await sent(api.app, '/api/openapi.json', asking('br, gzip'));
    expect(answer.bytes.length).toBeGreaterThan(10_000);
    expect(answer.headers['content-encoding']).toBeUndefined();
  });
});

const fontName = (): string => readdirSync(`${BUILT}/assets`).find((name) => name.endsWith('.woff2')) ?? '';

@Module({})
class Nothing {}

describe('files of a web application that nothing was packed of', () => {
  let [folder, app]: [string, NestExpressApplication | null] = ['', null];
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'dagsorden-web-'));
    mkdirSync(join(folder, 'assets'));
    writeFileSync(join(folder, 'index.html'), '<p>Dagsorden</p>');
    writeFileSync(join(folder, 'assets/a.js'), 'export {};');
    app = await NestFactory.create<NestExpressApplication>(Nothing, { logger: false });
    serveWebFiles(app, folder);
    await app.listen(0, '127.0.0.1');
  });
  afterAll(async () => {
    await app?.close();
    rmSync(folder, { recursive: true });
  });

  it.each([
    ['/', '<p>Dagsorden</p>'],
    ['/assets/a.js', 'export {};'],
  ])('%s is sent as it is', async (path, text) => {
    if (app === null) throw new Error('There is no application.');
    const answer = await sent(app, path, { accept: 'text/html', 'accept-encoding': 'br, gzip' });
    expect(answer.headers['content-encoding']).toBeUndefined();
    expect(answer.bytes.toString()).toBe(text);
  });
});
