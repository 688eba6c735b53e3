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
