import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { agendaPoint } from '../../libs/contracts/agenda-points.js';
import { attachment } from '../../libs/contracts/attachments.js';
import { meeting } from '../../libs/contracts/meetings.js';
import { agendaChanges } from '../../libs/contracts/sending.js';
import { sending, sendingCheck, sendingList } from '../../libs/contracts/sendings.js';
import type { SendingCheckView } from '../../libs/contracts/sendings.js';
import { agendaVersionList } from '../../libs/contracts/sending.js';
import { draftedMeeting, mailPerson, press, pressed } from '../builders/sendings.js';
import { makeBody, makePoint, putMeetingInto } from '../builders/meetings.js';
import { startTestApi, unknownId } from '../support/test-api.js';
import type { TestApi } from '../support/test-api.js';
import type { SignedIn } from '../support/sign-in.js';

let api: TestApi;
let bodyId: string;
let reader: SignedIn;
let member: SignedIn;
beforeAll(async () => {
  api = await startTestApi();
  bodyId = await makeBody(api);
  // Whoever may do everything is the rådmand of every body and has no address.
  await api.database.query("UPDATE person SET email = 'alt@example.dk' WHERE id = $1", [
    api.everybody.personId,
  ]);
  member = await mailPerson(api, 'Mette Medlem', [{ role: 'member', bodyId }]);
  reader = await mailPerson(api, 'Lars Læser', [{ role: 'reader', bodyId }]);
});
afterAll(() => api.stop());

const check = (id: string): Promise<SendingCheckView> =>
  api.take(sendingCheck, 'get', `meetings/${id}/sending-check`);
const versions = async (id: string): Promise<number> =>
  (await api.take(agendaVersionList, 'get', `meetings/${id}/agenda-versions`)).items.length;
const change = (pointId: string | undefined, fields: object, ifMatch = 1) =>
  api.take(agendaPoint, 'patch', `agenda-points/${pointId}`, fields, { ifMatch });
const sendNow = async (id: string): Promise<void> => {
  const { version } = await api.take(meeting, 'get', `meetings/${id}`);
  const answer = await api.send('post', `meetings/${id}/agenda-versions`, undefined, { ifMatch: version });
  expect(answer.told).toBe('201');
};

