import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { problem } from '../../libs/contracts/problem.js';
import { Browser } from '../support/browser.js';
import { CLIENT } from '../support/hostile-provider.js';
import { accessOn, freePort, startSignInApi } from '../support/sign-in-api.js';
import type { SignInApi } from '../support/sign-in-api.js';
import { signInAs } from '../support/sign-in.js';
import type { SignedIn } from '../support/sign-in.js';

// Servers are started, and large bodies sent: on a busy machine that takes its time.
jest.setTimeout(60_000);

let api: SignInApi;
let behindTls: { readonly port: number; readonly api: SignInApi };
let admin: SignedIn;

beforeAll(async () => {
  api = await startSignInApi(accessOn(await freePort()));
  const claims = { roleClaim: null, unitClaim: null, roles: {} };
  const port = await freePort();
  behindTls = {
    port,
    api: await startSignInApi(
      {
        ...accessOn(port),
        publicUrl: `https://dagsorden.example:${port}`,
        provider: { issuer: 'https://idp.example', ...CLIENT, algorithm: 'RS256', claims },
      },
      api.database,
    ),
  };
  admin = await signInAs(api.database.url, [{ role: 'administrator' }]);
});
afterAll(async () => {
  await behindTls.api.close();
  await api.stop();
});
beforeEach(() => api.database.query('TRUNCATE rate_limit'));

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
}

/** Asks without any of the care that fetch takes: methods, hosts and headers as they are given. */
function raw(
  port: number,
  method: string,
  path: string,
  headers: Record<string, string> = {},
  body?: string,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, method, path, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text }),
      );
    });
    asked.on('error', reject);
    asked.end(body);
  });
}

const portOf = (of: SignInApi): number => Number(new URL(of.url).port);
const codeOf = ({ text }: Answer): string => problem.parse(JSON.parse(text)).code;

/** A policy, directive by directive. */
function policyOf(answer: Answer): Record<string, string[]> {
  const header = answer.headers['content-security-policy'];
  const directives = typeof header === 'string' ? header.split(';') : [];
  return Object.fromEntries(
    directives.map((directive) => {
      const [name = '', ...sources] = directive.trim().split(/\s+/);
      return [name, sources.sort()];
    }),
  );
}

