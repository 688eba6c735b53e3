import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { pageOf } from '../../libs/contracts/common.js';
import { historyEvent } from '../../libs/contracts/history.js';
import { minutesView } from '../../libs/contracts/minutes.js';
import { agendaVersion } from '../../libs/contracts/sending.js';
import { changesOf } from '../../libs/platform/events/changes.js';
import { endPipes } from '../../libs/platform/database/pipes.js';
import { record } from '../../libs/platform/events/event-log.js';
import { recordRead } from '../../libs/platform/events/read-log.js';
import { Transactions } from '../../libs/platform/database/transactions.js';
import { PRODUCT } from '../../libs/contracts/rights.js';
import { newId } from '../../libs/platform/ids/new-id.js';
import { DataSource } from 'typeorm';
import { Cast } from '../builders/cast.js';
import { decide, makeFollowUp, makeUnit } from '../builders/follow-ups.js';
import { makeIndstilling, putIndstillingInto } from '../builders/indstillinger.js';
import { heldMeeting, meetingInSession, putMeetingInto } from '../builders/meetings.js';
import type { SignedIn } from '../support/sign-in.js';
import { startTestApi, unknownId } from '../support/test-api.js';
import type { TestApi } from '../support/test-api.js';

const page = pageOf(historyEvent);
let api: TestApi;
let meetingId: string;
let bodyId: string;
let pointId: string;
let secretariat: SignedIn;
let member: SignedIn;
let reader: SignedIn;
let outsider: SignedIn;

const LONG = 'Der skal tages stilling til åbningstiderne i sommeren. '.repeat(8);

/** Records on the api's own database, as a feature would. */
function tx() {
  return api.app.get(Transactions).reader;
}
const by = (personId: string) => ({
  requestId: newId(),
  actor: {
    ...PRODUCT,
    ...{ personId, product: false },
    grants: [{ role: 'secretariat' as const, bodyId, unitId: null, pointId: null }],
  },
  idempotency: null,
});

/** Sends the agenda of a meeting and puts the meeting in session. */
async function send(id: string): Promise<void> {
  await putMeetingInto(api, id, 'drafting');
  await api.take(agendaVersion, 'post', `meetings/${id}/agenda-versions`, undefined, { ifMatch: 1 });
  await putMeetingInto(api, id, 'in-session');
}

beforeAll(async () => {
  api = await startTestApi();
  const made = await meetingInSession(api, ['Tilsyn']);
  ({ meetingId, bodyId } = made);
  pointId = made.points[0]?.id ?? '';
  await send(meetingId);
  secretariat = await api.signIn([{ role: 'secretariat', bodyId }], 'Sekretær Holm');
  member = await api.signIn([{ role: 'member', bodyId }], 'Medlem Mogensen');
  reader = await api.signIn([{ role: 'reader', bodyId }], 'Læser Lund');
  outsider = await api.signIn([], 'Udenfor Uhre');
  await record(tx(), by(secretariat.personId), {
    ...{ name: 'meeting.moved-on', subject: { kind: 'meeting', id: meetingId }, scopeId: bodyId },
    data: { action: 'draft', from: 'planned', to: 'drafting', reason: null },
  });
  const before = { title: 'Tilsyn', purpose: null, minutes: 10, method: 'uændret' };
  const patch = { title: 'Tilsyn i sommeren', purpose: LONG, method: 'uændret' };
  await record(tx(), by(secretariat.personId), {
    ...{ name: 'meeting.changed', subject: { kind: 'meeting', id: meetingId }, scopeId: bodyId },
    changes: changesOf<Record<string, unknown>>(before, patch),
  });
  await record(tx(), by(secretariat.personId), {
    ...{ name: 'meeting.changed', subject: { kind: 'meeting', id: meetingId }, scopeId: bodyId },
    ...{ actingRole: 'chair', data: { reason: 'Formanden bad om det.' } },
    changes: changesOf<Record<string, unknown>>(
      { title: 'Lukket navn' },
      { title: 'Åbent' },
      { closed: true },
    ),
  });
});
afterAll(() => api.stop());

const history = (kind: string, subjectId: string, by_: SignedIn, query = '') =>
  api.take(page, 'get', `history/${kind}/${subjectId}${query}`, undefined, { by: by_ });

