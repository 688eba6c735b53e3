import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { pageOf } from '../../libs/contracts/common.js';
import { indstilling, indstillingAfterStep, indstillingSummary } from '../../libs/contracts/indstillinger.js';
import { takenStep } from '../../libs/contracts/indstilling-trail.js';
import { standIn, standIns } from '../../libs/contracts/stand-ins.js';
import { addDays } from '../../libs/domain/calendar/index.js';
import { INDSTILLING_STATES } from '../../libs/domain/indstilling/index.js';
import type { IndstillingState } from '../../libs/domain/indstilling/index.js';
import { Clock } from '../../libs/platform/clock/clock.js';
import { makeUnit } from '../builders/follow-ups.js';
import { makeBodyWithSteps, makeIndstilling, putIndstillingInto } from '../builders/indstillinger.js';
import { makeMeeting, makePoint } from '../builders/meetings.js';
import type { SignedIn, TestRole } from '../support/sign-in.js';
import { startTestApi, unknownId } from '../support/test-api.js';
import type { TestApi } from '../support/test-api.js';

const STEPS = ['leader', 'secretariat', 'director', 'raadmand'] as const;

let api: TestApi;
let [bodyId, otherBodyId, unitId, otherUnitId, idleUnitId, today] = ['', '', '', '', '', ''];
let administrator: SignedIn;
/** An indstilling in every state, of the unit and to the body; and one that waits for the leader of another unit. */
const inState = new Map<IndstillingState, string>();
let elsewhere = '';
beforeAll(async () => {
  api = await startTestApi();
  today = new Clock().today();
  [bodyId, otherBodyId] = [await makeBodyWithSteps(api), await makeBodyWithSteps(api)];
  [unitId, otherUnitId] = [await makeUnit(api, 'STE'), await makeUnit(api, 'AND')];
  idleUnitId = await makeUnit(api, 'TOM');
  administrator = await api.signIn([{ role: 'administrator' }]);
  const put = async (state: IndstillingState, more: object): Promise<string> => {
    const { id } = await makeIndstilling(api, { bodyId, unitId, ...more });
    await putIndstillingInto(api, id, state, STEPS);
    return id;
  };
  for (const state of INDSTILLING_STATES) inState.set(state, await put(state, {}));
  elsewhere = await put('with-leader', { unitId: otherUnitId, bodyId: otherBodyId });
}, 60_000);
afterAll(() => api.stop());

interface Pair {
  readonly away: SignedIn;
  readonly here: SignedIn;
  readonly id: string;
}

/** Somebody with these roles is away, and somebody without any stands in for them. */
async function pair(roles: readonly TestRole[], more: object = {}): Promise<Pair> {
  const [away, here] = [await api.signIn(roles, 'Ane Afsted'), await api.signIn([], 'Hans Her')];
  return { away, here, id: await standInFor(away, here, more) };
}

async function standInFor(away: SignedIn, here: SignedIn, more: object = {}): Promise<string> {
  const fields = { personId: away.personId, standInId: here.personId, from: today, to: today, ...more };
  return (await api.take(standIn, 'post', 'stand-ins', fields, { by: administrator })).id;
}

const told = async (id: string, by: SignedIn) =>
  (await api.send('get', `indstillinger/${id}`, undefined, { by })).told;
const listed = async (by: SignedIn) =>
  (await api.take(pageOf(indstillingSummary), 'get', 'indstillinger?limit=200', undefined, { by })).items;
/** The states of what somebody finds, by itself and in the list alike; `+` is the one elsewhere. */
async function seenBy(by: SignedIn): Promise<readonly string[]> {
  const inList = new Set((await listed(by)).map(({ id }) => id));
  const seen: string[] = [];
  for (const [state, id] of [...inState, ['+', elsewhere] as const]) {
    const isSeen = (await told(id, by)) === '200';
    expect([state, inList.has(id)]).toEqual([state, isSeen]);
    if (isSeen) seen.push(state);
  }
  return seen;
}

