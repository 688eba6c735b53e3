import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { agendaPoint } from '../../libs/contracts/agenda-points.js';
import type { AgendaPointView } from '../../libs/contracts/agenda-points.js';
import { attachment, attachmentList } from '../../libs/contracts/attachments.js';
import { decision } from '../../libs/contracts/decisions.js';
import { indstilling } from '../../libs/contracts/indstillinger.js';
import { postponedPoints } from '../../libs/contracts/postponed-points.js';
import { RAADMAND_MEETING_STEPS } from '../../libs/domain/indstilling/index.js';
import { AgendaCalls } from '../builders/agenda-calls.js';
import { pdf, sendFile } from '../builders/files.js';
import { makeIndstilling, putIndstillingInto } from '../builders/indstillinger.js';
import { makeBody, makeMeeting, makePoint, paragraph, putMeetingInto } from '../builders/meetings.js';
import type { SignedIn } from '../support/sign-in.js';
import { startTestApi, unknownId } from '../support/test-api.js';
import type { TestApi } from '../support/test-api.js';

let api: TestApi;
let bodyId: string;
let calls: AgendaCalls;
let old: string;
let next: string;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());
beforeEach(async () => {
  bodyId = await makeBody(api);
  calls = new AgendaCalls(api, bodyId);
  old = (await makeMeeting(api, bodyId, '2026-03-10')).id;
  next = (await makeMeeting(api, bodyId, '2026-03-17')).id;
});

/** A point of the old meeting, which is in session and puts it off. */
async function deferred(title: string, fields: object = {}, to: string | null = null) {
  await putMeetingInto(api, old, 'drafting');
  const point = await makePoint(api, old, title, { minutes: 10, ...fields });
  return putOff(point, to);
}

async function putOff(point: AgendaPointView, to: string | null = null): Promise<AgendaPointView> {
  await putMeetingInto(api, old, 'in-session');
  const fields = { outcome: 'deferred', text: paragraph('Udsat.'), targetMeetingId: to };
  await api.take(decision, 'put', `agenda-points/${point.id}/decision`, fields);
  return point;
}

const waiting = async (meetingId = next, by: SignedIn = api.everybody) =>
  (await api.take(postponedPoints, 'get', `meetings/${meetingId}/postponed-points`, undefined, { by })).items;
const titles = async (meetingId = next) => (await waiting(meetingId)).map(({ title }) => title);
const takeOn = (pointId: string, meetingId = next, fields: object = {}) =>
  api.send('post', `meetings/${meetingId}/postponed-points`, { pointId, ...fields });
const bilag = async (pointId: string) =>
  (await api.take(attachmentList, 'get', `agenda-points/${pointId}/attachments`)).items;

describe('what a body has put off', () => {
  it('is offered on its next agendas until it stands on one: what was put off to this one first', async () => {
    await deferred('Budget');
    const fields = { minutes: 5, visibility: 'closed', closedReason: 'Personsag' };
    const { id } = await deferred('Ansættelse', fields, next);
    await makePoint(api, await calls.newMeeting(await makeBody(api)), 'En andens');
    expect(await waiting()).toMatchObject([
      { title: 'Ansættelse', isForThis: true, why: 'deferred', effectiveVisibility: 'closed', minutes: 5 },
      { title: 'Budget', isForThis: false, meetingId: old, meetingDate: '2026-03-10', attachments: 0 },
    ]);
    expect((await takeOn(id)).told).toBe('201');
    expect(await titles()).toEqual(['Budget']);
    expect(await titles((await makeMeeting(api, bodyId, '2026-03-03')).id)).toEqual([]);
  });

  it('is what a cancelled meeting leaves, but for what every meeting has', async () => {
    for (const [title, type] of [
      ['Bordet rundt', 'standing'],
      ['Skoler', 'discussion'],
    ])
      await makePoint(api, old, title ?? '', { type });
    expect(await titles()).toEqual([]);
    await putMeetingInto(api, old, 'cancelled');
    expect(await waiting()).toMatchObject([{ title: 'Skoler', why: 'cancelled' }]);
  });

  it('is for nobody but its secretariat, without what the one who asks is disqualified on', async () => {
    const { id } = await deferred('Egen sag', { visibility: 'closed', closedReason: 'Personsag' });
    const secretary = await api.signIn([{ role: 'secretariat', bodyId }]);
    expect(await waiting(next, secretary)).toHaveLength(1);
    const people = [{ personId: secretary.personId }];
    await api.send('put', `agenda-points/${id}/disqualifications`, { people });
    expect(await waiting(next, secretary)).toEqual([]);
    const body = { pointId: id };
    const answer = await api.send('post', `meetings/${next}/postponed-points`, body, { by: secretary });
    expect(answer.told).toMatch(/^40[34] /);
    const member = await api.signIn([{ role: 'member', bodyId }]);
    const asked = await api.send('get', `meetings/${next}/postponed-points`, undefined, { by: member });
    expect(asked.told).toBe('403 not-allowed');
  });
});

