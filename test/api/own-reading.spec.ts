import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { agendaPoint } from '../../libs/contracts/agenda-points.js';
import { attachment } from '../../libs/contracts/attachments.js';
import { ownNote, ownReading, pointMark } from '../../libs/contracts/reading.js';
import type { OwnNoteView, OwnReadingView } from '../../libs/contracts/reading.js';
import { AgendaCalls } from '../builders/agenda-calls.js';
import { makeBody, makeMeeting, makePoint, paragraph, putMeetingInto } from '../builders/meetings.js';
import { sendAgenda, sentMeeting } from '../builders/reading.js';
import type { SentMeeting } from '../builders/reading.js';
import type { SignedIn } from '../support/sign-in.js';
import { startTestApi, unknownId } from '../support/test-api.js';
import type { ApiAnswer, TestApi } from '../support/test-api.js';

let api: TestApi;
let bodyId: string;
let sent: SentMeeting;
/** A member of the body, who reads its closed papers. */
let member: SignedIn;
beforeAll(async () => {
  api = await startTestApi();
  bodyId = await makeBody(api);
  member = await api.signIn([{ role: 'member', bodyId }], 'Medlem Madsen');
});
afterAll(() => api.stop());
beforeEach(async () => {
  sent = await sentMeeting(api, bodyId);
});

const write = (pointId: string, text: string, ifMatch = 0, by = member): Promise<ApiAnswer> =>
  api.send('put', `agenda-points/${pointId}/my-note`, { text }, { ifMatch, by });
const wrote = (pointId: string, text: string, ifMatch = 0, by = member): Promise<OwnNoteView> =>
  api.take(ownNote, 'put', `agenda-points/${pointId}/my-note`, { text }, { ifMatch, by });
const reading = (meetingId = sent.meetingId, by = member): Promise<OwnReadingView> =>
  api.take(ownReading, 'get', `meetings/${meetingId}/my-reading`, undefined, { by });
const texts = async (meetingId = sent.meetingId, by = member): Promise<string[]> =>
  (await reading(meetingId, by)).notes.map(({ text }) => text);
const kept = async (meetingId = sent.meetingId, by = member): Promise<string[]> =>
  (await reading(meetingId, by)).kept.map(({ title, why, text }) => `${title ?? '?'}, ${why}: ${text}`);
const close = (ids: readonly string[], visibility = 'closed') =>
  api.database.query('UPDATE agenda_point SET visibility = $2 WHERE id = ANY($1::uuid[])', [ids, visibility]);
const disqualify = (pointId: string, { personId }: SignedIn) =>
  api.database.query('INSERT INTO disqualification (point_id, person_id) VALUES ($1, $2)', [
    pointId,
    personId,
  ]);

describe('a private note', () => {
  it('is written, written on, removed and brought back, each as it was read', async () => {
    expect(await write(sent.open, 'Spørg til økonomien\n  – og tiden')).toMatchObject({
      ...{ told: '200', etag: '"1"' },
      body: { pointId: sent.open, text: 'Spørg til økonomien\n  – og tiden', fromPointId: null },
    });
    expect((await wrote(sent.open, 'Spørg', 1)).version).toBe(2);
    expect(await texts()).toEqual(['Spørg']);
    expect(await wrote(sent.open, '', 2)).toMatchObject({ text: '', version: 3 });
    expect(await texts()).toEqual([]);
    await wrote(sent.open, 'Spørg', 3);
    expect(await texts()).toEqual(['Spørg']);
    await wrote(sent.open, '', 4);
    expect((await wrote(sent.open, 'Forfra')).version).toBe(6);
    expect(await wrote(sent.closed, '')).toMatchObject({ text: '', version: 0, changedAt: null });
  });

  it('is refused where another device wrote meanwhile, with the note as it is', async () => {
    await wrote(sent.open, 'Fra telefonen');
    const current = { text: 'Fra telefonen', version: 1, pointId: sent.open };
    expect(await write(sent.open, 'Fra iPad')).toMatchObject({
      told: '412 stale-version',
      body: { current },
    });
    const both = await Promise.all([write(sent.closed, 'En'), write(sent.closed, 'To')]);
    expect(both.map(({ told }) => told).sort()).toEqual(['200', '412 stale-version']);
    const at = `agenda-points/${sent.open}/my-note`;
    expect((await api.send('put', at, { text: '' }, { by: member })).told).toBe('428 if-match-required');
  });

  it('is a text of at most 20,000 characters', async () => {
    expect((await write(sent.open, 'å'.repeat(20_000))).told).toBe('200');
    for (const text of ['å'.repeat(20_001), 'a\u0000b'])
      expect((await write(sent.open, text, 1)).told).toBe('400 validation-failed');
  });

  it('may be written by all who read the point, and is not there for all others', async () => {
    const reader = await api.signIn([{ role: 'reader', bodyId }]);
    const guest = await api.signIn([{ role: 'guest', pointId: sent.closed }]);
    const told = async (by: SignedIn) => [
      (await write(sent.open, 'A', 0, by)).told,
      (await write(sent.closed, 'B', 0, by)).told,
    ];
    expect(await told(reader)).toEqual(['200', '404 not-found']);
    expect(await told(guest)).toEqual(['404 not-found', '200']);
    expect(await told(await api.signIn([]))).toEqual(['404 not-found', '404 not-found']);
    expect(await told(api.everybody)).toEqual(['200', '200']);
    expect((await write(unknownId(), 'C')).told).toBe('404 not-found');
    expect(await texts(sent.meetingId, reader)).toEqual(['A']);
    expect(await texts(sent.meetingId, guest)).toEqual(['B']);
    expect(await texts()).toEqual([]);
  });
});