describe('the policy of what a page may load and do', () => {
  it('lets the web application run its own files and talk to its own server, and nothing else', async () => {
    const policy = policyOf(await raw(portOf(api), 'GET', '/overview'));
    const { 'style-src': styles, ...rest } = policy;
    expect(rest).toEqual({
      'default-src': ["'none'"],
      'script-src': ["'self'"],
      'img-src': ["'self'", 'data:'],
      ...Object.fromEntries(
        ['connect-src', 'font-src', 'form-action', 'manifest-src', 'worker-src'].map((name) => [
          name,
          ["'self'"],
        ]),
      ),
      ...Object.fromEntries(['base-uri', 'frame-ancestors', 'object-src'].map((name) => [name, ["'none'"]])),
    });
    expect(styles).toEqual(expect.arrayContaining(["'self'"]));
    expect(JSON.stringify(policy)).not.toMatch(/unsafe|\*|https?:/);
  });

  it('lets in the style sheets that react-aria writes, as they stand in the installed version', async () => {
    const folder = join(
      dirname(createRequire(import.meta.url).resolve('react-aria/package.json')),
      'dist/private',
    );
    const hashes = ['interactions/usePress.mjs', 'overlays/usePreventScroll.mjs'].map((file) => {
      const source = readFileSync(join(folder, file), 'utf8');
      const written = /style\.textContent = `([^`]+)`\.trim\(\)/.exec(source)?.[1] ?? '';
      const attribute = /PRESSABLE_ATTRIBUTE = '([^']+)'/.exec(source)?.[1] ?? '';
      const text = written.replace(/\$\{[^}]+\}/, attribute).trim();
      return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
    });
    const policy = policyOf(await raw(portOf(api), 'GET', '/'));
    expect(policy['style-src']).toEqual(["'self'", ...hashes].sort());
  });

  it('lets answers of the API load and run nothing, and no cache keep them', async () => {
    for (const path of ['/api/v1/session', '/api/v1/no-such-thing', '/API/v1/session', '/health/live']) {
      const answer = await raw(portOf(api), 'GET', path);
      expect(policyOf(answer)).toEqual({
        ...Object.fromEntries(
          ['base-uri', 'default-src', 'form-action', 'frame-ancestors'].map((name) => [name, ["'none'"]]),
        ),
        sandbox: [],
      });
      expect(answer.headers['cache-control']).toBe('no-store');
    }
  });

  it('lets the description of the API write styles, but run only files', async () => {
    const policy = policyOf(await raw(portOf(api), 'GET', '/api/docs'));
    expect([policy['script-src'], policy['frame-ancestors']]).toEqual([["'self'"], ["'none'"]]);
  });

  it('lets a page of signing in hold its own style, and no script at all', async () => {
    const answer = await raw(portOf(api), 'GET', '/sign-in/callback');
    const policy = policyOf(answer);
    const style = /<style>([^<]*)<\/style>/.exec(answer.text)?.[1] ?? '';
    expect(policy['style-src']).toEqual([`'sha256-${createHash('sha256').update(style).digest('base64')}'`]);
    expect([policy['default-src'], policy['script-src'], answer.headers['cache-control']]).toEqual([
      ["'none'"],
      undefined,
      'no-store',
    ]);
  });
});

describe('the other headers', () => {
  it('stand on every answer, refusals and pages included', async () => {
    for (const path of ['/', '/api/v1/session', '/api/docs', '/sign-in/callback', '/health/live']) {
      const { headers } = await raw(portOf(api), 'GET', path);
      expect([path, headers]).toEqual([
        path,
        expect.objectContaining({
          'x-content-type-options': 'nosniff',
          'cross-origin-opener-policy': 'same-origin',
          'cross-origin-resource-policy': 'same-origin',
          'referrer-policy': 'no-referrer',
          'x-frame-options': 'DENY',
        }),
      ]);
      const permissions = String(headers['permissions-policy']).split(', ');
      expect(permissions).toEqual(expect.arrayContaining(['camera=()', 'geolocation=()', 'microphone=()']));
      expect(headers).not.toHaveProperty('x-powered-by');
      expect(headers).not.toHaveProperty('strict-transport-security');
    }
  });

  it('tell browsers to insist on https where the product is reached by https', async () => {
    const { port } = behindTls;
    const { headers } = await raw(port, 'GET', '/', { host: `dagsorden.example:${port}` });
    const maxAge = /max-age=(\d+)/.exec(String(headers['strict-transport-security']))?.[1];
    expect(Number(maxAge)).toBeGreaterThanOrEqual(15_552_000);
  });
});

describe('a name that is not the product’s', () => {
  it('is refused, and so is every other name once it is reached from elsewhere', async () => {
    const { port } = behindTls;
    const own = `dagsorden.example:${port}`;
    const told = async (on: number, headers: Record<string, string>, path = '/api/v1/session') =>
      (await raw(on, 'GET', path, headers)).status;
    expect(await told(portOf(api), { host: 'evil.example' })).toBe(421);
    expect(await told(portOf(api), { host: `localhost:${portOf(api)}` })).toBe(401);
    expect(await told(port, { host: own })).toBe(401);
    expect(await told(port, { host: 'evil.example', 'x-forwarded-host': own })).toBe(421);
    expect(await told(port, { host: '127.0.0.1' })).toBe(421);
    expect(await told(port, { host: '127.0.0.1' }, '/health/live')).toBe(200);
  });
});

describe('a cookie where there is https', () => {
  it('is held to this host and to https, and the plain name counts for nothing', async () => {
    const { port } = behindTls;
    const headers = { host: `dagsorden.example:${port}` };
    const secure = { ...headers, cookie: admin.headers.cookie.replace('dagsorden=', '__Host-dagsorden=') };
    expect(
      (await raw(port, 'GET', '/api/v1/session', { ...headers, cookie: admin.headers.cookie })).status,
    ).toBe(401);
    expect((await raw(port, 'GET', '/api/v1/session', secure)).status).toBe(200);
    const ended = await raw(
      port,
      'POST',
      '/api/v1/session/end',
      {
        ...{ ...secure, origin: `https://dagsorden.example:${port}`, 'content-type': 'application/json' },
        'x-csrf-token': admin.headers['x-csrf-token'],
      },
      '{}',
    );
    const [cookie = ''] = [ended.headers['set-cookie'] ?? []].flat();
    expect([ended.status, cookie]).toEqual([
      204,
      expect.stringMatching(/^__Host-dagsorden=;.*; Secure; SameSite=Lax/),
    ]);
    admin = await signInAs(api.database.url, [{ role: 'administrator' }]);
  });
});

