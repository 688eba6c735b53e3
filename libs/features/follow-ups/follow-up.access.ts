import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { FOLLOW_UP_STAGES, isAtWork } from '../../domain/follow-up/index.js';
import { insightInto, ownId, scopesOf } from '../../domain/rights/index.js';
import type { Actor, BodyFacts } from '../../domain/rights/index.js';
import { notFound } from '../../platform/http/problem-error.js';
import type { Reach } from '../organisation/index.js';
import { FollowUpRow } from './follow-up.entity.js';
import { maySeeFollowUp } from './follow-ups.policy.js';

/**
 * Whether the point that a follow-up comes from is closed, by itself or by its parent. A scalar, since the database would
 * gather all closed points first for an EXISTS, where looking up the few rows of a page costs next to nothing.
 */
const closedPoint = (pointId: string): string => `coalesce((
  SELECT 'closed' IN (origin.visibility, coalesce(origin_parent.visibility, 'open'))
  FROM agenda_point origin LEFT JOIN agenda_point origin_parent ON origin_parent.id = origin.parent_id
  WHERE origin.id = ${pointId}), false)`;

const HAS_CLOSED_POINT = closedPoint('followUp.point_id');

/**
 * The rule `maySeeFollowUp` of the policy as a condition, so that lists are asked with it. A CASE, and not the same with
 * AND and OR: the database then walks the list as it would without rights, and looks up a point only where it matters.
 */
const IS_SEEN = `(CASE
  WHEN followUp.body_id = ANY(:draftsOf) THEN true
  WHEN followUp.person_id = :me AND followUp.stage = ANY(:atWork) THEN true
  WHEN followUp.stage <> 'issued'
    AND NOT (followUp.stage = 'confirmed' AND coalesce(followUp.unit_id = ANY(:ofUnits), false)) THEN false
  WHEN followUp.body_id = ANY(:closedOf) THEN true
  WHEN followUp.body_id = ANY(:openOf) THEN NOT ${HAS_CLOSED_POINT}
  ELSE false END)`;

const IS_BARRED = `(coalesce(followUp.point_id = ANY(:disqualifiedFrom), false)
  AND (followUp.body_id = ANY(:closedBodies) OR ${HAS_CLOSED_POINT}))`;

/** Narrows a query of follow-ups to those that the one who asks sees. */
export function whereSeen(
  rows: SelectQueryBuilder<FollowUpRow>,
  reach: Reach,
): SelectQueryBuilder<FollowUpRow> {
  const { actor } = reach;
  rows.andWhere(IS_SEEN, {
    draftsOf: reach.exactly('drafts'),
    closedOf: reach.exactly('closed'),
    openOf: reach.exactly('open'),
    ofUnits: scopesOf(actor, ['leader', 'staff']),
    me: ownId(actor),
    atWork: FOLLOW_UP_STAGES.filter(isAtWork),
  });
  if (actor.disqualifiedFrom.length === 0) return rows;
  return rows.andWhere(`NOT ${IS_BARRED}`, {
    disqualifiedFrom: actor.disqualifiedFrom,
    closedBodies: reach.closedBodies(),
  });
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
  const { body, closed } = await originToday(tx, row);
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
     WHERE f.id = ANY($1::uuid[]) AND (b.visibility = 'closed' OR ${closedPoint('f.point_id')})`,
    [ids],
  );
  return new Set(rows.map(({ id }) => id));
}

/** The body that a follow-up belongs to, and whether what it comes from is closed today: its point or its body. */
export async function originToday(
  tx: EntityManager,
  { bodyId, pointId }: Pick<FollowUpRow, 'bodyId' | 'pointId'>,
): Promise<{ body: BodyFacts; closed: boolean }> {
  const [{ id, visibility, pointIsClosed }] = await tx.query<[BodyFacts & { pointIsClosed: boolean }]>(
    `SELECT id, visibility, ${closedPoint('$2')} AS "pointIsClosed" FROM body WHERE id = $1`,
    [bodyId, pointId],
  );
  return { body: { id, visibility }, closed: visibility === 'closed' || pointIsClosed };
}
