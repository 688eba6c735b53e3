import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { agendaPoint } from '../../libs/contracts/agenda-points.js';
import { indstilling } from '../../libs/contracts/indstillinger.js';
import type { MeetingView } from '../../libs/contracts/meetings.js';
import { body } from '../../libs/contracts/organisation.js';
import { RAADMAND_MEETING_STEPS } from '../../libs/domain/indstilling/index.js';
import { AgendaCalls } from '../builders/agenda-calls.js';
import { makeIndstilling, putIndstillingInto } from '../builders/indstillinger.js';
import { makeBody, makePoint, putMeetingInto } from '../builders/meetings.js';
import { problemIn } from '../support/raw-request.js';
import { startTestApi, unknownId } from '../support/test-api.js';
import type { TestApi } from '../support/test-api.js';

let api: TestApi;
let bodyId: string;
let calls: AgendaCalls;
beforeAll(async () => {
  api = await startTestApi();
  bodyId = await makeBody(api);
  calls = new AgendaCalls(api, bodyId);
});
afterAll(() => api.stop());

const CLOSED = { visibility: 'closed', closedReason: 'Personsag' };
describe('the state of the meeting', () => {
  const SENT = '409 agenda-sent';
  const SITTING = '409 meeting-in-session';
  const all = (told: string): string[] => Array<string>(7).fill(told);
  /** Add, change, close, reorder, withdraw, remove, move to another meeting. */
  const TABLE: readonly (readonly [MeetingView['state'], readonly string[]])[] = [
    ['planned', ['201', '200', '200', '200', '200', '204', '200']],
    ['drafting', ['201', '200', '200', '200', '200', '204', '200']],
    ['sent', ['201', '200', '200', SENT, '200', SENT, '200']],
    ['in-session', ['201', SITTING, '200', '200', '200', SITTING, '200']],
    ['held', all('409 meeting-held')],
    ['closed', all('409 meeting-closed')],
    ['cancelled', [...Array<string>(6).fill('409 meeting-cancelled'), '200']],
  ];

  it.each(TABLE)('%s answers %j', async (state, expected) => {
    const { meetingId, points } = await calls.meetingWith(['A', 'B', 'C', 'D', 'E', 'F']);
    const [a, b, c, d, e, f] = points.map((point) => point.id);
    const target = await calls.newMeeting();
    await putMeetingInto(api, meetingId, state);
    const answers = [
      await calls.add(meetingId, { title: 'Ny', lateReason: 'Haster' }),
      await api.send('patch', `agenda-points/${a}`, { title: 'Nyt' }, { ifMatch: 1 }),
      await api.send('patch', `agenda-points/${b}`, CLOSED, { ifMatch: 1 }),
      await calls.move(c ?? '', { parentId: null, position: 0 }),
      await calls.withdraw(d ?? ''),
      await api.send('delete', `agenda-points/${e}`, undefined, { ifMatch: 1 }),
      await calls.move(f ?? '', { meetingId: target }),
    ];
    expect(answers.map(({ told }) => told)).toEqual(expected);
  });

  it('sent makes a new point late, which takes a reason and the next free number', async () => {
    const { meetingId } = await calls.meetingWith(['A', 'B']);
    await api.send('post', `meetings/${meetingId}/agenda`, undefined, { ifMatch: 1 });
    expect(
      (await api.send('post', `meetings/${meetingId}/agenda-versions`, undefined, { ifMatch: 2 })).told,
    ).toBe('201');
    const unexplained = await calls.add(meetingId, { title: 'Haster' });
    expect(unexplained.told).toBe('422 late-reason-required');
    expect(problemIn(unexplained.body)).toMatchObject({ at: 'lateReason', liftedBy: 'secretariat' });
    const late = await calls.add(meetingId, { title: 'Haster', lateReason: ' Frist i dag ', position: 0 });
    expect(late.body).toMatchObject({ late: true, lateReason: 'Frist i dag', number: '3', position: 0 });
    const { id } = agendaPoint.parse(late.body);
    const silenced = await api.send('patch', `agenda-points/${id}`, { lateReason: null }, { ifMatch: 1 });
    expect(silenced.told).toBe('422 late-reason-required');
    const moved = await calls.onePoint();
    expect((await calls.move(moved.id, { meetingId })).told).toBe('422 late-reason-required');
    expect((await calls.move(moved.id, { meetingId, lateReason: 'Udsat' })).body).toMatchObject({
      late: true,
      number: '4',
    });
    expect((await calls.withdraw(id)).body).toMatchObject({ withdrawn: true, number: null });
  });
});

