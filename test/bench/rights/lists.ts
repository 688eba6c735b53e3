import type { NestExpressApplication } from '@nestjs/platform-express';
import type pg from 'pg';
import { DataSource } from 'typeorm';
import { followUpQuery } from '../../../libs/contracts/follow-ups.js';
import { meetingQuery } from '../../../libs/contracts/meetings.js';
import { insightInto } from '../../../libs/domain/rights/index.js';
import type { Actor, BodyFacts, Grant, Role } from '../../../libs/domain/rights/index.js';
import { BY_DUE, FollowUpsService } from '../../../libs/features/follow-ups/follow-ups.service.js';
import { followUpsWanted } from '../../../libs/features/follow-ups/follow-up.queries.js';
import { maySeeFollowUp } from '../../../libs/features/follow-ups/follow-ups.policy.js';
import type { FollowUpFacts } from '../../../libs/features/follow-ups/follow-ups.policy.js';
import { MeetingRow } from '../../../libs/features/meetings/index.js';
import { BY_DATE, MeetingsService } from '../../../libs/features/meetings/meetings.service.js';
import { nameOf } from '../../../libs/platform/database/parts.js';
import { readPage } from '../../../libs/platform/http/paging.js';
import { median } from '../measure.js';
import { sampleId } from './sample.js';
import type { SentStatements, Statement } from './statements.js';

/** So many that a busy moment of the machine does not decide: a round takes two milliseconds. */
const ROUNDS = 401;
const PAGE = 50;

const grant = (role: Role, scope: Partial<Grant>): Grant => ({
  ...{ role, bodyId: null, unitId: null, pointId: null },
  ...scope,
});
const person = (n: number, grants: readonly Grant[]): Actor => ({
  ...{ personId: sampleId('a', n), product: false, grants, disqualifiedFrom: [], viewedBy: null },
});
const ofBody = (role: Role, n: number): Grant => grant(role, { bodyId: sampleId('b', n) });

/** Who asks for the lists. Body 1 is open, body 10 closed. */
const ACTORS: Readonly<Record<string, Actor>> = {
  'staff of a unit': person(1, [grant('staff', { unitId: sampleId('c', 1) })]),
  secretariat: person(2, [ofBody('secretariat', 2)]),
  'reader of 1 body of 40': person(3, [ofBody('reader', 1)]),
  'member of 3 of 40': person(4, [ofBody('member', 3), ofBody('member', 4), ofBody('member', 10)]),
};

/** A list with who asks for it: milliseconds, median, of the service's statement and of the same without rights. */
export interface ListFigure {
  readonly list: string;
  readonly actor: string;
  readonly ours: number;
  readonly floor: number;
}

interface Bench {
  readonly database: pg.Client;
  readonly app: NestExpressApplication;
  readonly sent: SentStatements;
}

/** Measures the first page of each list for everybody, at the size that the sample has now. */
export async function measureLists(bench: Bench): Promise<ListFigure[]> {
  const figures: ListFigure[] = [];
  for (const [actor, who] of Object.entries(ACTORS)) {
    for (const list of LISTS) {
      const ours = await statementOf(bench, list.table, () => list.ask(bench.app, who));
      const floor = await statementOf(bench, list.table, () => list.floor(bench.app));
      mustBeTheSameList(ours, floor, list.name);
      mustBe(await idsOf(bench, ours), await list.seen(bench, who), `${list.name}, ${actor}`);
      figures.push({ list: list.name, actor, ...(await alternate(bench, ours, floor)) });
    }
  }
  return figures;
}

/** The one statement that reads a page of the list, as it goes to the database. */
async function statementOf({ sent }: Bench, table: string, ask: () => Promise<unknown>): Promise<Statement> {
  const statements = await sent.during(ask);
  const [statement, ...others] = statements.filter(
    ({ text }) => text.includes(`"${table}" `) && /LIMIT \d+$/.test(text),
  );
  if (!statement || others.length > 0) throw new Error(`Not one statement reads a page of ${table}.`);
  return statement;
}

/** The floor selects the same columns in the same order, and as many rows: only what stands between differs. */
function mustBeTheSameList(ours: Statement, floor: Statement, list: string): void {
  const around = ({ text }: Statement): string =>
    text.slice(0, text.indexOf(' FROM ')) + text.slice(text.lastIndexOf(' ORDER BY '));
  if (around(ours) !== around(floor)) throw new Error(`${list}: the floor is another list.`);
}

/** A fast wrong answer is a failure: the page holds what the policy's own words let through, in the same order. */
function mustBe(said: readonly string[], right: readonly string[], of: string): void {
  if (right.length !== PAGE + 1) throw new Error(`${of}: too few rows to fill a page.`);
  if (said.join() !== right.join()) throw new Error(`${of}: the page is not what the policy lets through.`);
}