describe('pressing send', () => {
  it('lets it wait half a minute, and nobody reads anything meanwhile', async () => {
    const { id } = await draftedMeeting(api, bodyId);
    const row = await pressed(api, id, { kind: 'first', message: 'Velkommen' });
    expect(row).toMatchObject({ state: 'waiting', kind: 'first', message: 'Velkommen', releasedAt: null });
    expect(row.dueInMs).toBeGreaterThan(25_000);
    expect(Date.parse(row.dueAt) - Date.parse(row.requestedAt)).toBe(30_000);
    expect(row.abilities.regret).toBe(true);
    expect(row.recipients.map(({ name, group, state }) => [name, group, state])).toEqual([
      ['Alt Muligt', 'member', 'waiting'],
      ['Mette Medlem', 'member', 'waiting'],
      ['Lars Læser', 'reader', 'waiting'],
    ]);
    expect(await api.take(meeting, 'get', `meetings/${id}`)).toMatchObject({ state: 'drafting' });
    expect(await versions(id)).toBe(0);
    for (const by of [reader, member])
      expect((await api.send('get', `meetings/${id}/agenda`, undefined, { by })).told).toBe('404 not-found');
    expect(await api.take(sending, 'get', `sendings/${row.id}`)).toMatchObject({ id: row.id });
    const { items } = await api.take(sendingList, 'get', `meetings/${id}/sendings`);
    expect(items.map((one) => one.id)).toEqual([row.id]);
  });

  it('can be taken back, and then it is as if it had not been pressed', async () => {
    const { id } = await draftedMeeting(api, bodyId);
    const row = await pressed(api, id);
    const before = await api.take(meeting, 'get', `meetings/${id}`);
    const taken = await api.take(sending, 'delete', `sendings/${row.id}`);
    expect(taken).toMatchObject({ state: 'regretted', dueInMs: 0 });
    expect(taken.abilities.regret).toMatchObject({ code: 'sending-over' });
    expect(await api.take(meeting, 'get', `meetings/${id}`)).toEqual(before);
    expect((await api.send('delete', `sendings/${row.id}`)).told).toBe('200');
    expect((await press(api, id)).told).toBe('201');
  });

  it('cannot be taken back once it is out', async () => {
    const { id } = await draftedMeeting(api, bodyId);
    const row = await pressed(api, id);
    await api.database.query("UPDATE sending SET state = 'released', content = NULL WHERE id = $1", [row.id]);
    expect((await api.send('delete', `sendings/${row.id}`)).told).toBe('409 sending-over');
  });

  it('waits alone: neither a second nor a sending at once goes beside it', async () => {
    const { id } = await draftedMeeting(api, bodyId);
    const { version } = await api.take(meeting, 'get', `meetings/${id}`);
    const told = await Promise.all(Array.from({ length: 4 }, () => press(api, id)));
    expect(told.map((answer) => answer.told).sort()).toEqual([
      '201',
      ...Array<string>(3).fill('409 sending-waits'),
    ]);
    const atOnce = await api.send('post', `meetings/${id}/agenda-versions`, undefined, { ifMatch: version });
    expect(atOnce.told).toBe('409 sending-waits');
  });

  it('of a stale meeting, in the wrong state or of the wrong kind is refused', async () => {
    const { id } = await draftedMeeting(api, bodyId);
    expect((await press(api, id, { kind: 'first' }, { ifMatch: 99 })).told).toBe('412 stale-version');
    expect((await press(api, id, { kind: 'correction' })).told).toBe('409 transition-not-allowed');
    await putMeetingInto(api, id, 'held');
    expect((await press(api, id)).told).toBe('409 transition-not-allowed');
    expect((await press(api, id, { kind: 'third' })).told).toBe('400 validation-failed');
    expect((await press(api, id, { kind: 'first', subject: 'x' })).told).toBe('400 validation-failed');
  });

  it('goes to those who were chosen, and to nobody else', async () => {
    const { id } = await draftedMeeting(api, bodyId);
    const to = (people: string[]) => press(api, id, { kind: 'first', recipients: people });
    expect(await to([member.personId, unknownId()])).toMatchObject({
      told: '422 reference-not-found',
      body: { at: 'recipients[1]' },
    });
    expect(await to([])).toMatchObject({ told: '422 nobody-chosen', body: { at: 'recipients' } });
    const row = sending.parse((await to([reader.personId])).body);
    expect(row.recipients.map(({ personId }) => personId)).toEqual([reader.personId]);
  });

  it('is refused by what the check refuses, and by what is left over of a template', async () => {
    const { id, points } = await draftedMeeting(api, bodyId, ['Budget [beløb]']);
    expect(await press(api, id)).toMatchObject({
      told: '422 placeholder-left',
      body: { at: `points.${points[0]}` },
    });
    await api.database.query('UPDATE meeting SET start_time = NULL WHERE id = $1', [id]);
    expect((await press(api, id)).told).toBe('422 meeting-start-missing');
  });

  it('keeps what was pressed, whatever is written meanwhile', async () => {
    const { id, points } = await draftedMeeting(api, bodyId);
    const row = await pressed(api, id);
    await change(points[0], { title: 'Skrevet bagefter' });
    const [kept] = await api.database.query<{ content: { points: { title: string }[] } }>(
      'SELECT content FROM sending WHERE id = $1',
      [row.id],
    );
    expect(kept?.content.points.map(({ title }) => title)).toEqual(['Budget']);
  });

  it('of what has not changed says since when, and makes nothing', async () => {
    const { id } = await draftedMeeting(api, bodyId);
    await sendNow(id);
    expect((await check(id)).unchangedSince).toBe(1);
    expect(await press(api, id, { kind: 'correction' })).toMatchObject({
      told: '409 nothing-changed',
      body: { detail: 'Nothing has changed since version 1.' },
    });
  });
});

describe('the check before sending', () => {
  it('names the point of each finding, counts, and says who gets it', async () => {
    const { id, points } = await draftedMeeting(api, bodyId, ['Åbent', '*Lukket']);
    await change(points[0], { minutes: null });
    await api.send('post', `agenda-points/${points[0]}/attachments`, {
      title: 'Notat',
      visibility: 'closed',
    });
    const found = await check(id);
    expect(found.warnings).toContainEqual(
      expect.objectContaining({ code: 'point-without-minutes', pointId: points[0] }),
    );
    expect(found).toMatchObject({
      kind: 'first',
      refusals: [],
      closed: { points: 1, attachments: 1, seenBy: 2 },
      counts: { points: 2, withMinutes: 1, indstillinger: 0, approved: 0, attachments: 1 },
    });
    expect(found.recipients.map(({ name, seesClosed, told }) => [name, seesClosed, told])).toEqual([
      ['Alt Muligt', true, true],
      ['Mette Medlem', true, true],
      ['Lars Læser', false, true],
    ]);
  });

  it('says that the points take more time than there is', async () => {
    const { id, points } = await draftedMeeting(api, bodyId);
    await change(points[0], { minutes: 130 });
    expect((await check(id)).warnings).toContainEqual({
      code: 'agenda-overruns',
      rule: 'The points take 10 minutes more than the meeting has.',
      at: 'times',
    });
  });

  it('names a body without recipients, and whoever has no address', async () => {
    const empty = await makeBody(api);
    await api.database.query('DELETE FROM membership WHERE body_id = $1 AND role = $2', [empty, 'raadmand']);
    const { id } = await draftedMeeting(api, empty);
    expect((await check(id)).refusals.map(({ code }) => code)).toEqual(['no-recipients']);
    expect((await press(api, id)).told).toBe('422 no-recipients');
    const person = await api.signIn([{ role: 'member', bodyId: empty }], 'Uden Adresse');
    const found = await check(id);
    expect(found.refusals).toEqual([]);
    expect(found.warnings).toContainEqual(
      expect.objectContaining({
        code: 'recipient-without-address',
        personId: person.personId,
        name: 'Uden Adresse',
      }),
    );
  });
});

