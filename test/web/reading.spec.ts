import { describe, expect, it } from '@jest/globals';
import { indstilling } from '../../libs/contracts/indstillinger.js';
import { localOf } from '../../libs/domain/calendar/index.js';
import { POLITICAL_BODY_STEPS } from '../../libs/domain/indstilling/index.js';
import { sendAgenda } from '../builders/attachments.js';
import { putIndstillingInto } from '../builders/indstillinger.js';
import { makeMeeting, makePoint, paragraph, putMeetingInto } from '../builders/meetings.js';
import { until } from '../support/until.js';
import { nextDay } from './agenda-pages.js';
import { startDesk } from './desk.js';
import { FINGER_PX, smallTargets } from './looks.js';
import { ON_A_TABLET, TABLET_ON_ITS_SIDE, countTaps, readingAddress, sentPackage } from './reading-desk.js';
import type { Package } from './reading-desk.js';
import { axeFindings, contentWidth } from './support.js';
import type { TestPage } from './support.js';

const web = startDesk();

async function reads(
  initials: string,
  to: Package,
  point: keyof Package['points'],
  options: object = ON_A_TABLET,
): Promise<TestPage> {
  const open = await web.open(initials, options);
  await open.go(readingAddress(to, point));
  return open;
}
const headed = ({ page }: TestPage, title: string) =>
  page.getByRole('heading', { level: 1, name: title, exact: true }).waitFor();
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

  it('shows what is to be decided first, then the rest, then the bilag, each with its file', async () => {
    const to = await sentPackage(web);
    const { page } = await reads('KVL', to, 'budget');
    const headings = page.locator('.reading-text h2');
    expect(await headings.allTextContents()).toEqual([
      ...['Indstilling', 'Indledning', 'Sagsfremstilling', 'Ressourcer', 'Kommunikation'],
      ...['Videre proces', 'Koordineret med', 'Bilag', 'Bilag til punktet'],
    ]);
    await page.getByText('9.05–9.15').first().waitFor();
    const bilag = page.locator('.read-bilag a');
    expect(await bilag.allInnerTexts()).toEqual([
      expect.stringMatching(/Bilag\s1\s+Kort over området\s+PDF, \d+\sbyte/),
      expect.stringMatching(/Bilag\s2\s+Tal for 2027\s+PDF, \d+\sbyte/),
    ]);
    expect(
      (await page.request.get(web.base + ((await bilag.last().getAttribute('href')) ?? ''))).status(),
    ).toBe(200);
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
    expect((await taps()) - 1).toBeLessThanOrEqual(3);
  });

  it('offers nothing to those whose turn it is not', async () => {
    const to = await waiting();
    const open = await reads('MSA', to, 'budget');
    await open.page.locator('.reading-steps', { hasText: 'Hos rådmand' }).waitFor();
    expect(await open.page.getByRole('button', { name: 'Godkend', exact: true }).count()).toBe(0);
  });
});

