import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { agendaPoint, createdAgendaPoints } from '../../libs/contracts/agenda-points.js';
import type { AgendaPointView } from '../../libs/contracts/agenda-points.js';
import { attachmentList } from '../../libs/contracts/attachments.js';
import { indstilling } from '../../libs/contracts/indstillinger.js';
import { RAADMAND_MEETING_STEPS } from '../../libs/domain/indstilling/index.js';
import { AgendaCalls } from '../builders/agenda-calls.js';
import { makeIndstilling, putIndstillingInto } from '../builders/indstillinger.js';
import { makeBody, makePoint, putMeetingInto } from '../builders/meetings.js';
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

const remove = (point: Pick<AgendaPointView, 'id' | 'version'> | undefined) =>
  api.send('delete', `agenda-points/${point?.id}`, undefined, { ifMatch: point?.version ?? 1 });
const restore = (id = '') => api.send('post', `agenda-points/${id}/restore`);
const reinstate = (id: string, ifMatch: number) =>
  api.send('post', `agenda-points/${id}/reinstate`, undefined, { ifMatch });

/** An approved indstilling of the body, on a point of a meeting. */
async function placed(meetingId: string): Promise<{ pointId: string; indstillingId: string }> {
  const { id } = await makeIndstilling(api, { bodyId, title: 'Åbningstider' });
  await putIndstillingInto(api, id, 'approved', RAADMAND_MEETING_STEPS);
  const point = await makePoint(api, meetingId, 'Åbningstider', { indstillingId: id });
  return { pointId: point.id, indstillingId: id };
}
const stateOf = async (id: string) => (await api.take(indstilling, 'get', `indstillinger/${id}`)).state;

describe('a removed point that is given back', () => {
  it('stands where it stood, with its sub-points, bilag, texts and ids', async () => {
    const { meetingId, points } = await calls.meetingWith(['A', 'B', 'C']);
    const [, b] = points;
    const sub = await makePoint(api, meetingId, 'b', { parentId: b?.id, minutes: 7 });
    await api.send('post', `agenda-points/${sub.id}/attachments`, { title: 'Kort', visibility: 'open' });
    const before = await calls.read(meetingId);
    await remove(b);
    expect(await calls.printed(meetingId)).toBe('1 A, 2 C');
    const back = await restore(b?.id);
    expect(back.told).toBe('201');
    expect(agendaPoint.parse(back.body)).toEqual(before.points.find(({ id }) => id === b?.id));
    expect(await calls.read(meetingId)).toEqual(before);
    const { items } = await api.take(attachmentList, 'get', `agenda-points/${sub.id}/attachments`);
    expect(items.map(({ title, number, visibility }) => [title, number, visibility])).toEqual([
      ['Kort', 1, 'open'],
    ]);
  });

  it('is as closed as it was, and who is disqualified on it still is', async () => {
    const point = await calls.onePoint({ visibility: 'closed', closedReason: 'Personsag' });
    const { personId } = await api.signIn([{ role: 'member', bodyId }]);
    const path = `agenda-points/${point.id}/disqualifications`;
    await api.send('put', path, { people: [{ personId, reason: 'Nabo' }] });
    await remove(point);
    await restore(point.id);
    expect((await api.send('get', path)).body).toMatchObject({ people: [{ personId, reason: 'Nabo' }] });
    expect(
      await api.database.query('SELECT visibility FROM visibility_today WHERE id = $1', [point.id]),
    ).toEqual([{ visibility: 'closed' }]);
  });

  it('is not there for a secretary who is disqualified on it', async () => {
    const point = await calls.onePoint();
    const by = await api.signIn([{ role: 'secretariat', bodyId }]);
    await api.send('put', `agenda-points/${point.id}/disqualifications`, {
      people: [{ personId: by.personId, reason: null }],
    });
    await remove(point);
    expect((await api.send('post', `agenda-points/${point.id}/restore`, undefined, { by })).told).toBe(
      '404 not-found',
    );
  });

  it('takes its indstilling along, unless that went elsewhere meanwhile', async () => {
    const meetingId = await calls.newMeeting();
    const { pointId, indstillingId } = await placed(meetingId);
    await remove({ id: pointId, version: 1 });
    expect(await stateOf(indstillingId)).toBe('approved');
    expect((await restore(pointId)).body).toMatchObject({ indstillingId });
    expect(await stateOf(indstillingId)).toBe('on-agenda');
    await remove({ id: pointId, version: 1 });
    const elsewhere = await makePoint(api, await calls.newMeeting(), 'Åbningstider', { indstillingId });
    expect((await restore(pointId)).body).toMatchObject({ title: 'Åbningstider', indstillingId: null });
    expect(await calls.read(elsewhere.meetingId)).toMatchObject({ points: [{ indstillingId }] });
  });

  it('comes back once, and never to an agenda that is out', async () => {
    const { meetingId, points } = await calls.meetingWith(['A', 'B']);
    await remove(points[0]);
    expect((await restore(points[0]?.id)).told).toBe('201');
    expect((await restore(points[0]?.id)).told).toBe('404 not-found');
    await remove(points[1]);
    await putMeetingInto(api, meetingId, 'sent');
    expect((await restore(points[1]?.id)).told).toBe('409 agenda-sent');
    expect((await restore(unknownId())).told).toBe('404 not-found');
  });

  it('stands at the end of the agenda when its parent was removed after it', async () => {
    const { meetingId, points } = await calls.meetingWith(['A', 'B']);
    const sub = await makePoint(api, meetingId, 'a', { parentId: points[0]?.id });
    await remove(sub);
    await remove(points[0]);
    expect((await restore(sub.id)).body).toMatchObject({ parentId: null, number: '2' });
    expect(await calls.printed(meetingId)).toBe('1 B, 2 a');
  });
});

