import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { agendaPoint } from '../../libs/contracts/agenda-points.js';
import { attachment, attachmentList } from '../../libs/contracts/attachments.js';
import { agenda } from '../../libs/contracts/sending.js';
import { indstilling } from '../../libs/contracts/indstillinger.js';
import { indstillingVersion } from '../../libs/contracts/indstilling-trail.js';
import { meeting } from '../../libs/contracts/meetings.js';
import { minutesView } from '../../libs/contracts/minutes.js';
import { fromPlainText } from '../../libs/domain/text/index.js';
import { z } from 'zod';
import { body } from '../../libs/contracts/organisation.js';
import { Cast } from '../builders/cast.js';
import {
  COMPLETE_SECTIONS,
  makeBodyWithSteps,
  makeIndstilling,
  putIndstillingInto,
  sendOnPoint,
} from '../builders/indstillinger.js';
import { decide, makeFollowUp, putFollowUpInto } from '../builders/follow-ups.js';
import { heldMeeting, makeMeeting, makePoint, paragraph, putMeetingInto } from '../builders/meetings.js';
import type { SignedIn } from '../support/sign-in.js';
import { startTestApi } from '../support/test-api.js';
import type { TestApi } from '../support/test-api.js';

let api: TestApi;
let bodyId: string;
let cast: Cast;
beforeAll(async () => {
  api = await startTestApi();
  bodyId = await makeBodyWithSteps(api, ['secretariat']);
  const roles = {
    secretariat: [{ role: 'secretariat', bodyId }],
    member: [{ role: 'member', bodyId }],
    director: [{ role: 'director' }],
  };
  const barred = Object.entries(roles).map(([name, held]) => [`disqualified ${name}`, held] as const);
  cast = await Cast.of(api, { ...roles, ...Object.fromEntries(barred) });
});
afterAll(() => api.stop());

const FREE = ['secretariat', 'member', 'director'];
const BARRED = FREE.map((name) => `disqualified ${name}`);

const as = (name: string): SignedIn => cast.as(name);

const told = async (...args: Parameters<TestApi['send']>): Promise<string> => (await api.send(...args)).told;

async function disqualify(pointId: string, names = BARRED): Promise<void> {
  for (const name of names)
    await api.database.query('INSERT INTO disqualification (point_id, person_id) VALUES ($1, $2)', [
      ...[pointId, as(name).personId],
    ]);
}

/** Sends the agenda of a meeting as it stands. */
async function send(meetingId: string): Promise<void> {
  await putMeetingInto(api, meetingId, 'drafting');
  const { version } = await api.take(meeting, 'get', `meetings/${meetingId}`);
  const sent = await told('post', `meetings/${meetingId}/agenda-versions`, {}, { ifMatch: version });
  expect(sent).toBe('201');
}

/** What agendas and minutes tell of each point. */
const papers = z.object({
  points: z.array(
    z.object({ id: z.string().optional(), pointId: z.string().optional(), number: z.string().nullable() }),
  ),
});

const CLOSED = { visibility: 'closed', closedReason: 'Personsag' };

