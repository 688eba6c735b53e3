import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createHash, createHmac } from 'node:crypto';
import { Browser } from '../support/browser.js';
import { CLIENT, startHostileProvider } from '../support/hostile-provider.js';
import type { HostileProvider, Lies } from '../support/hostile-provider.js';
import { accessOn, freePort, startSignInApi } from '../support/sign-in-api.js';
import type { SignInApi } from '../support/sign-in-api.js';

let provider: HostileProvider;
let other: HostileProvider;
let api: SignInApi;

beforeAll(async () => {
  provider = await startHostileProvider();
  other = await startHostileProvider();
  const claims = { roleClaim: null, unitClaim: null, roles: {} };
  const access = { issuer: provider.issuer, ...CLIENT, algorithm: 'RS256', claims };
  api = await startSignInApi(accessOn(await freePort(), { provider: access }));
  await api.person('Karla Vestermølle', provider.issuer, 'subject-1');
});
afterAll(async () => {
  await api.stop();
  await provider.stop();
  await other.stop();
});
beforeEach(async () => {
  provider.lies = {};
  await api.database.query('TRUNCATE session, rate_limit');
});

/** What came of a sign-in: the status, and how many sessions there are in the table after it. */
async function outcome(seen: { status: number }): Promise<string> {
  const sessions = await api.database.query('SELECT 1 FROM session');
  return `${seen.status}, ${sessions.length} sessions`;
}

/** Signs in while the provider lies. */
async function signIn(lies: Lies = {}, browser = new Browser()): Promise<string> {
  provider.lies = lies;
  return outcome(await browser.follow(`${api.url}/sign-in`, (next) => next === `${api.url}/`));
}

/** Goes as far as the provider's answer, and gives the address of the callback without asking for it. */
async function upToCallback(browser: Browser, lies: Lies = {}): Promise<URL> {
  provider.lies = lies;
  const seen = await browser.follow(`${api.url}/sign-in`, (next) => next.includes('/sign-in/callback'));
  return new URL(seen.location ?? '');
}

const bent = (change: Record<string, unknown>): Lies => ({ claims: (claims) => ({ ...claims, ...change }) });
const NOT_IN = '400, 0 sessions';

describe('a provider that tells the truth', () => {
  it('is believed, so that what follows can fail', async () => {
    expect(await signIn()).toBe('303, 1 sessions');
  });
});

describe('an ID token', () => {
  const now = Math.floor(Date.now() / 1000);
  it.each<[string, () => Lies]>([
    ['of another issuer', () => bent({ iss: other.issuer })],
    ['of the same issuer written differently', () => bent({ iss: `${provider.issuer}/` })],
    ['for another client', () => bent({ aud: 'another-client' })],
    ['for several clients and used by another', () => bent({ aud: [CLIENT.clientId, 'x'], azp: 'x' })],
    ['with the nonce of another attempt', () => bent({ nonce: 'another' })],
    ['without a nonce', () => bent({ nonce: undefined })],
    ['that has expired', () => bent({ iat: now - 900, exp: now - 600 })],
    ['without an end', () => bent({ exp: undefined })],
    ['that is not in force yet', () => bent({ nbf: now + 900 })],
    ['without a subject', () => bent({ sub: undefined })],
    ['that is not signed', () => ({ header: { alg: 'none' } })],
    ['that is signed with the secret of the client', () => ({ header: { alg: 'HS256' }, token: withHmac })],
    [
      'signed with another algorithm than the configured one',
      () => ({ header: { alg: 'ES256', kid: 'elliptic' } }),
    ],
    ['signed with a key nobody published', () => ({ foreignKey: true })],
    ['changed after it was signed', () => ({ token: withOtherSubject })],
    ['that is missing', () => ({ withoutIdToken: true })],
  ])('%s lets nobody in', async (_, lies) => {
    expect(await signIn(lies())).toBe(NOT_IN);
  });
});

