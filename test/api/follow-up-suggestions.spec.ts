import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { followUp } from '../../libs/contracts/follow-ups.js';
import { decide, makeFollowUp, makePerson, makeUnit, suggest } from '../builders/follow-ups.js';
import { makeMeeting, meetingInSession } from '../builders/meetings.js';
import { holdTable } from '../support/held-table.js';
import { startTestApi, unknownId } from '../support/test-api.js';
import type { TestApi } from '../support/test-api.js';

let api: TestApi;
let unitId: string;
beforeAll(async () => {
  api = await startTestApi();
  unitId = await makeUnit(api, 'FAS');
  await makePerson(api, 'Karen Holm', 'KAH');
});
afterAll(() => api.stop());

const ONE = 'FAS følger op på tilsynet.';
const BOTH = `${ONE}\n\nKAH følger op på budgettet.`;

async function newPoint(): Promise<string> {
  return (await meetingInSession(api, ['Tilsyn'])).points[0]?.id ?? '';
}

const said = (text: string): object => ({ responsible: text.slice(0, 3), stage: 'suggested', status: 'new' });
const idsOn = async (pointId: string): Promise<string[]> =>
  (await suggest(api, pointId)).map((item) => item.id);

describe('suggesting the follow-ups of a point', () => {
  it('refuses what is no id and finds no point that is not there', async () => {
    const bad = await api.send('post', 'agenda-points/6A/follow-ups/suggest');
    expect(bad.told).toBe('400 validation-failed');
    const unknown = await api.send('post', `agenda-points/${unknownId()}/follow-ups/suggest`);
    expect(unknown.told).toBe('404 not-found');
  });

  it('gives none before there is a decision, and none of a decision that asks for nothing', async () => {
    const pointId = await newPoint();
    expect(await suggest(api, pointId)).toEqual([]);
    await decide(api, pointId, 'Taget til efterretning.');
    expect(await suggest(api, pointId)).toEqual([]);
  });

  it('gives what the decision says, with the unit it names and the words it was read from', async () => {
    const { bodyId, meetingId, points } = await meetingInSession(api, ['Tilsyn']);
    const pointId = points[0]?.id ?? '';
    await decide(api, pointId, ONE);
    expect(await suggest(api, pointId)).toMatchObject([
      { ...said('FAS'), bodyId, meetingId, pointId, unitId, personId: null, sentence: ONE, version: 1 },
    ]);
  });

  it('marks the decision as read without changing its version', async () => {
    const pointId = await newPoint();
    await decide(api, pointId, ONE);
    await suggest(api, pointId);
    const rows = await api.database.query('SELECT version, read_version FROM decision WHERE point_id = $1', [
      pointId,
    ]);
    expect(rows).toEqual([{ version: 1, read_version: 1 }]);
  });

  it('twice changes nothing and records nothing', async () => {
    const pointId = await newPoint();
    await decide(api, pointId, BOTH);
    const first = await suggest(api, pointId);
    const events = () => api.database.query('SELECT id FROM event ORDER BY seq');
    const before = await events();
    expect(first).toHaveLength(2);
    expect(await suggest(api, pointId)).toEqual(first);
    expect(await events()).toEqual(before);
  });

  it('by several at once makes each one once', async () => {
    const pointId = await newPoint();
    await decide(api, pointId, ONE);
    const followUps = await holdTable(api.database, 'follow_up');
    const runs = [1, 2, 3].map(() => idsOn(pointId));
    await followUps.untilWaiting(3);
    await followUps.release();
    expect(new Set((await Promise.all(runs)).flat()).size).toBe(1);
    const rows = await api.database.query('SELECT id FROM follow_up WHERE point_id = $1', [pointId]);
    expect(rows).toHaveLength(1);
  });

  it('while the decision is being changed ends without a lock on both sides', async () => {
    const pointId = await newPoint();
    await decide(api, pointId, ONE);
    for (const version of [1, 2, 3, 4]) {
      await Promise.all([decide(api, pointId, version % 2 ? BOTH : ONE, version), suggest(api, pointId)]);
    }
    expect(await suggest(api, pointId)).toMatchObject([said('FAS')]);
  });
});

describe('after the decision was changed', () => {
  it('a suggestion nobody touched goes when its sentence is gone, the other keeps its id', async () => {
    const pointId = await newPoint();
    await decide(api, pointId, BOTH);
    const [fas] = await suggest(api, pointId);
    await decide(api, pointId, ONE, 1);
    expect(await idsOn(pointId)).toEqual([fas?.id]);
    const removed = await api.database.query("SELECT 1 FROM event WHERE name = 'follow-up.removed'");
    expect(removed.length).toBeGreaterThan(0);
  });

  it.each([
    ['confirmed', { action: 'confirm' }, 'confirmed'],
    ['ignored', { action: 'ignore' }, 'ignored'],
  ])('one that a person has %s stays, and does not come a second time', async (_name, step, stage) => {
    const pointId = await newPoint();
    await decide(api, pointId, ONE);
    const [only] = await suggest(api, pointId);
    await api.take(followUp, 'post', `follow-ups/${only?.id}/steps`, step, { ifMatch: 1 });
    expect(await suggest(api, pointId)).toMatchObject([{ id: only?.id, stage }]);
    await decide(api, pointId, 'Taget til efterretning.', 1);
    expect(await suggest(api, pointId)).toMatchObject([{ id: only?.id, stage }]);
  });

  it('one that a person has reworded or noted on stays as they left it', async () => {
    const pointId = await newPoint();
    await decide(api, pointId, BOTH);
    const [fas, kah] = await suggest(api, pointId);
    const words = { action: 'Aflægge tilsynet et besøg' };
    await api.take(followUp, 'patch', `follow-ups/${fas?.id}`, words, { ifMatch: 1 });
    await api.send('post', `follow-ups/${kah?.id}/notes`, { text: 'Talt med KAH.' });
    expect(await suggest(api, pointId)).toMatchObject([{ id: fas?.id, ...words }, { id: kah?.id }]);
    await decide(api, pointId, 'Taget til efterretning.', 1);
    expect(await idsOn(pointId)).toEqual([fas?.id, kah?.id]);
  });

  it('what was written by hand on the point stays', async () => {
    const pointId = await newPoint();
    const byHand = await makeFollowUp(api, { pointId });
    await decide(api, pointId, ONE);
    expect(await suggest(api, pointId)).toMatchObject([{ id: byHand.id, sentence: null }, said('FAS')]);
  });
});

it('a meeting that is planned later gives "næste møde" its date at the next reading', async () => {
  const { bodyId, points } = await meetingInSession(api, ['Tilsyn'], { date: '2026-03-10' });
  const pointId = points[0]?.id ?? '';
  await decide(api, pointId, 'FAS følger op på tilsynet til næste møde.');
  expect(await suggest(api, pointId)).toMatchObject([{ due: { date: null } }]);
  await makeMeeting(api, bodyId, '2026-03-31');
  const earlier = await makeMeeting(api, bodyId, '2026-03-24');
  await api.database.query("UPDATE meeting SET state = 'cancelled' WHERE id = $1", [earlier.id]);
  expect(await suggest(api, pointId)).toMatchObject([{ due: { date: '2026-03-31' } }]);
});
