import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { comment, comments, pointReaders } from '../../libs/contracts/reading.js';
import type { CommentView } from '../../libs/contracts/reading.js';
import { makeUnit } from '../builders/follow-ups.js';
import { makeBody, makeMeeting, makePoint, putMeetingInto } from '../builders/meetings.js';
import { sendAgenda, sentMeeting } from '../builders/reading.js';
import type { SentMeeting } from '../builders/reading.js';
import type { SignedIn, TestRole } from '../support/sign-in.js';
import { startTestApi, unknownId } from '../support/test-api.js';
import type { ApiAnswer, TestApi } from '../support/test-api.js';

let api: TestApi;
let bodyId: string;
let sent: SentMeeting;
let author: SignedIn;
let member: SignedIn;
let reader: SignedIn;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());
beforeEach(async () => {
  bodyId = await makeBody(api);
  sent = await sentMeeting(api, bodyId);
  author = await api.signIn([{ role: 'raadmand', bodyId }], 'Råd Mand');
  member = await api.signIn([{ role: 'member', bodyId }], 'Med Lem');
  reader = await api.signIn([{ role: 'reader', bodyId }], 'Læ Ser');
});

const CIRCLE = { kind: 'circle' };
const people = (...chosen: SignedIn[]) => ({
  kind: 'people',
  personIds: chosen.map(({ personId }) => personId),
});
const post = (pointId: string, fields: object, by = author): Promise<ApiAnswer> =>
  api.send(
    'post',
    `agenda-points/${pointId}/comments`,
    { id: randomUUID(), text: 'Enig?', ...fields },
    { by },
  );
const said = async (pointId: string, with_: object, text = 'Enig?', by = author): Promise<CommentView> =>
  comment.parse((await post(pointId, { text, with: with_ }, by)).body);
const texts = async (pointId: string, by: SignedIn): Promise<string[]> =>
  (await api.take(comments, 'get', `agenda-points/${pointId}/comments`, undefined, { by })).items.map(
    ({ text }) => text,
  );
const change = (pointId: string, id: string, fields: object, ifMatch = 1, by = author) =>
  api.send('patch', `agenda-points/${pointId}/comments/${id}`, fields, { ifMatch, by });
const remove = (pointId: string, id: string, by = author) =>
  api.send('delete', `agenda-points/${pointId}/comments/${id}`, undefined, { by });
const disqualify = (pointId: string, { personId }: SignedIn) =>
  api.database.query('INSERT INTO disqualification (point_id, person_id) VALUES ($1, $2)', [
    ...[pointId, personId],
  ]);