describe('the history of a meeting', () => {
  it('tells newest first who did what in which role, with values before and after', async () => {
    const { items } = await history('meeting', meetingId, secretariat);
    expect(items[0]).toMatchObject({
      name: 'meeting.changed',
      person: { id: secretariat.personId, name: 'Sekretær Holm' },
      actingRole: 'chair',
      note: 'Formanden bad om det.',
      changes: [{ field: 'title', before: 'Lukket navn', after: 'Åbent', withheld: false }],
    });
    expect(items[1]).toMatchObject({
      actingRole: 'secretariat',
      changes: [
        { field: 'title', before: 'Tilsyn', after: 'Tilsyn i sommeren', withheld: false },
        { field: 'purpose', before: null, after: LONG, withheld: false },
      ],
    });
    expect(items.at(-1)?.name).toBe('meeting.created');
    expect(items[2]?.changes).toEqual([
      { field: 'state', before: 'planned', after: 'drafting', withheld: false },
    ]);
  });

  it('withholds what was closed from those who do not see drafts', async () => {
    const { items } = await history('meeting', meetingId, member);
    expect(items[0]?.changes).toEqual([{ field: 'title', before: null, after: null, withheld: true }]);
    expect(items[1]?.changes[0]?.after).toBe('Tilsyn i sommeren');
  });

  it('comes in pages that neither skip nor repeat', async () => {
    const whole = await history('meeting', meetingId, secretariat);
    const first = await history('meeting', meetingId, secretariat, '?limit=2');
    const rest = await history(
      'meeting',
      meetingId,
      secretariat,
      `?limit=200&cursor=${first.nextCursor ?? ''}`,
    );
    expect([...first.items, ...rest.items]).toEqual(whole.items);
    expect(rest.nextCursor).toBeNull();
  });

  it('is as one that is not there for those who do not see what is closed at the meeting', async () => {
    const open = await api.send('get', `history/meeting/${meetingId}`, undefined, { by: reader });
    const hidden = await api.send('get', `history/meeting/${meetingId}`, undefined, { by: outsider });
    const absent = await api.send('get', `history/meeting/${unknownId()}`, undefined, { by: outsider });
    expect([open.told, hidden.told, absent.told]).toEqual(Array(3).fill('404 not-found'));
  });

  it('refuses kinds that are none, ids that are none and foreign cursors', async () => {
    expect((await api.send('get', `history/session-secret/${meetingId}`)).told).toBe('400 validation-failed');
    expect((await api.send('get', 'history/meeting/1')).told).toBe('400 validation-failed');
    expect((await api.send('get', `history/meeting/${meetingId}?cursor=abc`)).told).toBe('400 bad-cursor');
  });
});

describe('the history of a point', () => {
  it('shows readers who changed it, and no values, which may never have been sent', async () => {
    const { items } = await history('agenda-point', pointId, reader);
    expect(items.map(({ name }) => name)).toEqual(['agenda-point.created']);
    expect(JSON.stringify(items)).not.toContain('Tilsyn');
  });

  it('of a point that was closed is gone for readers, and for somebody disqualified on it', async () => {
    await api.database.query(`UPDATE agenda_point SET visibility = 'closed' WHERE id = $1`, [pointId]);
    const told = async (by_: SignedIn) =>
      (await api.send('get', `history/agenda-point/${pointId}`, undefined, { by: by_ })).told;
    expect([await told(reader), await told(secretariat)]).toEqual(['404 not-found', '200']);
    await api.database.query('INSERT INTO disqualification (point_id, person_id) VALUES ($1, $2)', [
      ...[pointId, secretariat.personId],
    ]);
    expect(await told(secretariat)).toBe('404 not-found');
    await api.database.query('DELETE FROM disqualification');
  });
});

