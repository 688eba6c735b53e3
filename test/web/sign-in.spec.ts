import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { BrowserContext, Page } from 'playwright-core';
import { withServices } from '../../apps/cli/operator.js';
import { loadSample } from '../../apps/cli/sample/load.js';
import { readConfig } from '../../libs/platform/config/config.js';
import { Transactions } from '../../libs/platform/database/transactions.js';
import { internalContext, within } from '../../libs/platform/http/request-context.js';
import { Browser } from '../support/browser.js';
import { choose, startLocalSignIn, toTheChoice } from '../support/local-sign-in.js';
import type { LocalSignIn } from '../support/local-sign-in.js';
import { accessOn, freePort, startSignInApi } from '../support/sign-in-api.js';
import { ON_A_DESK, axeFindings, contentWidth, startBrowser } from './support.js';

/** Everything here is done with the keyboard, at the provider that `npm start` starts. */
let local: LocalSignIn;
let browser: Awaited<ReturnType<typeof startBrowser>>;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  local = await startLocalSignIn(async ({ url }, dataDir) => {
    const connected = { config: { ...readConfig({}), dataDir }, databaseUrl: url, embedded: false };
    await withServices(connected, (services) =>
      services
        .get(Transactions)
        .run(internalContext(), (tx) => loadSample(services, tx, within(internalContext(), tx))),
    );
  });
  browser = await startBrowser();
});
afterAll(async () => {
  await browser.close();
  await local.stop();
});
beforeEach(async () => {
  for (const open of browser.contexts()) await open.close();
  context = await browser.newContext(ON_A_DESK);
  page = await context.newPage();
  page.setDefaultTimeout(20_000);
});

/** Presses Tab until what bears this name has the focus, as whoever has no mouse must. */
async function tabTo(name: RegExp, on = page): Promise<void> {
  for (let presses = 0; presses < 40; presses += 1) {
    await on.keyboard.press('Tab');
    const focused = await on.evaluate(() => document.activeElement?.textContent ?? '');
    if (name.test(focused)) return;
  }
  throw new Error(`Tab never comes to ${name.source}.`);
}

/** From the page with "Log ind" to the one the provider sends back to. */
async function signInAs(initials: string, on = page): Promise<void> {
  await on.getByRole('link', { name: /^Log ind/ }).waitFor();
  await tabTo(/^Log ind/, on);
  await on.keyboard.press('Enter');
  await chooseAt(initials, on);
}

async function chooseAt(initials: string, on = page): Promise<void> {
  await on.getByRole('heading', { level: 1, name: 'Hvem vil du være?' }).waitFor();
  const name = await on.locator(`[data-initials=${initials}]`).innerText();
  await tabTo(new RegExp(`^${name.split('\n')[0] ?? ''}`), on);
  await on.keyboard.press('Enter');
}

const heading = (text: string, on = page) =>
  on.getByRole('heading', { level: 1, name: text, exact: true }).waitFor();

const go = (path: string) => page.goto(local.api.url + path);

/** Opens the user menu and takes what it offers under a name. */
async function fromUserMenu(name: RegExp): Promise<void> {
  await tabTo(/^Brugermenu/);
  await page.keyboard.press('Enter');
  await tabTo(name);
  await page.keyboard.press('Enter');
}

/** A page of the server's own, in both colours and on a phone. */
async function expectSoundPage(title: string): Promise<void> {
  await heading(title);
  expect(await page.locator('html').getAttribute('lang')).toBe('da');
  expect(await page.title()).toBe(`${title} – Dagsorden`);
  const grounds: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await axeFindings(page)).toEqual([]);
    grounds.push(await page.evaluate(() => getComputedStyle(document.body).backgroundColor));
  }
  expect(new Set(grounds).size).toBe(2);
  await page.setViewportSize({ width: 320, height: 640 });
  expect(await contentWidth(page)).toBeLessThanOrEqual(320);
  expect(await axeFindings(page)).toEqual([]);
}

const unit = (code: string) => `/follow-ups?unit=${encodeURIComponent(code)}`;

