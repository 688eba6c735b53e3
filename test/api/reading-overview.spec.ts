import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { meetingComments, ownNotes } from '../../libs/contracts/reading.js';
import type { OwnNotesView } from '../../libs/contracts/reading.js';
import { makeBody, makePoint } from '../builders/meetings.js';
import { sendAgenda, sentMeeting } from '../builders/reading.js';
import type { SentMeeting } from '../builders/reading.js';
import type { SignedIn } from '../support/sign-in.js';
import { startTestApi, unknownId } from '../support/test-api.js';
import type { TestApi } from '../support/test-api.js';

let api: TestApi;
let bodyId: string;
let sent: SentMeeting;
let member: SignedIn;
let reader: SignedIn;
beforeAll(async () => {
  api = await startTestApi();
  bodyId = await makeBody(api);
});
afterAll(() => api.stop());
beforeEach(async () => {
  sent = await sentMeeting(api, bodyId);
  member = await api.signIn([{ role: 'member', bodyId }], 'Med Lem');
  reader = await api.signIn([{ role: 'reader', bodyId }], 'Læ Ser');
});

const write = (pointId: string, text: string, by = member) =>
  api.send('put', `agenda-points/${pointId}/my-note`, { text }, { ifMatch: 0, by });
const mark = (pointId: string, quote: string, by = member) =>
  api.send(
    'put',
    `agenda-points/${pointId}/my-highlights/${randomUUID()}`,
    { section: 'purpose', quote, prefix: '', suffix: '' },
    { by },
  );
const say = (pointId: string, text: string, with_: object = { kind: 'circle' }, by = member) =>
  api.send('post', `agenda-points/${pointId}/comments`, { id: randomUUID(), text, with: with_ }, { by });
const notes = (by = member): Promise<OwnNotesView> =>
  api.take(ownNotes, 'get', `meetings/${sent.meetingId}/my-notes`, undefined, { by });
const disqualify = (pointId: string, { personId }: SignedIn) =>
  api.database.query('INSERT INTO disqualification (point_id, person_id) VALUES ($1, $2)', [
    ...[pointId, personId],
  ]);

describe('all that somebody has written to the points of a meeting', () => {
  const printed = async (by = member): Promise<string[]> =>
    (await notes(by)).points.map(
      ({ number, title, closed, note, highlights }) =>
        `${number ?? '-'} ${title}${closed ? ' (lukket)' : ''}: ${note?.text ?? '-'} [${highlights.map(({ quote }) => quote).join(', ')}]`,
    );

  it('stands in the order of the points, with their numbers and titles as they see them', async () => {
    await makePoint(api, sent.meetingId, 'Uden noter', { lateReason: 'Haster' });
    const { id: first } = await makePoint(api, sent.meetingId, 'Først', {
      lateReason: 'Haster',
      position: 0,
    });
    await sendAgenda(api, sent.meetingId);
    await write(sent.closed, 'Til det lukkede');
    await write(sent.open, 'Til det åbne');
    await mark(sent.open, 'øges');
    await mark(first, 'nyt');
    await write(sent.open, 'Læserens', reader);
    expect(await printed()).toEqual([
      ...['2 Først: - [nyt]', '1 Budget: Til det åbne [øges]', '1 Ansættelse (lukket): Til det lukkede []'],
    ]);
    expect(await printed(reader)).toEqual(['1 Budget: Læserens []']);
    expect(await printed(api.everybody)).toEqual([]);
  });

  it('has with it what fits no point any more', async () => {
    await write(sent.closed, 'Til det lukkede');
    await mark(sent.closed, 'hemmeligt');
    await disqualify(sent.closed, member);
    const { points, kept, fallen } = await notes();
    expect([points, kept, fallen]).toMatchObject([
      ...[[], [{ title: null, text: 'Til det lukkede' }], [{ title: null, quote: null }]],
    ]);
  });

  it('is on record as a reading of the closed points that it names, and of no others', async () => {
    const reads = async () =>
      (
        await api.database.query<{ id: string }>(
          `SELECT subject_id AS id FROM event WHERE name = 'agenda-point.read' AND person_id = $1`,
          [member.personId],
        )
      ).map(({ id }) => id);
    await write(sent.open, 'Åbent');
    await notes();
    expect(await reads()).toEqual([]);
    await write(sent.closed, 'Lukket');
    await notes();
    expect(await reads()).toEqual([sent.closed]);
  });

  it('is for those who see the meeting, and empty for who sees what another sees', async () => {
    await write(sent.open, 'KUN-MIN');
    const path = `meetings/${sent.meetingId}/my-notes`;
    for (const by of [await api.signIn([]), member])
      expect((await api.send('get', `meetings/${unknownId()}/my-notes`, undefined, { by })).told).toBe(
        '404 not-found',
      );
    expect((await api.send('get', path, undefined, { by: await api.signIn([]) })).told).toBe('404 not-found');
    const by = await api.signIn([{ role: 'administrator' }]);
    await api.send('post', 'session/view-as', { personId: member.personId }, { by });
    expect(await notes(by)).toEqual({ points: [], kept: [], fallen: [] });
  });
});

describe('the comments to the points of a meeting', () => {
  const path = (): string => `meetings/${sent.meetingId}/my-comments`;
  const printed = async (by: SignedIn): Promise<string[]> =>
    (await api.take(meetingComments, 'get', path(), undefined, { by })).points.map(
      ({ number, title, closed, comments }) =>
        `${number ?? '-'} ${title}${closed ? ' (lukket)' : ''}: ${comments.map(({ text }) => text).join(', ')}`,
    );

  it('are those they wrote or that are shared with them, in the order of the points they read', async () => {
    await say(sent.closed, 'Lukket');
    await say(sent.open, 'Til kredsen');
    await say(sent.open, 'Til læseren', { kind: 'people', personIds: [reader.personId] });
    await say(sent.open, 'Svar', { kind: 'people', personIds: [member.personId] }, reader);
    const chair = await api.signIn([{ role: 'chair', bodyId }]);
    expect(await printed(member)).toEqual([
      ...['1 Budget: Til kredsen, Til læseren, Svar', '1 Ansættelse (lukket): Lukket'],
    ]);
    expect(await printed(reader)).toEqual(['1 Budget: Til læseren, Svar']);
    expect(await printed(chair)).toEqual(['1 Budget: Til kredsen', '1 Ansættelse (lukket): Lukket']);
    await disqualify(sent.closed, chair);
    expect(await printed(chair)).toEqual(['1 Budget: Til kredsen']);
    expect(await printed(await api.signIn([{ role: 'director' }]))).toEqual([]);
    const by = await api.signIn([{ role: 'administrator' }]);
    await api.send('post', 'session/view-as', { personId: member.personId }, { by });
    expect(await printed(by)).toEqual([]);
    expect((await api.send('get', path(), undefined, { by: await api.signIn([]) })).told).toBe(
      '404 not-found',
    );
  });
});
