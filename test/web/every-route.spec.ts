import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { pdf, sendFile } from '../builders/files.js';
import { axeFindings, contentWidth, startTestWeb } from './support.js';
import {
  clippedTexts,
  layoutShift,
  movingParts,
  smallTargets,
  unmarkedParts,
  withLargeText,
} from './looks.js';
import type { TestWeb } from './support.js';

let web: TestWeb;
let meetingId = '';
let draftId = '';
let followUpId = '';
let unitId = '';
let point = { id: '', meetingId: '' };
let minutesOf = '';
let bodyId = '';
beforeAll(async () => {
  web = await startTestWeb();
  const first = async (table: string): Promise<string> => {
    const [row] = await web.api.database.query<{ id: string }>(`SELECT id FROM ${table} ORDER BY id LIMIT 1`);
    return row?.id ?? '';
  };
  const [draft] = await web.api.database.query<{ id: string }>(
    "SELECT id FROM meeting WHERE state = 'drafting' LIMIT 1",
  );
  draftId = draft?.id ?? '';
  const [found] = await web.api.database.query<typeof point>(
    `SELECT id, meeting_id AS "meetingId" FROM agenda_point WHERE title LIKE 'Byrådshenvist sag%'`,
  );
  if (found) point = found;
  await sendFile(
    web.api,
    `agenda-points/${point.id}/attachments/file`,
    'Bilag 4 - Tal for ungdomsboliger.pdf',
    pdf(),
  );
  [meetingId, followUpId, unitId] = [await first('meeting'), await first('follow_up'), await first('unit')];
  const [council] = await web.api.database.query<{ id: string }>(
    "SELECT id FROM body WHERE name = 'Rådmandsmøde'",
  );
  bodyId = council?.id ?? '';
  const items = [{ title: 'Kvartalsstatus', month: 11 }];
  await web.api.send('put', `bodies/${bodyId}/aarshjul`, { items }, { ifMatch: 1 });
  const [minuted] = await web.api.database.query<{ id: string }>(
    'SELECT meeting_id AS id FROM minutes LIMIT 1',
  );
  minutesOf = minuted?.id ?? '';
  await documentsToShow();
});
afterAll(() => web.stop());

/** A document in each state: no worker runs here. */
async function documentsToShow(): Promise<void> {
  for (const format of ['docx', 'pdf'])
    for (const audience of ['all', 'open'])
      await web.api.send('post', `meetings/${minutesOf}/documents`, { kind: 'minutes', audience, format });
  await web.api.database.query(
    `UPDATE document SET state = 'failed', reason = 'It took too long to make the PDF.' WHERE format = 'pdf'`,
  );
  await web.api.database.query(
    `UPDATE document SET state = 'ready', progress = 100, sha256 = repeat('a', 64), size = 84000
     WHERE format = 'docx' AND audience = 'open'`,
  );
}

function addressOf(route: string): string {
  return route
    .replace(':draftId', draftId)
    .replace(':udvalgId', point.meetingId)
    .replace(':pointId', point.id)
    .replace(':minutesOf', minutesOf)
    .replace(':meetingId', meetingId)
    .replace(':followUpId', followUpId)
    .replace(':bodyId', bodyId)
    .replace(':unitId', unitId);
}

/** Every route, with somebody it is for and the words that tell it is there. */
const ROUTES: readonly (readonly [string, string, string])[] = [
  ['nobody', '/login?returnTo=/meetings', 'Log ind'],
  ['nobody', '/login?failed=yes', 'Log ind'],
  ['nobody', '/signed-in', 'Du er logget ind'],
  ['MSA', '/overview', 'Oversigt'],
  ['KVL', '/overview', 'Oversigt'],
  ['IDA', '/overview', 'Oversigt'],
  ['MSA', '/meetings', 'Møder'],
  ['MSA', '/meetings?view=calendar', 'Møder'],
  ['MSA', '/meetings?from=2031-01-01', 'Møder'],
  ['MSA', '/meetings/new', 'Nyt møde'],
  ['BKR', '/meetings/new', 'Nyt møde'],
  ['MSA', '/meetings/:draftId/agenda', 'Rådmandsmøde'],
  ['MSA', '/meetings/:meetingId/agenda', 'Rådmandsmøde'],
  ['MSA', '/meetings/series', 'Opret mødeserie'],
  ['BKR', '/meetings/series', 'Opret mødeserie'],
  ['MSA', '/meetings/:meetingId', 'Rådmandsmøde'],
  ['MSA', '/meetings/:udvalgId/points/:pointId', 'Byrådshenvist sag'],
  ['BKR', '/meetings/:udvalgId/points/:pointId', 'Byrådshenvist sag'],
  ['MSA', '/meetings/:udvalgId/points/:followUpId', 'Siden findes ikke'],
  ['MSA', '/meetings/:draftId/send', 'Udsend dagsorden'],
  ['KVL', '/meetings/:draftId/send', 'Udsend dagsorden'],
  ['MSA', '/meetings/:minutesOf/minutes', 'Referat'],
  ['MSA', '/meetings/:minutesOf/minutes?part=closed', 'Referat'],
  ['KVL', '/meetings/:minutesOf/minutes', 'Referat'],
  ['IDA', '/meetings/:minutesOf/minutes', 'Referat'],
  ['MSA', '/meetings/:minutesOf/documents', 'Dokumenter'],
  ['IDA', '/meetings/:minutesOf/documents', 'Dokumenter'],
  ['MSA', '/meetings/:minutesOf/history', 'Historik'],
  ['KVL', '/meetings/:minutesOf/history', 'Historik'],
  ['BKR', '/meetings/:minutesOf/history', 'Siden findes ikke'],
  ['MSA', '/meetings/:udvalgId/changes', 'Ændringer'],
  ['BKR', '/meetings/:udvalgId/changes', 'Ændringer'],
  ['BKR', '/meetings/:udvalgId/changes?from=1&to=draft', 'Siden findes ikke'],
  ['MSA', '/print/meetings/:minutesOf/agenda', 'Dagsorden: '],
  ['IDA', '/print/meetings/:minutesOf/agenda?part=closed', 'Dagsorden: '],
  ['MSA', '/print/meetings/:minutesOf/minutes', 'Referat: '],
  ['IDA', '/print/meetings/:meetingId/minutes', 'Referat: '],
  ['MSA', '/print/meetings/:followUpId/agenda', 'Siden findes ikke'],
  ['MSA', '/documents', 'Dokumenter'],
  ['MSA', '/documents?state=failed', 'Dokumenter'],
  ['MSA', '/follow-ups', 'Opfølgning'],
  ['MSA', '/follow-ups?status=all&group=meeting', 'Opfølgning'],
  ['MSA', '/follow-ups?unit=INGEN', 'Opfølgning – INGEN'],
  ['MSA', '/follow-ups/:followUpId?status=all', 'Opfølgning'],
  ['MSA', '/profile', 'Profil'],
  ['NVA', '/admin/bodies', 'Fora'],
  ['NVA', '/admin/bodies?id=new', 'Fora'],
  ['MSA', '/admin/bodies?id=:bodyId&part=standing', 'Fora'],
  ['MSA', '/admin/bodies?id=:bodyId&part=aarshjul', 'Fora'],
  ['NVA', '/admin/units?id=:unitId', 'Enheder'],
  ['NVA', '/admin/users?q=ida', 'Brugere'],
  ['IDA', '/admin/users', 'Siden findes ikke'],
  ['MSA', '/findes-ikke', 'Siden findes ikke'],
  ['MSA', '/meetings/:followUpId', 'Siden findes ikke'],
];