describe('a correction', () => {
  /** A sent meeting that everybody's calendar knows of. */
  async function sentMeeting(titles: readonly string[]) {
    const made = await draftedMeeting(api, bodyId, titles);
    await sendNow(made.id);
    await api.database.query(
      `INSERT INTO invitation (meeting_id, person_id, name, address, "group", sees_closed, sequence, date, cancelled)
       SELECT $1, id, name, email, 'member', true, 0, '2026-11-24', false FROM person WHERE id = ANY($2::uuid[])`,
      [made.id, [api.everybody, member, reader].map(({ personId }) => personId)],
    );
    return made;
  }
  const told = async (id: string): Promise<string[]> =>
    (await check(id)).recipients.filter((one) => one.told).map(({ name }) => name);

  it('of closed points alone is told to nobody who does not read them', async () => {
    const { id, points } = await sentMeeting(['Åbent', '*Lukket']);
    await change(points[1], { title: 'Et andet lukket punkt' });
    expect(await told(id)).toEqual(['Alt Muligt', 'Mette Medlem']);
    const refused = await press(api, id, { kind: 'correction', recipients: [reader.personId] });
    expect(refused.told).toBe('422 reference-not-found');
    const row = await pressed(api, id, { kind: 'correction', reason: 'Punktet er skrevet om' });
    expect(row.recipients.map(({ name }) => name)).toEqual(['Alt Muligt', 'Mette Medlem']);
  });

  it('of open points is told to all', async () => {
    const { id, points } = await sentMeeting(['Åbent', '*Lukket']);
    await change(points[0], { title: 'Et andet åbent punkt' });
    expect(await told(id)).toEqual(['Alt Muligt', 'Mette Medlem', 'Lars Læser']);
  });

  it('of another guest’s point, or of the agenda, is not told to a guest', async () => {
    const { id, points } = await sentMeeting(['Et', 'To']);
    const guest = await mailPerson(api, 'Gæst Etpunkt', [{ role: 'guest', pointId: points[0] ?? '' }]);
    await api.database.query(
      `INSERT INTO invitation (meeting_id, person_id, name, address, "group", sees_closed, sequence, date, cancelled)
       VALUES ($1, $2, 'Gæst Etpunkt', 'x@example.dk', 'guest', false, 0, '2026-11-24', false)`,
      [id, guest.personId],
    );
    await change(points[1], { title: 'To, rettet' });
    expect(await told(id)).not.toContain('Gæst Etpunkt');
    await change(points[0], { title: 'Et, rettet' });
    expect(await told(id)).toContain('Gæst Etpunkt');
  });

  it('of what is closed beside or before a guest’s point is not told to the guest', async () => {
    const { id, points } = await sentMeeting(['Åbent', '*Lukket']);
    const invited = async (name: string, pointId = ''): Promise<void> => {
      const { personId } = await mailPerson(api, name, [{ role: 'guest', pointId }]);
      await api.database.query(
        `INSERT INTO invitation (meeting_id, person_id, name, address, "group", sees_closed, sequence, date, cancelled)
         VALUES ($1, $2, $3, 'x@example.dk', 'guest', false, 0, '2026-11-24', false)`,
        [id, personId, name],
      );
    };
    await invited('Gæst Åben', points[0]);
    await invited('Gæst Lukket', points[1]);
    const guests = async () => (await told(id)).filter((name) => name.startsWith('Gæst'));
    const closed = { visibility: 'closed', closedReason: 'Personsag' };
    await makePoint(api, id, 'Lukket før alle', {
      ...closed,
      position: 0,
      lateReason: 'Kom sent',
      minutes: null,
    });
    await api.take(attachment, 'post', `agenda-points/${points[0]}/attachments`, {
      ...{ title: 'Lukket bilag', visibility: 'closed' },
    });
    expect(await guests()).toEqual([]);
    await api.take(attachment, 'post', `agenda-points/${points[1]}/attachments`, {
      ...{ title: 'Bilag til den lukkede sag', visibility: 'closed' },
    });
    expect(await guests()).toEqual(['Gæst Lukket']);
  });

  it('of who is a guest is told to those who read the point, and says so; another guest is not told', async () => {
    const { id, points } = await sentMeeting(['Åbent', '*Lukket']);
    const guest = await mailPerson(api, 'Gæst Lukket', [{ role: 'guest', pointId: points[1] ?? '' }]);
    await sendNow(id);
    await api.database.query(
      `INSERT INTO invitation (meeting_id, person_id, name, address, "group", sees_closed, sequence, date, cancelled)
       VALUES ($1, $2, 'Gæst Lukket', 'x@example.dk', 'guest', false, 0, '2026-11-24', false)`,
      [id, guest.personId],
    );
    const invite = (pointId = '', ...personIds: string[]) =>
      api.send('put', `agenda-points/${pointId}/guests`, {
        people: personIds.map((personId) => ({ personId })),
      });
    await invite(points[1], guest.personId, reader.personId);
    expect(await told(id)).toEqual(['Alt Muligt', 'Mette Medlem']);
    await invite(points[0], member.personId);
    expect(await told(id)).toEqual(['Alt Muligt', 'Mette Medlem', 'Lars Læser']);
    const path = `meetings/${id}/agenda-versions/compare?from=2&to=draft`;
    const { points: changed } = await api.take(agendaChanges, 'get', path);
    expect(changed.map(({ kinds, texts }) => [...kinds, ...texts])).toEqual([
      ['text', 'guests'],
      ['text', 'guests'],
    ]);
  });

  it('of another point is told to a participant who reads the agenda and is a guest of one point of it', async () => {
    const { id, points } = await draftedMeeting(api, bodyId, ['Et', 'To']);
    const both = await mailPerson(api, 'Både Og', [
      { role: 'reader', bodyId },
      { role: 'guest', pointId: points[0] ?? '' },
    ]);
    const { version } = await api.take(meeting, 'get', `meetings/${id}`);
    const participants = [{ personId: both.personId, name: 'Både Og' }];
    await api.take(meeting, 'patch', `meetings/${id}`, { participants }, { ifMatch: version });
    await sendNow(id);
    await api.database.query(
      `INSERT INTO invitation (meeting_id, person_id, name, address, "group", sees_closed, sequence, date, cancelled)
       VALUES ($1, $2, 'Både Og', 'x@example.dk', 'participant', false, 0, '2026-11-24', false)`,
      [id, both.personId],
    );
    await change(points[1], { title: 'To, rettet' });
    expect(await told(id)).toContain('Både Og');
  });

  it('takes the meeting out of the calendars of those who have left', async () => {
    const { id, points } = await sentMeeting(['Åbent']);
    const left = await mailPerson(api, 'Fratrådt Medlem', []);
    await api.database.query(
      `INSERT INTO invitation (meeting_id, person_id, name, address, "group", sees_closed, sequence, date, cancelled)
       VALUES ($1, $2, 'Fratrådt Medlem', 'fm@example.dk', 'member', true, 0, '2026-11-24', false)`,
      [id, left.personId],
    );
    await change(points[0], { title: 'Rettet' });
    const row = await pressed(api, id, { kind: 'correction' });
    expect(row.recipients.filter(({ method }) => method === 'cancel').map(({ name }) => name)).toEqual([
      'Fratrådt Medlem',
    ]);
  });

  it('with a late point asks for the printed reason, as sending at once does', async () => {
    const { id } = await sentMeeting(['Åbent']);
    const late = await makePoint(api, id, 'Haster', { lateReason: 'Kom i dag' });
    await api.database.query('UPDATE agenda_point SET late_reason = NULL WHERE id = $1', [late.id]);
    expect((await press(api, id, { kind: 'correction' })).told).toBe('422 late-reason-required');
  });
});

describe('a sending that is not there, or not theirs', () => {
  it('is as one that does not exist', async () => {
    const { id } = await draftedMeeting(api, bodyId);
    const row = await pressed(api, id);
    const [recipient] = row.recipients;
    const paths = [`sendings/${row.id}`, `sendings/${unknownId()}`] as const;
    for (const path of paths) {
      expect((await api.send('get', path, undefined, { by: reader })).told).toBe('404 not-found');
      expect((await api.send('delete', path, undefined, { by: member })).told).toBe('404 not-found');
    }
    const retry = `sending-recipients/${recipient?.id ?? ''}/retry`;
    expect((await api.send('post', retry, undefined, { by: reader })).told).toBe('404 not-found');
    expect((await api.send('post', `sending-recipients/${unknownId()}/retry`)).told).toBe('404 not-found');
    expect((await api.send('post', retry)).told).toBe('202');
  });
});