describe('of an indstilling on an open point, whoever is disqualified on that point', () => {
  let id: string;
  let path: string;
  let closed: string;
  beforeAll(async () => {
    const { openPoint } = await heldMeeting(api, bodyId);
    const text = 'Bilag 1: Kort\nBilag 2: Lægebrev';
    const sections = { ...COMPLETE_SECTIONS, attachments: fromPlainText(text) };
    ({ id } = await makeIndstilling(api, { bodyId, sections }));
    path = `indstillinger/${id}`;
    await api.take(attachment, 'post', `${path}/attachments`, { title: 'Kort', visibility: 'open' });
    const fields = { title: 'Lægebrev', visibility: 'closed' };
    closed = (await api.take(attachment, 'post', `${path}/attachments`, fields)).id;
    for (const action of ['submit', 'approve']) {
      const { version } = await api.take(indstilling, 'get', path);
      await api.take(indstilling, 'post', `${path}/steps`, { action }, { ifMatch: version });
    }
    await putIndstillingInto(api, id, 'on-agenda', ['secretariat']);
    await sendOnPoint(api, openPoint, id);
    await disqualify(openPoint);
  });

  it('has its open bilag and no closed one', async () => {
    for (const name of cast.names) {
      const by = as(name);
      const { items } = await api.take(attachmentList, 'get', `${path}/attachments`, undefined, { by });
      const titles = items.map(({ title }) => title);
      expect([name, ...titles]).toEqual([name, 'Kort', ...(FREE.includes(name) ? ['Lægebrev'] : [])]);
    }
    expect(await cast.whoGets(`attachments/${closed}`)).toEqual(FREE);
    const by = as('disqualified secretariat');
    const changed = told('patch', `attachments/${closed}`, { title: 'Brev' }, { by, ifMatch: 1 });
    expect(await changed).toBe('404 not-found');
  });

  it('reads its name nowhere in the words either, as they stand or as they are checked', async () => {
    for (const name of BARRED) {
      const by = as(name);
      const seen = await api.take(indstilling, 'get', path, undefined, { by });
      const version = await api.take(indstillingVersion, 'get', `${path}/versions/1`, undefined, { by });
      expect(JSON.stringify([seen, version])).not.toMatch(/Lægebrev/);
    }
    const by = as('disqualified secretariat');
    const whole = await api.take(indstilling, 'get', path, undefined, { by });
    const changed = await api.send('patch', path, { minutes: 12 }, { by, ifMatch: whole.version });
    expect(changed.told).toBe('200');
    const checked = await api.send('get', `${path}/completeness`, undefined, { by });
    expect(JSON.stringify([changed.body, checked.body])).not.toMatch(/Lægebrev/);
    const free = await api.take(indstilling, 'get', path, undefined, { by: as('secretariat') });
    expect(JSON.stringify(free)).toMatch(/Lægebrev/);
  });

  it('gets no document of the whole of it, asked for by themselves or made for others', async () => {
    const whole = await api.send('post', `${path}/documents`, {}, { by: as('secretariat') });
    const { id: document } = whole.body as { id: string };
    for (const name of BARRED) {
      const by = as(name);
      expect(await told('get', `documents/${document}`, undefined, { by })).toBe('404 not-found');
      expect(await told('post', `${path}/documents`, {}, { by })).toBe('403 not-allowed');
      expect(await told('post', `${path}/documents`, { audience: 'open' }, { by })).toBe('202');
    }
  });
});

describe('whoever is disqualified on a closed point', () => {
  let meetingId: string;
  let under: string;
  let followUp: string;
  beforeAll(async () => {
    ({ id: meetingId } = await makeMeeting(api, bodyId));
    const { id: parentId } = await makePoint(api, meetingId, 'Hemmelig sag', CLOSED);
    under = (await makePoint(api, meetingId, 'Hemmelig del af sagen', { parentId })).id;
    await send(meetingId);
    await putMeetingInto(api, meetingId, 'held');
    await decide(api, under, 'Det hemmelige blev taget til efterretning.');
    ({ id: followUp } = await makeFollowUp(api, { pointId: under }, { action: 'Hemmelig opgave' }));
    await putFollowUpInto(api, followUp, 'issued', 'new');
    const { version } = await api.take(minutesView, 'post', `meetings/${meetingId}/minutes`);
    const correction = { by: 'Karen Holm', text: paragraph('Hemmelig rettelse.'), pointId: under };
    await api.database.query("UPDATE minutes SET state = 'approved' WHERE meeting_id = $1", [meetingId]);
    const corrections = `meetings/${meetingId}/minutes/corrections`;
    expect(await told('post', corrections, correction, { ifMatch: version })).toBe('201');
    await disqualify(parentId);
  });

  it('reads its sub-points as little: neither on the agenda nor in what came of them', async () => {
    for (const path of [
      `agenda-points/${under}`,
      `agenda-points/${under}/decision`,
      `follow-ups/${followUp}`,
    ])
      expect(await cast.whoGets(path)).toEqual(FREE);
    for (const name of cast.names) {
      for (const paper of ['agenda', 'agenda-points', 'minutes']) {
        const read = await api.send('get', `meetings/${meetingId}/${paper}`, undefined, { by: as(name) });
        expect([name, paper, read.status]).toEqual([name, paper, 200]);
        expect([name, paper, JSON.stringify(read.body).includes('emmelig')]).toEqual([
          ...[name, paper, FREE.includes(name)],
        ]);
      }
    }
  });
});

