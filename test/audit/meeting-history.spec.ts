import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { pageOf } from '../../libs/contracts/common.js';
import { meetingHistoryEvent } from '../../libs/contracts/history.js';
import type { MeetingHistoryEvent, TakeBackView } from '../../libs/contracts/history.js';
import { agendaVersion } from '../../libs/contracts/sending.js';
import { AgendaCalls } from '../builders/agenda-calls.js';
import { makeBody, makePoint, putMeetingInto } from '../builders/meetings.js';
import type { SignedIn } from '../support/sign-in.js';
import { startTestApi } from '../support/test-api.js';
import type { TestApi } from '../support/test-api.js';

const page = pageOf(meetingHistoryEvent);
let api: TestApi;
let bodyId: string;
let calls: AgendaCalls;
beforeAll(async () => {
  api = await startTestApi();
  bodyId = await makeBody(api);
  calls = new AgendaCalls(api, bodyId);
});
afterAll(() => api.stop());

const history = async (meetingId: string, by?: SignedIn, query = '') =>
  (await api.take(page, 'get', `meetings/${meetingId}/history${query}`, undefined, by ? { by } : {})).items;
const newest = async (meetingId: string, name: string): Promise<MeetingHistoryEvent> => {
  const found = (await history(meetingId)).find((event) => event.name === name);
  if (!found) throw new Error(`The history does not tell of ${name}.`);
  return found;
};

const PATHS: Readonly<Record<TakeBackView['act'], readonly ['post' | 'patch', string]>> = {
  'restore-point': ['post', 'agenda-points/:id/restore'],
  'reinstate-point': ['post', 'agenda-points/:id/reinstate'],
  'withdraw-point': ['post', 'agenda-points/:id/withdraw'],
  'change-point': ['patch', 'agenda-points/:id'],
  'move-point': ['post', 'agenda-points/:id/move'],
  'bring-back-point': ['post', 'agenda-points/:id/move'],
  'change-meeting': ['patch', 'meetings/:id'],
  'restore-attachment': ['post', 'attachments/:id/restore'],
};

/** Takes an event back as it says; gives what the api answered. */
async function takeBack({ takeBack: how }: MeetingHistoryEvent): Promise<string> {
  if (!how || how.refusal) return how?.refusal?.code ?? 'nothing';
  const [method, path] = PATHS[how.act];
  const told = await api.send(method, path.replace(':id', how.id), how.fields ?? undefined, {
    ...(how.version === null ? {} : { ifMatch: how.version }),
  });
  return told.told;
}

/** What is told of the newest event of a name before and after it is taken back. */
async function taken(meetingId: string, name: string): Promise<string[]> {
  const event = await newest(meetingId, name);
  const answer = await takeBack(event);
  const again = (await history(meetingId)).find(({ id }) => id === event.id);
  return [event.takeBack?.act ?? 'nothing', answer, again?.takeBack?.refusal?.code ?? 'still'];
}

const change = (id = '', fields: object, ifMatch = 1) =>
  api.send('patch', `agenda-points/${id}`, fields, { ifMatch });

describe('the history of a meeting and its points', () => {
  it('tells newest first who did what to which point, with the words before and after', async () => {
    const { meetingId, points } = await calls.meetingWith(['Åbningstider', 'Bordet rundt']);
    await change(points[0]?.id, { title: 'Åbningstider i ferien' });
    const [event, ...older] = await history(meetingId);
    expect(event).toMatchObject({
      name: 'agenda-point.changed',
      person: { id: api.everybody.personId },
      about: { kind: 'agenda-point', pointId: points[0]?.id, number: '1', title: 'Åbningstider i ferien' },
      changes: [{ field: 'title', before: 'Åbningstider', after: 'Åbningstider i ferien' }],
    });
    expect(older.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['agenda-point.created', 'meeting.created']),
    );
    expect(older.at(-1)?.about.kind).toBe('meeting');
  });

  it('comes in pages that neither skip nor repeat', async () => {
    const { meetingId } = await calls.meetingWith(['A', 'B', 'C']);
    const whole = await history(meetingId);
    const first = await api.take(page, 'get', `meetings/${meetingId}/history?limit=2`);
    const rest = await history(meetingId, undefined, `?limit=200&cursor=${first.nextCursor ?? ''}`);
    expect([...first.items, ...rest]).toEqual(whole);
  });

  it('keeps both texts of two who changed the same, so that the one that lost can be put back', async () => {
    const { meetingId, points } = await calls.meetingWith(['Som det var']);
    const id = points[0]?.id;
    await change(id, { title: 'Den enes' });
    await change(id, { title: 'Den andens' }, 2);
    await change(id, { title: 'Den enes' }, 3);
    const [, second] = await history(meetingId);
    expect(second?.changes).toMatchObject([{ before: 'Den enes', after: 'Den andens' }]);
    const last = await newest(meetingId, 'agenda-point.changed');
    expect(await takeBack(last)).toBe('200');
    expect((await calls.read(meetingId)).points[0]?.title).toBe('Den andens');
  });
});