describe('signing in by keyboard alone', () => {
  it.each([
    ['KVL', '/overview', 'Oversigt'],
    ['ABH', '/overview', 'Oversigt'],
    ['MSA', '/overview', 'Oversigt'],
    ['JKJ', '/overview', 'Oversigt'],
    ['LRT', unit('ØKA'), 'Opfølgning – ØKA'],
    ['PSN', unit('ØKA'), 'Opfølgning – ØKA'],
    ['IDA', unit('BFU'), 'Opfølgning – BFU'],
    ['HBO', unit('VOS'), 'Opfølgning – VOS'],
    ['SØL', unit('JOB'), 'Opfølgning – JOB'],
    ['TBR', '/overview', 'Oversigt'],
    ['EGR', '/overview', 'Oversigt'],
    ['BKR', '/overview', 'Oversigt'],
    ['NVA', '/overview', 'Oversigt'],
  ])('%s comes from the front page to %s, on its heading', async (initials, address, title) => {
    await go('/');
    await page.waitForURL('**/login');
    await signInAs(initials);
    await page.waitForURL(local.api.url + address);
    await page.locator('h1:focus').filter({ hasText: title }).waitFor();
    expect(await page.title()).toBe(`${title} – Dagsorden`);
  });

  it('leads back to the page that was asked for, with its filters', async () => {
    const address = '/follow-ups?unit=%C3%98KA&status=all&due=30d&group=meeting';
    await go(address);
    await page.getByText('Når du er logget ind, kommer du til den side, du var på vej til.').waitFor();
    await signInAs('MSA');
    await page.waitForURL(local.api.url + address);
    await heading('Opfølgning – ØKA');
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BODY');
    await expectChosen('Status', 'Alle');
    await expectChosen('Frist', 'Inden for 30 dage');
    await expectChosen('Inddel efter', 'Møde');
  });

  it('opens a closed door for nobody: what is not for the person is not there', async () => {
    await go('/admin/users');
    await signInAs('IDA');
    await heading('Siden findes ikke');
  });
});

async function expectChosen(label: string, text: string): Promise<void> {
  const chosen = page.getByLabel(label, { exact: true }).locator('option:checked');
  expect(await chosen.innerText()).toBe(text);
}

describe('signing out', () => {
  it('ends the session here, and says so', async () => {
    await go('/');
    await signInAs('KVL');
    await heading('Oversigt');
    await fromUserMenu(/^Log ud/);
    await page.waitForURL('**/login?signedOut=yes');
    await page.getByText('Du er logget ud.').waitFor();
    await go('/overview');
    await heading('Log ind');
  });

  it('everywhere ends the session of the other browser too', async () => {
    const elsewhere = await (await browser.newContext(ON_A_DESK)).newPage();
    await elsewhere.goto(`${local.api.url}/meetings`);
    await signInAs('HBO', elsewhere);
    await heading('Møder', elsewhere);
    await go('/profile');
    await signInAs('HBO');
    await heading('Profil');
    await tabTo(/^Log ud overalt/);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/login?signedOut=yes');
    await elsewhere.reload();
    await heading('Log ind', elsewhere);
    await signInAs('HBO', elsewhere);
    await elsewhere.waitForURL('**/meetings');
  });
});

describe('a session that has ended', () => {
  it('leads to the login at the next page, and back to that page', async () => {
    await go('/');
    await signInAs('MSA');
    await heading('Oversigt');
    await local.api.database.query('DELETE FROM session');
    await go('/meetings?view=calendar');
    await signInAs('MSA');
    await page.waitForURL('**/meetings?view=calendar');
    await heading('Møder');
  });

  it('is mended in another tab, while the page with what was typed stays', async () => {
    await go('/follow-ups');
    await signInAs('MSA');
    await page.locator('[data-follow-up]').first().waitFor();
    await page.locator('[data-follow-up]').first().focus();
    await page.keyboard.press('k');
    await page.getByRole('textbox', { name: 'Kommentar' }).and(page.locator(':focus')).waitFor();
    await page.keyboard.type('Det er aftalt.');
    await local.api.database.query('DELETE FROM session');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('dialog').getByText('Du er blevet logget ud').waitFor();
    const [tab] = await Promise.all([
      context.waitForEvent('page'),
      tabTo(/^Log ind igen/).then(() => page.keyboard.press('Enter')),
    ]);
    const closed = tab.waitForEvent('close');
    await chooseAt('MSA', tab);
    await closed;
    await page.getByText('Du er blevet logget ud').waitFor({ state: 'detached' });
    await page.getByRole('textbox', { name: 'Kommentar' }).focus();
    await page.keyboard.press('Control+Enter');
    await page.getByText('Kommentaren er gemt.').first().waitFor();
  });
});

