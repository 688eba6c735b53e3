import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  LocalProviderRefusal,
  SAMPLE_ISSUER,
  startLocalProvider,
} from '../../libs/features/identity/index.js';
import type { LocalProvider } from '../../libs/features/identity/index.js';
import { newId } from '../../libs/platform/ids/new-id.js';
import { Browser } from '../support/browser.js';
import { testDatabase } from '../support/database.js';
import type { TestDatabase } from '../support/database.js';

jest.setTimeout(60_000);

const PUBLIC = 'http://localhost:3999';
let database: TestDatabase;
let dataDir = '';
let provider: LocalProvider;

const start = (otherwise: object = {}): Promise<LocalProvider> =>
  startLocalProvider({
    ...{
      databaseUrl: database.url,
      dataDir,
      publicUrl: PUBLIC,
      host: '127.0.0.1',
      production: false,
      port: 0,
    },
    log: () => undefined,
    ...otherwise,
  });

beforeAll(async () => {
  database = await testDatabase();
  dataDir = await mkdtemp(join(tmpdir(), 'dagsorden-test-keys-'));
  provider = await start();
});
afterAll(async () => {
  await provider.stop();
  await database.drop();
  await rm(dataDir, { recursive: true, force: true });
});

async function person(name: string, issuer: string): Promise<string> {
  const id = newId();
  await database.query('INSERT INTO person (id, name) VALUES ($1, $2)', [id, name]);
  await database.query('INSERT INTO person_identity (issuer, subject, person_id) VALUES ($1, $2, $3)', [
    ...[issuer, id, id],
  ]);
  return id;
}

const RIGHT = {
  client_id: 'dagsorden',
  redirect_uri: `${PUBLIC}/sign-in/callback`,
  response_type: 'code',
  scope: 'openid',
  state: 'a-state',
  nonce: 'a-nonce',
  code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
  code_challenge_method: 'S256',
};
const ask = (browser: Browser, fields: Record<string, string>) =>
  browser.ask(`${provider.issuer}/auth?${new URLSearchParams(fields).toString()}`);

describe('where it may run', () => {
  it.each([
    ['NODE_ENV', { production: true }],
    ['PUBLIC_URL', { publicUrl: 'https://dagsorden.kommune.example' }],
    ['PUBLIC_URL', { publicUrl: 'http://10.0.0.5:3000' }],
    ['HOST', { host: '0.0.0.0' }],
    ['HOST', { host: '10.0.0.5' }],
  ])('is never where others reach it: %s stops it, and OIDC_ISSUER is named', async (name, otherwise) => {
    const started = start(otherwise);
    await expect(started).rejects.toThrow(LocalProviderRefusal);
    await expect(started).rejects.toThrow(name);
    await expect(started).rejects.toThrow('OIDC_ISSUER');
  });

  it('is loopback, under its own name only', async () => {
    const { hostname, port } = new URL(provider.issuer);
    expect(hostname).toBe('127.0.0.1');
    const status = await new Promise((resolve) =>
      request({ host: '127.0.0.1', port, path: '/jwks', headers: { host: 'evil.example' } }, (answer) => {
        resolve(answer.resume().statusCode);
      }).end(),
    );
    expect(status).toBe(421);
  });
});

describe('its keys', () => {
  const file = (): string => join(dataDir, 'identity/provider-keys.json');

  it('are made at the first start, for the owner’s eyes only, and kept', async () => {
    expect((await stat(file())).mode & 0o777).toBe(0o600);
    const before = await readFile(file(), 'utf8');
    const second = await start();
    await second.stop();
    expect(await readFile(file(), 'utf8')).toBe(before);
    expect(second.clientSecret).toBe(provider.clientSecret);
  });

  it('are not shown: what it publishes holds no private part', async () => {
    const published = (await new Browser().ask(`${provider.issuer}/jwks`)).text;
    expect(JSON.parse(published)).toHaveProperty('keys.0.kty', 'RSA');
    expect(published).not.toMatch(/"(d|p|q|dp|dq|qi)":/);
  });

  it('are not used when others can read them, or when they are damaged', async () => {
    const good = await readFile(file(), 'utf8');
    await chmod(file(), 0o644);
    await expect(start()).rejects.toThrow('can be read by others');
    await chmod(file(), 0o600);
    await writeFile(file(), '{"signing":{}}');
    await expect(start()).rejects.toThrow('is damaged');
    await writeFile(file(), good);
  });
});

describe('what it answers', () => {
  it('is the choice of a person, for the one client and the one address back', async () => {
    const seen = await ask(new Browser(), RIGHT);
    expect([seen.status, new URL(seen.location ?? '').pathname.split('/')[1]]).toEqual([303, 'choose']);
  });

  it.each<[string, Record<string, string>]>([
    ['a foreign redirect', { redirect_uri: 'https://evil.example/sign-in/callback' }],
    ['a redirect that begins the same', { redirect_uri: `${PUBLIC}/sign-in/callback/../../evil` }],
    ['the same redirect on another port', { redirect_uri: 'http://localhost:1/sign-in/callback' }],
    ['another client', { client_id: 'another' }],
  ])('is a page that leads nowhere for %s', async (_, change) => {
    const seen = await ask(new Browser(), { ...RIGHT, ...change });
    expect([seen.status, seen.location]).toEqual([400, null]);
    expect(seen.text).not.toContain('evil');
  });

  it.each<[string, Record<string, string>]>([
    ['without PKCE', { code_challenge: '', code_challenge_method: '' }],
    ['with PKCE in the plain', { code_challenge_method: 'plain' }],
    ['for a token instead of a code', { response_type: 'id_token' }],
    ['for both', { response_type: 'code id_token' }],
  ])('is an error to the client, and no code, when it is asked %s', async (_, change) => {
    const seen = await ask(new Browser(), { ...RIGHT, ...change });
    const said = `${seen.location ?? ''} ${seen.text}`;
    expect(said).not.toMatch(/[?&#]code=|choose/);
    expect(seen.status === 303 ? new URL(seen.location ?? '').origin : PUBLIC).toBe(PUBLIC);
  });
});

describe('whom one can be', () => {
  it('are the sample people who are active, by name, whatever their names hold', async () => {
    await person('<script>alert(1)</script> "Bo" Ågård', SAMPLE_ISSUER);
    await person('En Rigtig Person', 'https://login.kommune.example');
    const gone = await person('Tidligere Ansat', SAMPLE_ISSUER);
    await database.query('UPDATE person SET active = false WHERE id = $1', [gone]);
    const browser = new Browser();
    const seen = await browser.follow((await ask(browser, RIGHT)).location ?? '');
    expect(seen.text).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &quot;Bo&quot; Ågård');
    expect(seen.text).not.toMatch(/<script|Rigtig|Tidligere/);
    expect(seen.text).toContain('Prøvelogin');
  });

  it('are nobody else, also when the form is bent', async () => {
    const real = await person('Endnu En Rigtig Person', 'https://login.kommune.example');
    const browser = new Browser();
    const at = (await ask(browser, RIGHT)).location ?? '';
    for (const subject of [real, '', 'x', "' OR 1=1 --"]) {
      const seen = await browser.ask(at, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({ subject }).toString(),
      });
      expect([seen.status, seen.location]).toEqual([200, null]);
    }
  });
});
