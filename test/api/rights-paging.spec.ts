import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { pageOf } from '../../libs/contracts/common.js';
import { followUp } from '../../libs/contracts/follow-ups.js';
import { meeting } from '../../libs/contracts/meetings.js';
import { newId } from '../../libs/platform/ids/new-id.js';
import { makeUnit } from '../builders/follow-ups.js';
import { makeMeeting, meetingInSession } from '../builders/meetings.js';
import type { SignedIn } from '../support/sign-in.js';
import { startTestApi } from '../support/test-api.js';
import type { TestApi } from '../support/test-api.js';

/** Somebody with few bodies has lists that are read body by body, and merged. */
const PEOPLE = ['member of two bodies and reader of one', 'reader', 'guest', 'staff', 'stranger'] as const;
type Name = (typeof PEOPLE)[number];
const STAGES = ['issued', 'confirmed', 'issued', 'suggested', 'issued', 'ignored'];
const DUE = ['2026-03-01', null, '2026-02-01', '2026-03-01'];

let api: TestApi;
let people: Readonly<Record<Name, SignedIn>>;
let bodies: string[];

beforeAll(async () => {
  api = await startTestApi();
  const unitId = await makeUnit(api, 'MØB');
  const places: { bodyId: string; meetingId: string; points: string[] }[] = [];
  for (let n = 0; n < 5; n += 1) {
    const { bodyId, meetingId, points } = await meetingInSession(api, ['Åbent', 'Lukket', 'Også lukket']);
    places.push({ bodyId, meetingId, points: points.map(({ id }) => id) });
    for (const date of ['2026-03-10', '2026-02-03', '2026-04-07']) await makeMeeting(api, bodyId, date);
  }
  bodies = places.map(({ bodyId }) => bodyId);
  const [one, two, three, four] = bodies;
  const closed = places.flatMap(({ points }) => points.slice(1));
  await api.database.query("UPDATE agenda_point SET visibility = 'closed' WHERE id = ANY($1::uuid[])", [
    closed,
  ]);
  await api.database.query('UPDATE agenda_point SET frozen_number = 1, frozen_part = $1', ['main']);
  await api.database.query("UPDATE body SET visibility = 'closed' WHERE id = $1", [two]);
  const guestOf = places[3]?.points[0];
  people = {
    'member of two bodies and reader of one': await api.signIn([
      { role: 'member', bodyId: one },
      { role: 'member', bodyId: two },
      { role: 'reader', bodyId: three },
    ]),
    reader: await api.signIn([{ role: 'reader', bodyId: four }]),
    guest: await api.signIn([
      { role: 'guest', pointId: guestOf },
      { role: 'reader', bodyId: one },
    ]),
    staff: await api.signIn([{ role: 'staff', unitId }]),
    stranger: await api.signIn([]),
  };
  await api.database.query('INSERT INTO disqualification (point_id, person_id) VALUES ($1, $2)', [
    places[0]?.points[1],
    people['member of two bodies and reader of one'].personId,
  ]);
  for (let n = 0; n < 60; n += 1) {
    const place = places[n % 5];
    await api.database.query(
      `INSERT INTO follow_up (id, body_id, meeting_id, point_id, action, unit_id, person_id, due_kind, due_date, stage, status)
       VALUES ($1, $2, $3, $4, 'Undersøge antallet', $5, $6, 'proposed', $7, $8, 'new')`,
      [
        ...[newId(), place?.bodyId, place?.meetingId, [...(place?.points ?? []), null][n % 4]],
        ...[n % 3 === 0 ? unitId : null, n % 7 < 5 ? people[PEOPLE[n % 7] ?? 'reader'].personId : null],
        ...[DUE[Math.floor(n / 5) % 4], STAGES[Math.floor(n / 5) % 6]],
      ],
    );
  }
});
afterAll(() => api.stop());

/** The list leaves out what nobody has confirmed, unless it is asked for. */
const EVERY_STAGE = '&stage=suggested&stage=confirmed&stage=issued&stage=ignored';

const LISTS = { 'follow-ups': followUp, meetings: meeting } as const;
type List = keyof typeof LISTS;

interface Page {
  readonly items: readonly { readonly id: string }[];
  readonly nextCursor: string | null;
}

async function walk(list: List, by: SignedIn, limit: number, filter = ''): Promise<string[]> {
  const ids: string[] = [];
  const stages = list === 'follow-ups' ? EVERY_STAGE : '';
  for (let cursor: string | null = ''; cursor !== null;) {
    const address = `${list}?limit=${limit}${stages}${filter}${cursor === '' ? '' : `&cursor=${cursor}`}`;
    const page: Page = await api.take(pageOf(LISTS[list]), 'get', address, undefined, { by });
    ids.push(...page.items.map(({ id }) => id));
    cursor = page.nextCursor;
  }
  return ids;
}

/** What somebody gets one by one, in the order of the whole list. */
async function gotten(list: List, by: SignedIn, filter = ''): Promise<string[]> {
  const ids: string[] = [];
  for (const id of await walk(list, api.everybody, 200, filter)) {
    const { status } = await api.send('get', `${list}/${id}`, undefined, { by });
    if (status === 200) ids.push(id);
  }
  return ids;
}

describe.each(PEOPLE)('a list for a %s', (name) => {
  it.each<List>(['follow-ups', 'meetings'])(
    'holds, page by page, the %s that they get one by one',
    async (list) => {
      const right = await gotten(list, people[name]);
      for (const limit of [7, 200]) expect(await walk(list, people[name], limit)).toEqual(right);
    },
  );

  it('of one body holds the same of that body', async () => {
    for (const bodyId of [bodies[0], bodies[3]]) {
      const filter = `&bodyId=${bodyId}`;
      const right = await gotten('follow-ups', people[name], filter);
      expect(await walk('follow-ups', people[name], 4, filter)).toEqual(right);
    }
  });
});

it('The people of these tests see something, and not all of it', async () => {
  const seen: number[] = [];
  for (const name of PEOPLE) seen.push((await walk('follow-ups', people[name], 200)).length);
  expect(Math.min(...seen)).toBeGreaterThan(1);
  expect(Math.max(...seen)).toBeLessThan(50);
});
