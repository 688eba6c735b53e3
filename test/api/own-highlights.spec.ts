import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { agendaPoint } from '../../libs/contracts/agenda-points.js';
import { MOST_HIGHLIGHTS, highlight, ownReading } from '../../libs/contracts/reading.js';
import type { HighlightView, OwnReadingView } from '../../libs/contracts/reading.js';
import { makeBody, makeMeeting, paragraph, putMeetingInto } from '../builders/meetings.js';
import { sendAgenda, sentMeeting } from '../builders/reading.js';
import type { SentMeeting } from '../builders/reading.js';
import type { SignedIn } from '../support/sign-in.js';
import { startTestApi } from '../support/test-api.js';
import type { ApiAnswer, TestApi } from '../support/test-api.js';

let api: TestApi;
let bodyId: string;
let sent: SentMeeting;
let member: SignedIn;
beforeAll(async () => {
  api = await startTestApi();
  bodyId = await makeBody(api);
});
afterAll(() => api.stop());
beforeEach(async () => {
  sent = await sentMeeting(api, bodyId);
  member = await api.signIn([{ role: 'member', bodyId }]);
});

const MARKED = { section: 'recommendation', quote: 'taksten øges', prefix: 'at ', suffix: ', og' };
const at = (pointId: string, id: string): string => `agenda-points/${pointId}/my-highlights/${id}`;
const mark = (pointId: string, id: string = randomUUID(), fields: object = {}, by = member) =>
  api.send('put', at(pointId, id), { ...MARKED, ...fields }, { by });
const marked = async (pointId: string, fields: object = {}): Promise<HighlightView> =>
  highlight.parse((await mark(pointId, randomUUID(), fields)).body);
const remove = (pointId: string, id: string, by = member): Promise<ApiAnswer> =>
  api.send('delete', at(pointId, id), undefined, { by });
const reading = (meetingId = sent.meetingId, by = member): Promise<OwnReadingView> =>
  api.take(ownReading, 'get', `meetings/${meetingId}/my-reading`, undefined, { by });
const quotes = async (meetingId = sent.meetingId, by = member): Promise<string[]> =>
  (await reading(meetingId, by)).highlights.map(({ quote }) => quote);
const disqualify = (pointId: string) =>
  api.database.query('INSERT INTO disqualification (point_id, person_id) VALUES ($1, $2)', [
    ...[pointId, member.personId],
  ]);

describe('a highlight', () => {
  it('is made under an id of the client, the same again changing nothing, and written on', async () => {
    const id = randomUUID();
    const first = await mark(sent.open, id);
    expect(first).toMatchObject({ told: '200', body: { ...MARKED, id, pointId: sent.open, note: null } });
    expect((await mark(sent.open, id)).body).toEqual(first.body);
    const noted = await mark(sent.open, id, { note: 'Hvorfor?' });
    expect(noted.body).toMatchObject({ ...MARKED, note: 'Hvorfor?' });
    expect((await reading()).highlights).toEqual([noted.body]);
    const events = await api.database.query<{ name: string; data: unknown }>(
      'SELECT name, data FROM event WHERE person_id = $1 ORDER BY seq',
      [member.personId],
    );
    const data = { pointId: sent.open, highlightId: id };
    expect(events).toEqual([
      { name: 'own-highlight.made', data },
      { name: 'own-highlight.changed', data },
    ]);
  });

  it('is removed, once and again, and made again under its id', async () => {
    const { id } = await marked(sent.open);
    expect([(await remove(sent.open, id)).told, (await remove(sent.open, id)).told]).toEqual(['204', '204']);
    expect(await quotes()).toEqual([]);
    expect((await mark(sent.open, id)).told).toBe('200');
    expect(await quotes()).toEqual([MARKED.quote]);
  });

  it('marks some words of a section, with at most 64 characters of each side', async () => {
    for (const wrong of [
      ...[{ quote: '' }, { quote: 'x'.repeat(2001) }, { prefix: 'x'.repeat(65) }, { suffix: 'x'.repeat(65) }],
      ...[{ section: 'Indstilling' }, { note: 'x'.repeat(4001) }, { more: 1 }, { quote: 'a\u0000' }],
    ])
      expect((await mark(sent.open, randomUUID(), wrong)).told).toBe('400 validation-failed');
    expect((await mark(sent.open, 'x')).told).toBe('400 validation-failed');
  });

  it('is one of at most five hundred of a point', async () => {
    await api.database.query(
      `INSERT INTO own_highlight (person_id, id, point_id, meeting_id, title, section, quote, prefix, suffix)
       SELECT $1, gen_random_uuid(), $2, $3, 'Budget', 'purpose', 'x', '', '' FROM generate_series(1, $4)`,
      [member.personId, sent.open, sent.meetingId, MOST_HIGHLIGHTS - 1],
    );
    const { id } = await marked(sent.open);
    expect((await mark(sent.open)).told).toBe('422 too-many-highlights');
    expect((await mark(sent.open, id, { note: 'Den sidste' })).told).toBe('200');
    expect(await quotes()).toHaveLength(MOST_HIGHLIGHTS);
  });

  it('is for those who read the point, each with their own under the same id', async () => {
    const reader = await api.signIn([{ role: 'reader', bodyId }]);
    const { id } = await marked(sent.open);
    expect((await mark(sent.closed, id, {}, reader)).told).toBe('404 not-found');
    expect((await remove(sent.closed, id, reader)).told).toBe('404 not-found');
    expect((await mark(sent.open, id, { quote: 'læserens' }, reader)).told).toBe('200');
    expect((await remove(sent.open, randomUUID(), reader)).told).toBe('204');
    expect([await quotes(), await quotes(sent.meetingId, reader)]).toEqual([[MARKED.quote], ['læserens']]);
    expect((await remove(sent.open, id, reader)).told).toBe('204');
    expect(await quotes()).toEqual([MARKED.quote]);
  });
});