describe('a withdrawn point that is put on again', () => {
  it('has its number and its indstilling again', async () => {
    const meetingId = await calls.newMeeting();
    const { pointId, indstillingId } = await placed(meetingId);
    await calls.withdraw(pointId, 1, { reason: 'Er afgjort' });
    expect(await stateOf(indstillingId)).toBe('approved');
    const back = await reinstate(pointId, 2);
    expect(back.body).toMatchObject({ withdrawn: false, withdrawnReason: null, number: '1', indstillingId });
    expect(await stateOf(indstillingId)).toBe('on-agenda');
  });

  it('is refused where it is on already, stale, or the agenda stands', async () => {
    const { meetingId, points } = await calls.meetingWith(['A']);
    const id = points[0]?.id ?? '';
    expect((await reinstate(id, 1)).told).toBe('409 point-not-withdrawn');
    await calls.withdraw(id);
    expect((await reinstate(id, 1)).told).toBe('412 stale-version');
    await putMeetingInto(api, meetingId, 'held');
    expect((await reinstate(id, 2)).told).toBe('409 meeting-held');
  });
});

describe('several points at once', () => {
  it('land one after the other, and answer in their order', async () => {
    const { meetingId } = await calls.meetingWith(['A', 'B']);
    const points = ['C', 'D', 'E'].map((title, i) => ({ title, minutes: 5, position: 1 + i }));
    const made = await api.send('post', `meetings/${meetingId}/agenda-points/several`, { points });
    expect(made.told).toBe('201');
    const { items } = createdAgendaPoints.parse(made.body);
    expect(items.map(({ number, title }) => `${number} ${title}`)).toEqual(['2 C', '3 D', '4 E']);
    expect(await calls.printed(meetingId)).toBe('1 A, 2 C, 3 D, 4 E, 5 B');
  });

  it('are all refused where one is', async () => {
    const { meetingId } = await calls.meetingWith(['A']);
    const points = [{ title: 'B' }, { title: 'C', parentId: unknownId() }];
    const refused = await api.send('post', `meetings/${meetingId}/agenda-points/several`, { points });
    expect(refused.told).toMatch(/^422/);
    expect(await calls.printed(meetingId)).toBe('1 A');
  });
});

describe('a point that is moved back', () => {
  /** A meeting whose agenda of these points is out. */
  const sentWith = async (titles: readonly string[]) => {
    const made = await calls.meetingWith(titles);
    const { id } = made.points[0] ?? { id: '' };
    await api.database.query(
      "UPDATE agenda_point SET frozen_number = (position + 1)::text, frozen_part = 'main' WHERE meeting_id = $1",
      [made.meetingId],
    );
    await putMeetingInto(api, made.meetingId, 'sent');
    return { ...made, id };
  };

  it('has its number again on an agenda that was sent with it', async () => {
    const { meetingId, id } = await sentWith(['A', 'B']);
    const to = await calls.newMeeting();
    expect((await calls.move(id, { meetingId: to })).told).toBe('200');
    expect(await calls.printed(meetingId)).toBe('2 B');
    expect((await calls.move(id, { meetingId, back: true }, 2)).body).toMatchObject({
      late: false,
      version: 3,
    });
    expect(await calls.printed(meetingId)).toBe('1 A, 2 B');
  });

  it('stands under its point again, and for the reason it was late', async () => {
    const { meetingId, points } = await calls.meetingWith(['A', 'B']);
    const fields = { parentId: points[0]?.id, position: 0, lateReason: 'Kom i dag' };
    const { id } = await makePoint(api, meetingId, 'a', fields);
    await makePoint(api, meetingId, 'a2', { parentId: points[0]?.id });
    const before = await calls.read(meetingId);
    const to = await calls.newMeeting();
    expect((await calls.move(id, { meetingId: to })).body).toMatchObject({ lateReason: null, number: '1' });
    await calls.move(id, { meetingId, back: true }, 2);
    const same = (point: AgendaPointView) => ({ ...point, version: 0 });
    expect((await calls.read(meetingId)).points.map(same)).toEqual(before.points.map(same));
  });

  it('is last on an agenda where its point is gone, and late on one that went out without it', async () => {
    const { meetingId, points } = await calls.meetingWith(['A', 'B']);
    const { id } = await makePoint(api, meetingId, 'a', { parentId: points[0]?.id });
    const to = await calls.newMeeting();
    await calls.move(id, { meetingId: to });
    await remove(points[0]);
    await putMeetingInto(api, meetingId, 'sent');
    expect((await calls.move(id, { meetingId, back: true }, 2)).told).toBe('422 late-reason-required');
    const back = { meetingId, back: true, lateReason: 'Blev alligevel klar' };
    expect((await calls.move(id, back, 2)).body).toMatchObject({ late: true, parentId: null });
    expect(await calls.printed(meetingId)).toBe('1 B, 2 a');
  });
});

describe('a late point', () => {
  it('is taken back without a trace until it is sent, and given back', async () => {
    const { meetingId, points } = await calls.meetingWith(['A']);
    await putMeetingInto(api, meetingId, 'sent');
    const late = await makePoint(api, meetingId, 'B', { lateReason: 'Kom i dag' });
    const before = await calls.read(meetingId);
    expect((await remove(late)).told).toBe('204');
    expect(await calls.printed(meetingId)).toBe('1 A');
    expect((await restore(late.id)).told).toBe('201');
    expect(await calls.read(meetingId)).toEqual(before);
    expect((await remove(points[0])).told).toBe('409 agenda-sent');
  });
});
