import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { pageOf } from '../../libs/contracts/common.js';
import { listedMeeting } from '../../libs/contracts/meetings.js';
import { Cast } from '../builders/cast.js';
import { makeBody, makeMeeting, makePoint, putMeetingInto } from '../builders/meetings.js';
import { startTestApi } from '../support/test-api.js';
import type { TestApi } from '../support/test-api.js';

let api: TestApi;
let bodyId: string;
let cast: Cast;
beforeAll(async () => {
  api = await startTestApi();
  bodyId = await makeBody(api);
  cast = await Cast.of(api, {
    secretariat: [{ role: 'secretariat', bodyId }],
    disqualified: [{ role: 'secretariat', bodyId }],
    'other secretariat': [{ role: 'secretariat', bodyId: await makeBody(api) }],
    member: [{ role: 'member', bodyId }],
    reader: [{ role: 'reader', bodyId }],
    director: [{ role: 'director' }],
    administrator: [{ role: 'administrator' }],
  });
});
afterAll(() => api.stop());

/** The sizes of the meetings of the body on these days, as somebody has them, by date. */
async function sizes(name: string, days: string): Promise<unknown[]> {
  const path = `meetings?bodyId=${bodyId}&${days}`;
  const { items } = await api.take(pageOf(listedMeeting), 'get', path, undefined, { by: cast.as(name) });
  return items.map(({ agendaSize }) => agendaSize);
}

describe('the size of agendas in the list of meetings', () => {
  it('is told to whoever makes them, of every meeting its own', async () => {
    const { id } = await makeMeeting(api, bodyId, '2026-04-07');
    const { id: parentId } = await makePoint(api, id, 'Budget', { minutes: 99 });
    await makePoint(api, id, 'Drift', { minutes: 10, parentId });
    await makePoint(api, id, 'Sag', { minutes: 5, visibility: 'closed', closedReason: 'Personsag' });
    await makePoint(api, id, 'Bilag til orientering', { minutes: 15, type: 'written-information' });
    const gone = await makePoint(api, id, 'Udgået', { minutes: 20 });
    await api.send('post', `agenda-points/${gone.id}/withdraw`, {}, { ifMatch: 1 });
    await makeMeeting(api, bodyId, '2026-04-14');
    expect(await sizes('secretariat', 'from=2026-04-07&to=2026-04-14')).toEqual([
      { points: 3, minutes: 15 },
      { points: 0, minutes: 0 },
    ]);
  });

  it('is not told to anybody else who sees the meeting: it would tell of closed points', async () => {
    const { id } = await makeMeeting(api, bodyId, '2026-05-05');
    await makePoint(api, id, 'Budget', { minutes: 10 });
    await putMeetingInto(api, id, 'sent');
    const days = 'from=2026-05-05&to=2026-05-05';
    expect(await sizes('secretariat', days)).toEqual([{ points: 1, minutes: 10 }]);
    for (const name of ['member', 'reader', 'director', 'other secretariat'])
      expect(await sizes(name, days)).toEqual([null]);
    expect((await sizes('administrator', days)).filter((size) => size !== null)).toEqual([]);
  });

  it('leaves out the closed points a secretary is disqualified on, with their sub-points, and no open one', async () => {
    const { id } = await makeMeeting(api, bodyId, '2026-06-02');
    const open = await makePoint(api, id, 'Budget', { minutes: 10 });
    const closed = { visibility: 'closed', closedReason: 'Personsag' };
    const { id: parentId } = await makePoint(api, id, 'Sag', { minutes: 5, ...closed });
    await makePoint(api, id, 'Del af sagen', { minutes: 7, parentId });
    for (const pointId of [open.id, parentId])
      await api.database.query('INSERT INTO disqualification (point_id, person_id) VALUES ($1, $2)', [
        ...[pointId, cast.as('disqualified').personId],
      ]);
    const days = 'from=2026-06-02&to=2026-06-02';
    expect(await sizes('secretariat', days)).toEqual([{ points: 2, minutes: 17 }]);
    expect(await sizes('disqualified', days)).toEqual([{ points: 1, minutes: 10 }]);
  });
});
