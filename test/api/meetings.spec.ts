import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { pageOf } from '../../libs/contracts/common.js';
import { meeting } from '../../libs/contracts/meetings.js';
import type { MeetingView } from '../../libs/contracts/meetings.js';
import { body } from '../../libs/contracts/organisation.js';
import { makeBody, makeMeeting, putMeetingInto } from '../builders/meetings.js';
import { faultPlaces, problemIn, rawRequest } from '../support/raw-request.js';
import { startTestApi, unknownId } from '../support/test-api.js';
import type { TestApi } from '../support/test-api.js';

let api: TestApi;
let bodyId: string;
beforeAll(async () => {
  api = await startTestApi();
  bodyId = await makeBody(api);
});
afterAll(() => api.stop());

const plan = (fields: object) => api.send('post', 'meetings', { bodyId, date: '2026-03-10', ...fields });

describe('planning a meeting', () => {
  it('takes from its body what is not said, and only that', async () => {
    const settings = { start: '18:15', end: '19:45', place: 'Lokale 398', caseNumber: 'EMN-2026-000001' };
    const fields = { name: 'Udvalg der mødes', kind: 'udvalg', settings };
    const { id } = await api.take(body, 'post', 'bodies', fields);
    const made = await api.send('post', 'meetings', { bodyId: id, date: '2026-03-10' });
    expect(made).toMatchObject({
      status: 201,
      etag: '"1"',
      body: { ...settings, bodyName: 'Udvalg der mødes', kind: 'ordinary', state: 'planned', version: 1 },
    });
    const own = { end: null, place: null, kind: 'extraordinary' };
    const other = await api.send('post', 'meetings', { bodyId: id, date: '2026-03-11', ...own });
    expect(other.body).toMatchObject({ start: '18:15', ...own, caseNumber: 'EMN-2026-000001' });
  });

  it.each<[string, object, string]>([
    ['29 February of a year without one', { date: '2026-02-29' }, 'date'],
    ['31 April', { date: '2026-04-31' }, 'date'],
    ['a Danish date', { date: '10-03-2026' }, 'date'],
    ['24:00', { start: '24:00' }, 'start'],
    ['9.15', { end: '9.15' }, 'end'],
    ['a kind that is none', { kind: 'secret' }, 'kind'],
    ['a participant without a name', { participants: [{ name: 'Ida' }, {}] }, 'participants[1].name'],
    ['a place of two lines', { place: 'Rådhuset\nLokale 1' }, 'place'],
    ['a case number too long', { caseNumber: 'E'.repeat(61) }, 'caseNumber'],
  ])('refuses %s', async (_name, fields, at) => {
    const answer = await plan(fields);
    expect(answer.told).toBe('400 validation-failed');
    expect(faultPlaces(answer.body)).toEqual([at]);
  });

  it('refuses an unknown key, and states that are not its own to choose', async () => {
    expect((await plan({ state: 'held' })).told).toBe('400 validation-failed');
    expect((await plan({ colour: 'red' })).told).toBe('400 validation-failed');
  });

  it.each<[string, object, string, string]>([
    ['an end before its start', { start: '11:00', end: '10:00' }, '422 end-not-after-start', 'end'],
    ['an end at its start', { start: '11:00', end: '11:00' }, '422 end-not-after-start', 'end'],
    ['an end without a start', { start: null, end: '10:00' }, '422 end-without-start', 'start'],
    ['a body that is not there', { bodyId: unknownId() }, '422 reference-not-found', 'bodyId'],
  ])('is refused with %s, and nothing is planned', async (_name, fields, told, at) => {
    const before = await api.database.query('SELECT id FROM meeting');
    const answer = await plan(fields);
    expect(answer.told).toBe(told);
    expect(problemIn(answer.body).at).toBe(at);
    expect(await api.database.query('SELECT id FROM meeting')).toEqual(before);
  });

  it('is refused with a chair who is not there', async () => {
    expect((await plan({ chairId: unknownId() })).told).toBe('422 reference-not-found');
  });

  it('is done for each of thirty who ask at the same moment', async () => {
    const answers = await Promise.all(Array.from({ length: 30 }, () => plan({})));
    expect(new Set(answers.map((answer) => answer.told))).toEqual(new Set(['201']));
  });
});

