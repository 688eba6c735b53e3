import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { meetingDates, meetingSeries, nextSlot } from '../../libs/contracts/meeting-series.js';
import { body } from '../../libs/contracts/organisation.js';
import { makeIndstilling } from '../builders/indstillinger.js';
import { makeMeeting, makePoint, putMeetingInto } from '../builders/meetings.js';
import { faultPlaces } from '../support/raw-request.js';
import { startTestApi, unknownId } from '../support/test-api.js';
import type { TestApi } from '../support/test-api.js';

let api: TestApi;
let bodyId: string;
beforeAll(async () => {
  api = await startTestApi();
  const settings = { start: '09:00', end: '10:30', place: 'Lokale 398' };
  bodyId = (await api.take(body, 'post', 'bodies', { name: 'Udvalg', kind: 'udvalg', settings })).id;
});
afterAll(() => api.stop());

const datesOf = (query: string) => api.send('get', `bodies/${bodyId}/meeting-dates?${query}`);
const make = (fields: object, options = {}) =>
  api.send('post', 'meeting-series', { bodyId, ...fields }, options);
const count = async (): Promise<number> => {
  const [row] = await api.database.query<{ n: number }>(
    'SELECT count(*)::int AS n FROM meeting WHERE body_id = $1',
    [bodyId],
  );
  return row?.n ?? -1;
};

describe('the dates of a rhythm', () => {
  it('are every such weekday but excepted weeks, holidays and closing days, and say where the body meets already', async () => {
    const { id } = await makeMeeting(api, bodyId, '2026-04-07');
    const cancelled = await makeMeeting(api, bodyId, '2026-04-14');
    await putMeetingInto(api, cancelled.id, 'cancelled');
    const answer = await api.take(
      meetingDates,
      'get',
      `bodies/${bodyId}/meeting-dates?weekday=2&from=2026-04-01&to=2026-04-30&exceptWeeks=17`,
    );
    expect(answer).toEqual({
      bodyId,
      dates: [
        { date: '2026-04-07', taken: true },
        { date: '2026-04-14', taken: false },
        { date: '2026-04-28', taken: false },
      ],
      skipped: [{ date: '2026-04-21', reason: 'excepted-week', name: null }],
    });
    const easter = await datesOf('weekday=1&from=2026-04-06&to=2026-04-13');
    expect(easter.body).toMatchObject({
      skipped: [{ date: '2026-04-06', reason: 'public-holiday', name: '2. påskedag' }],
    });
    await api.database.query('DELETE FROM meeting WHERE id = ANY($1)', [[id, cancelled.id]]);
  });

  it.each([
    ['a span that holds no such day', 'weekday=2&from=2026-04-01&to=2026-04-03', '422 rhythm-hits-no-date'],
    ['a span that ends before it begins', 'weekday=2&from=2026-04-02&to=2026-04-01', '422 rhythm-dates'],
    ['more than three years', 'weekday=2&from=2026-01-01&to=2029-01-02', '422 rhythm-too-long'],
    ['a week 54', 'weekday=2&from=2026-01-01&to=2026-02-01&exceptWeeks=54', '422 rhythm-except-weeks'],
    ['an eighth day', 'weekday=8&from=2026-01-01&to=2026-02-01', '400 validation-failed'],
    [
      'weeks that are no numbers',
      'weekday=1&from=2026-01-01&to=2026-02-01&exceptWeeks=a',
      '400 validation-failed',
    ],
  ])('refuses %s', async (_, query, told) => {
    expect((await datesOf(query)).told).toBe(told);
  });
});

describe('a series of meetings', () => {
  it('is made whole, in the order of its dates, with what the body has for its meetings', async () => {
    const dates = ['2026-05-19', '2026-05-05', '2026-05-12'];
    const { items } = await api.take(meetingSeries, 'post', 'meeting-series', {
      ...{ bodyId, dates, place: 'Rådhuset' },
    });
    expect(
      items.map(({ date, start, end, place, state, kind }) => [date, start, end, place, state, kind]),
    ).toEqual([...dates].sort().map((date) => [date, '09:00', '10:30', 'Rådhuset', 'planned', 'ordinary']));
    const events = await api.database.query(
      "SELECT FROM event WHERE name = 'meeting.created' AND subject_id = ANY($1)",
      [items.map(({ id }) => id)],
    );
    expect(events).toHaveLength(3);
  });

  it.each<[string, object, string, string[]]>([
    ['a day on which the body meets', { dates: ['2026-06-02', '2026-05-12'] }, '409 series-date-taken', []],
    ['a day named twice', { dates: ['2026-06-02', '2026-06-02'] }, '422 series-date-twice', []],
    ['an end before the start', { dates: ['2026-06-02'], end: '08:00' }, '422 end-not-after-start', []],
    ['no day', { dates: [] }, '400 validation-failed', ['dates']],
    ['a day that does not exist', { dates: ['2026-06-31'] }, '400 validation-failed', ['dates[0]']],
    [
      'more than three years of weeks',
      { dates: Array.from({ length: 161 }, () => '2026-06-02') },
      '400 validation-failed',
      ['dates'],
    ],
    [
      'a body that is not there',
      { bodyId: unknownId(), dates: ['2026-06-02'] },
      '422 reference-not-found',
      [],
    ],
  ])('is not made at all with %s', async (_, fields, told, places) => {
    const before = await count();
    const answer = await make(fields);
    expect(answer.told).toBe(told);
    if (places.length > 0) expect(faultPlaces(answer.body)).toEqual(places);
    expect(await count()).toBe(before);
  });

  it('is made once by a request that is repeated', async () => {
    const fields = { dates: ['2026-08-04', '2026-08-11'] };
    const [first, again] = [
      await make(fields, { key: 'serie-2026-a' }),
      await make(fields, { key: 'serie-2026-a' }),
    ];
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(again.body).toEqual(first.body);
  });

  it('is made once by two who confirm it at the same moment', async () => {
    const fields = { dates: ['2026-09-01', '2026-09-08', '2026-09-15'] };
    const answers = await Promise.all([make(fields), make(fields), make(fields)]);
    expect(answers.map(({ told }) => told).sort()).toEqual([
      '201',
      '409 series-date-taken',
      '409 series-date-taken',
    ]);
  });
});