function withHmac(token: string): string {
  const [header = '', claims = ''] = token.split('.');
  const mac = createHmac('sha256', CLIENT.clientSecret).update(`${header}.${claims}`).digest('base64url');
  return `${header}.${claims}.${mac}`;
}

function withOtherSubject(token: string): string {
  const [header = '', claims = '', signature = ''] = token.split('.');
  const said = JSON.parse(Buffer.from(claims, 'base64url').toString()) as Record<string, unknown>;
  const bentClaims = Buffer.from(JSON.stringify({ ...said, sub: 'subject-1', extra: 1 })).toString(
    'base64url',
  );
  return `${header}.${bentClaims}.${signature}`;
}

describe('the way back from the provider', () => {
  it.each<[string, (address: URL) => void]>([
    ['with another state', (back) => back.searchParams.set('state', 'x'.repeat(43))],
    ['without a state', (back) => back.searchParams.delete('state')],
    ['with two states', (back) => back.searchParams.append('state', 'x'.repeat(43))],
    ['with two codes', (back) => back.searchParams.append('code', 'another')],
    ['without a code', (back) => back.searchParams.delete('code')],
    ['that names another provider (mix-up)', (back) => back.searchParams.set('iss', other.issuer)],
    ['that names no provider, though it always does', (back) => back.searchParams.delete('iss')],
  ])('%s lets nobody in', async (_, back) => {
    expect(await signIn({ back })).toBe(NOT_IN);
  });

  it('is the one address that was registered, whatever Host and X-Forwarded-* the request has', async () => {
    const headers = {
      'x-forwarded-host': 'evil.example',
      'x-forwarded-proto': 'https',
      forwarded: 'host=evil.example',
    };
    const seen = await new Browser().ask(`${api.url}/sign-in?redirect_uri=https://evil.example/`, {
      headers,
    });
    const asked = new URL(seen.location ?? '').searchParams;
    expect(asked.get('redirect_uri')).toBe(`${api.url}/sign-in/callback`);
  });

  it('works once: a code that is replayed lets nobody in', async () => {
    const browser = new Browser();
    const callback = await upToCallback(browser);
    const jarBefore = browser.cookieHeader(api.url);
    expect((await browser.ask(callback.href)).status).toBe(303);
    const replay = new Browser();
    for (const pair of jarBefore.split('; ')) replay.setCookie(api.url, ...twoOf(pair));
    expect(await outcome(await replay.ask(callback.href))).toBe('400, 1 sessions');
  });

  it('works in the browser it began in, and in no other', async () => {
    const callback = await upToCallback(new Browser());
    expect(await outcome(await new Browser().ask(callback.href))).toBe(NOT_IN);
    const withAnAttemptOfItsOwn = new Browser();
    await withAnAttemptOfItsOwn.ask(`${api.url}/sign-in`);
    expect(await outcome(await withAnAttemptOfItsOwn.ask(callback.href))).toBe(NOT_IN);
  });

  it('works for two attempts of one browser at a time, in whatever order they come back', async () => {
    const browser = new Browser();
    const first = await upToCallback(browser);
    const second = await upToCallback(browser);
    const statuses = [(await browser.ask(second.href)).status, (await browser.ask(first.href)).status];
    expect(statuses).toEqual([303, 303]);
  });

  it('works for ten minutes', async () => {
    const browser = new Browser();
    const callback = await upToCallback(browser);
    api.pass(10.1);
    expect(await outcome(await browser.ask(callback.href))).toBe(NOT_IN);
    api.pass(-10.1);
  });

  it('says so when the provider was left without an answer', async () => {
    const back = (address: URL): void => {
      address.searchParams.delete('code');
      address.searchParams.set('error', 'access_denied');
    };
    expect(await signIn({ back })).toBe('403, 0 sessions');
  });
});

function twoOf(pair: string): [string, string] {
  const [name = '', ...value] = pair.split('=');
  return [name, value.join('=')];
}