describe('the deadlines of a meeting', () => {
  const deadlines = {
    indstillinger: { workingDaysBefore: 8, time: '12:00' },
    material: { workingDaysBefore: 6, time: '12:00' },
    agenda: { workingDaysBefore: 4, time: '15:00' },
  };
  const datesOf = (of: MeetingView): string[] => of.deadlines.map(({ kind, date }) => `${kind} ${date}`);
  const withDeadlines = async (): Promise<string> => {
    const fields = { name: `Råd ${unknownId()}`, kind: 'raad', settings: { deadlines } };
    return (await api.take(body, 'post', 'bodies', fields)).id;
  };

  it('are counted in hverdage, past Easter', async () => {
    // Maundy Thursday is 2 April 2026, Easter Monday 6 April.
    const of = await makeMeeting(api, await withDeadlines(), '2026-04-09');
    expect(datesOf(of)).toEqual(['indstillinger 2026-03-25', 'material 2026-03-27', 'agenda 2026-03-31']);
    expect(of.deadlines.map(({ time }) => time)).toEqual(['12:00', '12:00', '15:00']);
  });

  it('know the closing days of the municipality, and move with the date of the meeting', async () => {
    const of = await makeMeeting(api, await withDeadlines(), '2026-06-09');
    // Friday 5 June is Constitution Day.
    expect(datesOf(of).at(-1)).toBe('agenda 2026-06-02');
    const moved = await api.take(
      meeting,
      'patch',
      `meetings/${of.id}`,
      { date: '2026-06-16' },
      { ifMatch: 1 },
    );
    expect(datesOf(moved).at(-1)).toBe('agenda 2026-06-10');
  });

  it('say whether they have passed', async () => {
    const id = await withDeadlines();
    const passed = async (date: string): Promise<boolean[]> =>
      (await makeMeeting(api, id, date)).deadlines.map((deadline) => deadline.passed);
    expect(await passed('2019-03-12')).toEqual([true, true, true]);
    expect(await passed('2099-03-10')).toEqual([false, false, false]);
  });
});

describe('reading and changing a meeting', () => {
  it('refuses what is no id and finds none that is not there', async () => {
    expect((await api.send('get', 'meetings/1')).told).toBe('400 validation-failed');
    expect((await api.send('get', `meetings/${unknownId()}`)).told).toBe('404 not-found');
    const absent = await api.send('patch', `meetings/${unknownId()}`, { place: 'Her' }, { ifMatch: 1 });
    expect(absent.told).toBe('404 not-found');
  });

  it('asks for the version it is made to, and shows the present state to who has an old one', async () => {
    const { id } = await makeMeeting(api, bodyId);
    const address = `meetings/${id}`;
    const changed = await api.send('patch', address, { place: 'Lokale 2' }, { ifMatch: 1 });
    expect(changed).toMatchObject({ etag: '"2"', body: { place: 'Lokale 2', start: '09:00' } });
    expect((await api.send('patch', address, { place: 'Her' })).told).toBe('428 if-match-required');
    const malformed = await rawRequest(api, 'patch', `/api/v1/${address}`, { 'If-Match': '2' }).send({});
    expect(malformed).toMatchObject({ status: 400, body: { code: 'bad-if-match' } });
    const stale = await api.send('patch', address, { place: 'Der' }, { ifMatch: 1 });
    expect(stale.told).toBe('412 stale-version');
    expect(problemIn(stale.body).current).toEqual(changed.body);
  });

  it.each<[string, object, string]>([
    ['an end before the start it has', { end: '08:00' }, '422 end-not-after-start'],
    ['a start after the end it has', { start: '12:00' }, '422 end-not-after-start'],
    ['no start where it has an end', { start: null }, '422 end-without-start'],
    ['another body', { bodyId: unknownId() }, '400 validation-failed'],
    ['a date that does not exist', { date: '2026-06-31' }, '400 validation-failed'],
    ['a chair who is not there', { chairId: unknownId() }, '422 reference-not-found'],
  ])('is refused with %s, and nothing changes', async (_name, fields, told) => {
    const before = await makeMeeting(api, bodyId);
    expect((await api.send('patch', `meetings/${before.id}`, fields, { ifMatch: 1 })).told).toBe(told);
    expect((await api.send('get', `meetings/${before.id}`)).body).toEqual(before);
  });

  it.each([
    ['planned', '200'],
    ['sent', '200'],
    ['held', '200'],
    ['closed', '409 meeting-closed'],
    ['cancelled', '409 meeting-cancelled'],
  ] as const)('of a meeting that is %s: %s', async (state, told) => {
    const { id } = await makeMeeting(api, bodyId);
    await putMeetingInto(api, id, state);
    expect((await api.send('patch', `meetings/${id}`, { place: 'Her' }, { ifMatch: 1 })).told).toBe(told);
  });
});

