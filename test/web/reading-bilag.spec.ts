import { describe, expect, it } from '@jest/globals';
import { attachmentList } from '../../libs/contracts/attachments.js';
import { attachFile, sendAgenda } from '../builders/attachments.js';
import { docx, pdf } from '../builders/files.js';
import { makeMeeting, makePoint, putMeetingInto } from '../builders/meetings.js';
import { pdfOf, pdfWithoutEnd, pngOf } from '../builders/pdf-file.js';
import { until } from '../support/until.js';
import { nextDay } from './agenda-pages.js';
import { startDesk } from './desk.js';
import { FINGER_PX, smallTargets } from './looks.js';
import { ON_A_TABLET, countTaps, headed, readerAt, sentPackage } from './reading-desk.js';
import { axeFindings, contentWidth } from './support.js';
import type { TestPage } from './support.js';

const web = startDesk();
const reads = readerAt(web);

const lines = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, i) => `Tallene side ${i + 1}`);

/** What a test hangs on its point: the name of a file, what is in it, and whether it is closed. */
type Given = readonly [name: string, bytes: Buffer, visibility?: 'open' | 'closed'];

/** Sends an agenda of one point with these bilag; answers the addresses of the point and of each bilag. */
async function sentBilag(...given: readonly Given[]) {
  const { id } = await makeMeeting(web.api, web.bodyId, nextDay());
  const point = await makePoint(web.api, id, 'Tal', { minutes: 5 });
  for (const [name, bytes, visibility = 'open'] of given)
    await attachFile(web.api, `agenda-points/${point.id}/attachments/file`, name, bytes, visibility);
  await putMeetingInto(web.api, id, 'drafting');
  await sendAgenda(web.api, id);
  const { items } = await web.api.take(attachmentList, 'get', `agenda-points/${point.id}/attachments`);
  const at = `/meetings/${id}/read/${point.id}`;
  return { meeting: `/meetings/${id}/read`, at, bilag: items.map((each) => `${at}/attachments/${each.id}`) };
}

async function opens(initials: string, path: string | undefined, options: object = ON_A_TABLET) {
  const open = await web.open(initials, options);
  await open.go(path ?? '');
  return open;
}

const told = ({ page }: TestPage, words: string) =>
  page.locator('[role=status]', { hasText: words }).waitFor();
const drawn = ({ page }: TestPage, number: number) =>
  page.locator(`[data-page="${number}"] canvas[data-drawn]`).waitFor();
const toPage = ({ page }: TestPage, number: number) =>
  page.locator(`[data-page="${number}"]`).evaluate((each) => each.scrollIntoView());
const scrolled = ({ page }: TestPage): Promise<number> => page.evaluate(() => window.scrollY);