describe('taking on a point that was put off', () => {
  it('brings texts, sub-points, bilag with their files, and who is disqualified; the old point stays', async () => {
    await putMeetingInto(api, old, 'drafting');
    const point = await makePoint(api, old, 'Budget', { purpose: paragraph('Baggrund'), responsible: 'MØB' });
    const sub = await makePoint(api, old, 'Skoler', { parentId: point.id, minutes: 7 });
    const path = `agenda-points/${sub.id}/attachments/file`;
    const sent = await sendFile(api, path, 'Kort.pdf', pdf('kort'), { visibility: 'closed' });
    const file = attachment.parse(sent.body);
    const { personId } = await api.signIn([{ role: 'member', bodyId }]);
    await api.send('put', `agenda-points/${sub.id}/disqualifications`, { people: [{ personId }] });
    await putOff(point);
    const made = await takeOn(point.id);
    expect(agendaPoint.parse(made.body)).toMatchObject({
      ...{
        meetingId: next,
        title: 'Budget',
        responsible: 'MØB',
        purpose: paragraph('Baggrund'),
        number: '1',
      },
    });
    expect(await calls.printed(next)).toBe('1 Budget, 1A Skoler');
    expect(await calls.printed(old)).toBe('1 Budget, 1A Skoler');
    const [, newSub] = (await calls.read(next)).points;
    expect(newSub).toMatchObject({ minutes: 7 });
    const [copy] = await bilag(newSub?.id ?? '');
    expect(copy).toMatchObject({ title: file.title, visibility: 'closed', file: { number: 1 } });
    expect(copy?.id).not.toBe(file.id);
    const barred = await api.send('get', `agenda-points/${newSub?.id}/disqualifications`);
    expect(barred.body).toMatchObject({ people: [{ personId }] });
    expect(await bilag(sub.id)).toHaveLength(1);
  });

  it('brings its indstilling, which goes with it; removed again it is offered again, and comes back with it', async () => {
    const { id: indstillingId } = await makeIndstilling(api, { bodyId, title: 'Åbningstider' });
    const stateOf = async () => (await api.take(indstilling, 'get', `indstillinger/${indstillingId}`)).state;
    await putIndstillingInto(api, indstillingId, 'approved', RAADMAND_MEETING_STEPS);
    const point = await deferred('Åbningstider', { indstillingId });
    const made = agendaPoint.parse((await takeOn(point.id)).body);
    expect([made.indstillingId, await stateOf()]).toEqual([indstillingId, 'on-agenda']);
    await api.send('delete', `agenda-points/${made.id}`, undefined, { ifMatch: made.version });
    expect(await titles()).toEqual(['Åbningstider']);
    const again = agendaPoint.parse((await takeOn(point.id)).body);
    expect([again.indstillingId, await stateOf()]).toEqual([indstillingId, 'on-agenda']);
  });

  it('lands where the rule of the body says, or where it is dropped, and is given back when a removal is', async () => {
    for (const [title, type] of [
      ['Dagsorden', 'standing'],
      ['Bordet rundt', 'standing'],
    ])
      await makePoint(api, next, title ?? '', { type });
    const [a, b] = [await deferred('A'), await deferred('B')];
    await takeOn(a.id);
    const made = agendaPoint.parse((await takeOn(b.id, next, { position: 0 })).body);
    expect(await calls.printed(next)).toBe('1 B, 2 Dagsorden, 3 A, 4 Bordet rundt');
    await api.send('delete', `agenda-points/${made.id}`, undefined, { ifMatch: made.version });
    await api.send('post', `agenda-points/${made.id}/restore`);
    expect(await titles()).toEqual([]);
  });

  it('is refused twice, of what was not put off, to its own meeting, of another body, and after the sending without a reason', async () => {
    const point = await deferred('Budget');
    const other = await makePoint(api, next, 'Ikke udsat');
    const elsewhere = await calls.newMeeting(await makeBody(api));
    expect((await takeOn(unknownId())).told).toBe('404 not-found');
    expect((await takeOn(point.id, unknownId())).told).toBe('404 not-found');
    expect((await takeOn(point.id, elsewhere)).told).toBe('422 reference-not-found');
    expect((await takeOn(point.id, old)).told).toBe('422 same-meeting');
    const third = (await makeMeeting(api, bodyId, '2026-03-24')).id;
    expect((await takeOn(other.id, third)).told).toBe('409 point-not-postponed');
    const last = (await makeMeeting(api, bodyId, '2026-03-31')).id;
    const both = await Promise.all([takeOn(point.id, third), takeOn(point.id, last)]);
    expect(both.map(({ told }) => told).sort()).toEqual(['201', '409 point-taken-on']);
    await putMeetingInto(api, next, 'sent');
    const late = await deferred('Haste');
    expect((await takeOn(late.id)).told).toBe('422 late-reason-required');
    expect((await takeOn(late.id, next, { lateReason: 'Kom i dag' })).told).toBe('201');
  });
});