describe('methods', () => {
  it.each(['TRACE', 'OPTIONS', 'PROPFIND', 'LOCK'])('%s is taken by no address', async (method) => {
    const answer = await raw(portOf(api), method, '/api/v1/session', admin.headers);
    expect([answer.status, codeOf(answer)]).toEqual([405, 'method-not-allowed']);
    expect(answer.headers.allow).toBe('GET, HEAD, POST, PUT, PATCH, DELETE');
  });
});

describe('input that nobody needs', () => {
  const post = (body: string, path = '/api/v1/people', headers: Record<string, string> = {}) =>
    raw(
      portOf(api),
      'POST',
      path,
      { ...admin.headers, 'content-type': 'application/json', ...headers },
      body,
    );
  const aPerson = { name: 'En Person' };

  it.each<[string, () => string, string]>([
    ['100,000 fields', () => JSON.stringify(Object.fromEntries(fields(100_000))), '400 malformed-body'],
    [
      '400 fields nobody knows',
      () => JSON.stringify(Object.fromEntries(fields(400))),
      '400 validation-failed',
    ],
    ['a field name of a megabyte', () => JSON.stringify({ ['n'.repeat(1e6)]: 1 }), '400 malformed-body'],
    [
      'a person’s name of a megabyte',
      () => JSON.stringify({ name: 'n'.repeat(1e6) }),
      '400 validation-failed',
    ],
    ['a million lists in each other', () => '['.repeat(1e6) + ']'.repeat(1e6), '400 malformed-body'],
    ['a million numbers', () => JSON.stringify({ aliases: Array(1e6).fill(1) }), '400 malformed-body'],
    ['more than five megabytes', () => JSON.stringify({ name: 'n'.repeat(6e6) }), '413 body-too-large'],
    ['half of a JSON', () => '{"name": "En', '400 malformed-body'],
    ['a prototype', () => '{"__proto__": {"active": false}, "name": "x"}', '400 malformed-body'],
    ['the same field twice', () => '{"name": "", "name": ""}', '400 validation-failed'],
  ])('%s is refused cleanly', async (_, body, told) => {
    const started = performance.now();
    const answer = await post(body());
    expect(`${answer.status} ${codeOf(answer)}`).toBe(told);
    expect(answer.text.length).toBeLessThan(2000);
    expect(performance.now() - started).toBeLessThan(5000);
    expect((await raw(portOf(api), 'GET', '/health/live')).status).toBe(200);
  });

  it('line breaks in a name, an id, a query, a key and a header are refused, and none reaches an answer’s headers', async () => {
    const bad = 'x\r\nSet-Cookie: stolen=1';
    const encoded = encodeURIComponent(bad);
    const answers = [
      await post(JSON.stringify({ ...aPerson, name: bad })),
      await post(JSON.stringify({ ...aPerson, initials: bad })),
      await raw(portOf(api), 'GET', `/api/v1/people/${encoded}`, admin.headers),
      await raw(portOf(api), 'GET', `/api/v1/people?cursor=${encoded}`, admin.headers),
      await raw(portOf(api), 'GET', `/${encoded}`, admin.headers),
      await post('{}', `/api/v1/people/${encoded}`),
    ];
    for (const answer of answers) {
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(answer.status).toBeLessThan(500);
      expect(answer.headers).not.toHaveProperty('set-cookie');
    }
    expect((await raw(portOf(api), 'GET', `/sign-in?returnTo=${encoded}`)).headers).not.toHaveProperty(
      'set-cookie',
    );
  });

  it('headers beyond reason are refused by the server itself, and the next request is served', async () => {
    const answer = await raw(portOf(api), 'GET', '/', { cookie: 'a'.repeat(100_000) }).catch(() => ({
      status: 431,
    }));
    expect(answer.status).toBe(431);
    expect((await raw(portOf(api), 'GET', '/health/live')).status).toBe(200);
  });
});

