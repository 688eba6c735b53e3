import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { followUp } from '../../libs/contracts/follow-ups.js';
import { indstilling } from '../../libs/contracts/indstillinger.js';
import { meeting } from '../../libs/contracts/meetings.js';
import type { MeetingView } from '../../libs/contracts/meetings.js';
import { minutesView } from '../../libs/contracts/minutes.js';
import type { MinutesView } from '../../libs/contracts/minutes.js';
import { MINUTES_ACTIONS, MINUTES_STATES, takeMinutesStep } from '../../libs/domain/minutes/index.js';
import { Clock } from '../../libs/platform/clock/clock.js';
import { decide, makeFollowUp, suggest } from '../builders/follow-ups.js';
import { makeIndstilling, putIndstillingInto } from '../builders/indstillinger.js';
import {
  makeBody,
  makeMeeting,
  makePoint,
  meetingInSession,
  paragraph,
  putMeetingInto,
} from '../builders/meetings.js';
import { holdTable } from '../support/held-table.js';
import { startTestApi, unknownId } from '../support/test-api.js';
import type { ApiAnswer, TestApi } from '../support/test-api.js';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());

const begin = (meetingId: string): Promise<MinutesView> =>
  api.take(minutesView, 'post', `meetings/${meetingId}/minutes`);
const read = (meetingId: string): Promise<MinutesView> =>
  api.take(minutesView, 'get', `meetings/${meetingId}/minutes`);
const step = (meetingId: string, action: string, ifMatch: number, reason?: string): Promise<ApiAnswer> =>
  api.send(
    'post',
    `meetings/${meetingId}/minutes/steps`,
    { action, ...(reason ? { reason } : {}) },
    { ifMatch },
  );
const putMinutesInto = (meetingId: string, state: string): Promise<unknown> =>
  api.database.query('UPDATE minutes SET state = $2 WHERE meeting_id = $1', [meetingId, state]);

async function newMinutes(): Promise<{ meetingId: string; pointId: string; minutes: MinutesView }> {
  const { meetingId, points } = await meetingInSession(api, ['Tilsyn']);
  return { meetingId, pointId: points[0]?.id ?? '', minutes: await begin(meetingId) };
}

describe('beginning the minutes', () => {
  it('is refused for what is no id, and for a meeting that is not there', async () => {
    expect((await api.send('post', 'meetings/7/minutes')).told).toBe('400 validation-failed');
    expect((await api.send('post', `meetings/${unknownId()}/minutes`)).told).toBe('404 not-found');
  });

  it.each([
    ['planned', '409 meeting-not-started'],
    ['drafting', '409 meeting-not-started'],
    ['sent', '409 meeting-not-started'],
    ['in-session', '201'],
    ['held', '201'],
    ['closed', '409 meeting-closed'],
    ['cancelled', '409 meeting-cancelled'],
  ] as const)('of a meeting that is %s: %s', async (state, expected) => {
    const { id } = await makeMeeting(api, await makeBody(api));
    await putMeetingInto(api, id, state);
    expect((await api.send('post', `meetings/${id}/minutes`)).told).toBe(expected);
  });

  it('by two at once is done by one', async () => {
    const { meetingId } = await meetingInSession(api, []);
    const address = `meetings/${meetingId}/minutes`;
    const both = await Promise.all([api.send('post', address), api.send('post', address)]);
    expect(both.map((answer) => answer.told).sort()).toEqual(['201', '409 already-exists']);
  });
});