describe('the steps of a meeting', () => {
  const NOT_FROM_HERE = '409 transition-not-allowed';
  const TABLE: readonly (readonly [MeetingView['state'], string, string])[] = [
    ['planned', 'cancel', 'cancelled'],
    ['planned', 'start', NOT_FROM_HERE],
    ['planned', 'end', NOT_FROM_HERE],
    ['planned', 'step-back', NOT_FROM_HERE],
    ['drafting', 'step-back', 'planned'],
    ['drafting', 'start', NOT_FROM_HERE],
    ['drafting', 'cancel', 'cancelled'],
    ['sent', 'start', 'in-session'],
    ['sent', 'end', NOT_FROM_HERE],
    ['sent', 'cancel', 'cancelled'],
    ['sent', 'step-back', 'drafting'],
    ['in-session', 'end', 'held'],
    ['in-session', 'start', NOT_FROM_HERE],
    ['in-session', 'cancel', 'cancelled'],
    ['in-session', 'step-back', 'sent'],
    ['held', 'step-back', 'in-session'],
    ['held', 'cancel', NOT_FROM_HERE],
    ['held', 'end', NOT_FROM_HERE],
    ['closed', 'step-back', NOT_FROM_HERE],
    ['closed', 'cancel', NOT_FROM_HERE],
    ['cancelled', 'step-back', 'drafting'],
    ['cancelled', 'start', NOT_FROM_HERE],
  ];

  it.each(TABLE)('from %s, %s: %s', async (state, action, expected) => {
    const { id } = await makeMeeting(api, bodyId);
    await putMeetingInto(api, id, state);
    const step = { action, reason: 'Det var en fejl.' };
    const answer = await api.send('post', `meetings/${id}/steps`, step, { ifMatch: 1 });
    const now = await api.take(meeting, 'get', `meetings/${id}`);
    if (expected === NOT_FROM_HERE) {
      expect(answer.told).toBe(NOT_FROM_HERE);
      expect(now).toMatchObject({ state, version: 1 });
    } else {
      expect(answer).toMatchObject({ status: 200, etag: '"2"', body: { state: expected } });
      expect(now.state).toBe(expected);
    }
  });

  it.each<[string, object]>([
    ['no reason', {}],
    ['a reason of nothing', { reason: null }],
  ])('back need a reason: %s', async (_name, fields) => {
    const { id } = await makeMeeting(api, bodyId);
    await putMeetingInto(api, id, 'held');
    const step = { action: 'step-back', ...fields };
    const answer = await api.send('post', `meetings/${id}/steps`, step, { ifMatch: 1 });
    expect(answer.told).toBe('422 reason-required');
    expect(problemIn(answer.body).at).toBe('reason');
  });

  it('back are not taken once the minutes are approved', async () => {
    const { id } = await makeMeeting(api, bodyId);
    await putMeetingInto(api, id, 'held');
    const sql = "INSERT INTO minutes (id, meeting_id, state) VALUES (gen_random_uuid(), $1, 'approved')";
    await api.database.query(sql, [id]);
    const step = { action: 'step-back', reason: 'En fejl' };
    const answer = await api.send('post', `meetings/${id}/steps`, step, { ifMatch: 1 });
    expect(answer.told).toBe('409 minutes-approved');
  });

  it.each<[string, object]>([
    ['a blank reason', { action: 'cancel', reason: '  ' }],
    ['sending', { action: 'send' }],
    ['closing', { action: 'close' }],
    ['an unknown key', { action: 'cancel', why: 'x' }],
    ['nothing', {}],
  ])('are not taken here by %s', async (_name, step) => {
    const { id } = await makeMeeting(api, bodyId);
    const answer = await api.send('post', `meetings/${id}/steps`, step, { ifMatch: 1 });
    expect(answer.told).toBe('400 validation-failed');
  });

  it('are taken by one of five who ask at once, and recorded once with their reason', async () => {
    const { id } = await makeMeeting(api, bodyId);
    await putMeetingInto(api, id, 'sent');
    const step = { action: 'step-back', reason: 'Bilag mangler' };
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => api.send('post', `meetings/${id}/steps`, step, { ifMatch: 1 })),
    );
    expect(answers.map(({ told }) => told).sort()).toEqual([
      '200',
      ...Array<string>(4).fill('412 stale-version'),
    ]);
    const events = await api.database.query(
      "SELECT data FROM event WHERE subject_id = $1 AND name = 'meeting.moved-on'",
      [id],
    );
    expect(events).toEqual([
      { data: { action: 'step-back', from: 'sent', to: 'drafting', reason: 'Bilag mangler' } },
    ]);
  });

  it('ask for the version, and for a meeting', async () => {
    const { id } = await makeMeeting(api, bodyId);
    expect((await api.send('post', `meetings/${id}/steps`, { action: 'cancel' })).told).toBe(
      '428 if-match-required',
    );
    const absent = await api.send(
      'post',
      `meetings/${unknownId()}/steps`,
      { action: 'cancel' },
      { ifMatch: 1 },
    );
    expect(absent.told).toBe('404 not-found');
  });
});

