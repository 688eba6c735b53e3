import { beforeAll, describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import type { Page } from 'playwright-core';
import { minutesView } from '../../libs/contracts/minutes.js';
import { decide } from '../builders/follow-ups.js';
import { makeMeeting, makePoint, paragraph, putMeetingInto } from '../builders/meetings.js';
import { startDesk } from './desk.js';
import { axeFindings } from './support.js';
import type { TestPage } from './support.js';

const SLOW = 120_000;

const web = startDesk();
let meetingId = '';
let open: TestPage;

/** A meeting held on a sent agenda long enough for several pages, its minutes approved. */
beforeAll(async () => {
  const { api } = web;
  const meeting = await makeMeeting(api, web.bodyId, '2026-10-13');
  meetingId = meeting.id;
  const purpose = paragraph('Forvaltningen gør rede for sagen og det videre arbejde. '.repeat(6));
  for (const number of Array.from({ length: 9 }, (_, i) => i + 1)) {
    const { id } = await makePoint(api, meetingId, `Sag nummer ${number}`, { minutes: 5, purpose });
    decided.push(id);
  }
  const closed = { visibility: 'closed', closedReason: 'Personsag', minutes: 5 };
  decided.push((await makePoint(api, meetingId, 'Personsagen', closed)).id);
  await putMeetingInto(api, meetingId, 'drafting');
  const path = `meetings/${meetingId}/agenda-versions`;
  expect((await api.send('post', path, undefined, { ifMatch: meeting.version })).told).toBe('201');
  await putMeetingInto(api, meetingId, 'held');
  await api.take(minutesView, 'post', `meetings/${meetingId}/minutes`);
  for (const id of decided) await decide(api, id, id === decided.at(-1) ? 'Sagen er afgjort.' : 'Drøftet.');
  await api.database.query("UPDATE minutes SET state = 'approved' WHERE meeting_id = $1", [meetingId]);
}, SLOW);
const decided: string[] = [];

/** The page as its reader prints it, page by page. */
async function printed(
  initials: string,
  address: string,
  id = meetingId,
): Promise<{ page: Page; pages: string[] }> {
  open = await web.open(initials);
  await open.go(`/print/meetings/${id}/${address}`);
  const input = await open.page.pdf({ preferCSSPageSize: true });
  const text = execFileSync('pdftotext', ['-layout', '-', '-'], { input, encoding: 'utf8' });
  return { page: open.page, pages: text.split('\f').slice(0, -1) };
}

const linesOf = (page: string): string[] => page.split('\n').filter((line) => line.trim() !== '');

describe('a printed agenda', () => {
  it('has the meeting and its number on each page, no control, and no title that parts from its text', async () => {
    const { page, pages } = await printed('MSA', 'agenda');
    expect(pages.length).toBeGreaterThan(2);
    for (const [i, text] of pages.entries()) {
      const lines = linesOf(text);
      expect(lines[0]).toContain('Dagsorden · Rådmandsmøde, 13. oktober 2026');
      expect(lines.at(-1)?.trim()).toBe(`side ${i + 1} af ${pages.length}`);
      expect(lines.at(-2)).not.toMatch(/^ *\d+\. Sag nummer/);
    }
    const text = pages.join('\n');
    expect(text).toMatch(/9\. Sag nummer 9 +9\.40–9\.45/);
    expect(text).not.toMatch(/Tilbage til|Udskriv|Begge|Menu/);
    expect(await axeFindings(page)).toEqual([]);
    expect(open.complaints).toEqual([]);
  });

  it('says on the closed pages, and only there, that they are closed', async () => {
    const { pages } = await printed('MSA', 'agenda');
    const closed = pages.filter((text) => text.includes('LUKKET'));
    expect(closed).toEqual(pages.slice(-1));
    expect(linesOf(closed[0] ?? '')[0]).toMatch(/^ *LUKKET: KUN FOR DEM, DER HAR ADGANG · Dagsorden/);
    expect(closed[0]).toContain('1. Personsagen');
  });

  it('is chosen by links: open, closed or both', async () => {
    const { page } = await printed('MSA', 'agenda');
    await page.getByRole('link', { name: 'Åben', exact: true }).click();
    await page.getByRole('heading', { name: 'Lukket dagsorden' }).waitFor({ state: 'detached' });
    expect(await page.getByText('Personsagen').count()).toBe(0);
    await page.getByRole('link', { name: 'Lukket', exact: true }).click();
    await page.getByRole('heading', { name: '1. Personsagen' }).waitFor();
    expect(await page.getByText('Sag nummer').count()).toBe(0);
    await page.getByRole('link', { name: 'Begge' }).click();
    await page.getByRole('heading', { name: '1. Sag nummer 1' }).waitFor();
    expect(await page.getByRole('heading', { name: '1. Personsagen' }).count()).toBe(1);
  });

  it.each(['agenda', 'agenda?part=closed', 'minutes', 'minutes?part=closed'])(
    'holds nothing closed for an ordinary reader, and offers none (%s)',
    async (address) => {
      const { page, pages } = await printed('IDA', address);
      const text = pages.join('\n');
      expect(text).toContain('13. oktober 2026');
      expect(text).not.toMatch(/Personsag|afgjort/);
      expect(await page.getByRole('link', { name: 'Begge' }).count()).toBe(0);
    },
  );
});

describe('the guests of points, in a printed agenda', () => {
  it('stand with their time at points that the reader sees, and nowhere else', async () => {
    const { api } = web;
    const meeting = await makeMeeting(api, web.bodyId, '2026-10-20');
    const open = await makePoint(api, meeting.id, 'Åben sag', { minutes: 20 });
    const closed = await makePoint(api, meeting.id, 'Personsagen', {
      ...{ visibility: 'closed', closedReason: 'Personsag', minutes: 5 },
    });
    const invite = async (pointId: string, name: string, title: string): Promise<void> => {
      const { personId } = await api.signIn([{ role: 'guest', pointId }], name);
      await api.database.query('UPDATE person SET title = $2 WHERE id = $1', [personId, title]);
    };
    await invite(open.id, 'Gro Gæst', 'kontorchef');
    await invite(closed.id, 'Hemmelig Gæst', 'advokat');
    await putMeetingInto(api, meeting.id, 'drafting');
    const path = `meetings/${meeting.id}/agenda-versions`;
    expect((await api.send('post', path, undefined, { ifMatch: meeting.version })).told).toBe('201');
    const own = (await printed('MSA', 'agenda', meeting.id)).pages.join('\n');
    expect(own).toMatch(/Gæst: Gro Gæst, kontorchef, kl\.\s9\.00–9\.20/);
    expect(own).toMatch(/Gæst: Hemmelig Gæst, advokat, kl\.\s9\.20–9\.25/);
    const theirs = (await printed('IDA', 'agenda', meeting.id)).pages.join('\n');
    expect(theirs).toMatch(/Gæst: Gro Gæst, kontorchef, kl\.\s9\.00–9\.20/);
    expect(theirs).not.toMatch(/Hemmelig|advokat/);
  });
});

describe('printed minutes', () => {
  it('have what was decided, the closed part on pages of its own', async () => {
    const { pages } = await printed('KVL', 'minutes');
    expect(pages[0]).toMatch(/Referat · Rådmandsmøde, 13\. oktober 2026[^]*1\. Sag nummer 1\n[^]*Drøftet\./);
    expect(pages.at(-1)).toMatch(/LUKKET: KUN FOR DEM[^]*1\. Personsagen[^]*Sagen er afgjort\./);
    expect(
      linesOf(pages.at(-1) ?? '')
        .at(-1)
        ?.trim(),
    ).toBe(`side ${pages.length} af ${pages.length}`);
    expect(pages.slice(0, -1).join('')).not.toMatch(/Personsagen|LUKKET/);
  });

  it('hold only what is open where that is chosen', async () => {
    const { pages } = await printed('MSA', 'minutes?part=open');
    expect(pages.join('')).toContain('Drøftet.');
    expect(pages.join('')).not.toMatch(/Personsag|afgjort|LUKKET/);
  });
});