describe('the note of a point', () => {
  it('survives a corrected agenda, and one in which its point is closed for good', async () => {
    await wrote(sent.open, 'Husk');
    await makePoint(api, sent.meetingId, 'Et til', { lateReason: 'Haster' });
    await sendAgenda(api, sent.meetingId);
    expect(await texts()).toEqual(['Husk']);
    const reader = await api.signIn([{ role: 'reader', bodyId }]);
    await wrote(sent.open, 'Læserens', 0, reader);
    await close([sent.open]);
    expect(await texts()).toEqual(['Husk']);
    expect(await texts(sent.meetingId, reader)).toEqual([]);
    expect(await kept(sent.meetingId, reader)).toEqual(['?, unreadable: Læserens']);
    await close([sent.open], 'open');
    expect(await texts(sent.meetingId, reader)).toEqual(['Læserens']);
    await close([sent.closed], 'open');
    expect(await kept(sent.meetingId, reader)).toEqual([]);
  });

  it('is kept where its point was withdrawn or left the agenda, with the title they knew', async () => {
    const { version } = await api.take(agendaPoint, 'get', `agenda-points/${sent.open}`);
    await wrote(sent.open, 'Husk');
    await api.take(agendaPoint, 'post', `agenda-points/${sent.open}/withdraw`, {}, { ifMatch: version });
    await sendAgenda(api, sent.meetingId);
    expect([await texts(), await kept()]).toEqual([['Husk'], ['Budget, withdrawn: Husk']]);
    await wrote(sent.closed, 'Lukket');
    await makePoint(api, sent.meetingId, 'Et til', { lateReason: 'Haster' });
    await api.database.query('DELETE FROM agenda_point WHERE id = $1', [sent.closed]);
    await sendAgenda(api, sent.meetingId);
    expect(await kept()).toEqual(['Budget, withdrawn: Husk', 'Ansættelse, left: Lukket']);
  });

  it('is kept without a title by whoever is disqualified since, or reads closed papers no more', async () => {
    const other = await api.signIn([{ role: 'member', bodyId }]);
    for (const by of [member, other]) await wrote(sent.closed, 'Lukket', 0, by);
    await disqualify(sent.closed, member);
    expect(await kept()).toEqual(['?, unreadable: Lukket']);
    await api.database.query(`UPDATE membership SET role = 'reader' WHERE person_id = $1`, [other.personId]);
    expect(await kept(sent.meetingId, other)).toEqual(['?, unreadable: Lukket']);
    await api.database.query('DELETE FROM disqualification WHERE point_id = $1', [sent.closed]);
    expect([await texts(), await kept()]).toEqual([['Lukket'], []]);
  });

  it('is kept by who makes agendas when its point is removed, is in no row that was kept of it, and comes back', async () => {
    const { id: meetingId } = await makeMeeting(api, bodyId);
    await putMeetingInto(api, meetingId, 'drafting');
    const { id } = await makePoint(api, meetingId, 'Udkast', { visibility: 'closed', closedReason: 'Sag' });
    const secretary = await api.signIn([{ role: 'secretariat', bodyId }]);
    const barred = await api.signIn([{ role: 'secretariat', bodyId }]);
    for (const by of [secretary, barred]) await wrote(id, 'Kun min', 0, by);
    await disqualify(id, barred);
    expect((await api.send('delete', `agenda-points/${id}`, undefined, { ifMatch: 1 })).told).toBe('204');
    expect(await kept(meetingId, secretary)).toEqual(['Udkast, left: Kun min']);
    expect(await kept(meetingId, barred)).toEqual(['?, unreadable: Kun min']);
    const [row] = await api.database.query<{ kept: string }>(
      'SELECT kept::text AS kept FROM removed_point WHERE id = $1',
      [id],
    );
    expect(row?.kept).toContain('Udkast');
    expect(row?.kept).not.toContain('Kun min');
    expect((await api.send('post', `agenda-points/${id}/restore`)).told).toBe('201');
    expect([await texts(meetingId, secretary), await kept(meetingId, secretary)]).toEqual([['Kun min'], []]);
  });

  it('follows it to another meeting, whose agenda is not told of before it is out', async () => {
    const calls = new AgendaCalls(api, bodyId);
    const { id: next } = await makeMeeting(api, bodyId, '2026-03-24');
    await wrote(sent.open, 'Følg med');
    const { version } = await api.take(agendaPoint, 'get', `agenda-points/${sent.open}`);
    expect((await calls.move(sent.open, { meetingId: next }, version)).told).toBe('200');
    expect([await texts(), await texts(next), await kept(next)]).toEqual([['Følg med'], [], []]);
    await sendAgenda(api, sent.meetingId);
    expect([await texts(), await kept()]).toEqual([[], ['Budget, left: Følg med']]);
    await sendAgenda(api, next);
    expect(await texts(next)).toEqual(['Følg med']);
    await wrote(sent.open, 'Fulgt med', 1);
    expect([await texts(next), await kept(), await kept(next)]).toEqual([['Fulgt med'], [], []]);
  });

  it('is the note of the point that goes on from it, until that has one of its own', async () => {
    const { id: next } = await makeMeeting(api, bodyId, '2026-03-24');
    await wrote(sent.open, 'Fra sidst');
    await putMeetingInto(api, sent.meetingId, 'in-session');
    const decided = { outcome: 'deferred', text: paragraph('Udsat.') };
    await api.send('put', `agenda-points/${sent.open}/decision`, decided);
    const taken = await api.send('post', `meetings/${next}/postponed-points`, { pointId: sent.open });
    const { id } = agendaPoint.parse(taken.body);
    expect(await texts(next)).toEqual([]);
    await sendAgenda(api, next);
    expect((await reading(next)).notes).toMatchObject([
      { pointId: id, text: 'Fra sidst', version: 0, fromPointId: sent.open },
    ]);
    await wrote(id, 'Ny');
    expect([await texts(next), await texts()]).toEqual([['Ny'], ['Fra sidst']]);
    await wrote(id, '', 1);
    expect([await texts(next), await texts()]).toEqual([[], ['Fra sidst']]);
  });
});