describe('the list of meetings', () => {
  const listed = async (query: string): Promise<string[]> =>
    (await api.take(pageOf(meeting), 'get', `meetings?${query}`)).items.map((item) => item.date);

  it('is in the order of dates and filtered by body, state and dates', async () => {
    const of = await makeBody(api);
    for (const date of ['2026-05-03', '2026-05-01', '2026-05-02']) await makeMeeting(api, of, date);
    const { id } = await makeMeeting(api, of, '2026-05-04');
    await putMeetingInto(api, id, 'sent');
    expect(await listed(`bodyId=${of}`)).toEqual(['2026-05-01', '2026-05-02', '2026-05-03', '2026-05-04']);
    expect(await listed(`bodyId=${of}&state=sent`)).toEqual(['2026-05-04']);
    expect(await listed(`bodyId=${of}&from=2026-05-02&to=2026-05-03`)).toEqual(['2026-05-02', '2026-05-03']);
    expect(await listed(`bodyId=${of}&from=2026-05-03&to=2026-05-02`)).toEqual([]);
    expect(await listed(`bodyId=${unknownId()}`)).toEqual([]);
  });

  it('is paged over meetings of the same day without loss or repetition, also while others come in', async () => {
    const of = await makeBody(api);
    const made = new Set<string>();
    for (let i = 0; i < 5; i += 1) made.add((await makeMeeting(api, of, '2026-05-05')).id);
    const seen: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const from: string = cursor === '' ? '' : `&cursor=${cursor}`;
      const address = `meetings?bodyId=${of}&limit=2${from}`;
      const page: { items: MeetingView[]; nextCursor: string | null } = await api.take(
        pageOf(meeting),
        'get',
        address,
      );
      seen.push(...page.items.map((item) => item.id));
      await makeMeeting(api, of, '2026-05-01');
      cursor = page.nextCursor;
    }
    expect(seen).toHaveLength(new Set(seen).size);
    expect(seen.filter((id) => made.has(id))).toEqual([...made].sort());
  });

  it.each(['state=lost', 'from=2026-02-30', 'to=tomorrow', 'bodyId=1', 'kind=ordinary', 'limit=-1'])(
    'is refused with %s',
    async (query) => {
      expect((await api.send('get', `meetings?${query}`)).told).toBe('400 validation-failed');
    },
  );

  it('is refused from the cursor of another list', async () => {
    const cursor = Buffer.from(JSON.stringify(['Ida Prøve', unknownId()])).toString('base64url');
    expect((await api.send('get', `meetings?cursor=${cursor}`)).told).toBe('400 bad-cursor');
  });
});
