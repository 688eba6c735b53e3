import { describe, expect, it } from '@jest/globals';
import { indstilling } from '../../libs/contracts/indstillinger.js';
import { localOf } from '../../libs/domain/calendar/index.js';
import { POLITICAL_BODY_STEPS } from '../../libs/domain/indstilling/index.js';
import { sendAgenda } from '../builders/attachments.js';
import { putIndstillingInto } from '../builders/indstillinger.js';
import { makeMeeting, makePoint, putMeetingInto } from '../builders/meetings.js';
import { until } from '../support/until.js';
import { nextDay } from './agenda-pages.js';
import { startDesk } from './desk.js';
import { FINGER_PX, smallTargets } from './looks.js';
import { ON_A_TABLET, TABLET_ON_ITS_SIDE, countTaps, headed, readerAt, sentPackage } from './reading-desk.js';
import type { Package } from './reading-desk.js';
import { axeFindings, contentWidth } from './support.js';
import type { TestPage } from './support.js';

const web = startDesk();

const reads = readerAt(web);
const focusedText = ({ page }: TestPage) => page.evaluate(() => document.activeElement?.textContent ?? '');

describe('reading an agenda', () => {
  it('is one tap from Oversigt', async () => {
    const today = localOf(new Date().toISOString()).date;
    await sentPackage(web, today);
    const open = await web.open('KVL', ON_A_TABLET);
    await open.go('/overview');
    const taps = await countTaps(open);
    await open.page.getByRole('link', { name: 'Læs materialet' }).tap();
    await headed(open, '1. Dagsorden');
    await open.page.getByText('Dagsordenen godkendes, som den er udsendt.').waitFor();
    expect(await taps()).toBe(1);
    expect(await focusedText(open)).toBe('1. Dagsorden');
    expect(await open.page.title()).toMatch(/^1\. Dagsorden – Rådmandsmøde, .+ – Dagsorden$/);
  });

  it('shows what is to be decided first, then the rest, then the bilag, each with what its file is', async () => {
    const to = await sentPackage(web);
    const { page } = await reads('KVL', to, 'budget');
    const headings = page.locator('.reading-text h2');
    expect(await headings.allTextContents()).toEqual([
      ...['Indstilling', 'Indledning', 'Sagsfremstilling', 'Ressourcer', 'Kommunikation'],
      ...['Videre proces', 'Koordineret med', 'Bilag', 'Bilag til punktet', 'Sagens forløb'],
    ]);
    await page.getByText('9.05–9.15').first().waitFor();
    const bilag = page.locator('.read-bilag a');
    expect(await bilag.allInnerTexts()).toEqual([
      expect.stringMatching(/Bilag\s1\s+Kort over området\s+PDF, \d+\sbyte/),
      expect.stringMatching(/Bilag\s2\s+Tal for 2027\s+PDF, \d+\sbyte/),
    ]);
  });

  it('goes from point to point with one tap, and back to where one was', async () => {
    const to = await sentPackage(web);
    const open = await reads('KVL', to, 'agenda');
    const { page } = open;
    await page.getByRole('link', { name: /^Næste/ }).tap();
    await headed(open, '2. Mål for budgettet');
    await until(async () => (await focusedText(open)) === '2. Mål for budgettet');
    await page.getByText('Afsnit 30').scrollIntoViewIfNeeded();
    const left = await page.evaluate(() => window.scrollY);
    expect(left).toBeGreaterThan(500);
    await page.getByRole('link', { name: /^Næste/ }).tap();
    await headed(open, '3. Bordet rundt');
    await until(() => page.evaluate(() => window.scrollY === 0));
    await page.goBack();
    await headed(open, '2. Mål for budgettet');
    await until(async () => Math.abs((await page.evaluate(() => window.scrollY)) - left) <= 2);
    await page.keyboard.press('Alt+PageUp');
    await headed(open, '1. Dagsorden');
  });

  it('has its list in a sheet on a tablet held upright, and beside the text on its side', async () => {
    const to = await sentPackage(web);
    const open = await reads('KVL', to, 'agenda');
    const { page } = open;
    const list = page.getByRole('navigation', { name: 'Dagsordenens punkter' });
    expect(await list.count()).toBe(0);
    await page.getByRole('button', { name: 'Punkter' }).tap();
    await list.waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await until(async () => (await focusedText(open)) === 'Punkter');
    await page.getByRole('button', { name: 'Punkter' }).tap();
    await list.getByRole('link', { name: /^3\. Bordet rundt/ }).tap();
    await headed(open, '3. Bordet rundt');
    await until(async () => (await focusedText(open)) === '3. Bordet rundt');
    expect(await list.count()).toBe(0);
    await page.setViewportSize(TABLET_ON_ITS_SIDE.viewport);
    await list.locator('[aria-current]', { hasText: '3. Bordet rundt' }).waitFor();
    await page.getByRole('button', { name: 'Punkter' }).tap();
    await list.waitFor({ state: 'detached' });
  });

  it('keeps the size of its text on the device', async () => {
    const to = await sentPackage(web);
    const open = await reads('KVL', to, 'agenda');
    const size = () => open.page.locator('.reading-text').evaluate((text) => getComputedStyle(text).fontSize);
    expect(await size()).toBe('18px');
    await open.page.getByRole('button', { name: 'Tekststørrelse: mellem' }).tap();
    expect(await size()).toBe('20px');
    await open.page.reload();
    await headed(open, '1. Dagsorden');
    expect(await size()).toBe('20px');
  });

  it('gives those who may not read the page that is not there', async () => {
    const to = await sentPackage(web);
    const stranger = await reads('BKR', to, 'agenda');
    await headed(stranger, 'Siden findes ikke');
    const reader = await reads('IDA', to, 'closed');
    await headed(reader, 'Siden findes ikke');
    const open = await reads('KVL', to, 'closed');
    await headed(open, '1. Personsag');
    await open.page.locator('.closed-banner').waitFor();
  });
});