describe('closed points', () => {
  it('are numbered apart where the body keeps separate series', async () => {
    const meetingId = await calls.newMeeting();
    const open = await makePoint(api, meetingId, 'A', { minutes: 10 });
    await makePoint(api, meetingId, 'Personsag', { ...CLOSED, minutes: 30, position: 0 });
    await makePoint(api, meetingId, 'lukket a', { ...CLOSED, parentId: open.id });
    await makePoint(api, meetingId, 'B', { minutes: 5 });
    const { points } = await calls.read(meetingId);
    expect(points.map(({ part, number, title, from }) => [part, number, title, from])).toEqual([
      ['main', '1', 'A', '09:00'],
      ['main', '2', 'B', '09:10'],
      ['closed', '1', 'Personsag', '09:15'],
      ['closed', '2', 'lukket a', null],
    ]);
  });

  it('stand among the others where the body has one series', async () => {
    const of = await makeBody(api);
    await api.take(body, 'patch', `bodies/${of}`, { settings: { numbering: 'one-series' } }, { ifMatch: 1 });
    const { meetingId } = await calls.meetingWith(['A', 'B'], of);
    await makePoint(api, meetingId, 'Personsag', { ...CLOSED, position: 1 });
    expect(await calls.printed(meetingId)).toBe('1 A, 2 Personsag, 3 B');
  });
});

describe('an indstilling', () => {
  const stateOf = async (id: string): Promise<string> =>
    (await api.take(indstilling, 'get', `indstillinger/${id}`)).state;
  const newIndstilling = async (state: 'draft' | 'approved'): Promise<string> => {
    const { id } = await makeIndstilling(api, { bodyId });
    await putIndstillingInto(api, id, state, RAADMAND_MEETING_STEPS);
    return id;
  };

  it('is placed with its point, postponed with it and taken off with it', async () => {
    const indstillingId = await newIndstilling('approved');
    const meetingId = await calls.newMeeting();
    const { id } = await makePoint(api, meetingId, 'Åbningstid', { indstillingId });
    expect(await stateOf(indstillingId)).toBe('on-agenda');
    expect((await calls.add(meetingId, { title: 'Igen', indstillingId })).told).toBe(
      '409 transition-not-allowed',
    );
    expect((await calls.move(id, { meetingId: await calls.newMeeting() })).told).toBe('200');
    expect(await stateOf(indstillingId)).toBe('on-agenda');
    expect((await calls.withdraw(id, 2)).told).toBe('200');
    expect(await stateOf(indstillingId)).toBe('approved');
    const again = await makePoint(api, meetingId, 'Åbningstid', { indstillingId });
    await api.send('delete', `agenda-points/${again.id}`, undefined, { ifMatch: 1 });
    expect(await stateOf(indstillingId)).toBe('approved');
  });

  it('that is not approved, or not there, makes no point', async () => {
    const meetingId = await calls.newMeeting();
    const draft = await calls.add(meetingId, { title: 'X', indstillingId: await newIndstilling('draft') });
    expect(draft.told).toBe('409 transition-not-allowed');
    const absent = await calls.add(meetingId, { title: 'X', indstillingId: unknownId() });
    expect(absent.told).toBe('422 reference-not-found');
    expect(problemIn(absent.body).at).toBe('indstillingId');
    expect((await calls.read(meetingId)).points).toEqual([]);
  });

  it('is placed on one of two agendas that ask for it at once', async () => {
    const indstillingId = await newIndstilling('approved');
    const meetings = [await calls.newMeeting(), await calls.newMeeting()];
    const answers = await Promise.all(
      meetings.map((id) => calls.add(id, { title: 'Åbningstid', indstillingId })),
    );
    expect(answers.map(({ told }) => told).sort()).toEqual(['201', '409 transition-not-allowed']);
  });

  it('stays where it is when its point, withdrawn before, goes to another meeting', async () => {
    const indstillingId = await newIndstilling('approved');
    const first = await calls.newMeeting();
    const { id } = await makePoint(api, first, 'Åbningstid', { indstillingId });
    await calls.withdraw(id);
    const placed = await makePoint(api, await calls.newMeeting(), 'Åbningstid', { indstillingId });
    expect((await calls.move(id, { meetingId: await calls.newMeeting() }, 2)).told).toBe('200');
    expect((await calls.withdraw(id, 3)).told).toBe('200');
    expect(await stateOf(indstillingId)).toBe('on-agenda');
    expect(placed.indstillingId).toBe(indstillingId);
  });
});