describe('a stand-in sees', () => {
  const LEADER = () => ({ role: 'leader', unitId });
  const IDLE = () => ({ role: 'leader', unitId: idleUnitId }) as const;
  const RAADMAND = () => ({ role: 'raadmand', bodyId });
  it.each<[string, () => TestRole[], readonly string[]]>([
    ['of a leader', () => [LEADER()], ['with-leader']],
    ['of a director', () => [{ role: 'director' }], ['with-director']],
    ['of a rådmand', () => [RAADMAND()], ['with-raadmand']],
    ['of a leader who is rådmand', () => [LEADER(), RAADMAND()], ['with-leader', 'with-raadmand']],
    ['of the leader of another unit', () => [{ role: 'leader', unitId: otherUnitId }], ['+']],
    ['of the rådmand of another body', () => [{ role: 'raadmand', bodyId: otherBodyId }], []],
    ['of a leader who is a secretary too', () => [IDLE(), { role: 'secretariat', bodyId }], []],
    ['of a leader who is staff too', () => [IDLE(), { role: 'staff', unitId }], []],
    ['of a leader who is a member too', () => [IDLE(), { role: 'member', bodyId }], []],
  ])('what waits at the step of the one who is away: %s', async (_, roles, expected) => {
    const { here } = await pair(roles());
    expect(await seenBy(here)).toEqual(expected);
  });

  it('nothing else of theirs', async () => {
    const { away, here } = await pair([RAADMAND(), LEADER(), { role: 'director' }]);
    const meeting = await makeMeeting(api, bodyId, '2026-05-12');
    for (const path of [`bodies/${bodyId}`, `meetings/${meeting.id}`, `units/${unitId}`].slice(0, 2)) {
      expect((await api.send('get', path, undefined, { by: away })).told).toBe('200');
      expect((await api.send('get', path, undefined, { by: here })).told).toBe('404 not-found');
    }
  });

  it('as the rådmand of one body only, where it is for that body', async () => {
    const roles = [{ role: 'raadmand', bodyId }, { role: 'leader', unitId }, { role: 'director' }];
    const { here } = await pair(roles, { bodyId });
    expect(await seenBy(here)).toEqual(['with-raadmand']);
  });

  it('nothing before the first day nor after the last', async () => {
    const { here, id } = await pair([LEADER()]);
    const during = async (from: string, to: string) => {
      await api.database.query('UPDATE stand_in SET from_date = $2, to_date = $3 WHERE id = $1', [
        id,
        from,
        to,
      ]);
      return seenBy(here);
    };
    expect(await during(addDays(today, 1), addDays(today, 2))).toEqual([]);
    expect(await during(addDays(today, -2), addDays(today, -1))).toEqual([]);
    expect(await during(addDays(today, -1), today)).toEqual(['with-leader']);
    await api.send('delete', `stand-ins/${id}`, undefined, { ifMatch: 1, by: administrator });
    expect(await seenBy(here)).toEqual([]);
  });

  it('nothing in a chain, of a substitute, or by a role that has ended', async () => {
    const away = await api.signIn([LEADER()]);
    const [here, third] = [await api.signIn([IDLE()]), await api.signIn([])];
    await standInFor(away, here);
    await standInFor(here, third);
    expect(await seenBy(here)).toEqual(['with-leader']);
    expect(await seenBy(third)).toEqual([]);
    const substitute = await pair([LEADER()]);
    const leader = await api.signIn([LEADER()]);
    await api.database.query(
      `UPDATE membership SET substitute_for = (SELECT id FROM membership WHERE person_id = $2) WHERE person_id = $1`,
      [substitute.away.personId, leader.personId],
    );
    expect(await seenBy(substitute.away)).toContain('with-leader');
    expect(await seenBy(substitute.here)).toEqual([]);
    const ended = await pair([LEADER()]);
    await api.database.query('UPDATE membership SET valid_to = $2 WHERE person_id = $1', [
      ...[ended.away.personId, addDays(today, -1)],
    ]);
    expect(await seenBy(ended.here)).toEqual([]);
  });

  it('what waits for somebody who has left', async () => {
    const { away, here } = await pair([LEADER()]);
    await api.database.query('UPDATE person SET active = false WHERE id = $1', [away.personId]);
    expect(await seenBy(here)).toEqual(['with-leader']);
  });

  it('nothing that the one who is away, or they themself, are disqualified on', async () => {
    const { away, here } = await pair([LEADER()]);
    const { id } = await makeIndstilling(api, { bodyId, unitId });
    await putIndstillingInto(api, id, 'with-leader', STEPS);
    const meeting = await makeMeeting(api, bodyId, '2026-06-02');
    const closed = { visibility: 'closed', closedReason: 'Personsag', minutes: 5, type: 'decision' };
    const point = await makePoint(api, meeting.id, 'Punkt', closed);
    await api.database.query('UPDATE agenda_point SET indstilling_id = $2 WHERE id = $1', [point.id, id]);
    expect(await told(id, here)).toBe('200');
    for (const personId of [away.personId, here.personId]) {
      await api.database.query('INSERT INTO disqualification (point_id, person_id) VALUES ($1, $2)', [
        ...[point.id, personId],
      ]);
      expect(await told(id, here)).toBe('404 not-found');
      expect((await listed(here)).map((one) => one.id)).not.toContain(id);
      // It is the newest: a page that was filtered afterwards would be empty.
      const [first] = (
        await api.take(pageOf(indstillingSummary), 'get', 'indstillinger?limit=1', undefined, { by: here })
      ).items;
      expect(first?.id).toBe(inState.get('with-leader'));
      await api.database.query('DELETE FROM disqualification');
    }
    expect(await told(id, here)).toBe('200');
  });
});

