import { describe, expect, it } from '@jest/globals';
import { sendAgenda } from '../builders/attachments.js';
import { paragraph } from '../builders/meetings.js';
import { until } from '../support/until.js';
import { startDesk } from './desk.js';
import {
  TABLET_ON_ITS_SIDE,
  countTaps,
  headed,
  readerAt,
  readingAddress,
  sentPackage,
} from './reading-desk.js';
import { axeFindings } from './support.js';
import type { TestPage } from './support.js';

const web = startDesk();
const reads = readerAt(web);

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

describe('all that one has written to a meeting', () => {
  it('stands in one place in the order of its points, for oneself, and is printed', async () => {
    const to = await sentPackage(web);
    const as = async (pointId: string, text: string) => {
      const open = await reads('KVL', to, pointId === to.points.round ? 'round' : 'budget');
      await open.page.getByRole('textbox', { name: 'Min note' }).fill(text);
      await open.page.locator('.own-note', { hasText: /Gemt kl\./ }).waitFor();
      await open.close();
    };
    await as(to.points.round, 'Ros til alle.');
    await as(to.points.budget, 'Spørg til 6-byerne.');
    const open = await reads('KVL', to, 'agenda', TABLET_ON_ITS_SIDE);
    const { page } = open;
    await page.getByLabel('Kommentar', { exact: true }).fill('Er alle med?');
    await page.getByRole('button', { name: 'Del kommentar' }).tap();
    await page.locator('.comment', { hasText: 'Er alle med?' }).waitFor();
    await page.getByRole('link', { name: 'Mine noter' }).tap();
    await headed(open, 'Mine noter');
    const points = page.locator('.reading-overview section');
    await points.first().waitFor();
    expect((await points.allInnerTexts()).map((text) => text.split(/\n+/))).toEqual([
      ['2. Mål for budgettet', 'Spørg til 6-byerne.'],
      ['3. Bordet rundt', 'Ros til alle.'],
    ]);
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('link', { name: 'Udskriv' }).tap();
    await page.locator('.print').getByText('Ros til alle.').waitFor();
    await open.go(`/meetings/${to.meetingId}/comments`);
    await page.locator('.reading-overview', { hasText: 'Er alle med?' }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    const other = await web.open('MSA');
    await other.go(`/meetings/${to.meetingId}/notes`);
    await other.page.getByText('Du har ikke skrevet noter til mødets punkter.').waitFor();
  });
});