describe('a comment', () => {
  it('is there for its author and those who meet, and says so', async () => {
    const made = await said(sent.open, CIRCLE);
    expect(made).toMatchObject({
      ...{ pointId: sent.open, author: { name: 'Råd Mand' }, with: CIRCLE, version: 1, changedAt: null },
      abilities: { change: true },
    });
    const secretary = await api.signIn([{ role: 'secretariat', bodyId }]);
    const elsewhere = await api.signIn([{ role: 'secretariat', bodyId: await makeBody(api) }]);
    for (const by of [author, member, secretary]) expect(await texts(sent.open, by)).toEqual(['Enig?']);
    for (const by of [reader, elsewhere]) expect(await texts(sent.open, by)).toEqual([]);
  });

  it('is there for those that were chosen, and for nobody else, whatever they may', async () => {
    await said(sent.open, people(reader), 'Til dig');
    await said(sent.open, CIRCLE, 'Til alle');
    expect(await texts(sent.open, reader)).toEqual(['Til dig']);
    expect(await texts(sent.open, member)).toEqual(['Til alle']);
    expect(await texts(sent.open, api.everybody)).toEqual(['Til alle']);
    expect(await texts(sent.open, author)).toEqual(['Til dig', 'Til alle']);
  });

  it('is written once however often it is sent, under its id and under a key, which keeps nothing of it', async () => {
    const id = randomUUID();
    const fields = { id, text: 'HEMMELIGT', with: people(member) };
    const path = `agenda-points/${sent.open}/comments`;
    const sentAgain = { by: author, key: 'comment-one' };
    const first = await api.send('post', path, fields, sentAgain);
    expect(first).toMatchObject({ told: '201', etag: '"1"', body: { id, text: 'HEMMELIGT' } });
    expect((await api.send('post', path, fields, sentAgain)).body).toEqual(first.body);
    expect((await post(sent.open, { ...fields, text: 'Et andet' })).body).toEqual(first.body);
    expect(await texts(sent.open, member)).toEqual(['HEMMELIGT']);
    const kept = await api.database.query('SELECT answer::text FROM idempotency_key');
    expect(JSON.stringify(kept)).not.toContain('HEMMELIGT');
    expect((await post(sent.closed, fields)).told).toBe('404 not-found');
    const other = await said(sent.open, people(author), 'Mit', member);
    expect((await post(sent.open, { id: other.id, text: 'Vores', with: CIRCLE })).told).toBe('201');
    expect(await texts(sent.open, member)).toEqual(['HEMMELIGT', 'Mit', 'Vores']);
  });

  it('is changed, shared otherwise and removed by its author, as it was read', async () => {
    const { id } = await said(sent.open, people(member));
    const changed = await change(sent.open, id, { text: 'Uenig?' });
    expect(changed).toMatchObject({ told: '200', etag: '"2"', body: { text: 'Uenig?', version: 2 } });
    expect(comment.parse(changed.body).changedAt).not.toBeNull();
    const stale = await change(sent.open, id, { text: 'Nej' });
    expect(stale).toMatchObject({ told: '412 stale-version', body: { current: { text: 'Uenig?' } } });
    await change(sent.open, id, { with: people(reader) }, 2);
    expect([await texts(sent.open, member), await texts(sent.open, reader)]).toEqual([[], ['Uenig?']]);
    await change(sent.open, id, { with: CIRCLE }, 3);
    expect([await texts(sent.open, member), await texts(sent.open, reader)]).toEqual([['Uenig?'], []]);
    expect((await change(sent.open, id, { text: 'X' }, 4, member)).told).toBe('403 not-allowed');
    expect((await remove(sent.open, id, member)).told).toBe('403 not-allowed');
    expect((await change(sent.open, id, { text: 'X' }, 4, reader)).told).toBe('404 not-found');
    expect((await remove(sent.open, id, reader)).told).toBe('404 not-found');
    expect((await remove(sent.closed, id)).told).toBe('404 not-found');
    expect((await remove(sent.open, id)).told).toBe('204');
    expect(await texts(sent.open, author)).toEqual([]);
  });

  it('follows its point: it is there for who may read that', async () => {
    await said(sent.closed, people(member), 'Lukket');
    await said(sent.closed, CIRCLE, 'Kreds');
    expect(await texts(sent.closed, member)).toEqual(['Lukket', 'Kreds']);
    await disqualify(sent.closed, member);
    const path = `agenda-points/${sent.closed}/comments`;
    for (const by of [member, reader])
      expect((await api.send('get', path, undefined, { by })).told).toBe('404 not-found');
    expect((await post(sent.closed, { with: CIRCLE }, reader)).told).toBe('404 not-found');
    const { id } = await said(sent.open, people(reader), 'Åben');
    await api.database.query(`UPDATE agenda_point SET visibility = 'closed' WHERE id = $1`, [sent.open]);
    expect((await change(sent.open, id, { text: 'X' }, 1, reader)).told).toBe('404 not-found');
    expect(await texts(sent.open, author)).toEqual(['Åben']);
  });

  it('is shared with those who may read its point', async () => {
    for (const chosen of [
      people(reader),
      people(member, reader),
      { kind: 'people', personIds: [unknownId()] },
    ])
      expect((await post(sent.closed, { with: chosen })).told).toBe('422 reference-not-found');
    const { id } = await said(sent.closed, people(member));
    expect((await change(sent.closed, id, { with: people(reader) })).told).toBe('422 reference-not-found');
    const twice = people(member, member);
    for (const wrong of [
      ...[{ with: twice }, { with: people() }, { with: { kind: 'all' } }, { text: ' ' }, {}],
    ])
      expect((await post(sent.open, { with: undefined, ...wrong })).told).toBe('400 validation-failed');
  });

  it('is not there for an administrator who sees what its reader sees, and no history tells of it', async () => {
    await said(sent.open, people(member), 'KUN-JER');
    const by = await api.signIn([{ role: 'administrator' }]);
    await api.send('post', 'session/view-as', { personId: member.personId }, { by });
    expect(await texts(sent.open, by)).toEqual([]);
    const told = async (path: string, who: SignedIn) =>
      JSON.stringify((await api.send('get', path, undefined, { by: who })).body);
    for (const path of [
      `history/person/${author.personId}`,
      `history/agenda-point/${sent.open}`,
      `meetings/${sent.meetingId}/history`,
      `people/${author.personId}/record`,
      `people/${member.personId}/record`,
    ])
      expect(await told(path, api.everybody)).not.toMatch(/KUN-JER|comment\./);
    expect(await told(`history/person/${author.personId}`, author)).toContain('comment.written');
    expect(await told(`people/${author.personId}/record`, author)).toContain('KUN-JER');
  });
});