describe('a stand-in judges', () => {
  const waiting = async (state: IndstillingState = 'with-leader') => {
    const { id } = await makeIndstilling(api, { bodyId, unitId });
    await putIndstillingInto(api, id, state, STEPS);
    return api.take(indstilling, 'get', `indstillinger/${id}`);
  };
  const step = (id: string, action: string, by: SignedIn, ifMatch = 1) =>
    api.send('post', `indstillinger/${id}/steps`, { action, reason: 'Tallene mangler.' }, { ifMatch, by });

  it('in the name of the one who is away, which its trail tells, and sees no more of it', async () => {
    const { here } = await pair([{ role: 'leader', unitId }]);
    const { id } = await waiting();
    expect(await step(id, 'approve', here)).toMatchObject({
      status: 200,
      body: { state: 'with-secretariat' },
    });
    const [taken] = (await api.take(pageOf(takenStep), 'get', `indstillinger/${id}/steps`)).items;
    expect(taken).toMatchObject({ action: 'approve', by: 'Hans Her', insteadOf: 'Ane Afsted' });
    expect(await told(id, here)).toBe('404 not-found');
  });

  it('and takes it back', async () => {
    const { here } = await pair([{ role: 'raadmand', bodyId }]);
    const { id } = await waiting('with-raadmand');
    const returned = indstillingAfterStep.parse((await step(id, 'return', here)).body);
    const path = `indstillinger/${id}/steps/${returned.taken.id}`;
    const answer = await api.send('delete', path, undefined, { ifMatch: returned.version, by: here });
    expect(answer).toMatchObject({ status: 200, body: { state: 'with-raadmand' } });
  });

  it('with its bilag, its text and its way at hand, and none of them afterwards', async () => {
    const { here } = await pair([{ role: 'leader', unitId }]);
    const { id, version } = await waiting();
    const path = `indstillinger/${id}`;
    const parts = ['attachments', 'completeness', 'steps', 'versions'].map((part) => `${path}/${part}`);
    const answers = async () => {
      const all = await Promise.all(parts.map((part) => api.send('get', part, undefined, { by: here })));
      return [...new Set(all.map((answer) => answer.told))];
    };
    expect(await answers()).toEqual(['200']);
    await step(id, 'approve', here, version);
    expect(await answers()).toEqual(['404 not-found']);
  });

  it('and does nothing else with it', async () => {
    const { here } = await pair([{ role: 'leader', unitId }]);
    const { id } = await waiting();
    expect((await step(id, 'withdraw', here)).told).toBe('403 not-allowed');
    const change = await api.send('patch', `indstillinger/${id}`, { minutes: 4 }, { ifMatch: 1, by: here });
    expect(change.told).toBe('403 not-allowed');
    const bilag = { title: 'Bilag', visibility: 'open' };
    const attached = await api.send('post', `indstillinger/${id}/attachments`, bilag, { by: here });
    expect(attached.told).toBe('403 not-allowed');
  });

  it('as themself where it is their own step too', async () => {
    const away = await api.signIn([{ role: 'leader', unitId }]);
    const here = await api.signIn([{ role: 'leader', unitId }]);
    await standInFor(away, here);
    const { id } = await waiting();
    await step(id, 'approve', here);
    const [taken] = (await api.take(pageOf(takenStep), 'get', `indstillinger/${id}/steps`)).items;
    expect(taken?.insteadOf).toBeNull();
  });
});