async function idsOf({ database }: Bench, { text, values }: Statement): Promise<string[]> {
  const { rows } = await database.query<Record<string, string>>(text, [...values]);
  return rows.map((row) => row.followUp_id ?? row.meeting_id ?? '');
}

/**
 * Asks one after the other, round by round, so that a busy moment of the machine falls on both. Both are planned once and
 * kept, as the product has its lists: what is compared is the work of reading them.
 */
async function alternate(
  { database }: Bench,
  ours: Statement,
  floor: Statement,
): Promise<Pick<ListFigure, 'ours' | 'floor'>> {
  const times: Record<'ours' | 'floor', number[]> = { ours: [], floor: [] };
  for (let round = -10; round < ROUNDS; round += 1) {
    for (const [name, { text, values }] of [
      ['ours', ours],
      ['floor', floor],
    ] as const) {
      const before = performance.now();
      await database.query({ name: nameOf(text), text, values: [...values] });
      if (round >= 0) times[name].push(performance.now() - before);
    }
  }
  return { ours: median(times.ours), floor: median(times.floor) };
}

interface List {
  readonly name: string;
  readonly table: string;
  ask(app: NestExpressApplication, actor: Actor): Promise<unknown>;
  /** The same list for somebody whom no rights are asked of. */
  floor(app: NestExpressApplication): Promise<unknown>;
  /** The ids of the first page, judged one by one by the rule in the policy, not in SQL. */
  seen(bench: Bench, actor: Actor): Promise<string[]>;
}

const context = (actor: Actor) => ({ requestId: sampleId('a', 1), actor, idempotency: null });

const followUps: List = {
  name: 'follow-ups',
  table: 'followUp',
  ask: (app, actor) => app.get(FollowUpsService).list(context(actor), followUpQuery.parse({})),
  floor: (app) => {
    const query = followUpQuery.parse({});
    return readPage(followUpsWanted(app.get(DataSource).manager, query, '2026-01-01'), query, BY_DUE);
  },
  seen: async ({ database }, actor) => {
    const { rows } = await database.query<
      FollowUpFacts & BodyFacts & { pointIsClosed: boolean; bodyOpenness: 'open' | 'closed' }
    >(FIRST_FOLLOW_UPS);
    const wanted = [followUpQuery.parse({}).stage].flat();
    return rows
      .filter(({ stage }) => wanted.includes(stage))
      .filter((row) => {
        const body = { id: row.bodyId, visibility: row.bodyOpenness };
        const closed = row.pointIsClosed || row.bodyOpenness === 'closed';
        return maySeeFollowUp(actor, row, { insight: insightInto(actor, body), closed });
      })
      .slice(0, PAGE + 1)
      .map((row) => row.id);
  },
};

/** Enough that everybody finds a page among them. */
const FIRST = 20_000;

const FIRST_FOLLOW_UPS = `
  SELECT f.id, f.body_id AS "bodyId", f.point_id AS "pointId", f.unit_id AS "unitId", f.person_id AS "personId",
         f.stage, f.status, b.visibility AS "bodyOpenness",
         'closed' IN (coalesce(p.visibility, 'open'), coalesce(parent.visibility, 'open')) AS "pointIsClosed"
  FROM (SELECT * FROM follow_up ORDER BY coalesce(due_date, 'infinity'), id LIMIT ${FIRST}) f
  JOIN body b ON b.id = f.body_id LEFT JOIN agenda_point p ON p.id = f.point_id
  LEFT JOIN agenda_point parent ON parent.id = p.parent_id
  ORDER BY coalesce(f.due_date, 'infinity'), f.id`;

const meetings: List = {
  name: 'meetings',
  table: 'meeting',
  ask: (app, actor) => app.get(MeetingsService).list(context(actor), meetingQuery.parse({})),
  floor: (app) => {
    const rows = app.get(DataSource).manager.createQueryBuilder(MeetingRow, 'meeting');
    return readPage(rows, meetingQuery.parse({}), BY_DATE);
  },
  seen: async ({ database }, actor) => {
    const { rows } = await database.query<{ id: string; bodyId: string; visibility: 'open' | 'closed' }>(
      `SELECT m.id, m.body_id AS "bodyId", b.visibility
       FROM (SELECT * FROM meeting ORDER BY date, id LIMIT ${FIRST}) m JOIN body b ON b.id = m.body_id
       ORDER BY m.date, m.id`,
    );
    return rows
      .filter(({ bodyId, visibility }) => insightInto(actor, { id: bodyId, visibility }) !== 'none')
      .slice(0, PAGE + 1)
      .map((row) => row.id);
  },
};

const LISTS: readonly List[] = [followUps, meetings];