const fields = (count: number): [string, number][] =>
  Array.from({ length: count }, (_, i) => [`field${i}`, i]);

describe('too much of everything', () => {
  const PER_MINUTE = 600;
  const ASKED = 900;
  let pair: SignInApi[] = [];
  beforeAll(async () => {
    for (let i = 0; i < 2; i += 1) {
      const access = accessOn(await freePort(), { requestsPerMinute: PER_MINUTE });
      pair.push(await startSignInApi(access, api.database));
    }
  });
  afterAll(() => Promise.all(pair.map((one) => one.close())));

  it('is refused with 429 and the time to wait, counted together by two processes, whatever a request says of its address', async () => {
    const ask = (i: number): Promise<Answer> => {
      const { url } = pair[i % 2] ?? api;
      return raw(Number(new URL(url).port), 'GET', '/health/live', {
        'x-forwarded-for': `10.0.0.${i % 250}`,
      });
    };
    const answers: Answer[] = [];
    for (let i = 0; i < ASKED; i += 10) {
      answers.push(...(await Promise.all(Array.from({ length: 10 }, (_, more) => ask(i + more)))));
    }
    const passed = answers.filter(({ status }) => status === 200).length;
    const refused = answers.filter(({ status }) => status === 429);
    // Each process takes shares of 100 in advance, several at once when many ask: what is left of them is not used.
    expect(passed).toBeLessThanOrEqual(PER_MINUTE);
    expect(passed).toBeGreaterThan(0);
    expect(passed + refused.length).toBe(ASKED);
    const [refusal] = refused;
    if (refusal === undefined) throw new Error('Nothing was refused.');
    expect(codeOf(refusal)).toBe('too-many-requests');
    expect(Number(refusal.headers['retry-after'])).toBeGreaterThan(0);
    expect(Number(refusal.headers['retry-after'])).toBeLessThanOrEqual(60);
  });

  it('that one person changes is refused by a limit of its own, a tenth as high', async () => {
    const fresh = await startSignInApi(
      accessOn(await freePort(), { requestsPerMinute: PER_MINUTE }),
      api.database,
    );
    pair = [...pair, fresh];
    const who = await signInAs(api.database.url, [{ role: 'administrator' }]);
    const statuses: number[] = [];
    for (let i = 0; i < 70; i += 1) {
      const headers = { ...who.headers, 'content-type': 'application/json' };
      statuses.push((await raw(portOf(fresh), 'POST', '/api/v1/people', headers, '{}')).status);
    }
    expect(statuses.filter((status) => status === 400)).toHaveLength(PER_MINUTE / 10);
    expect(statuses.filter((status) => status === 429)).toHaveLength(10);
  });
});

describe('a browser without cookies at all', () => {
  it('is told in Danish that its sign-in has run out', async () => {
    const seen = await new Browser().ask(`${api.url}/sign-in/callback?code=x&state=x`);
    expect([seen.status, seen.headers.get('content-type')]).toEqual([400, 'text/html; charset=utf-8']);
    expect(seen.text).toContain('Dit login er udløbet');
  });
});