describe('a secretary who is disqualified', () => {
  const name = 'disqualified secretariat';
  let meetingId: string;
  beforeAll(async () => {
    ({ id: meetingId } = await makeMeeting(api, bodyId));
    await putMeetingInto(api, meetingId, 'drafting');
  });

  /** A point with these bilag, each by its title; the secretary is disqualified on it. */
  async function barredPoint(fields: object, bilag: Readonly<Record<string, string>>) {
    const { id: pointId } = await makePoint(api, meetingId, 'En sag', { ...fields });
    const ids = new Map<string, string>();
    for (const [title, visibility] of Object.entries(bilag)) {
      const path = `agenda-points/${pointId}/attachments`;
      ids.set(title, (await api.take(attachment, 'post', path, { title, visibility })).id);
    }
    await disqualify(pointId, [name]);
    return { pointId, ids };
  }

  it('moves, adds and changes bilag of an open point as if the closed ones were not there', async () => {
    const bilag = { Kort: 'open', Plan: 'open', Lægebrev: 'closed', Notat: 'closed' };
    const { pointId, ids } = await barredPoint({}, bilag);
    const by = as(name);
    const move = (position: number, ifMatch: number) =>
      api.send('post', `attachments/${ids.get('Plan')}/move`, { position }, { by, ifMatch });
    const list = attachmentList.parse((await move(0, 1)).body);
    expect(list.items.map(({ title }) => title)).toEqual(['Plan', 'Kort']);
    expect([(await move(2, 2)).told, (await move(9, 2)).told]).toEqual(Array(2).fill('422 attachment-place'));
    const path = `agenda-points/${pointId}/attachments`;
    const fields = { title: 'Nyt notat', visibility: 'closed' };
    expect(await api.take(attachment, 'post', path, fields, { by })).toMatchObject({ number: 3 });
    const closed = await api.take(
      ...([attachment, 'patch', `attachments/${ids.get('Kort')}`, { visibility: 'closed' }] as const),
      { by, ifMatch: 1 },
    );
    expect(closed).toMatchObject({ number: 2 });
    const all = await api.take(attachmentList, 'get', path, undefined, { by: as('secretariat') });
    expect(all.items.map(({ title }) => title)).toEqual(['Plan', 'Kort', 'Lægebrev', 'Notat', 'Nyt notat']);
  });

  it('reads no bilag of a closed point, open by themselves or not, in the agenda as it stands', async () => {
    const { pointId } = await barredPoint(CLOSED, { Kort: 'open', Lægebrev: 'closed' });
    const read = async (who: string) => {
      const path = `meetings/${meetingId}/agenda`;
      const { points } = await api.take(agenda, 'get', path, undefined, { by: as(who) });
      return points.find(({ id }) => id === pointId)?.attachments.map(({ title }) => title);
    };
    expect(await read(name)).toEqual([]);
    expect(await read('secretariat')).toEqual(['Kort', 'Lægebrev']);
  });

  it('does not take themselves away from those who are disqualified, as somebody else does', async () => {
    const { pointId } = await barredPoint({}, {});
    const path = `agenda-points/${pointId}/disqualifications`;
    const me = { personId: as(name).personId, reason: null };
    const other = { personId: as('member').personId, reason: 'Nabo' };
    const put = (people: object[], who = name) => told('put', path, { people }, { by: as(who) });
    expect(await put([me, other])).toBe('200');
    for (const people of [[], [other]]) expect(await put(people)).toBe('403 not-allowed');
    const kept = await api.send('get', path, undefined, { by: as(name) });
    expect(JSON.stringify(kept.body)).toContain(me.personId);
    expect(await put([], 'secretariat')).toBe('200');
    expect(await put([other])).toBe('200');
    expect(await put([])).toBe('200');
  });

  it('neither opens, moves away nor removes what they are disqualified on, or what it lies under', async () => {
    const parent = await makePoint(api, meetingId, 'Sagen', CLOSED);
    const sub = await makePoint(api, meetingId, 'En del af sagen', { parentId: parent.id });
    const open = await makePoint(api, meetingId, 'Åben sag');
    const under = await makePoint(api, meetingId, 'En del af den åbne', { parentId: open.id });
    for (const id of [sub.id, open.id]) await disqualify(id, [name]);
    const { id: elsewhere } = await makeMeeting(api, bodyId);
    const by = { by: as(name), ifMatch: 1 };
    const away = { meetingId: elsewhere };
    const refused = [
      await told('patch', `agenda-points/${parent.id}`, { visibility: 'open' }, by),
      await told('post', `agenda-points/${parent.id}/move`, away, by),
      await told('delete', `agenda-points/${parent.id}`, undefined, by),
      await told('post', `agenda-points/${open.id}/move`, away, by),
      await told('delete', `agenda-points/${open.id}`, undefined, by),
      await told('post', `agenda-points/${under.id}/move`, { parentId: null, position: 0 }, by),
      await told('post', `agenda-points/${under.id}/move`, away, by),
    ];
    expect(refused).toEqual(Array(7).fill('403 not-allowed'));
    expect(await told('patch', `agenda-points/${parent.id}`, { minutes: 10 }, by)).toBe('200');
    const free = { by: as('secretariat'), ifMatch: 2 };
    const opened = api.take(agendaPoint, 'patch', `agenda-points/${parent.id}`, { visibility: 'open' }, free);
    expect(await opened).toMatchObject({ visibility: 'open' });
  });
});