describe('what a reader keeps for themself', () => {
  const noteField = ({ page }: TestPage) => page.getByRole('textbox', { name: 'Min note' });
  const storedNote = async (pointId: string): Promise<string | undefined> => {
    const [row] = await web.api.database.query<{ text: string }>(
      'SELECT text FROM own_note WHERE point_id = $1',
      [pointId],
    );
    return row?.text;
  };

  it('is a note with one tap and a text, which is there within a second and for nobody else', async () => {
    const to = await sentPackage(web);
    const open = await reads('KVL', to, 'budget');
    await noteField(open).waitFor();
    const taps = await countTaps(open);
    await open.page.getByRole('button', { name: 'Min note' }).tap();
    await open.page.locator('textarea:focus').pressSequentially('Spørg til 6-byerne.');
    const typed = Date.now();
    await open.page.locator('.own-note', { hasText: /Gemt kl\./ }).waitFor();
    const waited = Date.now() - typed;
    expect(await taps()).toBe(1);
    expect(await storedNote(to.points.budget)).toBe('Spørg til 6-byerne.');
    // The pause and the answer; a busy machine takes its own time on top.
    expect(waited).toBeLessThan(3000);
    expect(await axeFindings(open.page)).toEqual([]);
    await open.page.reload();
    await noteField(open).waitFor();
    expect(await noteField(open).inputValue()).toBe('Spørg til 6-byerne.');
    const other = await reads('MSA', to, 'budget');
    await noteField(other).waitFor();
    expect(await noteField(other).inputValue()).toBe('');
  });

  it('is kept when another point is gone to at once, and survives a corrected agenda', async () => {
    const to = await sentPackage(web);
    const open = await reads('KVL', to, 'budget');
    await noteField(open).fill('Husk tallene fra ØKA.');
    await open.page.getByRole('link', { name: /^Næste/ }).tap();
    await headed(open, '3. Bordet rundt');
    await until(async () => (await storedNote(to.points.budget)) === 'Husk tallene fra ØKA.');
    const title = 'Mål for budgettet 2028';
    await web.api.send('patch', `agenda-points/${to.points.budget}`, { title }, { ifMatch: 1 });
    await sendAgenda(web.api, to.meetingId);
    await open.go(readingAddress(to, 'budget'));
    await headed(open, `2. ${title}`);
    await open.page.locator('.page-status', { hasText: 'Ændret' }).waitFor();
    await noteField(open).waitFor();
    expect(await noteField(open).inputValue()).toBe('Husk tallene fra ØKA.');
  });

  it('shows both texts where two devices wrote at once, and loses neither', async () => {
    const to = await sentPackage(web);
    const [here, there] = [await reads('KVL', to, 'round'), await reads('KVL', to, 'round')];
    await noteField(here).fill('Skrevet her.');
    await until(async () => (await storedNote(to.points.round)) === 'Skrevet her.');
    await noteField(there).fill('Skrevet der.');
    await there.page.getByRole('alert').getByText('Skrevet her.').waitFor();
    expect(await noteField(there).inputValue()).toBe('Skrevet der.');
    await there.page.getByRole('button', { name: 'Behold teksten her' }).tap();
    await until(async () => (await storedNote(to.points.round)) === 'Skrevet der.');
  });

  it('has a point as read when its end was looked at for three seconds, or as one says', async () => {
    const to = await sentPackage(web);
    const open = await reads('KVL', to, 'agenda', TABLET_ON_ITS_SIDE);
    const { page } = open;
    const list = page.getByRole('navigation', { name: 'Dagsordenens punkter' });
    await list.getByText('0 af 4 læst').waitFor();
    await page.getByLabel('Læst').and(page.locator(':checked')).waitFor();
    await list.getByText('1 af 4 læst').waitFor();
    await page.getByText('Læst').last().tap();
    await list.getByText('0 af 4 læst').waitFor();
    await page.getByRole('link', { name: /^Næste/ }).tap();
    await headed(open, '2. Mål for budgettet');
    // Its end is not on the screen: it is read only when one says so.
    await page.getByLabel('Læst').check();
    await list.getByText('1 af 4 læst').waitFor();
  });

  it('goes on where one was', async () => {
    const to = await sentPackage(web);
    const open = await reads('KVL', to, 'round');
    await until(async () => {
      const rows = await web.api.database.query('SELECT 1 FROM own_place WHERE point_id = $1', [
        to.points.round,
      ]);
      return rows.length === 1;
    });
    await open.go(`/meetings/${to.meetingId}/read`);
    await headed(open, '3. Bordet rundt');
  });
});

describe('marks in a text', () => {
  /** Selects words of the text that is read, as a finger held on it does. */
  const select = ({ page }: TestPage, words: string) =>
    page.evaluate((wanted) => {
      const walker = document.createTreeWalker(
        document.querySelector('.reading-text') ?? document.body,
        NodeFilter.SHOW_TEXT,
      );
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const at = (node.textContent ?? '').indexOf(wanted);
        if (at >= 0) getSelection()?.setBaseAndExtent(node, at, node, at + wanted.length);
      }
    }, words);
  const drawn = ({ page }: TestPage) =>
    page.evaluate(() => [...(CSS.highlights.get('reading-mark') ?? [])].map(String));
  const marks = ({ page }: TestPage) => page.getByRole('region', { name: 'Mine markeringer' });

  it('are made of what is selected, drawn, found again, taken back and gone to', async () => {
    const to = await sentPackage(web);
    const open = await reads('KVL', to, 'budget');
    await marks(open).getByRole('button', { name: 'Markér', exact: true }).waitFor();
    await select(open, 'Afsnit 33: Målene skal');
    const bar = open.page.getByRole('group', { name: 'Den valgte tekst' });
    expect(await axeFindings(open.page)).toEqual([]);
    await select(open, 'Afsnit 33: Målene skal');
    await bar.getByRole('button', { name: 'Markér', exact: true }).tap();
    await marks(open).locator('blockquote', { hasText: 'Afsnit 33: Målene skal' }).waitFor();
    await until(async () => (await drawn(open)).join() === 'Afsnit 33: Målene skal');
    await bar.waitFor({ state: 'detached' });
    await select(open, 'hvad byrådet vil');
    await bar.getByRole('button', { name: 'Markér med note' }).tap();
    await open.page.locator('textarea:focus').fill('Hvornår?');
    await marks(open).getByRole('button', { name: 'Færdig' }).tap();
    await marks(open).getByText('Hvornår?').waitFor();
    await open.page.reload();
    await until(async () => (await drawn(open)).length === 2);
    await marks(open).getByRole('button', { name: 'Gå til: Afsnit 33: Målene skal' }).tap();
    await until(() =>
      open.page.evaluate(() => {
        const [first] = [...(CSS.highlights.get('reading-mark') ?? [])];
        const top = (first as Range | undefined)?.getBoundingClientRect().top ?? -1;
        return top > 0 && top < window.innerHeight;
      }),
    );
    await marks(open).getByRole('button', { name: 'Fjern: Afsnit 33: Målene skal' }).tap();
    await until(async () => (await drawn(open)).join() === 'hvad byrådet vil');
    await open.page.locator('#undo').getByRole('button', { name: 'Fortryd' }).tap();
    await until(async () => (await drawn(open)).length === 2);
  });

  it('are listed with their old words where the text is another', async () => {
    const to = await sentPackage(web);
    const open = await reads('KVL', to, 'agenda');
    await marks(open).waitFor();
    await select(open, 'som den er udsendt');
    await open.page.getByRole('button', { name: 'Markér', exact: true }).last().tap();
    await until(async () => (await drawn(open)).join() === 'som den er udsendt');
    const purpose = paragraph('Dagsordenen godkendes med en rettelse.');
    await web.api.send('patch', `agenda-points/${to.points.agenda}`, { purpose }, { ifMatch: 1 });
    await sendAgenda(web.api, to.meetingId);
    await open.page.reload();
    const lost = marks(open).locator('.mark', { hasText: 'Teksten er ændret' });
    await lost.locator('blockquote', { hasText: 'som den er udsendt' }).waitFor();
    expect(await drawn(open)).toEqual([]);
    expect(await axeFindings(open.page)).toEqual([]);
  });
});