describe('who has an indstilling', () => {
  it('is told by name, with who stands in, and since when', async () => {
    const unit = await makeUnit(api, 'HVEM');
    const away = await api.signIn([{ role: 'leader', unitId: unit }], 'Leif Leder');
    await standInFor(away, await api.signIn([], 'Sanne Stedfortræder'));
    await api.database.query('DELETE FROM membership WHERE unit_id = $1 AND person_id <> $2', [
      ...[unit, away.personId],
    ]);
    const author = { name: 'Dorte Prøve' };
    const draft = await makeIndstilling(api, { bodyId, unitId: unit, author });
    expect(draft).toMatchObject({ holders: [{ name: 'Dorte Prøve', insteadOf: null }], since: null });
    const options = { ifMatch: draft.version };
    const path = `indstillinger/${draft.id}/steps`;
    const sent = await api.take(indstillingAfterStep, 'post', path, { action: 'submit' }, options);
    const holders = [
      { name: 'Leif Leder', insteadOf: null },
      { name: 'Sanne Stedfortræder', insteadOf: 'Leif Leder' },
    ];
    expect(sent.holders).toEqual(holders);
    const [taken] = (await api.take(pageOf(takenStep), 'get', path)).items;
    const inList = (await listed(away)).find(({ id }) => id === draft.id);
    expect(inList).toMatchObject({ holders, since: taken?.at });
    await api.database.query('UPDATE person SET active = false WHERE id = $1', [away.personId]);
    const left = await api.take(indstilling, 'get', `indstillinger/${draft.id}`);
    expect(left.holders).toEqual(holders.slice(1));
  });
});