describe('reading the minutes', () => {
  it('finds none of a meeting that is not there, nor before they are begun', async () => {
    const { meetingId } = await meetingInSession(api, []);
    expect((await api.send('get', `meetings/${unknownId()}/minutes`)).told).toBe('404 not-found');
    expect((await api.send('get', `meetings/${meetingId}/minutes`)).told).toBe('404 not-found');
  });

  it('gives decisions and follow-ups by point, numbered and ordered as on the agenda', async () => {
    const { id: meetingId } = await makeMeeting(api, await makeBody(api));
    const first = await makePoint(api, meetingId, 'Orientering');
    const closed = await makePoint(api, meetingId, 'Personsag', { visibility: 'closed' });
    const under = await makePoint(api, meetingId, 'Fra udvalget', { parentId: first.id });
    const last = await makePoint(api, meetingId, 'Eventuelt');
    await putMeetingInto(api, meetingId, 'in-session');
    const decision = await decide(api, under.id, 'FAS følger op på tilsynet.');
    const [suggestion] = await suggest(api, under.id);
    const byHand = await makeFollowUp(api, { pointId: last.id });
    const ofMeeting = await makeFollowUp(api, { meetingId });
    const ignored = await makeFollowUp(api, { pointId: last.id });
    await api.take(followUp, 'post', `follow-ups/${ignored.id}/steps`, { action: 'ignore' }, { ifMatch: 1 });
    await begin(meetingId);
    const minutes = await read(meetingId);
    expect(minutes.points.map(({ pointId, number, part }) => [pointId, number, part])).toEqual([
      [first.id, '1', 'main'],
      [under.id, '1A', 'main'],
      [last.id, '2', 'main'],
      [closed.id, '1', 'closed'],
    ]);
    expect(minutes.points.map((point) => point.decision)).toEqual([null, decision, null, null]);
    expect(minutes.points.map((point) => point.followUps)).toEqual([[], [suggestion], [byHand], []]);
    expect(minutes).toMatchObject({ state: 'draft', actions: ['review'], corrections: [], version: 1 });
    expect(minutes.followUps).toEqual([ofMeeting]);
    expect(minutes.unsettledFollowUps).toBe(1);
  });
});

describe('the steps of minutes over HTTP', () => {
  it('are refused when they are none, of no minutes, without or with a stale If-Match', async () => {
    const { meetingId, minutes } = await newMinutes();
    const bare = (await meetingInSession(api, [])).meetingId;
    expect((await step(meetingId, 'close', 1)).told).toBe('400 validation-failed');
    expect((await step(bare, 'review', 1)).told).toBe('404 not-found');
    expect((await step(unknownId(), 'review', 1)).told).toBe('404 not-found');
    const without = await api.send('post', `meetings/${meetingId}/minutes/steps`, { action: 'review' });
    expect(without.told).toBe('428 if-match-required');
    const stale = await step(meetingId, 'review', 2);
    expect([stale.told, stale.body]).toMatchObject(['412 stale-version', { current: minutes }]);
  });

  it.each(MINUTES_STATES)('lead from %s where the table says, and nowhere else', async (state) => {
    const { meetingId } = await newMinutes();
    let version = 1;
    for (const action of MINUTES_ACTIONS) {
      await putMinutesInto(meetingId, state);
      const answer = await step(meetingId, action, version, 'Navnet er forkert.');
      const rule = takeMinutesStep(state, action, 'Navnet er forkert.');
      if (!rule.ok) {
        expect([action, answer.told]).toEqual([action, '409 transition-not-allowed']);
        continue;
      }
      const after = minutesView.parse(answer.body);
      expect([action, after.state]).toEqual([action, rule.value]);
      expect(answer.etag).toBe(`"${after.version}"`);
      version = after.version;
    }
  });

  it.each([
    ['in-review', 'return'],
    ['published', 'unpublish'],
  ])('from %s, %s asks for a reason', async (state, action) => {
    const { meetingId } = await newMinutes();
    await putMinutesInto(meetingId, state);
    expect((await step(meetingId, action, 1)).told).toBe('422 reason-required');
    expect((await step(meetingId, action, 1, 'Navnet er forkert.')).told).toBe('200');
  });

  it('wait for a meeting that was stepped back or cancelled, and go on when it is closed', async () => {
    const { meetingId } = await newMinutes();
    await putMeetingInto(api, meetingId, 'sent');
    expect((await step(meetingId, 'review', 1)).told).toBe('409 meeting-not-started');
    await putMeetingInto(api, meetingId, 'cancelled');
    expect((await step(meetingId, 'review', 1)).told).toBe('409 meeting-cancelled');
    await putMeetingInto(api, meetingId, 'closed');
    await putMinutesInto(meetingId, 'approved');
    expect((await step(meetingId, 'publish', 1)).told).toBe('200');
  });

  it('to review issues what was confirmed, and counts what is only suggested as unsettled', async () => {
    const { meetingId, pointId } = await newMinutes();
    await decide(api, pointId, 'FAS følger op på tilsynet.');
    const [suggestion] = await suggest(api, pointId);
    const confirmed = await makeFollowUp(api, { pointId });
    const ignored = await makeFollowUp(api, { pointId });
    await api.take(followUp, 'post', `follow-ups/${ignored.id}/steps`, { action: 'ignore' }, { ifMatch: 1 });
    const elsewhere = await makeFollowUp(api, { bodyId: confirmed.bodyId });
    const after = minutesView.parse((await step(meetingId, 'review', 1)).body);
    expect(after.unsettledFollowUps).toBe(1);
    const stageOf = async (id = ''): Promise<string> =>
      (await api.take(followUp, 'get', `follow-ups/${id}`)).stage;
    const ids = [suggestion?.id, confirmed.id, ignored.id, elsewhere.id];
    expect(await Promise.all(ids.map(stageOf))).toEqual(['suggested', 'issued', 'ignored', 'confirmed']);
    expect(after.points[0]?.followUps.map((item) => item.stage)).toEqual(['suggested', 'issued']);
  });

  it('to approval note the moment and lock the decisions', async () => {
    const { meetingId, pointId } = await newMinutes();
    await step(meetingId, 'review', 1);
    expect((await read(meetingId)).approvedAt).toBeNull();
    await step(meetingId, 'approve', 2);
    expect((await read(meetingId)).approvedAt).not.toBeNull();
    const decision = await api.send('put', `agenda-points/${pointId}/decision`, { outcome: 'noted' });
    expect(decision.told).toBe('409 minutes-locked');
  });

  it('to approval wait for a decision that is just being written', async () => {
    const { meetingId, pointId } = await newMinutes();
    await putMinutesInto(meetingId, 'in-review');
    const decisions = await holdTable(api.database, 'decision');
    const decision = api.send('put', `agenda-points/${pointId}/decision`, { outcome: 'noted' });
    await decisions.untilWaiting(1);
    let approved = false;
    const approval = step(meetingId, 'approve', 1).finally(() => (approved = true));
    await decisions.untilWaiting(2, () => approved);
    await decisions.release();
    expect([(await decision).told, (await approval).told]).toEqual(['200', '200']);
    const seen = minutesView.parse((await approval).body);
    expect(seen.points[0]?.decision?.outcome).toBe('noted');
  });
});