describe('a highlight whose point does not fit any more', () => {
  const fallen = async () =>
    (await reading()).fallen.map(({ title, why, quote, note }) => ({ title, why, quote, note }));

  it('keeps its note and, for those who may still know it, what it marked; and may be removed', async () => {
    const note = 'Min tanke';
    const { id } = await marked(sent.closed, { note });
    await disqualify(sent.closed);
    expect(await fallen()).toEqual([{ title: null, why: 'unreadable', quote: null, note }]);
    expect((await mark(sent.closed, id)).told).toBe('404 not-found');
    expect((await remove(sent.open, id)).told).toBe('204');
    await api.database.query('DELETE FROM disqualification WHERE point_id = $1', [sent.closed]);
    expect(await quotes()).toEqual([]);
    const again = await marked(sent.closed, { note });
    await disqualify(sent.closed);
    expect((await remove(sent.closed, again.id)).told).toBe('204');
    expect(await fallen()).toEqual([]);
  });

  it('is told with its title and its words where the point left the agenda', async () => {
    await marked(sent.closed, { note: 'Min tanke' });
    await api.database.query('DELETE FROM agenda_point WHERE id = $1', [sent.closed]);
    await sendAgenda(api, sent.meetingId);
    const { quote } = MARKED;
    expect(await fallen()).toEqual([{ title: 'Ansættelse', why: 'left', quote, note: 'Min tanke' }]);
  });

  it('is on the point that goes on from it', async () => {
    const { id: next } = await makeMeeting(api, bodyId, '2026-03-24');
    const { id } = await marked(sent.open);
    await putMeetingInto(api, sent.meetingId, 'in-session');
    const decided = { outcome: 'deferred', text: paragraph('Udsat.') };
    await api.send('put', `agenda-points/${sent.open}/decision`, decided);
    const taken = await api.send('post', `meetings/${next}/postponed-points`, { pointId: sent.open });
    const point = agendaPoint.parse(taken.body);
    await sendAgenda(api, next);
    expect((await reading(next)).highlights).toMatchObject([{ id, pointId: point.id }]);
    const reader = await api.signIn([{ role: 'reader', bodyId }]);
    expect((await mark(sent.open, id, {}, reader)).told).toBe('200');
    expect(await quotes(next, reader)).toEqual([MARKED.quote]);
    // The old point is closed since: its words are not on the new one either.
    await api.database.query(`UPDATE agenda_point SET visibility = 'closed' WHERE id = $1`, [sent.open]);
    expect([await quotes(next, reader), await quotes(next)]).toEqual([[], [MARKED.quote]]);
    expect((await remove(point.id, id)).told).toBe('204');
    expect([await quotes(next), await quotes()]).toEqual([[], []]);
  });
});

describe('a note whose point is not read any more', () => {
  it('may be removed, and not written on', async () => {
    const write = (text: string, ifMatch: number) =>
      api.send('put', `agenda-points/${sent.closed}/my-note`, { text }, { ifMatch, by: member });
    await write('Kun min', 0);
    await disqualify(sent.closed);
    expect((await write('Mere', 1)).told).toBe('404 not-found');
    expect((await write('', 2)).told).toBe('412 stale-version');
    expect(await write('', 1)).toMatchObject({ told: '200', body: { text: '', version: 2 } });
    expect((await reading()).kept).toEqual([]);
    expect((await write('Kun min', 2)).told).toBe('404 not-found');
  });
});
