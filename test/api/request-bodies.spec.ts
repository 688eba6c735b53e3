import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { request } from 'node:http';
import type { ClientRequest } from 'node:http';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { problem } from '../../libs/contracts/problem.js';
import { startListeningApi } from '../support/listening-api.js';
import type { TestApi } from '../support/test-api.js';

// Large bodies are sent: on a busy machine that takes its time.
jest.setTimeout(60_000);

let api: TestApi;
let port: number;
beforeAll(async () => {
  ({ api, port } = await startListeningApi());
});
afterAll(() => api.stop());

const MB = 2 ** 20;
const JSON_TYPE = { 'content-type': 'application/json' };
const FILE_TYPE = { 'content-type': 'application/octet-stream' };
const UPLOAD = '/api/v1/imports?fileName=pakke.txt';
/** Read as every upload, and refused for its name. */
const REFUSED = '/api/v1/imports?fileName=pakke.exe';

interface Answer {
  /** `status code` */
  readonly told: string;
  readonly retryAfter: string | undefined;
}

interface Asking {
  readonly answer: Promise<Answer>;
  readonly end: () => void;
}

/** What was sent and not ended: the api would wait for it when it stops. */
const unended: ClientRequest[] = [];
afterEach(() => {
  for (const asked of unended.splice(0)) asked.destroy();
});

/** Sends a body, and ends it only when told to. */
function open(path: string, headers: Record<string, string>, body: string | Buffer): Asking {
  const asked = request({ host: '127.0.0.1', port, method: 'POST', path, headers });
  const answer = new Promise<Answer>((resolve, reject) => {
    asked.on('response', (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      response.on('end', () => {
        const isProblem = response.headers['content-type']?.includes('problem') ?? false;
        const code = isProblem ? problem.parse(JSON.parse(text)).code : 'done';
        resolve({
          told: `${response.statusCode ?? 0} ${code}`,
          retryAfter: response.headers['retry-after'],
        });
      });
    });
    asked.on('error', reject);
  });
  asked.write(body);
  unended.push(asked);
  return { answer, end: () => asked.end() };
}

async function told(path: string, headers: Record<string, string>, body: string | Buffer): Promise<string> {
  const asking = open(path, headers, body);
  asking.end();
  return (await asking.answer).told;
}

const own = (headers: Record<string, string>) => ({ ...api.everybody.headers, ...headers });

const brotli = (text: string): Buffer =>
  brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } });

describe('the body of whoever is not signed in', () => {
  it.each(['/api/v1/people', UPLOAD, '/api/v1/meetings', '/api/v1/session/end'])(
    'is not waited for at %s: the answer comes before it ends',
    async (path) => {
      for (const type of [JSON_TYPE, FILE_TYPE]) {
        const asking = open(path, { ...type, 'transfer-encoding': 'chunked' }, '{"name": ');
        expect((await asking.answer).told).toBe('401 not-signed-in');
        asking.end();
      }
    },
  );

  it('is neither unpacked nor read where there is nothing: packed or broken, the answer is the same', async () => {
    const lists = `[${'[],'.repeat(1_000_000)}[]]`;
    for (const path of ['/api/v1/no-such-thing', '/nowhere']) {
      expect(await told(path, JSON_TYPE, '{"half": ')).toBe('404 route-not-found');
      for (const [name, pack] of [['gzip', gzipSync] as const, ['br', brotli] as const])
        expect(await told(path, { ...JSON_TYPE, 'content-encoding': name }, pack(lists))).toBe(
          '404 route-not-found',
        );
    }
  });
});

describe('the body of whoever is signed in', () => {
  it.each<[string, (text: string) => Buffer]>([
    ['gzip', gzipSync],
    ['br', brotli],
  ])('is not unpacked where it is packed with %s, be it JSON or a file', async (name, pack) => {
    const headers = { 'content-encoding': name };
    const bomb = pack(' '.repeat(4 * MB));
    expect(await told('/api/v1/people', own({ ...JSON_TYPE, ...headers }), bomb)).toBe(
      '415 unsupported-media-type',
    );
    expect(await told(UPLOAD, own({ ...FILE_TYPE, ...headers }), bomb)).toBe('415 unsupported-media-type');
  });

  it('is refused before anything is built of it where it is a million empty lists', async () => {
    const lists = `{"name": "x", "aliases": [${'[],'.repeat(1_000_000)}[]]}`;
    expect(await told('/api/v1/people', own(JSON_TYPE), lists)).toBe('400 malformed-body');
  });

  it('is not read by an address that takes none', async () => {
    expect(await told('/api/v1/follow-ups/x/no-such', own(JSON_TYPE), '{"half": ')).toBe(
      '404 route-not-found',
    );
  });

  it('may be a large file only where a file is taken', async () => {
    const file = Buffer.alloc(6 * MB, 'x');
    expect(await told('/api/v1/people', own(FILE_TYPE), file)).toBe('415 unsupported-media-type');
    expect(await told('/api/v1/people', own({ ...JSON_TYPE, 'transfer-encoding': 'chunked' }), file)).toBe(
      '413 body-too-large',
    );
    expect(await told(UPLOAD, own(FILE_TYPE), Buffer.from('Dagsorden'))).toMatch(/^(201|422)/);
    expect(await told(UPLOAD, own(JSON_TYPE), '{}')).toBe('415 unsupported-media-type');
  });

  it('has its share of the room for bodies: beyond it the answer says when to come again, and then it fits', async () => {
    const file = Buffer.alloc(40 * MB, 'x');
    const open2 = [0, 1].map(() =>
      open(REFUSED, own({ ...FILE_TYPE, 'transfer-encoding': 'chunked' }), file),
    );
    // Neither has ended, and both together are more than one person has room for.
    const first = await Promise.race(open2.map(({ answer }) => answer));
    expect(first.told).toBe('429 too-many-requests');
    expect(Number(first.retryAfter)).toBeGreaterThan(0);
    for (const asking of open2) asking.end();
    const all = (await Promise.all(open2.map(({ answer }) => answer))).map((one) => one.told);
    expect(all.filter((one) => one === '429 too-many-requests')).toHaveLength(1);
    expect(await told(REFUSED, own(FILE_TYPE), file)).not.toMatch(/^429/);
  });
});
