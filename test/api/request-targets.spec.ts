import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { request } from 'node:http';
import { problem } from '../../libs/contracts/problem.js';
import { accessOn, freePort, startSignInApi } from '../support/sign-in-api.js';
import type { SignInApi } from '../support/sign-in-api.js';

let api: SignInApi;
let port: number;
beforeAll(async () => {
  port = await freePort();
  // With a limit: every hundredth request of an address waits for the database.
  api = await startSignInApi({ ...accessOn(port), requestsPerMinute: 100_000 });
});
afterAll(() => api.stop());

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
}

/** Asks for a target as it is given, whatever it is. */
function ask(method: string, path: string, host = `localhost:${port}`): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const headers = { host, connection: 'close' };
    const asked = request({ host: '127.0.0.1', port, method, path, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString();
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text });
      });
    });
    asked.on('error', reject);
    asked.end();
  });
}

/** Targets that are the address of nothing: no path, or no URL at all. */
const NOTHING = ['foo://x', 'x://y?z', '*', 'http://[', 'http://[::1', 'https://[/api/v1/meetings'];

describe('a target that is no address', () => {
  it.each(NOTHING)(
    '%s is answered as one where nothing is, with all that every answer has',
    async (target) => {
      for (const method of ['GET', 'DELETE', 'POST']) {
        const answer = await ask(method, target);
        expect([method, answer.status, problem.parse(JSON.parse(answer.text)).code]).toEqual([
          method,
          404,
          'route-not-found',
        ]);
        expect(answer.headers).toMatchObject({
          'content-type': expect.stringContaining('application/problem+json'),
          'cache-control': 'no-store',
          'x-content-type-options': 'nosniff',
          'x-frame-options': 'DENY',
          'content-security-policy': expect.stringContaining("default-src 'none'"),
          'x-request-id': expect.any(String),
        });
      }
      expect((await ask('TRACE', target)).status).toBe(405);
      expect((await ask('GET', target, 'evil.example')).status).toBe(421);
    },
  );

  it('ends no process, however often it is asked for', async () => {
    for (let batch = 0; batch < 12; batch += 1) {
      const answers = await Promise.all(
        Array.from({ length: 25 }, (_, i) => ask('GET', NOTHING[i % NOTHING.length] ?? '')),
      );
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([404]));
    }
    expect((await ask('GET', '/health/live')).status).toBe(200);
  });
});

describe('an absolute target', () => {
  it('is what its path is', async () => {
    expect((await ask('GET', `http://localhost:${port}/health/live`)).status).toBe(200);
    expect((await ask('GET', `http://localhost:${port}/api/v1/meetings`)).status).toBe(401);
  });
});

describe('an address below one that is served', () => {
  it.each(['/sign-in/x', '/sign-in/callback/x', '/health/x', '/health/live/x', '/api/x', '/api/v1/x'])(
    '%s is one where nothing is',
    async (path) => {
      const { status, text } = await ask('GET', path);
      expect([status, problem.parse(JSON.parse(text)).code]).toEqual([404, 'route-not-found']);
    },
  );
});
