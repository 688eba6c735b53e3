import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { makeFollowUp } from '../builders/follow-ups.js';
import { makeBody, makeMeeting, makePoint } from '../builders/meetings.js';
import { startTestApi } from '../support/test-api.js';
import type { TestApi } from '../support/test-api.js';

let api: TestApi;
/** Two that change things at the same time. */
let one: pg.Client;
let other: pg.Client;
let bodies: string[];
let meetings: string[];
let points: string[];

beforeAll(async () => {
  api = await startTestApi();
  [one, other] = [
    new pg.Client({ connectionString: api.database.url }),
    new pg.Client({ connectionString: api.database.url }),
  ];
  await Promise.all([one.connect(), other.connect()]);
});
afterAll(async () => {
  await Promise.all([one.end(), other.end()]);
  await api.stop();
});

beforeEach(async () => {
  bodies = [await makeBody(api), await makeBody(api)];
  meetings = [];
  points = [];
  for (const bodyId of bodies) {
    const { id } = await makeMeeting(api, bodyId);
    meetings.push(id);
    for (const title of ['Første', 'Andet', 'Tredje']) points.push((await makePoint(api, id, title)).id);
  }
  for (const pointId of points) await makeFollowUp(api, { pointId });
});

/** What is kept of the follow-ups of this case, beside the rule, spelled out anew. */
const KEPT_AND_TRUE = `
  SELECT f.from_closed AS kept,
         p.id IS NOT NULL AND 'closed' IN (p.visibility, coalesce(parent.visibility, 'open'),
           CASE WHEN p.meeting_id IS DISTINCT FROM f.meeting_id THEN b.visibility ELSE 'open' END) AS so
  FROM follow_up f LEFT JOIN agenda_point p ON p.id = f.point_id LEFT JOIN agenda_point parent ON parent.id = p.parent_id
  LEFT JOIN meeting m ON m.id = p.meeting_id LEFT JOIN body b ON b.id = m.body_id
  WHERE f.body_id = ANY($1) ORDER BY f.id`;

/** Adds a follow-up like one that the point has. */
const add = (point = '') => `
  INSERT INTO follow_up (id, body_id, meeting_id, point_id, action, due_kind, stage, status)
  SELECT gen_random_uuid(), body_id, meeting_id, point_id, action, due_kind, stage, status
  FROM follow_up WHERE point_id = '${point}' LIMIT 1`;

const marks = () => api.database.query<{ kept: boolean; so: boolean }>(KEPT_AND_TRUE, [bodies]);

/** A small generator of numbers, the same at every run. */
function dice(seed: number) {
  let state = seed;
  return <Thing>(things: readonly Thing[]): Thing => {
    state = (state * 48271) % 2147483647;
    return things[state % things.length] as Thing;
  };
}

describe('whether a follow-up comes from a closed point', () => {
  it('is kept right whatever is done to points, bodies and follow-ups, by whatever statement', async () => {
    const pick = dice(20261126);
    let closed = 0;
    for (let step = 0; step < 150; step += 1) {
      const [point, meeting, body] = [pick(points), pick(meetings), pick(bodies)];
      const visibility = pick(['open', 'closed']);
      await api.database.query(
        pick([
          `UPDATE agenda_point SET visibility = '${visibility}' WHERE id = '${point}'`,
          `UPDATE agenda_point SET visibility = '${visibility}' WHERE meeting_id = '${meeting}'`,
          `UPDATE body SET visibility = '${visibility}' WHERE id = '${body}'`,
          `UPDATE agenda_point SET meeting_id = '${meeting}', parent_id = NULL, position = ${100 + step} WHERE id = '${point}'`,
          `UPDATE agenda_point SET parent_id = NULL, position = ${100 + step} WHERE id = '${point}'`,
          `UPDATE agenda_point child SET parent_id = p.id, position = ${100 + step} FROM agenda_point p
           WHERE child.id = '${point}' AND p.id = '${pick(points)}' AND p.id <> child.id AND p.parent_id IS NULL
             AND p.meeting_id = child.meeting_id
             AND NOT EXISTS (SELECT FROM agenda_point below WHERE below.parent_id = child.id)`,
          `UPDATE follow_up SET point_id = '${pick(points)}' WHERE point_id = '${point}'`,
          add(point),
        ]),
      );
      const rows = await marks();
      expect([step, rows.filter(({ kept, so }) => kept !== so).length]).toEqual([step, 0]);
      closed += rows.filter(({ so }) => so).length;
    }
    // Not all of one kind: the rule had something to tell apart.
    expect(closed).toBeGreaterThan(100);
    expect(closed).toBeLessThan(800);
  });
});