describe('those who may read a point', () => {
  const named = async (pointId: string, by: SignedIn): Promise<Set<string>> => {
    const path = `agenda-points/${pointId}/readers`;
    const { items } = await api.take(pointReaders, 'get', path, undefined, { by });
    return new Set(items.map(({ personId }) => personId));
  };
  /** Somebody of every kind, by what they are. */
  async function everyKind(points: readonly string[]): Promise<Map<string, SignedIn>> {
    const unitId = await makeUnit(api, randomUUID().slice(0, 8));
    const other = await makeBody(api);
    const kinds: Record<string, TestRole[]> = {
      ...Object.fromEntries(
        ['secretariat', 'raadmand', 'chair', 'member', 'reader'].flatMap((role) => [
          [role, [{ role, bodyId }]],
          [`${role} elsewhere`, [{ role, bodyId: other }]],
        ]),
      ),
      ...{ leader: [{ role: 'leader', unitId }], staff: [{ role: 'staff', unitId }], nobody: [] },
      ...{ administrator: [{ role: 'administrator' }], director: [{ role: 'director' }] },
      ...Object.fromEntries(points.map((pointId, i) => [`guest ${i}`, [{ role: 'guest', pointId }]])),
      ...{
        'disqualified member': [{ role: 'member', bodyId }],
        'disqualified secretariat': [{ role: 'secretariat', bodyId }],
      },
      ...{ 'asked member': [{ role: 'member', bodyId }], 'asked reader': [{ role: 'reader', bodyId }] },
      ...{ deactivated: [{ role: 'member', bodyId }], former: [{ role: 'member', bodyId }] },
    };
    const made = new Map<string, SignedIn>();
    for (const [kind, roles] of Object.entries(kinds)) made.set(kind, await api.signIn(roles, kind));
    const idOf = (kind: string) => made.get(kind)?.personId;
    await api.database.query('UPDATE person SET active = false WHERE id = $1', [idOf('deactivated')]);
    await api.database.query(`UPDATE membership SET valid_to = '2020-01-01' WHERE person_id = $1`, [
      idOf('former'),
    ]);
    return made;
  }

  it('are exactly those whom it is there for', async () => {
    const { id: draft } = await makeMeeting(api, bodyId, '2026-03-24');
    await putMeetingInto(api, draft, 'drafting');
    const closed = { visibility: 'closed', closedReason: 'Sag' };
    const under = (parentId: string, more: object = {}) =>
      makePoint(api, sent.meetingId, 'Under', { parentId, lateReason: 'Haster', ...more });
    const underClosed = (await under(sent.closed)).id;
    const underOpen = (await under(sent.open, closed)).id;
    await sendAgenda(api, sent.meetingId);
    const late = (await makePoint(api, sent.meetingId, 'Ikke sendt', { lateReason: 'Haster' })).id;
    const drafts = [
      (await makePoint(api, draft, 'Åbent')).id,
      (await makePoint(api, draft, 'Lukket', closed)).id,
    ];
    const closedSince = (await sentMeeting(api, bodyId, '2026-03-31')).open;
    const openedSince = (await sentMeeting(api, bodyId, '2026-04-07')).closed;
    await api.database.query(`UPDATE agenda_point SET visibility = 'closed' WHERE id = $1`, [closedSince]);
    await api.database.query(`UPDATE agenda_point SET visibility = 'open' WHERE id = $1`, [openedSince]);
    const gone = (await sentMeeting(api, bodyId, '2026-04-14')).closed;
    await api.database.query('DELETE FROM agenda_point WHERE id = $1', [gone]);
    const living = [
      sent.open,
      sent.closed,
      underClosed,
      underOpen,
      late,
      ...drafts,
      closedSince,
      openedSince,
    ];
    const kinds = await everyKind(living);
    for (const kind of ['disqualified member', 'disqualified secretariat'])
      for (const pointId of living) await disqualify(pointId, kinds.get(kind) ?? author);
    for (const kind of ['asked member', 'asked reader'])
      await api.database.query(
        `INSERT INTO agenda_review (id, meeting_id, person_id, asked_at, state, next_try_at)
         VALUES (gen_random_uuid(), $1, $2, now(), 'sent', now())`,
        [draft, kinds.get(kind)?.personId],
      );
    let read = 0;
    const director = await api.signIn([{ role: 'director' }]);
    for (const pointId of [...living, gone]) {
      // What is gone is read as it was sent, and not by those who make the agenda.
      const said_ = await named(pointId, pointId === gone ? director : api.everybody);
      const told: Record<string, boolean> = {};
      const asked: Record<string, boolean> = {};
      const path = `agenda-points/${pointId}`;
      await Promise.all(
        [...kinds].map(async ([kind, by]) => {
          told[kind] = said_.has(by.personId);
          asked[kind] = (await api.send('get', path, undefined, { by })).status === 200;
          read += Number(asked[kind]);
        }),
      );
      expect([pointId, told]).toEqual([pointId, asked]);
    }
    expect(read).toBeGreaterThan(60);
  }, 60_000);

  it('are told by name to those who read it, to those from outside only who meet', async () => {
    const staff = await api.signIn([{ role: 'administrator' }], 'Ad Ministrator');
    const guest = await api.signIn([{ role: 'guest', pointId: sent.open }]);
    const told = await api.send('get', `agenda-points/${sent.open}/readers`, undefined, { by: member });
    expect(pointReaders.parse(told.body).items).toContainEqual({
      personId: member.personId,
      name: 'Med Lem',
    });
    expect(JSON.stringify(told.body)).not.toMatch(/grants|initials|email/);
    expect((await named(sent.open, member)).has(staff.personId)).toBe(true);
    for (const by of [reader, guest]) {
      const known = await named(sent.open, by);
      expect([author, member, reader, staff].map(({ personId }) => known.has(personId))).toEqual([
        ...[true, true, false, false],
      ]);
    }
    const at = `agenda-points/${sent.closed}/readers`;
    expect((await api.send('get', at, undefined, { by: reader })).told).toBe('404 not-found');
  });
});
