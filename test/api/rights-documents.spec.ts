import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { pageOf } from '../../libs/contracts/common.js';
import { documentView } from '../../libs/contracts/documents.js';
import { Cast } from '../builders/cast.js';
import { makeFollowUp, putFollowUpInto } from '../builders/follow-ups.js';
import { makeIndstilling, putIndstillingInto, sendOnPoint } from '../builders/indstillinger.js';
import { heldMeeting, makeBody, makeMeeting, putMeetingInto } from '../builders/meetings.js';
import type { SignedIn } from '../support/sign-in.js';
import { startTestApi, unknownId } from '../support/test-api.js';
import type { TestApi } from '../support/test-api.js';

/** Each document is asked for by everybody in five ways (ms). */
jest.setTimeout(30_000);

let api: TestApi;
let bodyId: string;
let meetingId: string;
let openPoint: string;
let closedPoint: string;
let cast: Cast;
beforeAll(async () => {
  api = await startTestApi();
  bodyId = await makeBody(api);
  ({ meetingId, openPoint, closedPoint } = await heldMeeting(api, bodyId));
  cast = await Cast.of(api, {
    secretariat: [{ role: 'secretariat', bodyId }],
    member: [{ role: 'member', bodyId }],
    reader: [{ role: 'reader', bodyId }],
    guest: [{ role: 'guest', pointId: openPoint }],
    stranger: [],
  });
});
afterAll(() => api.stop());

const as = (name: string): SignedIn => cast.as(name);

const told = async (...args: Parameters<TestApi['send']>): Promise<string> => (await api.send(...args)).told;
const ask = (name: string, request: object, path = `meetings/${meetingId}/documents`) =>
  told('post', path, request, { by: as(name) });
const make = async (
  name: string,
  request: object,
  path = `meetings/${meetingId}/documents`,
): Promise<string> => (await api.take(documentView, 'post', path, request, { by: as(name) })).id;
const putMinutesInto = (state: string) =>
  api.database.query('UPDATE minutes SET state = $2 WHERE meeting_id = $1', [meetingId, state]);

/** Who reads a document; the list, the file and its progress must say the same. */
async function whoReads(id: string): Promise<string[]> {
  const read: string[] = [];
  for (const name of cast.names) {
    const by = as(name);
    const answer = await told('get', `documents/${id}`, undefined, { by });
    const page = await api.take(pageOf(documentView), 'get', 'documents?limit=200', undefined, { by });
    const file = await told('get', `documents/${id}/file`, undefined, { by });
    const isListed = page.items.some((item) => item.id === id);
    if (answer === '200') {
      expect([name, isListed, file]).toEqual([name, true, '409 not-ready']);
      read.push(name);
    } else {
      const others = [
        await told('post', `documents/${id}/retry`, undefined, { by }),
        await told('get', `documents/${id}/progress`, undefined, { by }),
      ];
      expect([name, answer, isListed, file, ...others]).toEqual([
        ...[name, '404 not-found', false, '404 not-found', '404 not-found', '404 not-found'],
      ]);
    }
  }
  return read;
}

const ALL = ['secretariat', 'member'];
const OPEN = [...ALL, 'reader'];

describe('asking for a document of a meeting', () => {
  it.each<[string, object, Record<string, string>]>([
    [
      'the whole agenda',
      { kind: 'agenda' },
      {
        secretariat: '202',
        member: '202',
        reader: '403 not-allowed',
        guest: '403 not-allowed',
        stranger: '404 not-found',
      },
    ],
    [
      'the open agenda',
      { kind: 'agenda', audience: 'open' },
      { member: '202', reader: '202', guest: '403 not-allowed', stranger: '404 not-found' },
    ],
    [
      'the draft',
      { kind: 'agenda', agendaVersion: 'draft' },
      { secretariat: '202', member: '403 not-allowed', reader: '403 not-allowed' },
    ],
    [
      'the open draft',
      { kind: 'agenda', audience: 'open', agendaVersion: 'draft' },
      { secretariat: '202', member: '403 not-allowed' },
    ],
    [
      'a version there is none of',
      { kind: 'agenda', audience: 'open', agendaVersion: 7 },
      { member: '404 not-found', reader: '404 not-found' },
    ],
  ])('%s', async (_name, request, answers) => {
    for (const [name, answer] of Object.entries(answers))
      expect([name, await ask(name, request)]).toEqual([name, answer]);
  });

  it('the minutes, as they are there for whoever asks', async () => {
    const all = { kind: 'minutes' };
    const open = { kind: 'minutes', audience: 'open' };
    await putMinutesInto('draft');
    expect([await ask('secretariat', all), await ask('member', all)]).toEqual(['202', '404 not-found']);
    await putMinutesInto('in-review');
    expect([await ask('member', all), await ask('reader', open)]).toEqual(['202', '404 not-found']);
    await putMinutesInto('approved');
    expect([await ask('reader', open), await ask('reader', all)]).toEqual(['202', '403 not-allowed']);
  });

  it('finds no agenda before it is out, but for those who draft it', async () => {
    const unsent = await makeMeeting(api, bodyId, '2026-04-14');
    const path = `meetings/${unsent.id}/documents`;
    expect(await ask('secretariat', { kind: 'agenda' }, path)).toBe('202');
    expect(await ask('member', { kind: 'agenda' }, path)).toBe('404 not-found');
    await putMeetingInto(api, meetingId, 'drafting');
    expect(await ask('member', { kind: 'agenda' })).toBe('404 not-found');
    await putMeetingInto(api, meetingId, 'held');
  });

  it('says who may', async () => {
    const answer = await api.send(
      'post',
      `meetings/${meetingId}/documents`,
      { kind: 'agenda' },
      { by: as('reader') },
    );
    expect(answer.body).toMatchObject({
      code: 'not-allowed',
      liftedBy: 'those who read closed papers of the body',
    });
  });
});