describe('a bilag while one reads', () => {
  it('is one tap from its point, and the point one tap back, where one left it', async () => {
    const open = await reads('KVL', await sentPackage(web), 'budget');
    const { page } = open;
    const link = page.getByRole('link', { name: /^Bilag\s2/ });
    // In the middle, where nothing at the window's edge is in the way of the finger: a tap scrolls no further then.
    await page.getByRole('textbox', { name: 'Min note' }).waitFor();
    await link.evaluate((each) => each.scrollIntoView({ block: 'center' }));
    const left = await scrolled(open);
    expect(left).toBeGreaterThan(500);
    const taps = await countTaps(open);
    await link.tap();
    await headed(open, 'Bilag\u00a02: Tal for 2027');
    await drawn(open, 1);
    await told(open, 'Side 1 af 2');
    expect(await page.title()).toMatch(/^Bilag\s2: Tal for 2027 – 2\. Mål for budgettet – .+ – Dagsorden$/);
    await page.getByRole('link', { name: 'Tilbage til punktet' }).tap();
    await headed(open, '2. Mål for budgettet');
    await until(async () => Math.abs((await scrolled(open)) - left) <= 2);
    await until(() => link.evaluate((each) => each === document.activeElement));
    expect(await taps()).toBe(2);
    expect(open.complaints).toEqual([]);
  });

  it('leads to the bilag around it, and from each of them back to the point in one step', async () => {
    const { at } = await sentBilag(['A.pdf', pdfOf(lines(1))], ['B.pdf', pdfOf(lines(1))]);
    const open = await opens('KVL', at);
    await open.page.getByRole('link', { name: /^Bilag\s1/ }).tap();
    await headed(open, 'Bilag\u00a01: A');
    expect(await open.page.getByRole('link', { name: /^Forrige bilag/ }).count()).toBe(0);
    await open.page.getByRole('link', { name: /^Næste bilag/ }).tap();
    await headed(open, 'Bilag\u00a02: B');
    await open.page.getByRole('link', { name: /^Forrige bilag/ }).waitFor();
    await open.page.goBack();
    await headed(open, '1. Tal');
    await until(
      async () =>
        (await open.page.evaluate(() => document.activeElement?.textContent))?.includes('B') ?? false,
    );
  });

  it('leads to its point also from an address that one was given', async () => {
    const { bilag } = await sentBilag(['A.pdf', pdfOf(lines(1))]);
    const open = await opens('KVL', bilag[0]);
    await open.page.getByRole('link', { name: 'Tilbage til punktet' }).tap();
    await headed(open, '1. Tal');
  });

  it('is shown page by page, at most three of them drawn, with words that can be read aloud', async () => {
    const { bilag } = await sentBilag(['Tal.pdf', pdfOf(lines(9))]);
    const open = await opens('KVL', bilag[0]);
    await drawn(open, 1);
    await open.page.getByRole('group', { name: 'Side 9 af 9' }).getByText('Tallene side 9').waitFor();
    for (const number of [4, 9, 2]) {
      await toPage(open, number);
      await drawn(open, number);
      await told(open, `Side ${number} af 9`);
      expect(await open.page.locator('.pdf-page canvas').count()).toBeLessThanOrEqual(3);
    }
    const [canvas, words] = await open.page.locator('[data-page="2"]').evaluate((each) =>
      [each.querySelector('canvas'), each.querySelector('.pdf-words span')].map((part) => {
        const { left, top, width, height } = part?.getBoundingClientRect() ?? new DOMRect();
        return { left, top, width, height };
      }),
    );
    // The words lie where the picture has them: 72 of 595 points from the left.
    const share = ((words?.left ?? 0) - (canvas?.left ?? 0)) / (canvas?.width ?? 1);
    expect(share).toBeCloseTo(72 / 595, 2);
    expect(open.complaints).toEqual([]);
  });

  it('is opened again at the page where it was left', async () => {
    const { meeting, at, bilag } = await sentBilag(['Tal.pdf', pdfOf(lines(5))]);
    const open = await opens('KVL', at);
    await open.page.getByRole('link', { name: /^Bilag\s1/ }).tap();
    await drawn(open, 1);
    await toPage(open, 2);
    await told(open, 'Side 2 af 5');
    await open.page.waitForURL('**?page=2');
    await open.page.getByRole('link', { name: 'Tilbage til punktet' }).tap();
    await headed(open, '1. Tal');
    const placed = open.page.waitForResponse(
      (answer) =>
        answer.url().endsWith('/my-place') && (answer.request().postData() ?? '').includes('"page":2'),
    );
    await open.page.getByRole('link', { name: /^Bilag\s1/ }).tap();
    await told(open, 'Side 2 af 5');
    await drawn(open, 2);
    await placed;
    await open.close();
    const again = await opens('KVL', meeting);
    await told(again, 'Side 2 af 5');
    await drawn(again, 2);
    expect(await scrolled(again)).toBeGreaterThan(500);
    const deep = await opens('KVL', `${bilag[0] ?? ''}?page=4`);
    await told(deep, 'Side 4 af 5');
    await drawn(deep, 4);
  });

  it('is a picture where it is one, and says of all else that it is downloaded', async () => {
    const { bilag } = await sentBilag(['Kort.png', pngOf()], ['Brev.docx', docx()]);
    const open = await opens('KVL', bilag[0]);
    const picture = open.page.getByRole('img', { name: 'Billede: Kort' });
    expect(await picture.evaluate((each: HTMLImageElement) => each.naturalWidth)).toBe(8);
    const shown = await open.page.request.get(
      web.base + ((await open.page.getByRole('link', { name: 'Åbn i ny fane' }).getAttribute('href')) ?? ''),
    );
    expect(shown.headers()['content-disposition']).toMatch(/^inline; filename="Kort\.png"/);
    const letter = await opens('KVL', bilag[1]);
    await letter.page
      .getByText('Filen kan ikke vises her. Hent den for at læse den i et andet program.')
      .waitFor();
    expect(await letter.page.getByRole('link', { name: 'Åbn i ny fane' }).count()).toBe(0);
    const saved = letter.page.waitForEvent('download');
    await letter.page.getByRole('link', { name: 'Hent filen' }).tap();
    expect((await saved).suggestedFilename()).toBe('Brev.docx');
  });

  it('says why a PDF cannot be drawn, and leads to the file', async () => {
    const { bilag } = await sentBilag(
      ['Skadet.pdf', pdf()],
      ['Låst.pdf', pdfOf(lines(1), { isLocked: true })],
      ['Endeløs.pdf', pdfWithoutEnd()],
      ['Tom.png', Buffer.concat([pngOf().subarray(0, 20)])],
    );
    const words = [
      'Den er måske beskadiget.',
      'Filen er beskyttet med en adgangskode',
      'Filen har flere sider, end der kan vises her.',
      'Billedet kan ikke vises her.',
    ];
    for (const [i, why] of words.entries()) {
      const open = await opens('KVL', bilag[i]);
      await open.page.getByText(why).waitFor();
      await open.page.getByRole('link', { name: 'Hent filen' }).waitFor();
      expect(await axeFindings(open.page)).toEqual([]);
    }
  });

  it('tells that it could not be fetched, and fetches it when it is asked to', async () => {
    const { bilag } = await sentBilag(['Tal.pdf', pdfOf(lines(1))]);
    const open = await web.open('KVL', ON_A_TABLET);
    await open.page.route('**/attachments/*/file', (route) => route.abort());
    await open.go(bilag[0] ?? '');
    await open.page.getByRole('alert').filter({ hasText: 'Bilaget kunne ikke hentes.' }).waitFor();
    await open.page.unroute('**/attachments/*/file');
    await open.page.getByRole('button', { name: 'Prøv igen' }).tap();
    await drawn(open, 1);
  });

  it('is not there for those who may not read it', async () => {
    const { at, bilag } = await sentBilag(['A.pdf', pdfOf(lines(1))], ['B.pdf', pdfOf(lines(1)), 'closed']);
    const open = await opens('KVL', bilag[1]);
    await headed(open, 'Bilag\u00a02: B');
    await open.page.locator('.chip', { hasText: 'Fortroligt' }).waitFor();
    // Its point is open to all.
    expect(await open.page.locator('.closed-banner').count()).toBe(0);
    for (const [initials, path] of [
      ['IDA', bilag[1]],
      ['BKR', bilag[0]],
      ['KVL', `${at}/attachments/${at.slice(-36)}`],
      ['KVL', `${at}/attachments/none`],
    ] as const)
      await headed(await opens(initials, path), 'Siden findes ikke');
  });

  it('has room for a finger and nothing for axe to find, and fits a narrow screen', async () => {
    const { bilag } = await sentBilag(
      ['A.pdf', pdfOf(lines(2))],
      ['Et langt navn på et bilag om tal.pdf', pdfOf(lines(2)), 'closed'],
    );
    const open = await opens('KVL', bilag[1]);
    await drawn(open, 1);
    await open.page.getByText('Tallene side 2').waitFor({ state: 'attached' });
    expect(await smallTargets(open.page, FINGER_PX)).toEqual([]);
    for (const colorScheme of ['light', 'dark'] as const) {
      await open.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      expect(await axeFindings(open.page)).toEqual([]);
    }
    await open.page.setViewportSize({ width: 320, height: 640 });
    await drawn(open, 1);
    expect(await contentWidth(open.page)).toBeLessThanOrEqual(320);
  });
});
