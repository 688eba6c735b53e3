import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import request from 'supertest';
import { createApi } from '../../apps/api/create-api.js';
import { PROBLEMS, RULE_STATUS } from '../../libs/contracts/problem.js';
import { createLogger } from '../../libs/platform/log/logger.js';
import { problemIn, rawRequest } from '../support/raw-request.js';
import { openTcpProxy } from '../support/tcp-proxy.js';
import { startTestApi, unknownId } from '../support/test-api.js';
import type { TestApi } from '../support/test-api.js';
import { until } from '../support/until.js';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());

const JSON_TYPE = { 'Content-Type': 'application/json' };
const KEY = { 'Idempotency-Key': 'deep-deep-deep' };
const post = (headers: Readonly<Record<string, string>>, content: string | Buffer) =>
  rawRequest(api, 'post', '/api/v1/units', headers)
    // The bytes as they are: supertest would write a buffer out as JSON.
    .serialize((bytes: string) => bytes)
    .send(content);

describe('a request that no rule has seen yet', () => {
  const deep = `{"code":"D","name":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
  const large = JSON.stringify({ code: 'L', name: 'x'.repeat(6 * 1024 * 1024) });
  const form = { 'Content-Type': 'application/x-www-form-urlencoded' };
  it.each<[string, () => ReturnType<typeof post>, number, string]>([
    ['malformed JSON', () => post(JSON_TYPE, '{"code":'), 400, 'malformed-body'],
    ['a body that is no object', () => post(JSON_TYPE, '"FAS"'), 400, 'malformed-body'],
    ['a list', () => post(JSON_TYPE, '[]'), 400, 'validation-failed'],
    ['no body', () => post(JSON_TYPE, ''), 400, 'validation-failed'],
    ['a deep body', () => post(JSON_TYPE, deep), 400, 'malformed-body'],
    ['a deep body and a key', () => post({ ...JSON_TYPE, ...KEY }, deep), 400, 'malformed-body'],
    ['a body too large', () => post(JSON_TYPE, large), 413, 'body-too-large'],
    [
      'a packed body',
      () => post({ ...JSON_TYPE, 'Content-Encoding': 'gzip' }, gzipSync('{}')),
      415,
      'unsupported-media-type',
    ],
    [
      'a packing nobody knows',
      () => post({ ...JSON_TYPE, 'Content-Encoding': 'zip' }, '{}'),
      415,
      'unsupported-media-type',
    ],
    ['plain text', () => post({ 'Content-Type': 'text/plain' }, 'FAS'), 415, 'unsupported-media-type'],
    ['a form', () => post(form, 'code=FAS&name=x'), 415, 'unsupported-media-type'],
    [
      'JSON in Latin-1',
      () => post({ 'Content-Type': 'application/json; charset=latin1' }, '{}'),
      415,
      'unsupported-media-type',
    ],
    ['an address that is none', () => rawRequest(api, 'get', '/api/v1/committees'), 404, 'route-not-found'],
    ['a method it does not take', () => rawRequest(api, 'delete', '/api/v1/units'), 404, 'route-not-found'],
    ['an address without a version', () => rawRequest(api, 'get', '/api/units'), 404, 'route-not-found'],
    [
      'an address with broken escapes',
      () => rawRequest(api, 'get', '/api/v1/units/%E0%A4%A'),
      404,
      'route-not-found',
    ],
    ['an id that is none', () => rawRequest(api, 'get', '/api/v1/units/7'), 400, 'validation-failed'],
    [
      'an id that nothing has',
      () => rawRequest(api, 'get', `/api/v1/units/${unknownId()}`),
      404,
      'not-found',
    ],
  ])('with %s answers a whole problem', async (_name, ask, status, code) => {
    const answer = await ask();
    expect(answer.get('Content-Type')).toMatch(/^application\/problem\+json/);
    const problem = problemIn(JSON.parse(answer.text));
    expect([answer.status, problem.code]).toEqual([status, code]);
    expect(problem).toMatchObject({
      type: `/problems/${code}`,
      status,
      instance: answer.get('X-Request-Id'),
    });
    for (const text of [problem.title, problem.detail, problem.instance]) expect(text).not.toBe('');
    expect(answer.text).not.toMatch(/node_modules|at \w+ \(|SELECT|QueryFailed/);
  });
});

describe('the codes of the rules', () => {
  const ABOUT_STATE =
    /^(transition-not-allowed|agenda-sent|meeting-(in-session|held|closed|cancelled|not-started)|minutes-(locked|approved|not-approved)|points-without-outcome|point-(has-decision|was-sent|not-withdrawn|not-postponed|taken-on)|follow-up-not-confirmed|indstilling-(body|template)-fixed|step-not-(regrettable|newest)|regret-passed|opinion-(not-now|awaited|given|too-late)|nothing-changed|sending-(waits|over)|series-date-taken)$/;

  it('answer 403 where they are about rights and 409 where they are about state, and none is a code of HTTP', async () => {
    const codes = await codesIn('libs/domain');
    expect(codes.size).toBeGreaterThan(50);
    for (const code of codes) {
      expect(code in PROBLEMS).toBe(false);
      expect([code, RULE_STATUS[code] ?? 422]).toEqual([
        code,
        code === 'not-allowed' ? 403 : ABOUT_STATE.test(code) ? 409 : 422,
      ]);
    }
  });

  it('are all spoken of somewhere in the product', async () => {
    const spoken = new Set([...(await codesIn('libs/domain')), ...(await codesIn('libs/features'))]);
    expect(Object.keys(RULE_STATUS).filter((code) => !spoken.has(code))).toEqual([]);
  });
});

/** The codes that are refused with below a folder: `refused('...'`, `code: '...'` and the problems thrown there. */
async function codesIn(folder: string): Promise<Set<string>> {
  const codes = new Set<string>();
  for (const file of await readdir(folder, { recursive: true })) {
    if (
      !file.endsWith('.ts') ||
      /\.(spec|text|fixture)\.ts$/.test(file) ||
      (folder === 'libs/domain' && file.includes('imports/'))
    )
      continue;
    const source = await readFile(join(folder, file), 'utf8');
    for (const [, code] of source.matchAll(/(?:refused\(|ProblemError\()\s*'([a-z-]+)'/g))
      codes.add(code ?? '');
    if (!/(edits|may)\.ts$/.test(file)) continue;
    for (const [, code] of source.matchAll(/code: '([a-z-]+)'/g)) codes.add(code ?? '');
  }
  // What no edit is refused with: these states take every change.
  for (const never of ['meeting-planned', 'meeting-drafting', '']) codes.delete(never);
  return codes;
}

describe('a database that cannot be reached', () => {
  it('is said within two seconds, and works again when it is back', async () => {
    const way = await openTcpProxy(Number(new URL(api.database.url).port));
    const url = new URL(api.database.url);
    url.port = String(way.port);
    const app = await createApi({
      databaseUrl: url.href,
      dataDir: api.dataDir,
      applicationName: 'dagsorden-test-cut',
      logger: createLogger('test', 'silent'),
    });
    await app.init();
    try {
      const list = () => request(app.getHttpServer()).get('/api/v1/units').set(api.everybody.headers);
      const plan = () =>
        request(app.getHttpServer())
          .post('/api/v1/units')
          .set(api.everybody.headers)
          .send({ code: unknownId().slice(0, 9), name: 'x' });
      expect((await list()).status).toBe(200);
      await way.cut();
      for (const ask of [list, plan, list]) {
        const started = performance.now();
        const answer = await ask();
        expect(performance.now() - started).toBeLessThan(2000);
        expect([answer.status, problemIn(JSON.parse(answer.text)).code]).toEqual([
          503,
          'database-unavailable',
        ]);
      }
      expect((await request(app.getHttpServer()).get('/health/live')).status).toBe(200);
      expect((await request(app.getHttpServer()).get('/health/ready')).status).toBe(503);
      await way.mend();
      await until(async () => (await list()).status === 200, 10_000);
      expect((await plan()).status).toBe(201);
    } finally {
      await app.close();
      await way.cut();
    }
  }, 60_000);
});