describe('the next slot of a body', () => {
  it('is the next day by its habit that is no closing day, at its own time and place', async () => {
    const settings = { start: '09:00', end: '09:30', place: 'Lokale 3' };
    const fresh = await api.take(body, 'post', 'bodies', { name: 'Torsdagsmøde', kind: 'raad', settings });
    for (const date of ['2031-05-01', '2031-05-08', '2031-05-15']) await makeMeeting(api, fresh.id, date);
    // The Thursday after is Kristi himmelfartsdag.
    expect(await api.take(nextSlot, 'get', `bodies/${fresh.id}/next-slot`)).toEqual({
      ...{ bodyId: fresh.id, date: '2031-05-29', ...settings },
    });
    expect((await api.send('get', `bodies/${unknownId()}/next-slot`)).told).toBe('404 not-found');
  });
});

describe('a series that is taken back', () => {
  const takeBack = (id: string, options = {}) =>
    api.send('delete', `meeting-series/${id}`, undefined, options);

  it('is gone, all of it in one, and is not there to be taken back again', async () => {
    const before = await count();
    const made = await api.take(meetingSeries, 'post', 'meeting-series', {
      ...{ bodyId, dates: ['2031-03-04', '2031-03-11'] },
    });
    expect((await takeBack(made.id)).body).toEqual({ removed: 2, kept: [] });
    expect(await count()).toBe(before);
    expect((await takeBack(made.id)).told).toBe('404 not-found');
    const [row] = await api.database.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM event WHERE name = 'meeting.removed' AND scope_id = $1`,
      [bodyId],
    );
    expect(row?.n).toBe(2);
  });

  it('keeps what somebody has worked on since, and names it', async () => {
    const dates = ['2031-04-01', '2031-04-08', '2031-04-15', '2031-04-22', '2031-04-29'];
    const { id, items } = await api.take(meetingSeries, 'post', 'meeting-series', { bodyId, dates });
    const [changed, planned, begun, , wanted] = items.map((item) => item.id);
    await api.send('patch', `meetings/${changed}`, { place: 'Salen' }, { ifMatch: 1 });
    await makePoint(api, planned ?? '', 'Et punkt');
    await api.send('post', `meetings/${begun}/agenda`, undefined, { ifMatch: 1 });
    await makeIndstilling(api, { bodyId, wantedMeetingId: wanted });
    const answer = await takeBack(id);
    expect(answer.body).toEqual({
      removed: 1,
      kept: [changed, planned, begun, wanted].map((kept, i) => ({
        ...{ id: kept, date: dates[i === 3 ? 4 : i] },
      })),
    });
  });

  it('is its own secretariat’s to take back; nobody else learns that it is there', async () => {
    const { id } = await api.take(meetingSeries, 'post', 'meeting-series', { bodyId, dates: ['2031-05-06'] });
    const before = await count();
    for (const role of ['administrator', 'member', 'raadmand']) {
      const by = await api.signIn([{ role, ...(role === 'administrator' ? {} : { bodyId }) }]);
      expect((await takeBack(id, { by })).told).toBe('404 not-found');
    }
    expect((await takeBack(unknownId())).told).toBe('404 not-found');
    expect(await count()).toBe(before);
  });

  it('leaves no table unasked that refers to meetings', async () => {
    const rows = await api.database.query<{ table: string }>(
      `SELECT conrelid::regclass::text AS table FROM pg_constraint
       WHERE confrelid = 'meeting'::regclass AND contype = 'f' AND confdeltype <> 'c' ORDER BY 1`,
    );
    expect(rows.map(({ table }) => table)).toEqual([
      ...['agenda_point', 'agenda_review', 'agenda_version', 'decision', 'follow_up', 'import_part'],
      ...[
        'indstilling',
        'invitation',
        'left_place',
        'minutes',
        'own_highlight',
        'own_note',
        'own_place',
        'reminder',
        'removed_point',
        'returned_document',
      ],
      'sending',
    ]);
  });
});