describe('at the same time', () => {
  const close = (point = '') => `UPDATE agenda_point SET visibility = 'closed' WHERE id = '${point}'`;
  const nest = (child = '', parent = '') =>
    `UPDATE agenda_point SET parent_id = '${parent}', position = 0 WHERE id = '${child}'`;
  const move = (point = '', meeting = '') =>
    `UPDATE agenda_point SET meeting_id = '${meeting}', position = 50 WHERE id = '${point}'`;
  const closeBody = (body = '') => `UPDATE body SET visibility = 'closed' WHERE id = '${body}'`;

  const open = (point = '') => `UPDATE agenda_point SET visibility = 'open' WHERE id = '${point}'`;
  const send = (from = '', to = '') => `UPDATE follow_up SET point_id = '${to}' WHERE point_id = '${from}'`;

  /** Begins the second while the first is done and not committed; both are committed in the end. */
  async function overlapping(first: string, second: string): Promise<void> {
    await one.query('BEGIN');
    await one.query(first);
    const waiting = other.query(second);
    const early = await Promise.race([waiting.then(() => true), isWaiting().then(() => false)]);
    expect(early).toBe(false);
    await one.query('COMMIT');
    await waiting;
  }

  /** Resolves when the second waits for the first, as the database says. */
  async function isWaiting(): Promise<void> {
    for (;;) {
      const { rowCount } = await one.query(
        "SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()",
      );
      if (rowCount !== null && rowCount > 0) return;
    }
  }

  it.each([
    ['a follow-up is added and its point closed', () => [add(points[0]), close(points[0])]],
    ['a point is closed and a follow-up added', () => [close(points[0]), add(points[0])]],
    ['a point is nested and its parent closed', () => [nest(points[1], points[0]), close(points[0])]],
    ['a parent is closed and a point nested', () => [close(points[0]), nest(points[1], points[0])]],
    [
      'a point is moved to a body and the body closed',
      () => [move(points[0], meetings[1]), closeBody(bodies[1])],
    ],
    ['a body is closed and a point moved to it', () => [closeBody(bodies[1]), move(points[0], meetings[1])]],
    [
      'a point that was moved is opened and its new body closed',
      () => [open(points[0]), closeBody(bodies[1]), `${move(points[0], meetings[1])}; ${close(points[0])}`],
    ],
    [
      'a body is closed and a point that was moved to it opened',
      () => [closeBody(bodies[1]), open(points[0]), `${move(points[0], meetings[1])}; ${close(points[0])}`],
    ],
    [
      'a follow-up goes to another closed point and the one it leaves is opened',
      () => [send(points[0], points[1]), open(points[0]), `${close(points[0])}; ${close(points[1])}`],
    ],
  ])('%s: it is right', async (_, statements) => {
    const [first = '', second = '', before = ''] = statements();
    await one.query(before);
    await overlapping(first, second);
    const rows = await marks();
    expect(rows.filter(({ so }) => so).length).toBeGreaterThan(0);
    expect(rows.filter(({ kept, so }) => kept !== so)).toEqual([]);
  });
});

describe('a meeting', () => {
  it('keeps its body: what was moved there would change its owner unseen', async () => {
    const change = one.query(
      `UPDATE meeting SET body_id = '${bodies[1] ?? ''}' WHERE id = '${meetings[0] ?? ''}'`,
    );
    await expect(change).rejects.toThrow('a meeting keeps its body');
  });
});
