import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { makeMeeting, makePoint } from '../builders/meetings.js';
import { until } from '../support/until.js';
import { startDesk } from './desk.js';
import type { TestPage } from './support.js';

const web = startDesk();

let open: TestPage;

async function historyOf(meetingId: string, initials = 'MSA'): Promise<Page> {
  open = await web.open(initials);
  await open.go(`/meetings/${meetingId}/history`);
  return open.page;
}
const entry = (page: Page, name: string) => page.locator(`[data-event="${name}"]`).first();
const titles = async (meetingId: string): Promise<string[]> => {
  const rows = await web.api.database.query<{ title: string }>(
    'SELECT title FROM agenda_point WHERE meeting_id = $1 ORDER BY position',
    [meetingId],
  );
  return rows.map(({ title }) => title);
};

describe('the history of a meeting', () => {
  it('gives a removed point and an earlier title back, and each can be undone again', async () => {
    const { id } = await makeMeeting(web.api, web.bodyId, '2027-02-02');
    const kept = await makePoint(web.api, id, 'Budget');
    const gone = await makePoint(web.api, id, 'Bordet rundt');
    await web.api.send('patch', `agenda-points/${kept.id}`, { title: 'Budget 2028' }, { ifMatch: 1 });
    await web.api.send('delete', `agenda-points/${gone.id}`, undefined, { ifMatch: 1 });
    const page = await historyOf(id);
    await entry(page, 'agenda-point.removed')
      .getByRole('button', { name: /^Gendan/ })
      .click();
    await page.getByText('Punktet er gendannet.').first().waitFor();
    expect(await titles(id)).toEqual(['Budget 2028', 'Bordet rundt']);
    await entry(page, 'agenda-point.removed').getByText('Det står sådan nu.').waitFor();

    await entry(page, 'agenda-point.changed')
      .getByRole('button', { name: /^Fortryd/ })
      .click();
    await page.getByText('Punktet er, som det var før.').first().waitFor();
    expect(await titles(id)).toEqual(['Budget', 'Bordet rundt']);
    await page.locator('body').press('Control+z');
    await until(async () => (await titles(id))[0] === 'Budget 2028');
    expect(open.complaints).toEqual([]);
  });

  it('says why something cannot be taken back, and tells members only what they may read', async () => {
    const { id } = await makeMeeting(web.api, web.bodyId, '2027-02-09');
    const point = await makePoint(web.api, id, 'Budget');
    await web.api.send('patch', `agenda-points/${point.id}`, { minutes: 20 }, { ifMatch: 1 });
    await web.api.database.query("UPDATE meeting SET state = 'held' WHERE id = $1", [id]);
    const page = await historyOf(id);
    await entry(page, 'agenda-point.changed').getByText('Kan ikke fortrydes: Mødet er afholdt.').waitFor();
    const theirs = await historyOf(id, 'KVL');
    await entry(theirs, 'meeting.created').waitFor();
    expect(await theirs.locator('.history').getByRole('button').count()).toBe(0);
  });
});