describe('the history of a thing that somebody does not see', () => {
  const UNSEEN = ['404 not-found', '404 not-found'];

  /** What somebody is told who asks for a history, and for the thing itself. */
  async function told(by_: SignedIn, kind: string, subjectId: string, address: string): Promise<string[]> {
    const answers: string[] = [];
    for (const path of [`history/${kind}/${subjectId}`, address])
      answers.push((await api.send('get', path, undefined, { by: by_ })).told);
    return answers;
  }
  const ofFollowUp = (by_: SignedIn, id: string) => told(by_, 'follow-up', id, `follow-ups/${id}`);
  const ofIndstilling = (by_: SignedIn, id: string) => told(by_, 'indstilling', id, `indstillinger/${id}`);

  async function sentPoint(): Promise<{ meetingId: string; pointId: string }> {
    const made = await meetingInSession(api, ['Sagen om broen'], { bodyId });
    await send(made.meetingId);
    return { meetingId: made.meetingId, pointId: made.points[0]?.id ?? '' };
  }

  const judge = (id: string, visibility: 'open' | 'closed') =>
    api.database.query('UPDATE agenda_point SET visibility = $2 WHERE id = $1', [id, visibility]);

  it('is not there for staff once the point of a follow-up is closed, nor later what was written then', async () => {
    const unitId = await makeUnit(api, 'BRO');
    const staff = await api.signIn([{ role: 'staff', unitId }]);
    const responsible = await api.signIn([]);
    const { pointId: origin } = await sentPoint();
    const who = { unitId, personId: responsible.personId };
    const { id } = await makeFollowUp(api, { pointId: origin }, who);
    const write = async (action: string, ifMatch: number) =>
      expect((await api.send('patch', `follow-ups/${id}`, { action }, { ifMatch })).told).toBe('200');
    await write('Måle broen', 1);
    expect(await ofFollowUp(staff, id)).toEqual(['200', '200']);
    await judge(origin, 'closed');
    await write('Spørge naboen om broen', 2);
    expect(await ofFollowUp(staff, id)).toEqual(UNSEEN);
    const values = async (by_: SignedIn) =>
      (await history('follow-up', id, by_)).items.flatMap(({ changes }) => changes.map(({ after }) => after));
    expect(await values(responsible)).toEqual([null, null]);
    await judge(origin, 'open');
    expect(await values(staff)).toEqual([null, 'Måle broen']);
    expect(await values(secretariat)).toEqual(['Spørge naboen om broen', 'Måle broen']);
  });

  it('is not there for the secretariat while an indstilling is its author’s own draft', async () => {
    const author = await api.signIn([]);
    const unitId = await makeUnit(api, 'VEJ');
    const own = { bodyId, unitId, author: { personId: author.personId } };
    const { id } = await makeIndstilling(api, own);
    expect(await ofIndstilling(secretariat, id)).toEqual(UNSEEN);
    expect(await ofIndstilling(author, id)).toEqual(['200', '200']);
  });

  it('is not there for somebody disqualified on the closed point of an indstilling and a follow-up', async () => {
    const { pointId: origin } = await sentPoint();
    const { id } = await makeIndstilling(api, { bodyId });
    const followUp = await makeFollowUp(api, { pointId: origin });
    await api.database.query('UPDATE agenda_point SET indstilling_id = $2 WHERE id = $1', [origin, id]);
    await judge(origin, 'closed');
    expect(await ofIndstilling(secretariat, id)).toEqual(['200', '200']);
    expect(await ofFollowUp(secretariat, followUp.id)).toEqual(['200', '200']);
    await api.database.query('INSERT INTO disqualification (point_id, person_id) VALUES ($1, $2)', [
      ...[origin, secretariat.personId],
    ]);
    expect(await ofIndstilling(secretariat, id)).toEqual(UNSEEN);
    expect(await ofFollowUp(secretariat, followUp.id)).toEqual(UNSEEN);
    await api.database.query('DELETE FROM disqualification');
  });

  it('is not there for the director and the rådmand while an indstilling is back with its author', async () => {
    const director = await api.signIn([{ role: 'director' }]);
    const raadmand = await api.signIn([{ role: 'raadmand', bodyId }]);
    const { id } = await makeIndstilling(api, { bodyId });
    await api.database.query('UPDATE indstilling SET submission = 1 WHERE id = $1', [id]);
    await putIndstillingInto(api, id, 'with-raadmand', ['director', 'raadmand']);
    for (const by_ of [director, raadmand]) expect(await ofIndstilling(by_, id)).toEqual(['200', '200']);
    await putIndstillingInto(api, id, 'returned', ['director', 'raadmand']);
    for (const by_ of [director, raadmand]) expect(await ofIndstilling(by_, id)).toEqual(UNSEEN);
  });

  it('is not there for readers while minutes, or an agenda that was taken back, are drafts', async () => {
    const at = await sentPoint();
    const ofPoint = () => told(reader, 'agenda-point', at.pointId, `agenda-points/${at.pointId}`);
    expect(await ofPoint()).toEqual(['200', '200']);
    await putMeetingInto(api, at.meetingId, 'drafting');
    expect(await ofPoint()).toEqual(UNSEEN);
    await putMeetingInto(api, at.meetingId, 'held');
    const minutes = await api.take(minutesView, 'post', `meetings/${at.meetingId}/minutes`);
    const { id } = await decide(api, at.pointId, 'Broen bliver stående.');
    const ofDecision = () => told(reader, 'decision', id, `agenda-points/${at.pointId}/decision`);
    expect(await ofDecision()).toEqual(UNSEEN);
    await api.database.query(`UPDATE minutes SET state = 'approved' WHERE id = $1`, [minutes.id]);
    expect(await ofDecision()).toEqual(['200', '200']);
  });

  it('tells readers nothing of a confirmed follow-up, nor that somebody is disqualified on an open point', async () => {
    const at = await sentPoint();
    const { id } = await makeFollowUp(api, { pointId: at.pointId });
    expect(await ofFollowUp(reader, id)).toEqual(UNSEEN);
    const people = [{ personId: outsider.personId, reason: 'Bor ved broen.' }];
    const put = await api.send('put', `agenda-points/${at.pointId}/disqualifications`, { people });
    expect(put.told).toBe('200');
    const names = async (by_: SignedIn) =>
      (await history('agenda-point', at.pointId, by_)).items.map(({ name }) => name);
    expect(await names(reader)).toEqual(['agenda-point.created']);
    expect(await names(secretariat)).toEqual(['disqualification.recorded', 'agenda-point.created']);
    await api.database.query('DELETE FROM disqualification');
  });
});