describe('several who say in the same moment who is disqualified', () => {
  it('wait for each other, and all are heard', async () => {
    const { id: pointId } = await makePoint(api, (await makeMeeting(api, bodyId)).id, 'En sag til');
    const people = FREE.map((who) => ({ personId: as(who).personId, reason: null }));
    const path = `agenda-points/${pointId}/disqualifications`;
    const all = await Promise.all([1, 2, 3, 4, 5, 6].map(() => told('put', path, { people })));
    expect(all).toEqual(Array(6).fill('200'));
  });
});

describe('a body that numbers in one series since its meeting', () => {
  let meetingId: string;
  let closedPoint: string;
  let guest: SignedIn;
  const read = async (by: SignedIn, path: string): Promise<unknown> => {
    const answer = await api.send('get', path, undefined, { by });
    expect(answer.status).toBe(200);
    return answer.body;
  };
  const renumber = async (numbering: string) => {
    const { version } = await api.take(body, 'get', `bodies/${bodyId}`);
    const settings = { settings: { numbering } };
    await api.take(body, 'patch', `bodies/${bodyId}`, settings, { ifMatch: version });
  };
  const numbersOf = (paper: unknown, id: string) =>
    papers.parse(paper).points.flatMap((point) => ((point.id ?? point.pointId) === id ? [point.number] : []));

  beforeAll(async () => {
    ({ id: meetingId } = await makeMeeting(api, bodyId));
    await makePoint(api, meetingId, 'Åbent punkt', { minutes: 10 });
    await makePoint(api, meetingId, 'Hemmeligt punkt', { minutes: 20, ...CLOSED });
    closedPoint = (await makePoint(api, meetingId, 'Gæstens punkt', CLOSED)).id;
    guest = await api.signIn([{ role: 'guest', pointId: closedPoint }]);
    cast.join('reader', await api.signIn([{ role: 'reader', bodyId }]));
    await send(meetingId);
    await putMeetingInto(api, meetingId, 'held');
    await api.take(minutesView, 'post', `meetings/${meetingId}/minutes`);
    await api.database.query("UPDATE minutes SET state = 'approved' WHERE meeting_id = $1", [meetingId]);
  });

  it('counts no other closed point for a guest, on the agenda or in the minutes', async () => {
    expect(await read(guest, `agenda-points/${closedPoint}`)).toMatchObject({ number: '1', part: 'closed' });
    expect(numbersOf(await read(guest, `meetings/${meetingId}/minutes`), closedPoint)).toEqual(['1']);
    const minutes = await read(as('member'), `meetings/${meetingId}/minutes`);
    expect(numbersOf(minutes, closedPoint)).toEqual(['2']);
  });

  it('opens nothing of what was sent before: agenda, versions, minutes and their document', async () => {
    const document = `meetings/${meetingId}/documents`;
    const ask = () => api.send('post', document, { kind: 'minutes', audience: 'open' }, { by: as('reader') });
    const papersOf = (by: SignedIn) =>
      Promise.all(
        ['agenda', 'agenda-points', 'agenda-versions/1', 'minutes'].map((paper) =>
          read(by, `meetings/${meetingId}/${paper}`),
        ),
      );
    const before = [await papersOf(as('reader')), (await ask()).body];
    const own = await read(guest, `agenda-points/${closedPoint}`);
    await renumber('one-series');
    expect([await papersOf(as('reader')), (await ask()).body]).toEqual(before);
    expect(await read(guest, `agenda-points/${closedPoint}`)).toEqual(own);
    await renumber('separate-series');
  });

  it('gives a guest the point itself where a stand-in holds its place for others', async () => {
    await renumber('one-series');
    const { id } = await makeMeeting(api, bodyId);
    await makePoint(api, id, 'Hemmeligt punkt', CLOSED);
    const { id: own } = await makePoint(api, id, 'Gæstens punkt', { minutes: 20, ...CLOSED });
    await send(id);
    const by = await api.signIn([{ role: 'guest', pointId: own }]);
    expect(await read(by, `agenda-points/${own}`)).toMatchObject({
      ...{ title: 'Gæstens punkt', number: '2', closedReason: 'Personsag' },
    });
    await renumber('separate-series');
  });
});
