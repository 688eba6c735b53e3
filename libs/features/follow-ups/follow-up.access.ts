import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { FOLLOW_UP_STAGES, isAtWork } from '../../domain/follow-up/index.js';
import { insightInto, ownId, scopesOf } from '../../domain/rights/index.js';
import type { Actor, BodyFacts, Insight } from '../../domain/rights/index.js';
import { anyId, anyValues, idsOf, manyIds, onlyId } from '../../platform/database/parts.js';
import { notFound } from '../../platform/http/problem-error.js';
import type { Reach } from '../organisation/index.js';
import { FollowUpRow } from './follow-up.entity.js';
import { maySeeFollowUp } from './follow-ups.policy.js';

/**
 * Whether the point that a follow-up comes from is closed, by itself, by its parent, or by the body of the meeting that it
 * was moved to (that of the follow-up's own meeting is judged apart). The database keeps it in the row.
 */
const HAS_CLOSED_POINT = '"followUp".from_closed';

const IS_MINE = 'coalesce(followUp.person_id = :me AND followUp.stage = ANY(:atWork), false)';

const IS_ISSUED = `followUp.stage = 'issued'`;

const IS_OUT_FOR_UNITS = `(${IS_ISSUED}
  OR followUp.stage = 'confirmed' AND coalesce(followUp.unit_id = ANY(:ofUnits), false))`;

/**
 * What somebody sees of the follow-ups of a body, by how deep they see into it; what is theirs to do they see anyway. Who
 * has no units is not asked for them row by row.
 */
function seenWith(insight: Insight, { actor }: Reach): string {
  const isOut = unitsOf(actor).length === 0 ? IS_ISSUED : IS_OUT_FOR_UNITS;
  const conditions: Readonly<Record<Insight, string>> = {
    drafts: 'true',
    closed: `(${IS_MINE} OR ${isOut})`,
    open: `(${IS_MINE} OR ${isOut} AND NOT ${HAS_CLOSED_POINT})`,
    none: IS_MINE,
  };
  return conditions[insight];
}

const unitsOf = (actor: Actor): string[] => scopesOf(actor, ['leader', 'staff']);

/** By how deep somebody sees into them, the parameter that names the bodies. */
const LISTS = [
  ['drafts', 'draftsOf'],
  ['closed', 'closedOf'],
  ['open', 'openOf'],
] as const;

/**
 * The rule `maySeeFollowUp` of the policy as one condition. A CASE, and not the same with AND and OR: the database then
 * walks the list as it would without rights. No body is in two lists, so what is asked first is what most rows are of; a
 * list that is empty is not asked of each row.
 */
function isSeenIn(reach: Reach): string {
  const lists = LISTS.map(([insight, ids]) => ({ insight, ids, length: reach.exactly(insight).length }));
  const cases = lists
    .filter(({ length }) => length > 0)
    .sort((a, b) => b.length - a.length)
    .map(({ insight, ids, length }) => `WHEN ${isOf(ids, length)} THEN ${seenWith(insight, reach)}`);
  return `(CASE ${cases.join('\n  ')} WHEN true THEN ${seenWith('none', reach)} END)`;
}

const isOf = (ids: string, length: number): string =>
  length === 1 ? `followUp.body_id = ${onlyId(ids)}` : `followUp.body_id IN ${manyIds(ids)}`;

const IS_BARRED = `(coalesce(followUp.point_id = ANY(:disqualifiedFrom), false)
  AND (followUp.body_id = ANY(:closedBodies) OR ${HAS_CLOSED_POINT}))`;

/** Narrows a query of follow-ups to those that the one who asks sees. */
export function whereSeen(
  rows: SelectQueryBuilder<FollowUpRow>,
  reach: Reach,
): SelectQueryBuilder<FollowUpRow> {
  return whereNotBarred(rows, reach).andWhere(isSeenIn(reach));
}

/**
 * The same for a list that is read in parts (`readInParts`), by the conditions that this gives: for somebody with few
 * bodies one for each of them, and one for what is theirs to do elsewhere; else one for all.
 */
