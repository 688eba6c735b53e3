import { readFile } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import ICAL from 'ical.js';
import type { Page } from 'playwright-core';
import { aarshjul } from '../../libs/contracts/aarshjul.js';
import { makeMeeting, makePoint, putMeetingInto } from '../builders/meetings.js';
import { startDesk } from './desk.js';
import { axeFindings, contentWidth } from './support.js';

const web = startDesk();

/** Three meetings of a month of their own: planned, drafted and sent. */
async function threeMeetings(month: string): Promise<readonly string[]> {
  const ids: string[] = [];
  for (const day of ['02', '09', '16'])
    ids.push((await makeMeeting(web.api, web.bodyId, `${month}-${day}`)).id);
  await putMeetingInto(web.api, ids[1] ?? '', 'drafting');
  await putMeetingInto(web.api, ids[2] ?? '', 'sent');
  return ids;
}

const statesOf = async (ids: readonly string[]): Promise<readonly string[]> => {
  const rows = await web.api.database.query<{ state: string }>(
    'SELECT state FROM meeting WHERE id = ANY($1) ORDER BY date',
    [ids],
  );
  return rows.map(({ state }) => state);
};

describe('choosing meetings in the list', () => {
  it('cancels those that are chosen for one reason, and takes all of it back at once, by keyboard', async () => {
    const ids = await threeMeetings('2028-02');
    const { page, go, close } = await web.open('MSA');
    await go(`/meetings?body=${web.bodyId}&from=2028-02-01`);
    await page.getByRole('button', { name: 'Vælg', exact: true }).press('Enter');
    const boxes = page.getByRole('checkbox', { name: /^Vælg: Rådmandsmøde, \d+\. februar 2028$/ });
    expect(await boxes.count()).toBe(3);
    for (const box of await boxes.all()) await box.press('Space');
    await page.getByRole('status').getByText('3 møder valgt').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Aflys de valgte' }).press('Enter');
    await page.locator('#chosen-reason:focus[aria-invalid=true]').waitFor();
    await page.keyboard.type('Vinterferie');
    await page.keyboard.press('Enter');
    // A sent meeting is cancelled on its own page.
    await page.getByText('Kun planlagte møder og kladder aflyses her.').waitFor();
    expect(await statesOf(ids)).toEqual(['planned', 'drafting', 'sent']);
    await boxes.nth(2).press('Space');
    await page.getByRole('button', { name: 'Aflys de valgte' }).press('Enter');
    await page.getByText('2 møder er aflyst.').first().waitFor();
    await page.locator('#choose-meetings:focus').waitFor();
    expect(await statesOf(ids)).toEqual(['cancelled', 'cancelled', 'sent']);
    await page.locator('.table').getByText('Aflyst').nth(1).waitFor();
    expect(await page.getByRole('checkbox').count()).toBe(0);
    await page.keyboard.press('Control+z');
    await page.locator('.table').getByText('Aflyst').first().waitFor({ state: 'detached' });
    expect(await statesOf(ids)).toEqual(['planned', 'drafting', 'sent']);
    await close();
  });

  it('says which was refused, and takes back the others', async () => {
    const ids = await threeMeetings('2028-05');
    const { page, go, close } = await web.open('MSA', { viewport: { width: 320, height: 640 } });
    await go(`/meetings?body=${web.bodyId}&from=2028-05-01`);
    await page.getByRole('button', { name: 'Vælg', exact: true }).click();
    for (const at of [0, 1]) await page.getByRole('checkbox').nth(at).check();
    expect(await contentWidth(page)).toBeLessThanOrEqual(320);
    expect(await axeFindings(page)).toEqual([]);
    await web.api.send('patch', `meetings/${ids[1] ?? ''}`, { place: 'Her' }, { ifMatch: 1 });
    await page.getByLabel('Hvorfor de aflyses').fill('Ferie');
    await page.getByRole('button', { name: 'Aflys de valgte' }).click();
    await page.getByRole('alert').waitFor();
    await page.getByText('1 møde er aflyst.').first().waitFor();
    expect(await statesOf(ids)).toEqual(['cancelled', 'drafting', 'sent']);
    await page.getByRole('button', { name: 'Fortryd' }).click();
    await page.locator('.table').getByText('Aflyst').first().waitFor({ state: 'detached' });
    expect(await statesOf(ids)).toEqual(['planned', 'drafting', 'sent']);
    await close();
  });

  it('gives everybody a calendar file of what they see, with one entry a meeting and nothing closed', async () => {
    const ids = await threeMeetings('2028-08');
    await putMeetingInto(web.api, ids[1] ?? '', 'cancelled');
    const closed = { visibility: 'closed', closedReason: 'Personsag' };
    await makePoint(web.api, ids[0] ?? '', 'Opsigelse', closed);
    const { page, go, close } = await web.open('KVL');
    await go(`/meetings?body=${web.bodyId}&from=2028-08-01`);
    await page.getByRole('button', { name: 'Vælg', exact: true }).click();
    expect(await page.getByRole('button', { name: 'Aflys de valgte' }).count()).toBe(0);
    for (const box of await page.getByRole('checkbox').all()) await box.check();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Eksportér kalender' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('Møder.ics');
    const text = await readFile(await download.path(), 'utf8');
    expect(text).not.toContain('Opsigelse');
    // Read by another library than the one that wrote it.
    const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
    const events = calendar.getAllSubcomponents('vevent').map((event) => ({
      uid: event.getFirstPropertyValue('uid'),
      start: String(event.getFirstPropertyValue('dtstart')),
      status: event.getFirstPropertyValue('status'),
    }));
    expect(events).toEqual([
      { uid: `${ids[0] ?? ''}@dagsorden`, start: '2028-08-02T09:00:00', status: 'CONFIRMED' },
      { uid: `${ids[1] ?? ''}@dagsorden`, start: '2028-08-09T09:00:00', status: 'CANCELLED' },
      { uid: `${ids[2] ?? ''}@dagsorden`, start: '2028-08-16T09:00:00', status: 'CONFIRMED' },
    ]);
    await close();
  });

  it('leaves out of the calendar file what somebody does not see', async () => {
    const ids = await threeMeetings('2028-09');
    const { page, go, close } = await web.open('BKR');
    await go('/meetings');
    const answer = await page.request.get(`${web.base}/api/v1/meeting-calendar?ids=${ids.join(',')}`);
    expect(answer.status()).toBe(200);
    expect(await answer.text()).not.toContain('BEGIN:VEVENT');
    await close();
  });
});