describe('nobody else', () => {
  it('sees a note: no administrator who sees what its owner sees, nor writes one for them', async () => {
    await wrote(sent.open, 'KUN-MIN');
    await api.send('put', `agenda-points/${sent.open}/my-mark`, { read: true }, { by: member });
    await api.send('put', `meetings/${sent.meetingId}/my-place`, { pointId: sent.open }, { by: member });
    const { personId } = member;
    for (const role of [{ role: 'administrator' }, { role: 'secretariat', bodyId }]) {
      const by = await api.signIn([role]);
      expect((await api.send('post', 'session/view-as', { personId }, { by })).told).toBe('200');
      expect(await reading(sent.meetingId, by)).toEqual({
        ...{ notes: [], marks: [], place: null, highlights: [], kept: [], fallen: [] },
      });
      expect((await write(sent.open, 'For dem', 1, by)).told).toBe('403 viewing-as');
    }
    expect(await texts(sent.meetingId, api.everybody)).toEqual([]);
  });

  it('is told in a history or a record that somebody keeps notes; the person is', async () => {
    const owner = await api.signIn([{ role: 'member', bodyId }]);
    const told = async (path: string, by: SignedIn): Promise<string> =>
      JSON.stringify((await api.send('get', path, undefined, { by })).body);
    const record = `people/${owner.personId}/record`;
    const history = `history/person/${owner.personId}?limit=200`;
    const before = await told(record, api.everybody);
    await wrote(sent.closed, 'KUN-MIN', 0, owner);
    await wrote(sent.closed, '', 1, owner);
    await wrote(sent.closed, 'KUN-MIN', 2, owner);
    const nameless = (text: string) => text.replace(/"exportedAt":"[^"]*"/, '');
    const exported = /\{[^{}]*person\.record-exported[^{}]*\},?/g;
    expect(nameless(await told(record, api.everybody)).replace(exported, '')).toEqual(
      nameless(before).replace(exported, ''),
    );
    expect(before).toContain('"ownNotes":[{"givenOnlyToThePerson":true}]');
    expect(await told(record, owner)).toContain('KUN-MIN');
    // What they did, which is about them.
    expect((await told(record, owner)).match(/"name":"own-note/g)).toHaveLength(2 * 3);
    expect(await told(history, api.everybody)).not.toContain('own-note');
    expect((await told(history, owner)).match(/"own-note\.written"/g)).toHaveLength(2);
    for (const path of [`history/agenda-point/${sent.closed}`, `meetings/${sent.meetingId}/history`])
      expect(await told(`${path}?limit=200`, api.everybody)).not.toContain('own-note');
  });
});

describe('a read mark', () => {
  const mark = (pointId: string, read: boolean, by = member) =>
    api.send('put', `agenda-points/${pointId}/my-mark`, { read }, { by });

  it('is set and taken away, the same again changing nothing', async () => {
    const first = pointMark.parse((await mark(sent.open, true)).body);
    expect(first.mark).toMatchObject({ pointId: sent.open, changed: false });
    expect(pointMark.parse((await mark(sent.open, true)).body)).toEqual(first);
    expect((await reading()).marks).toEqual([first.mark]);
    expect((await mark(sent.open, false)).body).toEqual({ pointId: sent.open, mark: null });
    expect((await mark(sent.open, false)).told).toBe('200');
    expect((await reading()).marks).toEqual([]);
    const reader = await api.signIn([{ role: 'reader', bodyId }]);
    expect((await mark(sent.closed, true, reader)).told).toBe('404 not-found');
  });

  it('says that the point is another since: by its words or bilag, and not by its place', async () => {
    const changed = async () => (await reading()).marks.map((one) => one.changed);
    await mark(sent.open, true);
    const { id } = await makePoint(api, sent.meetingId, 'Først', { position: 0, lateReason: 'Haster' });
    await sendAgenda(api, sent.meetingId);
    expect(await changed()).toEqual([false]);
    await api.take(
      agendaPoint,
      'patch',
      `agenda-points/${sent.open}`,
      { method: 'Drøftelse' },
      { ifMatch: 1 },
    );
    expect(await changed()).toEqual([false]);
    await sendAgenda(api, sent.meetingId);
    expect(await changed()).toEqual([true]);
    await mark(sent.open, true);
    await mark(id, true);
    expect(await changed()).toEqual([false, false]);
    const bilag = { title: 'Notat', visibility: 'closed' };
    const { id: paper } = await api.take(attachment, 'post', `agenda-points/${id}/attachments`, bilag);
    await sendAgenda(api, sent.meetingId);
    expect((await reading()).marks.filter((one) => one.changed)).toMatchObject([{ pointId: id }]);
    const place = { pointId: id, attachmentId: paper, page: 3 };
    const at = `meetings/${sent.meetingId}/my-place`;
    expect((await api.send('put', at, place, { by: member })).told).toBe('200');
    expect((await reading()).place).toEqual(place);
  });
});

describe('the place in a package', () => {
  const at = (place: object, by = member, meetingId = sent.meetingId) =>
    api.send('put', `meetings/${meetingId}/my-place`, place, { by });

  it('is remembered for each meeting, and not told where it is not read any more', async () => {
    expect((await at({ pointId: sent.closed })).body).toEqual({
      ...{ pointId: sent.closed, attachmentId: null, page: null },
    });
    await at({ pointId: sent.open, page: 2 });
    expect((await reading()).place).toMatchObject({ pointId: sent.open });
    await at({ pointId: sent.closed });
    await disqualify(sent.closed, member);
    expect((await reading()).place).toBeNull();
  });

  it('lies on a point and a bilag that are read', async () => {
    const reader = await api.signIn([{ role: 'reader', bodyId }]);
    expect((await at({ pointId: sent.closed }, reader)).told).toBe('422 reference-not-found');
    expect((await at({ pointId: unknownId() }, reader)).told).toBe('422 reference-not-found');
    const nowhere = { pointId: sent.open, attachmentId: unknownId() };
    expect((await at(nowhere, reader)).told).toBe('422 reference-not-found');
    expect((await at({ pointId: sent.open }, await api.signIn([]))).told).toBe('404 not-found');
    expect((await at({ pointId: sent.open }, reader, unknownId())).told).toBe('404 not-found');
  });
});
