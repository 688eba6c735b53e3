import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { makeMeeting, makePoint, putMeetingInto } from '../builders/meetings.js';
import { draftDocx, editedDocx, namelessDocx } from '../builders/returned.js';
import { axeFindings, contentWidth, startTestWeb } from './support.js';
import { FINGER_PX, smallTargets } from './looks.js';
import type { TestWeb } from './support.js';

const SLOW = 120_000;

let web: TestWeb;
let meetingId = '';
let docx: Uint8Array;
beforeAll(async () => {
  web = await startTestWeb();
  const { api } = web;
  const [body] = await api.database.query<{ id: string }>("SELECT id FROM body WHERE name = 'Rådmandsmøde'");
  ({ id: meetingId } = await makeMeeting(api, body?.id ?? '', '2026-10-20'));
  await makePoint(api, meetingId, 'Budget for 2027', { minutes: 10 });
  await makePoint(api, meetingId, 'Bordet rundt', { minutes: 5 });
  await putMeetingInto(api, meetingId, 'drafting');
  docx = await draftDocx(api, meetingId);
}, SLOW);
afterAll(() => web.stop());

const titles = async (): Promise<string[]> => {
  const rows = await web.api.database.query<{ title: string }>(
    'SELECT title FROM agenda_point WHERE meeting_id = $1 ORDER BY position',
    [meetingId],
  );
  return rows.map(({ title }) => title);
};

const edited = (): Buffer =>
  Buffer.from(
    editedDocx(
      docx,
      ['Budget for 2027', 'Budget for 2028'],
      ['Bordet rundt', 'Runden'],
      ['<w:sectPr>', '<w:p><w:r><w:t>Husk kage</w:t></w:r></w:p><w:sectPr>'],
    ),
  );

describe('an agenda that was changed in Word', () => {
  it(
    'is brought back, shown word by word, taken over as far as it is chosen, and that is undone by one press',
    async () => {
      const { page, go, close, complaints } = await web.open('MSA');
      await go(`/meetings/${meetingId}/documents`);
      const [chooser] = await Promise.all([
        page.waitForEvent('filechooser'),
        page.getByRole('button', { name: 'Læg rettet dokument op' }).click(),
      ]);
      await chooser.setFiles({ name: 'Dagsorden rettet.docx', mimeType: '', buffer: edited() });
      await page.getByRole('heading', { name: 'Forskelle i Dagsorden rettet.docx' }).waitFor();
      const budget = page.getByRole('listitem').filter({ hasText: 'Budget for 2027: Titel' });
      expect(await budget.locator('del').innerText()).toContain('2027');
      expect(await budget.locator('ins').innerText()).toContain('2028');
      await page.getByText('Husk kage').first().waitFor();
      await page.getByText('Kan ikke overtages: teksten hører ikke til noget felt.').waitFor();
      expect(await axeFindings(page)).toEqual([]);
      await page.emulateMedia({ colorScheme: 'dark' });
      expect(await axeFindings(page)).toEqual([]);
      await page.setViewportSize({ width: 320, height: 800 });
      expect(await contentWidth(page)).toBeLessThanOrEqual(320);
      await page.setViewportSize({ width: 1280, height: 850 });
      await page.getByRole('checkbox', { name: 'Budget for 2027: Titel' }).check();
      await page.getByRole('button', { name: 'Overtag valgte (1)' }).click();
      await budget.waitFor({ state: 'detached' });
      expect(await titles()).toEqual(['Budget for 2028', 'Bordet rundt']);
      await page.getByRole('checkbox', { name: 'Bordet rundt: Titel' }).waitFor();
      await page.locator('#undo').getByRole('button', { name: 'Fortryd' }).click();
      await page.getByRole('checkbox', { name: 'Budget for 2027: Titel' }).waitFor();
      expect(await titles()).toEqual(['Budget for 2027', 'Bordet rundt']);
      expect(complaints).toEqual([]);
      await close();
    },
    SLOW,
  );

  it(
    'is refused by name where it is none of ours, and is the secretariat’s alone to bring back',
    async () => {
      const { page, go, close } = await web.open('MSA', {
        ...{ viewport: { width: 820, height: 1180 }, hasTouch: true, isMobile: true },
      });
      await go(`/meetings/${meetingId}/documents`);
      expect(await smallTargets(page, FINGER_PX)).toEqual([]);
      const file = { name: 'Andet.docx', mimeType: '', buffer: Buffer.from(namelessDocx(docx)) };
      await page.locator('input[type=file]').setInputFiles(file);
      await page.getByRole('alert').getByText('Dokumentet kan ikke genkendes.').waitFor();
      await close();
      const member = await web.open('KVL');
      await member.go(`/meetings/${meetingId}/documents`);
      expect(await member.page.getByText('Rettet i Word').count()).toBe(0);
      await member.close();
    },
    SLOW,
  );
});