export function partsSeen(rows: SelectQueryBuilder<FollowUpRow>, reach: Reach): string[] {
  whereNotBarred(rows, reach);
  const bodies = reach.fewBodies();
  if (bodies === null) return [isSeenIn(reach)];
  const ids = bodies.map(({ id }) => id);
  rows.setParameters({ bodies: idsOf(ids), ...Object.fromEntries(ids.map((id, i) => [`body${i}`, id])) });
  const ofBodies = bodies.map(
    ({ insight }, i) => `followUp.body_id = ${anyId(`body${i}`)} AND ${anyValues(seenWith(insight, reach))}`,
  );
  return [...ofBodies, MINE_ELSEWHERE];
}

/** By the person first, so that the index of a person's follow-ups is used. */
const MINE_ELSEWHERE = `followUp.person_id = ${anyId('me')}
  AND ${anyValues(`followUp.body_id <> ALL(CAST(:bodies AS uuid[])) AND ${IS_MINE}`)}`;

/** Gives a query the values that the conditions ask with, and leaves out what the person is disqualified on. */
function whereNotBarred(
  rows: SelectQueryBuilder<FollowUpRow>,
  reach: Reach,
): SelectQueryBuilder<FollowUpRow> {
  const { actor } = reach;
  rows.setParameters({
    draftsOf: idsOf(reach.exactly('drafts')),
    closedOf: idsOf(reach.exactly('closed')),
    openOf: idsOf(reach.exactly('open')),
    ofUnits: unitsOf(actor),
    me: ownId(actor),
    atWork: FOLLOW_UP_STAGES.filter(isAtWork),
  });
  if (actor.disqualifiedFrom.length === 0) return rows;
  const closedBodies = reach.closedBodies();
  return rows.andWhere(`NOT ${IS_BARRED}`, { disqualifiedFrom: actor.disqualifiedFrom, closedBodies });
}

/** A follow-up that the actor sees, or null. */
export async function findSeenFollowUp(
  tx: EntityManager,
  actor: Actor,
  id: string,
  options: { lock?: boolean } = {},
): Promise<FollowUpRow | null> {
  const lock = options.lock ? { lock: { mode: 'pessimistic_write' as const } } : {};
  const row = await tx.findOne(FollowUpRow, { where: { id }, ...lock });
  if (!row) return null;
  const { body, closed } = await originToday(tx, row.id);
  return maySeeFollowUp(actor, row, { insight: insightInto(actor, body), closed }) ? row : null;
}

/** Loads a follow-up that the actor sees; any other is as one that does not exist. */
export async function loadSeenFollowUp(
  tx: EntityManager,
  actor: Actor,
  id: string,
  options: { lock?: boolean } = {},
): Promise<FollowUpRow> {
  const row = await findSeenFollowUp(tx, actor, id, options);
  if (!row) throw notFound('follow-up', id);
  return row;
}

/** Which of some follow-ups come from what is closed today, their point or their body, by id; one query. */
export async function closedAmong(tx: EntityManager, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const rows = await tx.query<{ id: string }[]>(
    `SELECT f.id FROM follow_up f JOIN body b ON b.id = f.body_id
     WHERE f.id = ANY($1::uuid[]) AND (b.visibility = 'closed' OR f.from_closed)`,
    [ids],
  );
  return new Set(rows.map(({ id }) => id));
}

/** The body that a follow-up belongs to, and whether what it comes from is closed today: its point or its body. */
export async function originToday(
  tx: EntityManager,
  followUpId: string,
): Promise<{ body: BodyFacts; closed: boolean }> {
  const [{ id, visibility, fromClosed }] = await tx.query<[BodyFacts & { fromClosed: boolean }]>(
    `SELECT b.id, b.visibility, f.from_closed AS "fromClosed" FROM follow_up f JOIN body b ON b.id = f.body_id
     WHERE f.id = $1`,
    [followUpId],
  );
  return { body: { id, visibility }, closed: visibility === 'closed' || fromClosed };
}
