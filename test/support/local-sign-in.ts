import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  SAMPLE_ISSUER,
  Sessions,
  SignInAttempts,
  startLocalProvider,
} from '../../libs/features/identity/index.js';
import type { LocalProvider } from '../../libs/features/identity/index.js';
import { accessOn, freePort, startSignInApi } from './sign-in-api.js';
import type { SignInApi } from './sign-in-api.js';
import { Browser } from './browser.js';
import type { Seen } from './browser.js';
import { testDatabase } from './database.js';
import type { TestDatabase } from './database.js';

/** An api with the local identity provider beside it, as `npm start` puts them. */
export interface LocalSignIn {
  readonly api: SignInApi;
  readonly provider: LocalProvider;
  /** Makes a sample person, and gives its id. */
  samplePerson(name: string): Promise<string>;
  /** Signs a sample person in, in a browser of their own or the one given. */
  signIn(personId: string, browser?: Browser): Promise<Browser>;
  /** Takes away what has come to its end, as the worker does every few minutes. */
  sweep(): Promise<void>;
  stop(): Promise<void>;
}

/** Goes to the product's sign-in and stops on the page where the provider asks whom one wants to be. */
export async function toTheChoice(
  browser: Browser,
  url: string,
  returnTo = '/',
): Promise<Seen & { at: string }> {
  return browser.follow(`${url}/sign-in?returnTo=${encodeURIComponent(returnTo)}`);
}

/** Chooses somebody on that page; follows until the product's callback, which it gives without asking for it. */
export async function choose(browser: Browser, page: { at: string }, subject: string): Promise<string> {
  const chosen = await browser.ask(page.at, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ subject }).toString(),
  });
  if (chosen.location === null) throw new Error(`The provider did not take the choice: ${chosen.status}`);
  const last = await browser.follow(chosen.location, (next) => next.includes('/sign-in/callback'));
  if (last.location === null) throw new Error(`The provider did not send back: ${last.status} ${last.text}`);
  return last.location;
}

/** Starts both, on a database that `prepare` has filled; `stop` them in `afterAll`. */
export async function startLocalSignIn(
  prepare: (database: TestDatabase, dataDir: string) => Promise<void> = () => Promise.resolve(),
): Promise<LocalSignIn> {
  const access = accessOn(await freePort());
  const { publicUrl } = access;
  const prepared = await testDatabase('main');
  const dataDir = await mkdtemp(join(tmpdir(), 'dagsorden-test-provider-'));
  await prepare(prepared, dataDir);
  const provider = await startLocalProvider({
    ...{ databaseUrl: prepared.url, dataDir, publicUrl, host: '127.0.0.1', production: false, port: 0 },
    log: (line) => console.error(line),
  });
  const { issuer, clientId, clientSecret } = provider;
  const api = await startSignInApi(
    { ...access, provider: { ...{ issuer, clientId, clientSecret }, ...ALGORITHM_AND_CLAIMS } },
    prepared,
  );
  const signIn: LocalSignIn['signIn'] = async (personId, browser = new Browser()) => {
    const page = await toTheChoice(browser, api.url);
    const callback = await choose(browser, page, personId);
    const seen = await browser.ask(callback);
    if (seen.status !== 303) throw new Error(`Not signed in: ${seen.status} ${seen.text}`);
    return browser;
  };
  return {
    ...{ api, provider, signIn },
    sweep: async () => {
      await api.get(Sessions).sweep();
      await api.get(SignInAttempts).sweep();
    },
    samplePerson: async (name) => {
      const id = await api.person(name, SAMPLE_ISSUER, name);
      await api.database.query('UPDATE person_identity SET subject = $1 WHERE person_id = $1::uuid', [id]);
      await api.database.query(
        'INSERT INTO person_identity (issuer, subject, person_id) VALUES ($1, $2, $3)',
        [...[issuer, id, id]],
      );
      return id;
    },
    stop: async () => {
      await provider.stop();
      await api.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** What the local provider needs said about it beside its names. */
const ALGORITHM_AND_CLAIMS = {
  algorithm: 'RS256',
  claims: { roleClaim: null, unitClaim: null, roles: {} },
};