describe('reading a document', () => {
  it('is for those it is for, whoever had it made', async () => {
    expect(await whoReads(await make('secretariat', { kind: 'agenda' }))).toEqual(ALL);
    expect(await whoReads(await make('reader', { kind: 'agenda', audience: 'open' }))).toEqual(OPEN);
    const draft = { kind: 'agenda', audience: 'open', agendaVersion: 'draft' };
    expect(await whoReads(await make('secretariat', draft))).toEqual(['secretariat']);
    expect(await told('get', `documents/${unknownId()}`, undefined, { by: as('member') })).toBe(
      '404 not-found',
    );
    expect(await told('get', 'documents', undefined, { by: null })).toBe('401 not-signed-in');
  });

  it('of minutes goes by how far they had come when they were printed, and by how far they are now', async () => {
    await putMinutesInto('draft');
    const drafted = await make('secretariat', { kind: 'minutes', audience: 'open' });
    await putMinutesInto('approved');
    expect(await whoReads(drafted)).toEqual(['secretariat']);
    const approved = await make('reader', { kind: 'minutes', audience: 'open' });
    expect(await whoReads(approved)).toEqual(OPEN);
    await putMinutesInto('in-review');
    expect(await whoReads(approved)).toEqual(ALL);
    await putMinutesInto('approved');
  });

  it('ends for those who read open things only when something it prints is closed', async () => {
    const id = await make('reader', { kind: 'agenda', audience: 'open' });
    const put = (visibility: string) =>
      api.database.query('UPDATE agenda_point SET visibility = $2 WHERE id = $1', [openPoint, visibility]);
    await put('closed');
    expect(await whoReads(id)).toEqual(ALL);
    await put('open');
    await putMeetingInto(api, meetingId, 'drafting');
    expect(await whoReads(id)).toEqual(['secretariat']);
    await putMeetingInto(api, meetingId, 'held');
    expect(await whoReads(id)).toEqual(OPEN);
  });

  it('that prints a closed point is not for whoever is disqualified on it', async () => {
    const member = await api.signIn([{ role: 'member', bodyId }]);
    const whole = await make('secretariat', { kind: 'agenda' });
    const read = () => told('get', `documents/${whole}`, undefined, { by: member });
    expect(await read()).toBe('200');
    await api.database.query('INSERT INTO disqualification (point_id, person_id) VALUES ($1, $2)', [
      ...[closedPoint, member.personId],
    ]);
    expect(await read()).toBe('404 not-found');
    const request = (audience: string) =>
      told('post', `meetings/${meetingId}/documents`, { kind: 'agenda', audience }, { by: member });
    expect([await request('all'), await request('open')]).toEqual(['403 not-allowed', '202']);
  });
});

describe('the document of an indstilling', () => {
  it('is for those who see the indstilling, in the state it was printed in and now', async () => {
    const author = await api.signIn([]);
    cast.join('author', author);
    const { id } = await makeIndstilling(api, { bodyId, author: { personId: author.personId } });
    const path = `indstillinger/${id}/documents`;
    expect(await ask('member', {}, path)).toBe('404 not-found');
    const draft = await make('author', {}, path);
    expect(await whoReads(draft)).toEqual(['author']);
    await putIndstillingInto(api, id, 'with-secretariat', ['secretariat']);
    expect(await whoReads(draft)).toEqual(['author']);
    const submitted = await make('secretariat', {}, path);
    expect(await whoReads(submitted)).toEqual(['secretariat', 'author']);
  });

  it('prints what the agenda was sent with for those who read a point it lies on', async () => {
    const { id } = await makeIndstilling(api, { bodyId, title: 'Den indsendte titel' });
    await api.send('post', `indstillinger/${id}/steps`, { action: 'submit' }, { ifMatch: 1 });
    await sendOnPoint(api, openPoint, id);
    await api.database.query("UPDATE indstilling SET title = 'Et nyt udkast' WHERE id = $1", [id]);
    const path = `indstillinger/${id}/documents`;
    expect(await ask('reader', {}, path)).toBe('403 not-allowed');
    const open = await make('reader', { audience: 'open' }, path);
    const [row] = await api.database.query<{ source: string }>(
      'SELECT source::text FROM document WHERE id = $1',
      [open],
    );
    expect(row?.source).toContain('Den indsendte titel');
    expect(row?.source).not.toContain('Et nyt udkast');
    const whole = await make('secretariat', { audience: 'open' }, path);
    expect(await told('get', `documents/${whole}`, undefined, { by: as('reader') })).toBe('404 not-found');
    expect(await told('get', `documents/${open}`, undefined, { by: as('reader') })).toBe('200');
  });
});

describe('follow-ups in a document of minutes', () => {
  it('are printed in the draft once confirmed, and in what went out only once issued', async () => {
    const { id } = await makeFollowUp(api, { pointId: openPoint }, { action: 'Tælle cykler' });
    await putFollowUpInto(api, id, 'confirmed', 'new');
    const prints = async (audience: string): Promise<boolean> => {
      const made = await make('secretariat', { kind: 'minutes', audience });
      const [row] = await api.database.query<{ source: unknown }>(
        'SELECT source FROM document WHERE id = $1',
        [made],
      );
      return JSON.stringify(row?.source).includes('Tælle cykler');
    };
    await putMinutesInto('draft');
    expect([await prints('all'), await prints('open')]).toEqual([true, false]);
    await putMinutesInto('in-review');
    expect([await prints('all'), await prints('open')]).toEqual([false, false]);
    await putFollowUpInto(api, id, 'issued', 'new');
    expect([await prints('all'), await prints('open')]).toEqual([true, true]);
  });
});