describe('correcting minutes', () => {
  const correct = (meetingId: string, fields: object, ifMatch = 1): Promise<ApiAnswer> =>
    api.send('post', `meetings/${meetingId}/minutes/corrections`, fields, { ifMatch });
  const fields = { by: 'Karen Holm', text: paragraph('Mødet sluttede kl. 10.05.') };

  it('is refused without a name, with unknown keys and of minutes that are not there', async () => {
    const { meetingId } = await newMinutes();
    expect((await correct(meetingId, { text: fields.text })).told).toBe('400 validation-failed');
    expect((await correct(meetingId, { ...fields, date: '2026-03-10' })).told).toBe('400 validation-failed');
    expect((await correct(unknownId(), fields)).told).toBe('404 not-found');
    expect((await correct(meetingId, fields, 2)).told).toBe('412 stale-version');
  });

  it.each([
    ['draft', '409 minutes-not-approved'],
    ['in-review', '409 minutes-not-approved'],
    ['approved', '201'],
    ['published', '201'],
  ])('that are %s: %s', async (state, expected) => {
    const { meetingId } = await newMinutes();
    await putMinutesInto(meetingId, state);
    expect((await correct(meetingId, fields)).told).toBe(expected);
  });

  it('is refused without words, and about a point of another meeting', async () => {
    const { meetingId } = await newMinutes();
    const other = await newMinutes();
    await putMinutesInto(meetingId, 'approved');
    expect((await correct(meetingId, { ...fields, text: [] })).told).toBe('422 correction-text');
    const elsewhere = await correct(meetingId, { ...fields, pointId: other.pointId });
    expect(elsewhere.told).toBe('422 reference-not-found');
    expect((await read(meetingId)).corrections).toEqual([]);
  });

  it('adds it with its moment, in order, and makes a publication read before it stale', async () => {
    const { meetingId, pointId } = await newMinutes();
    await putMinutesInto(meetingId, 'approved');
    const clock = api.app.get(Clock);
    const now = jest.spyOn(clock, 'now').mockReturnValue(new Date('2026-03-12T23:30:00Z'));
    await correct(meetingId, fields);
    await correct(meetingId, { by: 'Ole Juhl', text: paragraph('Bilag 2 mangler.'), pointId }, 2);
    now.mockRestore();
    const minutes = await read(meetingId);
    expect(minutes.corrections).toMatchObject([
      { at: '2026-03-12T23:30:00.000Z', by: 'Karen Holm', text: fields.text, pointId: null },
      { at: '2026-03-12T23:30:00.000Z', by: 'Ole Juhl', pointId },
    ]);
    expect(minutes.version).toBe(3);
    expect((await step(meetingId, 'publish', 1)).told).toBe('412 stale-version');
  });
});

