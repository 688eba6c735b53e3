import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { session } from '../../libs/contracts/rights.js';
import { Browser } from '../support/browser.js';
import { choose, startLocalSignIn, toTheChoice } from '../support/local-sign-in.js';
import type { LocalSignIn } from '../support/local-sign-in.js';

let local: LocalSignIn;
let url = '';
let karla = '';

beforeAll(async () => {
  local = await startLocalSignIn();
  ({ url } = local.api);
  karla = await local.samplePerson('Karla Vestermølle');
});
afterAll(() => local.stop());

async function whoIs(browser: Browser): Promise<string> {
  const seen = await browser.ask(`${url}/api/v1/session`);
  return seen.status === 200 ? session.parse(JSON.parse(seen.text)).person.name : String(seen.status);
}

describe('signing in at the local provider', () => {
  it('leads to the page that was asked for, as the person who was chosen', async () => {
    const browser = new Browser();
    const page = await toTheChoice(browser, url, '/meetings?view=list#today');
    expect(page.text).toContain('Karla Vestermølle');
    const callback = await choose(browser, page, karla);
    const seen = await browser.ask(callback);
    expect([seen.status, seen.location]).toEqual([303, `${url}/meetings?view=list#today`]);
    expect(await whoIs(browser)).toBe('Karla Vestermølle');
  });
});

describe('a browser that came by another name of this machine', () => {
  it('is led to the public one first, where its cookies will be', async () => {
    const elsewhere = url.replace('127.0.0.1', 'localhost');
    const seen = await new Browser().ask(`${elsewhere}/sign-in?returnTo=%2Fmeetings`);
    expect([seen.status, seen.location]).toEqual([303, `${url}/sign-in?returnTo=%2Fmeetings`]);
    expect(seen.headers.getSetCookie()).toEqual([]);
  });
});

describe('the log', () => {
  it('holds who signed in neither when it worked nor when it failed, and no cookie, code or token', async () => {
    const browser = new Browser();
    const email = 'karla@fjordby.example';
    await local.api.database.query('UPDATE person SET email = $1 WHERE id = $2', [email, karla]);
    const callback = await choose(browser, await toTheChoice(browser, url, '/meetings'), karla);
    const { searchParams } = new URL(callback);
    const attempt = browser.cookie(url, 'dagsorden-sign-in') ?? '';
    await browser.ask(callback);
    await browser.ask(callback);
    await browser.ask(`${url}/sign-in/callback?state=hemmelig-tilstand&code=hemmelig-kode`);
    const { csrfToken } = session.parse(JSON.parse((await browser.ask(`${url}/api/v1/session`)).text));
    const secrets = [
      ...['Karla', 'Vestermølle', karla, email, attempt, csrfToken, 'hemmelig', local.provider.clientSecret],
      ...[
        browser.cookie(url, 'dagsorden') ?? '',
        searchParams.get('code') ?? '',
        searchParams.get('state') ?? '',
      ],
    ];
    const log = local.api.logged.join('');
    expect(secrets.filter((secret) => secret === '' || log.includes(secret))).toEqual([]);
    const failures = local.api.logged.map(readLine).filter(({ msg }) => msg === 'not signed in');
    expect(failures.map(({ reason }) => reason)).toEqual(expect.arrayContaining(['not-ours']));
    expect(failures.every(({ requestId }) => requestId !== undefined)).toBe(true);
  });

  const readLine = (line: string) =>
    JSON.parse(line) as { msg?: string; reason?: string; requestId?: string };
});

describe('what has come to its end', () => {
  it('is swept away: sessions, and attempts that never came back; the others stay', async () => {
    await local.api.database.query('TRUNCATE session, sign_in');
    await local.signIn(karla);
    await new Browser().ask(`${url}/sign-in`);
    const left = async () => {
      await local.sweep();
      const counts = await local.api.database.query<{ sessions: string; attempts: string }>(
        'SELECT (SELECT count(*) FROM session) AS sessions, (SELECT count(*) FROM sign_in) AS attempts',
      );
      return counts[0];
    };
    expect(await left()).toEqual({ sessions: '1', attempts: '1' });
    local.api.pass(11);
    expect(await left()).toEqual({ sessions: '1', attempts: '0' });
    local.api.pass(480);
    expect(await left()).toEqual({ sessions: '0', attempts: '0' });
    local.api.pass(-491);
  });
});
