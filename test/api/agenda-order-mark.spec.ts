import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { markOf } from '../../libs/platform/database/kept-rows.js';
import { makeBody, makeMeeting, makePoint } from '../builders/meetings.js';
import { startTestApi } from '../support/test-api.js';
import type { TestApi } from '../support/test-api.js';

let api: TestApi;
let meetingId = '';
let pointId = '';
beforeAll(async () => {
  api = await startTestApi();
  const bodyId = await makeBody(api);
  meetingId = (await makeMeeting(api, bodyId, '2033-05-03')).id;
  pointId = (await makePoint(api, meetingId, 'Budget')).id;
});
afterAll(() => api.stop());

async function mark(): Promise<string> {
  const [row] = await api.database.query<{ mark: string }>(
    `SELECT ${markOf('meeting')} AS mark FROM meeting WHERE id = $1`,
    [meetingId],
  );
  return row?.mark ?? '';
}

it.each([
  ['position = position + 5'],
  ["type = 'decision'"],
  ['minutes = 25'],
  ["fixed_start = '10:00'"],
  ["visibility = 'closed'"],
  ['withdrawn = true'],
  ["late = true, late_reason = 'Hast'"],
  ["frozen_number = '3', frozen_part = 'main'"],
])('the mark of a meeting passes when the order of its agenda does: %s', async (change) => {
  const before = await mark();
  await api.database.query(`UPDATE agenda_point SET ${change} WHERE id = $1`, [pointId]);
  expect(await mark()).not.toBe(before);
});

it('passes when a point comes, and when one goes', async () => {
  const before = await mark();
  const { id } = await makePoint(api, meetingId, 'Eventuelt');
  const between = await mark();
  await api.database.query('DELETE FROM agenda_point WHERE id = $1', [id]);
  expect(new Set([before, between, await mark()]).size).toBe(3);
});

it('stands when a point only says something else, or is written as it was', async () => {
  const before = await mark();
  await api.database.query(
    "UPDATE agenda_point SET title = 'Regnskab', method = 'Oplæg', minutes = minutes, version = version + 1 WHERE id = $1",
    [pointId],
  );
  expect(await mark()).toBe(before);
});