describe('closing a meeting', () => {
  const close = (meetingId: string, ifMatch: number): Promise<ApiAnswer> =>
    api.send('post', `meetings/${meetingId}/close`, undefined, { ifMatch });
  const versionOf = async (meetingId: string): Promise<number> =>
    (await api.take(meeting, 'get', `meetings/${meetingId}`)).version;

  it('is refused without or with a stale If-Match, and of a meeting that is not there', async () => {
    const { meetingId } = await meetingInSession(api, []);
    expect((await api.send('post', `meetings/${meetingId}/close`)).told).toBe('428 if-match-required');
    expect((await close(meetingId, 7)).told).toBe('412 stale-version');
    expect((await close(unknownId(), 1)).told).toBe('404 not-found');
  });

  it.each<MeetingView['state']>(['planned', 'drafting', 'sent', 'in-session', 'closed', 'cancelled'])(
    'that is %s is refused',
    async (state) => {
      const { meetingId } = await meetingInSession(api, []);
      await putMeetingInto(api, meetingId, state);
      expect((await close(meetingId, 1)).told).toBe('409 transition-not-allowed');
    },
  );

  it('waits for every point that is treated, and for the approval of the minutes', async () => {
    const { meetingId, points } = await meetingInSession(api, ['Tilsyn', 'Udgår']);
    const [treated, withdrawn] = points;
    await api.send('post', `agenda-points/${withdrawn?.id}/withdraw`, {}, { ifMatch: 1 });
    await begin(meetingId);
    await putMeetingInto(api, meetingId, 'held');
    const version = await versionOf(meetingId);
    expect((await close(meetingId, version)).told).toBe('409 points-without-outcome');
    await decide(api, treated?.id ?? '', 'Til efterretning.');
    expect((await close(meetingId, version)).told).toBe('409 minutes-not-approved');
    await step(meetingId, 'review', 1);
    await step(meetingId, 'approve', 2);
    const closed = await close(meetingId, version);
    expect([closed.told, closed.body]).toMatchObject(['200', { state: 'closed', actions: [] }]);
  });

  it('decides an indstilling that stands on a parent of decided sub-points', async () => {
    const bodyId = await makeBody(api);
    const { id: meetingId } = await makeMeeting(api, bodyId);
    const { id } = await makeIndstilling(api, { bodyId });
    await putIndstillingInto(api, id, 'approved', ['leader']);
    const parent = await makePoint(api, meetingId, 'Tilbud', { indstillingId: id });
    const under = await makePoint(api, meetingId, 'Åbningstid', { parentId: parent.id });
    await putMeetingInto(api, meetingId, 'held');
    await decide(api, under.id, 'Til efterretning.');
    await begin(meetingId);
    await putMinutesInto(meetingId, 'approved');
    expect((await close(meetingId, await versionOf(meetingId))).told).toBe('200');
    expect((await api.take(indstilling, 'get', `indstillinger/${id}`)).state).toBe('decided');
  });

  it('decides the indstillinger on its agenda, except one whose point was deferred', async () => {
    const bodyId = await makeBody(api);
    const { id: meetingId } = await makeMeeting(api, bodyId);
    const points: { pointId: string; indstillingId: string }[] = [];
    for (const title of ['Ny åbningstid', 'Ny indgang']) {
      const { id } = await makeIndstilling(api, { bodyId, title });
      await putIndstillingInto(api, id, 'approved', ['leader']);
      const point = await makePoint(api, meetingId, title, { indstillingId: id });
      points.push({ pointId: point.id, indstillingId: id });
    }
    const [decided, deferred] = points;
    await putMeetingInto(api, meetingId, 'held');
    await decide(api, decided?.pointId ?? '', 'Til efterretning.');
    const address = `agenda-points/${deferred?.pointId}/decision`;
    await api.send('put', address, { outcome: 'deferred', text: paragraph('Udsat til foråret.') });
    await begin(meetingId);
    await putMinutesInto(meetingId, 'approved');
    expect((await close(meetingId, await versionOf(meetingId))).told).toBe('200');
    const stateOf = async (id = ''): Promise<string> =>
      (await api.take(indstilling, 'get', `indstillinger/${id}`)).state;
    expect(await stateOf(decided?.indstillingId)).toBe('decided');
    expect(await stateOf(deferred?.indstillingId)).toBe('on-agenda');
    const events = await api.database.query(
      "SELECT name FROM event WHERE subject_id = $1 AND name IN ('meeting.closed', 'meeting.moved-on') ORDER BY seq",
      [meetingId],
    );
    expect(events).toEqual([{ name: 'meeting.moved-on' }, { name: 'meeting.closed' }]);
  });
});