describe('reads of closed things', () => {
  const readers = async (id: string): Promise<string[]> => {
    const rows = await api.database.query<{ person_id: string }>(
      `SELECT person_id FROM event WHERE name = 'agenda-point.read' AND subject_id = $1 ORDER BY id`,
      [id],
    );
    return rows.map((row) => row.person_id);
  };
  const read = (personId: string, manager = tx()) =>
    recordRead(manager, by(personId), 'agenda-point.read', { kind: 'agenda-point', id: pointId }, meetingId);

  it('are recorded once for each person, thing and hour, also when several come at once', async () => {
    await Promise.all([1, 2, 3, 4].map(() => read(secretariat.personId)));
    await read(reader.personId);
    const rows = await api.database.query<{ n: number }>(
      `SELECT person_id, count(*)::int AS n FROM event WHERE name = 'agenda-point.read' GROUP BY 1`,
    );
    expect(rows).toHaveLength(2);
    expect(rows.map((row) => row.n)).toEqual([1, 1]);
    // Another process knows nothing of what this one has recorded, and finds it.
    const other = await new DataSource({ type: 'postgres', url: api.database.url }).initialize();
    const readThere = () => read(reader.personId, other.manager);
    const recorded = () => api.database.query(`SELECT 1 FROM event WHERE name = 'agenda-point.read'`);
    try {
      await api.database.query(`UPDATE event_read SET hour = hour - interval '1 hour'`);
      await readThere();
      expect(await recorded()).toHaveLength(3);
      await Promise.all([readThere(), read(reader.personId)]);
      expect(await recorded()).toHaveLength(3);
    } finally {
      await endPipes(other);
      await other.destroy();
    }
  });

  it('are not recorded of the product itself, and are somebody’s own when they see as another', async () => {
    const own = { requestId: newId(), actor: PRODUCT, idempotency: null };
    await recordRead(tx(), own, 'attachment.read', { kind: 'attachment', id: newId() }, meetingId);
    const context = by(reader.personId);
    const viewing = { ...context, actor: { ...context.actor, viewedBy: secretariat.personId } };
    await recordRead(tx(), viewing, 'document.downloaded', { kind: 'document', id: newId() }, meetingId);
    const rows = await api.database.query(
      `SELECT person_id, viewed_as_person_id FROM event WHERE name IN ('attachment.read', 'document.downloaded')`,
    );
    expect(rows).toEqual([{ person_id: secretariat.personId, viewed_as_person_id: reader.personId }]);
  });

  it('are recorded wherever a closed point is told of, for those who read it and not for its stand-in', async () => {
    const held = await heldMeeting(api, bodyId);
    await decide(api, held.closedPoint, 'Aftalt i enrum.');
    await api.database.query("UPDATE minutes SET state = 'approved' WHERE meeting_id = $1", [held.meetingId]);
    const at = `meetings/${held.meetingId}`;
    const closed = `agenda-points/${held.closedPoint}`;
    const addresses = ['agenda', 'agenda-points', 'agenda-versions/1', 'minutes'].map(
      (path) => `${at}/${path}`,
    );
    for (const address of [...addresses, closed, `${closed}/decision`]) {
      const cast = await Cast.of(api, {
        member: [{ role: 'member', bodyId }],
        barred: [{ role: 'member', bodyId }],
        reader: [{ role: 'reader', bodyId }],
      });
      await api.database.query('INSERT INTO disqualification (point_id, person_id) VALUES ($1, $2)', [
        held.closedPoint,
        cast.as('barred').personId,
      ]);
      const before = await readers(held.closedPoint);
      for (const name of cast.names) await api.send('get', address, undefined, { by: cast.as(name) });
      expect([address, (await readers(held.closedPoint)).slice(before.length)]).toEqual([
        address,
        [cast.as('member').personId],
      ]);
      expect(await readers(held.openPoint)).toEqual([]);
    }
  });

  it('stand in the history for those who read all of it', async () => {
    const { items } = await history('agenda-point', pointId, secretariat);
    expect(items.filter(({ name }) => name === 'agenda-point.read')).toHaveLength(3);
  });
});