describe('what can still be taken back', () => {
  it('gives a removed point back', async () => {
    const { meetingId, points } = await calls.meetingWith(['A', 'B']);
    await api.send('delete', `agenda-points/${points[0]?.id}`, undefined, { ifMatch: 1 });
    expect((await newest(meetingId, 'agenda-point.removed')).about.title).toBe('A');
    expect(await taken(meetingId, 'agenda-point.removed')).toEqual(['restore-point', '201', 'stands-so']);
    expect(await calls.printed(meetingId)).toBe('1 A, 2 B');
  });

  it('brings an earlier title, minutes, text and type back', async () => {
    const purpose = [{ type: 'paragraph', content: [{ text: 'Først. '.repeat(60) }] }];
    const { meetingId, points } = await calls.meetingWith(['A']);
    await change(points[0]?.id, { purpose, minutes: 10 });
    await change(points[0]?.id, { title: 'B', minutes: 25, purpose: [], type: 'decision' }, 2);
    expect(await taken(meetingId, 'agenda-point.changed')).toEqual(['change-point', '200', 'stands-so']);
    expect((await calls.read(meetingId)).points[0]).toMatchObject({
      ...{ title: 'A', minutes: 10, type: 'discussion', purpose },
    });
  });

  it('puts a withdrawn point on the agenda again, and takes it off again', async () => {
    const { meetingId, points } = await calls.meetingWith(['A']);
    await api.send('post', `agenda-points/${points[0]?.id}/withdraw`, { reason: 'Trukket' }, { ifMatch: 1 });
    expect(await taken(meetingId, 'agenda-point.withdrawn')).toEqual(['reinstate-point', '200', 'stands-so']);
    expect(await taken(meetingId, 'agenda-point.reinstated')).toEqual(['withdraw-point', '200', 'stands-so']);
    expect((await calls.read(meetingId)).points[0]?.withdrawnReason).toBe('Trukket');
  });

  it('moves a point back to where it stood', async () => {
    const { meetingId, points } = await calls.meetingWith(['A', 'B', 'C']);
    await api.send(
      'post',
      `agenda-points/${points[2]?.id}/move`,
      { parentId: points[0]?.id, position: 0 },
      { ifMatch: 1 },
    );
    expect(await calls.printed(meetingId)).toBe('1 A, 1A C, 2 B');
    expect(await taken(meetingId, 'agenda-point.moved')).toEqual(['move-point', '200', 'stands-so']);
    expect(await calls.printed(meetingId)).toBe('1 A, 2 B, 3 C');
  });

  it('brings a point back from the meeting it went to', async () => {
    const { meetingId, points } = await calls.meetingWith(['A', 'B']);
    const other = await calls.meetingWith([]);
    const path = `agenda-points/${points[0]?.id}/move`;
    await api.send('post', path, { meetingId: other.meetingId }, { ifMatch: 1 });
    expect((await newest(other.meetingId, 'agenda-point.moved')).takeBack).toBeNull();
    const expected = ['bring-back-point', '200', 'stands-so'];
    expect(await taken(meetingId, 'agenda-point.moved')).toEqual(expected);
  });

  it('gives a removed bilag back, and an earlier place of the meeting', async () => {
    const { meetingId, points } = await calls.meetingWith(['A']);
    const bilag = { title: 'Kort', visibility: 'open' };
    const { body } = await api.send('post', `agenda-points/${points[0]?.id}/attachments`, bilag);
    const id = String((body as { id: unknown }).id);
    await api.send('delete', `attachments/${id}`, undefined, { ifMatch: 1 });
    expect(await taken(meetingId, 'attachment.removed')).toEqual(['restore-attachment', '201', 'stands-so']);
    const [{ version }] = (await api.database.query<{ version: number }>(
      'SELECT version FROM meeting WHERE id = $1',
      [meetingId],
    )) as [{ version: number }];
    await api.send('patch', `meetings/${meetingId}`, { place: 'Kantinen' }, { ifMatch: version });
    expect(await taken(meetingId, 'meeting.changed')).toEqual(['change-meeting', '200', 'stands-so']);
  });

  it('says which rule stops it once the agenda is sent, the meeting held or the point gone', async () => {
    const { meetingId, points } = await calls.meetingWith(['A', 'B', 'C']);
    await change(points[1]?.id, { title: 'B2' });
    await api.send('delete', `agenda-points/${points[1]?.id}`, undefined, { ifMatch: 2 });
    await change(points[0]?.id, { title: 'A2' });
    const codes = async () => {
      const events = await history(meetingId);
      return events.slice(0, 3).map(({ takeBack: how }) => how?.refusal?.code ?? 'yes');
    };
    expect(await codes()).toEqual(['yes', 'yes', 'point-removed']);
    await putMeetingInto(api, meetingId, 'sent');
    expect(await codes()).toEqual(['yes', 'agenda-sent', 'point-removed']);
    await putMeetingInto(api, meetingId, 'held');
    expect(await codes()).toEqual(['meeting-held', 'meeting-held', 'point-removed']);
  });
});