describe('every route', () => {
  it.each(ROUTES)(
    '%s finds nothing wrong at %s, wide and light, narrow and dark',
    async (initials, address, heading) => {
      const { page, go, close, complaints } = await web.open(initials === 'nobody' ? null : initials, {
        reducedMotion: 'reduce',
      });
      await go(addressOf(address));
      await page.locator('h1', { hasText: heading }).waitFor();
      expect(await page.title()).toContain('Dagsorden');
      await page.emulateMedia({ colorScheme: 'light' });
      expect(await axeFindings(page)).toEqual([]);
      expect(await movingParts(page)).toEqual([]);
      await page.emulateMedia({ colorScheme: 'light', forcedColors: 'active' });
      expect(await unmarkedParts(page)).toEqual([]);
      await page.emulateMedia({ forcedColors: 'none' });
      await page.emulateMedia({ colorScheme: 'dark' });
      await page.setViewportSize({ width: 320, height: 640 });
      expect(await contentWidth(page)).toBeLessThanOrEqual(320);
      expect(await axeFindings(page)).toEqual([]);
      await page.setViewportSize({ width: 640, height: 640 });
      await withLargeText(page);
      expect(await contentWidth(page)).toBeLessThanOrEqual(640);
      expect(await clippedTexts(page)).toEqual([]);
      expect(complaints).toEqual([]);
      await close();
    },
  );
});

describe('on a tablet', () => {
  it('has room for a finger at everything that can be pressed', async () => {
    const { page, go, close } = await web.open('MSA', {
      viewport: { width: 820, height: 1180 },
      hasTouch: true,
      isMobile: true,
    });
    for (const path of [
      ...['/overview', '/meetings', '/meetings/:meetingId', '/meetings/:draftId/agenda', '/meetings/new'],
      ...['/meetings/:udvalgId/points/:pointId', '/meetings/:draftId/send'],
      ...['/follow-ups', '/profile'],
      ...[
        '/meetings/:minutesOf/minutes',
        '/meetings/:minutesOf/documents',
        '/print/meetings/:minutesOf/agenda',
      ],
    ]) {
      await go(addressOf(path));
      expect([path, await smallTargets(page)]).toEqual([path, []]);
      expect(await contentWidth(page)).toBeLessThanOrEqual(820);
    }
    await close();
  });
});

describe('while it is fetched over a slow line', () => {
  it.each(['/overview', '/follow-ups', '/meetings'])('%s stays where it is', async (path) => {
    const { page, close } = await web.open('MSA');
    await page.route('**/api/v1/**', async (route) => {
      await new Promise((done) => setTimeout(done, 400));
      await route.continue();
    });
    expect(await layoutShift(page, web.base + path)).toBeLessThan(0.1);
    await close();
  });
});

describe('on a phone 320 pixels wide', () => {
  it('reaches every page by the menu', async () => {
    const { page, go, close } = await web.open('NVA', { viewport: { width: 320, height: 640 } });
    await go('/overview');
    await page.getByRole('button', { name: 'Menu', exact: true }).click();
    await page.getByRole('link', { name: 'Møder', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Møder' }).waitFor();
    await page.getByRole('button', { name: /^Brugermenu/ }).click();
    expect(await axeFindings(page)).toEqual([]);
    expect(await contentWidth(page)).toBeLessThanOrEqual(320);
    await page.getByRole('link', { name: 'Brugere' }).click();
    await page.getByRole('heading', { level: 1, name: 'Brugere' }).waitFor();
    await close();
  });
});