/** The provider's answer for somebody, on its way to this browser: the address of the product's callback. */
async function answerFor(initials: string, returnTo: string): Promise<string> {
  const [person] = await local.api.database.query<{ id: string }>(
    'SELECT id FROM person WHERE initials = $1',
    [initials],
  );
  const before = new Browser();
  const choice = await toTheChoice(before, local.api.url, returnTo);
  const answer = await choose(before, choice, person?.id ?? '');
  const [name, value] = before.cookieHeader(local.api.url).split('=');
  await context.clearCookies({ name });
  await context.addCookies([{ name: name ?? '', value: value ?? '', url: local.api.url, sameSite: 'Lax' }]);
  return answer;
}

describe('somebody whose access is closed', () => {
  const setActive = (active: boolean) =>
    local.api.database.query("UPDATE person SET active = $1 WHERE initials = 'PSN'", [active]);

  it('is told so in Danish, during the work and at the door', async () => {
    await go('/meetings');
    await signInAs('PSN');
    await heading('Møder');
    const answer = await answerFor('PSN', '/meetings');
    await setActive(false);
    await page.getByRole('link', { name: 'Oversigt' }).press('Enter');
    await page.getByText('Du er blevet logget ud').first().waitFor();
    await page.goto(answer);
    await page.getByText('Kontakt sekretariatet eller en administrator').waitFor();
    await expectSoundPage('Din adgang er lukket');
    await setActive(true);
  });
});

describe('the pages on the way', () => {
  it('ask whom one wants to be, readable for everybody', async () => {
    await go('/sign-in');
    await expectSoundPage('Hvem vil du være?');
    expect(await page.getByRole('button').count()).toBe(13);
  });

  it('say that a choice is no longer there, with a way on', async () => {
    await go('/sign-in');
    await heading('Hvem vil du være?');
    const choice = page.url();
    await context.clearCookies();
    await page.goto(choice);
    await expectSoundPage('Dit login er udløbet');
    await tabTo(/^Log ind igen/);
    await page.keyboard.press('Enter');
    await heading('Hvem vil du være?');
  });

  it('ask whether to leave the provider too', async () => {
    await go('/');
    await signInAs('KVL');
    await heading('Oversigt');
    await page.goto(`${local.provider.issuer}/session/end`);
    await expectSoundPage('Vil du logge helt ud?');
    await tabTo(/^Log helt ud/);
    await page.keyboard.press('Enter');
    await expectSoundPage('Du er logget ud');
  });

  it('say that an answer of the provider is not of this browser', async () => {
    await go('/sign-in/callback?state=en-anden&code=en-kode');
    await expectSoundPage('Dit login er udløbet');
  });

  it('say that somebody gave up, and try again on the way to the same page', async () => {
    const back = new URL(await answerFor('MSA', '/meetings?view=calendar'));
    back.searchParams.delete('code');
    back.searchParams.set('error', 'access_denied');
    await page.goto(back.href);
    await expectSoundPage('Du er ikke logget ind');
    await tabTo(/^Log ind igen/);
    await page.keyboard.press('Enter');
    await chooseAt('MSA');
    await page.waitForURL('**/meetings?view=calendar');
  });

  it('say that the provider does not answer, and try again on the way to the same page', async () => {
    const nobody = {
      issuer: `http://127.0.0.1:${await freePort()}`,
      clientId: 'x',
      clientSecret: 'x'.repeat(32),
    };
    const provider = {
      ...{ ...nobody, algorithm: 'RS256' },
      claims: { roleClaim: null, unitClaim: null, roles: {} },
    };
    const api = await startSignInApi(accessOn(await freePort(), { provider }));
    try {
      await page.goto(`${api.url}/meetings`);
      await tabTo(/^Log ind/);
      await page.keyboard.press('Enter');
      await expectSoundPage('Login svarer ikke');
      const again = page.getByRole('link', { name: 'Log ind igen' });
      expect(await again.getAttribute('href')).toBe('/sign-in?returnTo=%2Fmeetings');
    } finally {
      await api.stop();
    }
  });
});