describe('the exchange of the code', () => {
  it('proves with PKCE that it is made by whoever asked', async () => {
    const browser = new Browser();
    const seen = await browser.ask(`${api.url}/sign-in`);
    const asked = new URL(seen.location ?? '').searchParams;
    await browser.follow(seen.location ?? '', (next) => next === `${api.url}/`);
    const verifier = provider.exchanges.at(-1)?.get('code_verifier') ?? '';
    expect(asked.get('code_challenge_method')).toBe('S256');
    expect(asked.get('code_challenge')).toBe(createHash('sha256').update(verifier).digest('base64url'));
  });
});

describe('where one is led after signing in', () => {
  it.each([
    'https://evil.example/',
    '//evil.example/',
    '/\\evil.example/',
    '/%09/evil.example\t',
    '/..//evil.example/',
    'javascript:alert(1)',
    '/meetings\r\nSet-Cookie: a=b',
    '/api/v1/meetings',
    '/sign-in',
    `/${'a'.repeat(1000)}`,
  ])('is never abroad, nor in a circle: %j', async (returnTo) => {
    const browser = new Browser();
    const start = `${api.url}/sign-in?returnTo=${encodeURIComponent(returnTo)}`;
    const seen = await browser.follow(
      start,
      (next) => !next.includes('/sign-in/callback') && !next.includes('/auth'),
    );
    expect(seen.location).toBe(`${api.url}/`);
  });
});

describe('a person whom nobody knows here', () => {
  it('is turned away with a page in Danish, and the administrator can see who it was', async () => {
    provider.lies = bent({ sub: 'a-stranger' });
    const seen = await new Browser().follow(`${api.url}/sign-in`);
    expect(await outcome(seen)).toBe('403, 0 sessions');
    expect(seen.text).toContain('Du har ikke adgang til Dagsorden');
    expect((await api.events('session.refused')).at(-1)?.data).toEqual({
      reason: 'unknown-person',
      issuer: provider.issuer,
      subject: 'a-stranger',
    });
    expect(api.logged.join('')).toContain('unknown-person');
    expect(api.logged.join('')).not.toMatch(/a-stranger|Vestermølle|subject-1/);
  });

  it('cannot get in as a subject of another issuer', async () => {
    await api.person('En Anden', other.issuer, 'subject-2');
    expect(await signIn(bent({ sub: 'subject-2' }))).toBe('403, 0 sessions');
  });
});

describe('a person who was deactivated', () => {
  it('is turned away, and told so', async () => {
    const id = await api.person('Tidligere Ansat', provider.issuer, 'subject-3');
    await api.database.query('UPDATE person SET active = false WHERE id = $1', [id]);
    expect(await signIn(bent({ sub: 'subject-3' }))).toBe('403, 0 sessions');
    expect((await api.events('session.refused')).at(-1)?.subjectId).toBe(id);
  });
});

describe('too many sign-ins that fail', () => {
  it('close the door to the address for a while, with a page that says so', async () => {
    const failures: string[] = [];
    for (let i = 0; i < 60; i += 1) failures.push(await signIn(bent({ nonce: 'another' })));
    expect(new Set(failures)).toEqual(new Set([NOT_IN]));
    const callback = await new Browser().ask(`${api.url}/sign-in/callback?state=x&code=x`);
    const begin = await new Browser().ask(`${api.url}/sign-in`);
    expect([callback.status, begin.status]).toEqual([429, 429]);
    expect(begin.text).toContain('For mange forsøg');
    expect(Number(begin.headers.get('retry-after'))).toBeGreaterThan(0);
  });

  it('are only those that began in the browser: answers that others invent close no door to a house', async () => {
    const begun = new Browser();
    await begun.ask(`${api.url}/sign-in`);
    for (let i = 0; i < 35; i += 1) {
      for (const browser of [new Browser(), begun])
        await browser.ask(`${api.url}/sign-in/callback?state=${'x'.repeat(43)}&code=x`);
    }
    expect(await signIn()).toBe('303, 1 sessions');
  });
});