describe('what a body takes up every year', () => {
  it('stands in its month of the list and the calendar, for those who make the agendas alone', async () => {
    const path = `bodies/${web.bodyId}/aarshjul`;
    const { version } = await web.api.take(aarshjul, 'get', path);
    const items = [{ title: 'Arbejdspligt', month: 11 }];
    await web.api.take(aarshjul, 'put', path, { items }, { ifMatch: version });
    await threeMeetings('2028-10');
    await threeMeetings('2028-11');
    const { page, go } = await web.open('MSA');
    await go(`/meetings?body=${web.bodyId}&from=2028-10-01`);
    const november = page.getByRole('table', { name: 'Møder i november 2028' });
    const rows = await november.locator('tbody tr').allInnerTexts();
    expect(rows).toHaveLength(4);
    expect(rows[0]).toBe('Tema: Arbejdspligt · Rådmandsmøde');
    expect(await page.getByText('Tema:').count()).toBe(1);
    await page.getByRole('button', { name: 'Vælg', exact: true }).click();
    expect(await november.getByRole('checkbox').count()).toBe(3);
    expect(await axeFindings(page)).toEqual([]);
    await go(`/meetings?body=${web.bodyId}&from=2028-10-01&state=planned`);
    expect(await page.getByText('Tema:').count()).toBe(0);
    await go(`/meetings?view=calendar&month=2028-11`);
    await page.getByText('Tema: Arbejdspligt · Rådmandsmøde').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await contentWidth(page)).toBeLessThanOrEqual(320);

    const reader = await web.open('KVL');
    await reader.go(`/meetings?body=${web.bodyId}&from=2028-10-01`);
    await reader.page.getByRole('table', { name: 'Møder i november 2028' }).waitFor();
    expect(await reader.page.getByText('Arbejdspligt').count()).toBe(0);
  });
});

describe('the points and minutes of an agenda', () => {
  it('stand in the list for those who make it, and the column is not there for others', async () => {
    const [first = ''] = await threeMeetings('2028-12');
    await makePoint(web.api, first, 'Budget', { minutes: 20 });
    await makePoint(web.api, first, 'Opsigelse', {
      visibility: 'closed',
      closedReason: 'Personsag',
      minutes: 5,
    });
    const address = `/meetings?body=${web.bodyId}&from=2028-12-01`;
    const sizes = (page: Page) => page.locator('td.meeting-size').allInnerTexts();
    const column = (page: Page) => page.getByRole('columnheader', { name: 'Punkter/min.' });
    const { page, go } = await web.open('MSA');
    await go(address);
    expect(await column(page).count()).toBe(1);
    expect(await sizes(page)).toEqual(['2\u00a0punkter · 25\u00a0min.', '–', '–']);
    expect(await axeFindings(page)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await contentWidth(page)).toBeLessThanOrEqual(320);
    const reader = await web.open('KVL');
    await reader.go(address);
    await reader.page.getByRole('table', { name: 'Møder i december 2028' }).waitFor();
    expect(await column(reader.page).count()).toBe(0);
    expect(await sizes(reader.page)).toEqual([]);
  });
});