describe('who is told of it', () => {
  it('members learn who did what to the points they see, without values and without acts', async () => {
    const { meetingId, points } = await calls.meetingWith(['Åbent', 'Hemmeligt']);
    const closing = { visibility: 'closed', closedReason: 'Personsag' };
    await change(points[1]?.id, closing);
    const member = await api.signIn([{ role: 'member', bodyId }]);
    const barred = await api.signIn([{ role: 'member', bodyId }]);
    await api.send('put', `agenda-points/${points[1]?.id}/disqualifications`, {
      people: [{ personId: barred.personId, reason: null }],
    });
    expect((await history(meetingId, member)).every(({ about }) => about.kind === 'meeting')).toBe(true);
    await putMeetingInto(api, meetingId, 'drafting');
    const [{ version }] = (await api.database.query<{ version: number }>(
      'SELECT version FROM meeting WHERE id = $1',
      [meetingId],
    )) as [{ version: number }];
    await api.take(agendaVersion, 'post', `meetings/${meetingId}/agenda-versions`, undefined, {
      ifMatch: version,
    });
    const ofPoints = (await history(meetingId, member)).filter(({ about }) => about.kind === 'agenda-point');
    expect(new Set(ofPoints.map(({ about }) => about.title))).toEqual(new Set(['Åbent', 'Hemmeligt']));
    expect(ofPoints.every((event) => event.takeBack === null && event.note === null)).toBe(true);
    expect(ofPoints.flatMap(({ changes }) => changes).every(({ withheld }) => withheld)).toBe(true);
    const seen = JSON.stringify(await history(meetingId, barred));
    expect(seen).not.toContain(points[1]?.id);
    expect(seen).toContain(points[0]?.id);
  });

  it('nobody is told of a removed or moved point that they are disqualified on', async () => {
    const { meetingId } = await calls.meetingWith(['Åbent']);
    const other = await calls.meetingWith([]);
    const by = await api.signIn([{ role: 'secretariat', bodyId }]);
    const gone = await makePoint(api, meetingId, 'Naboen', { visibility: 'closed', closedReason: 'Sag' });
    const sub = await makePoint(api, meetingId, 'Naboens hund', { parentId: gone.id });
    const left = await makePoint(api, meetingId, 'Naboens hus', {
      visibility: 'closed',
      closedReason: 'Sag',
    });
    for (const { id } of [gone, left])
      await api.send('put', `agenda-points/${id}/disqualifications`, {
        people: [{ personId: by.personId, reason: null }],
      });
    await api.send('delete', `agenda-points/${sub.id}`, undefined, { ifMatch: 1 });
    await api.send('delete', `agenda-points/${gone.id}`, undefined, { ifMatch: 1 });
    await api.send('post', `agenda-points/${left.id}/move`, { meetingId: other.meetingId }, { ifMatch: 1 });
    expect(JSON.stringify(await history(meetingId))).toContain('Naboens hund');
    const seen = JSON.stringify(await history(meetingId, by));
    expect(seen).toContain('Åbent');
    for (const word of ['Nabo', gone.id, sub.id, left.id]) expect(seen).not.toContain(word);
  });

  it('is as one that is not there for those who read what is open only', async () => {
    const { meetingId } = await calls.meetingWith(['A']);
    const reader = await api.signIn([{ role: 'reader', bodyId }]);
    const told = await api.send('get', `meetings/${meetingId}/history`, undefined, { by: reader });
    expect(told.told).toBe('404 not-found');
  });
});