describe('an indstilling that waits for who reads it', () => {
  const stateOf = async ({ indstillingId }: Package): Promise<string> =>
    (await web.api.take(indstilling, 'get', `indstillinger/${indstillingId}`)).state;
  async function waiting(): Promise<Package> {
    const to = await sentPackage(web);
    await putIndstillingInto(web.api, to.indstillingId, 'with-raadmand', POLITICAL_BODY_STEPS);
    return to;
  }

  it('is approved with one tap, also from the end of its text, and that is taken back with one', async () => {
    const to = await waiting();
    const open = await reads('KVL', to, 'budget');
    const approve = open.page.getByRole('button', { name: 'Godkend', exact: true });
    await approve.waitFor();
    await open.page.getByText('Afsnit 38').scrollIntoViewIfNeeded();
    const taps = await countTaps(open);
    expect(await approve.evaluate((button) => button.getBoundingClientRect().top)).toBeGreaterThanOrEqual(0);
    await approve.tap();
    await until(async () => (await stateOf(to)) === 'approved');
    expect(await taps()).toBe(1);
    await open.page.locator('.reading-steps:focus', { hasText: 'Klar til dagsorden' }).waitFor();
    await open.page.locator('#undo').getByRole('button', { name: 'Fortryd' }).tap();
    await until(async () => (await stateOf(to)) === 'with-raadmand');
    await approve.waitFor();
  });

  it('is returned with two taps and a text, and not without the text', async () => {
    const to = await waiting();
    const open = await reads('KVL', to, 'budget');
    const taps = await countTaps(open);
    await open.page.getByRole('button', { name: 'Returnér', exact: true }).tap();
    const reason = open.page.getByLabel('Hvorfor returneres den?');
    const send = open.page.locator('form').getByRole('button', { name: 'Returnér' });
    await send.tap();
    await open.page.locator('.fault', { hasText: 'Skriv, hvorfor.' }).waitFor();
    expect(await reason.getAttribute('aria-invalid')).toBe('true');
    expect(await stateOf(to)).toBe('with-raadmand');
    expect(await axeFindings(open.page)).toEqual([]);
    await open.page.locator('textarea:focus').fill('Skriv, hvad det betyder for 6-byerne.');
    await send.tap();
    await until(async () => (await stateOf(to)) === 'returned');
    // The tap without a text is one too many.
    expect((await taps()) - 1).toBeLessThanOrEqual(2);
  });

  it('offers nothing to those whose turn it is not', async () => {
    const to = await waiting();
    const open = await reads('MSA', to, 'budget');
    await open.page.locator('.reading-steps', { hasText: 'Hos rådmand' }).waitFor();
    expect(await open.page.getByRole('button', { name: 'Godkend', exact: true }).count()).toBe(0);
  });
});

describe('an agenda that is not sent, or sent again', () => {
  it('says that it is not sent yet to those who read it through', async () => {
    const { id } = await makeMeeting(web.api, web.bodyId, nextDay());
    await makePoint(web.api, id, 'Dagsorden', { minutes: 5 });
    await putMeetingInto(web.api, id, 'drafting');
    const open = await web.open('MSA', ON_A_TABLET);
    await open.go(`/meetings/${id}/read`);
    await headed(open, '1. Dagsorden');
    await open.page.getByText('Ikke udsendt – gennemlæsning').waitFor();
  });

  it('says that a newer version was sent while one reads, shows it, and leads to what changed', async () => {
    const to = await sentPackage(web);
    const open = await reads('KVL', to, 'round');
    expect(await open.page.getByText('Der er udsendt en ny version.').count()).toBe(0);
    await web.api.send(
      'patch',
      `agenda-points/${to.points.round}`,
      { title: 'Bordet rundt igen' },
      { ifMatch: 1 },
    );
    await sendAgenda(web.api, to.meetingId);
    await open.page.evaluate(() => document.dispatchEvent(new Event('visibilitychange', { bubbles: true })));
    await open.page.getByText('Der er udsendt en ny version.').waitFor();
    await headed(open, '3. Bordet rundt igen');
    await open.page.locator('.page-status', { hasText: 'Ændret' }).waitFor();
    await open.page.getByRole('link', { name: 'Vis ændringer' }).tap();
    await open.page.waitForURL('**/changes?from=1&to=2');
  });
});

describe('the reading mode', () => {
  it.each([
    ['upright', ON_A_TABLET],
    ['on its side', TABLET_ON_ITS_SIDE],
  ])('has room for a finger and nothing for axe to find on a tablet %s', async (_, options) => {
    const to = await sentPackage(web);
    const { page } = await reads('KVL', to, 'budget', options);
    expect(await smallTargets(page, FINGER_PX)).toEqual([]);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      expect(await axeFindings(page)).toEqual([]);
    }
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await contentWidth(page)).toBeLessThanOrEqual(320);
  });
});