describe('comments to a point', () => {
  const comments = ({ page }: TestPage) => page.getByRole('region', { name: 'Kommentarer' });
  const share = async (open: TestPage): Promise<void> =>
    comments(open).getByRole('button', { name: 'Del kommentar' }).tap();

  it('are shared with those who meet or with chosen people, who alone see them', async () => {
    const to = await sentPackage(web);
    const open = await reads('KVL', to, 'budget');
    await share(open);
    await comments(open).getByText('Skriv en kommentar.').waitFor();
    await open.page.locator('textarea:focus').fill('Til alle: se bilag 2.');
    await share(open);
    await comments(open).locator('.comment', { hasText: 'delt med mødekredsen' }).waitFor();
    await comments(open).getByLabel('Kommentar', { exact: true }).fill('Kun til dig.');
    await comments(open).getByLabel('Udvalgte personer').check();
    await share(open);
    await comments(open).getByText('Vælg mindst én person.').waitFor();
    expect(await axeFindings(open.page)).toEqual([]);
    await comments(open).getByLabel('Mette Sandager').check();
    await share(open);
    await comments(open).locator('.comment', { hasText: 'delt med Mette Sandager' }).waitFor();
    const chosen = await reads('MSA', to, 'budget');
    await comments(chosen).getByText('Kun til dig.').waitFor();
    // Who reads the agenda without meeting is not of the circle.
    const other = await reads('JKJ', to, 'budget');
    await comments(other).getByLabel('Kommentar', { exact: true }).waitFor();
    await comments(other).locator('ul').waitFor({ state: 'attached' });
    expect(await comments(other).locator('.comment').count()).toBe(0);
  });

  it('are changed and removed by who wrote them, and a removal is taken back', async () => {
    const to = await sentPackage(web);
    const open = await reads('KVL', to, 'round');
    await comments(open).getByLabel('Kommentar', { exact: true }).fill('Skal vi nå det?');
    await share(open);
    await comments(open)
      .getByRole('button', { name: /^Ret din kommentar/ })
      .tap();
    await open.page.locator('textarea:focus').fill('Når vi det?');
    await comments(open).getByRole('button', { name: 'Gem' }).tap();
    await comments(open).locator('.comment-text', { hasText: 'Når vi det?' }).waitFor();
    const other = await reads('MSA', to, 'round');
    await comments(other).getByText('Når vi det?').waitFor();
    expect(
      await comments(other)
        .getByRole('button', { name: /^Ret din/ })
        .count(),
    ).toBe(0);
    await comments(open)
      .getByRole('button', { name: /^Slet din kommentar/ })
      .tap();
    await comments(open).locator('.comment').waitFor({ state: 'detached' });
    await open.page.locator('#undo').getByRole('button', { name: 'Fortryd' }).tap();
    await comments(open).getByText('Når vi det?').waitFor();
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