describe('stand-ins', () => {
  const days = () => ({ from: today, to: addDays(today, 6) });
  const make = async (by: SignedIn, fields: object) =>
    (await api.send('post', 'stand-ins', { ...days(), ...fields }, { by })).told;

  it('are made by the one who is away, an administrator, or the secretariat for its rådmand', async () => {
    const away = await api.signIn([{ role: 'raadmand', bodyId }]);
    const here = await api.signIn([]);
    const secretary = await api.signIn([{ role: 'secretariat', bodyId }]);
    const both = { personId: away.personId, standInId: here.personId };
    expect(await make(away, both)).toBe('201');
    expect(await make(administrator, both)).toBe('201');
    expect(await make(secretary, { ...both, bodyId })).toBe('201');
    expect(await make(secretary, both)).toBe('403 not-allowed');
    expect(await make(secretary, { ...both, bodyId: otherBodyId })).toBe('403 not-allowed');
    expect(await make(secretary, { ...both, standInId: secretary.personId, bodyId })).toBe('403 not-allowed');
    expect(await make(here, both)).toBe('403 not-allowed');
  });

  it('are others than the one who is away, still here, and for days that are to come', async () => {
    const away = await api.signIn([{ role: 'leader', unitId }]);
    const here = await api.signIn([]);
    const both = { personId: away.personId, standInId: here.personId };
    expect(await make(away, { ...both, standInId: away.personId })).toBe('422 stand-in-for-oneself');
    expect(await make(away, { ...both, to: addDays(today, -1), from: today })).toBe('422 stand-in-dates');
    const over = { from: addDays(today, -3), to: addDays(today, -1) };
    expect(await make(away, { ...both, ...over })).toBe('422 stand-in-over');
    expect(await make(away, { ...both, standInId: unknownId() })).toBe('422 reference-not-found');
    expect(await make(administrator, { ...both, personId: unknownId() })).toBe('422 reference-not-found');
    expect(await make(administrator, { ...both, bodyId: unknownId() })).toBe('422 reference-not-found');
    expect(await make(away, { ...both, from: '2026-02-30' })).toBe('400 validation-failed');
    await api.database.query('UPDATE person SET active = false WHERE id = $1', [here.personId]);
    expect(await make(away, both)).toBe('422 stand-in-has-left');
  });

  it('are for somebody who has something to judge on those days', async () => {
    const here = await api.signIn([]);
    const raadmand = await api.signIn([{ role: 'raadmand', bodyId }]);
    const leader = await api.signIn([{ role: 'leader', unitId }]);
    const told = (away: SignedIn, more: object = {}) =>
      make(administrator, { personId: away.personId, standInId: here.personId, ...more });
    for (const roles of [[], [{ role: 'secretariat', bodyId }], [{ role: 'staff', unitId }]] as TestRole[][])
      expect(await told(await api.signIn(roles))).toBe('422 stand-in-without-step');
    expect(await told(raadmand, { bodyId: otherBodyId })).toBe('422 stand-in-without-step');
    expect(await told(leader, { bodyId })).toBe('422 stand-in-without-step');
    const days = async (from: number | null, to: number | null) =>
      api.database.query('UPDATE membership SET valid_from = $2, valid_to = $3 WHERE person_id = $1', [
        leader.personId,
        ...[from, to].map((day) => day && addDays(today, day)),
      ]);
    await days(7, null);
    expect(await told(leader)).toBe('422 stand-in-without-step');
    await days(6, null);
    expect(await told(leader)).toBe('201');
    await days(null, -1);
    expect(await told(leader)).toBe('422 stand-in-without-step');
  });

  it('end with the last role that has something to judge', async () => {
    const unitIds = [await makeUnit(api, 'EN'), await makeUnit(api, 'TO')];
    const away = await api.signIn([
      ...unitIds.map((one) => ({ role: 'leader', unitId: one }) as const),
      { role: 'staff', unitId },
    ]);
    const here = await api.signIn([]);
    const id = await standInFor(away, here, { to: addDays(today, 6) });
    const left = async () =>
      (await api.take(standIns, 'get', 'stand-ins', undefined, { by: here })).items.map((one) => one.id);
    const [first, second] = await api.database.query<{ id: string }>(
      "SELECT id FROM membership WHERE person_id = $1 AND role = 'leader'",
      [away.personId],
    );
    const end = async (membership: { id: string } | undefined, validTo: string, ifMatch: number) =>
      (await api.send('patch', `memberships/${membership?.id}`, { validTo }, { ifMatch, by: administrator }))
        .told;
    expect(await end(first, addDays(today, -1), 1)).toBe('200');
    expect(await end(second, today, 1)).toBe('200');
    expect(await left()).toEqual([id]);
    expect(await end(second, addDays(today, -1), 2)).toBe('200');
    expect(await left()).toEqual([]);
    const ended = "SELECT name FROM event WHERE subject_id = $1 AND name = 'stand-in.ended'";
    expect(await api.database.query(ended, [away.personId])).toHaveLength(1);
  });

  it('are seen by the two, ended by either, and found by nobody else', async () => {
    const { away, here, id } = await pair([{ role: 'leader', unitId }]);
    const stranger = await api.signIn([{ role: 'leader', unitId }]);
    const seen = async (by: SignedIn, query = '') =>
      (await api.take(standIns, 'get', `stand-ins${query}`, undefined, { by })).items.map((one) => one.id);
    expect([await seen(away), await seen(here), await seen(stranger)]).toEqual([[id], [id], []]);
    expect(await seen(administrator, `?personId=${here.personId}`)).toEqual([id]);
    expect(await seen(away, `?personId=${stranger.personId}`)).toEqual([]);
    const end = async (by: SignedIn, ifMatch = 1) =>
      (await api.send('delete', `stand-ins/${id}`, undefined, { by, ifMatch })).told;
    expect(await end(stranger)).toBe('404 not-found');
    expect(await end(here, 7)).toBe('412 stale-version');
    expect(await end(here)).toBe('204');
    expect(await seen(away)).toEqual([]);
    const events = await api.database.query<{ name: string }>(
      "SELECT name FROM event WHERE subject_id = $1 AND name LIKE 'stand-in.%' ORDER BY seq",
      [away.personId],
    );
    expect(events.map(({ name }) => name)).toEqual(['stand-in.made', 'stand-in.ended']);
  });
});

describe('an answer that was given to a stand-in', () => {
  it('is not given again under its key once they stand in no more', async () => {
    const { here, id } = await pair([{ role: 'leader', unitId }]);
    const waiting = await makeIndstilling(api, { bodyId, unitId });
    await putIndstillingInto(api, waiting.id, 'with-leader', STEPS);
    const approve = () =>
      api.send(
        'post',
        `indstillinger/${waiting.id}/steps`,
        { action: 'approve' },
        { by: here, ifMatch: waiting.version, key: `approve-${waiting.id}` },
      );
    expect((await approve()).told).toBe('200');
    expect((await approve()).told).toBe('200');
    await api.send('delete', `stand-ins/${id}`, undefined, { by: administrator, ifMatch: 1 });
    const again = await approve();
    expect(again.status).toBeGreaterThanOrEqual(400);
    expect(JSON.stringify(again.body)).not.toContain('sections');
  });
});
