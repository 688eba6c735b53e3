import type { EntityManager } from 'typeorm';
import type { Actor } from '../../domain/rights/index.js';
import { notFound } from '../../platform/http/problem-error.js';
import type { AgendaPointRow } from './agenda-point.entity.js';

/**
 * The tables of what goes with a removed point, in the order in which their rows refer to each other, with the SQL that
 * tells which rows of each go with the points `$1`. Whoever hangs something new on points names it here.
 */
const GOES_WITH = [
  ['agenda_point', 'id = ANY($1::uuid[])'],
  ['attachment', 'point_id = ANY($1::uuid[])'],
  [
    'attachment_version',
    "state = 'ready' AND attachment_id IN (SELECT id FROM attachment WHERE point_id = ANY($1::uuid[]))",
  ],
  ['membership', 'point_id = ANY($1::uuid[])'],
  ['disqualification', 'point_id = ANY($1::uuid[])'],
  ['carried_point', 'point_id = ANY($1::uuid[])'],
  ['left_place', 'point_id = ANY($1::uuid[])'],
] as const;

/** What is known of a removed point beside its rows. */
export interface RemovedPoint {
  readonly id: string;
  readonly meetingId: string;
  /** Who is disqualified on it or on one of its sub-points. */
  readonly disqualified: readonly string[];
  /** The point itself and its sub-points as they were, those whose ids alone are asked for. */
  readonly points: readonly Pick<
    AgendaPointRow,
    'id' | 'parentId' | 'position' | 'indstillingId' | 'frozenNumber' | 'late'
  >[];
}

/** Whether any of some points was ever sent, with the agenda of whichever meeting. */
export async function wereSent(tx: EntityManager, ids: readonly string[]): Promise<boolean> {
  const [found] = await tx.query<{ sent: boolean }[]>(
    `SELECT EXISTS (SELECT FROM unnest($1::text[]) AS point(id) JOIN agenda_version
       ON content->'points' @> jsonb_build_array(jsonb_build_object('id', point.id))) AS sent`,
    [ids],
  );
  return found?.sent === true;
}

/** Keeps a point that is about to be removed, with its sub-points and all that hangs on them. */
export async function keepRemoved(
  tx: EntityManager,
  { id, meetingId }: Pick<AgendaPointRow, 'id' | 'meetingId'>,
  group: readonly string[],
): Promise<void> {
  const rows = GOES_WITH.map(
    ([table, which]) => `'${table}', (SELECT coalesce(jsonb_agg(t), '[]') FROM ${table} t WHERE ${which})`,
  );
  await tx.query(
    `INSERT INTO removed_point (id, meeting_id, kept) VALUES ($2, $3, jsonb_build_object(${rows.join(', ')}))
     ON CONFLICT (id) DO UPDATE SET kept = excluded.kept, meeting_id = excluded.meeting_id, removed_at = now()`,
    [group, id, meetingId],
  );
}

/** A removed point by its id, held for whoever gives it back first; any other is as one that does not exist. */
export async function loadRemoved(
  tx: EntityManager,
  id: string,
  options: { lock?: boolean } = {},
): Promise<RemovedPoint> {
  const [found] = await tx.query<RemovedPoint[]>(
    `SELECT id, meeting_id AS "meetingId",
            ARRAY(SELECT row->>'person_id' FROM jsonb_array_elements(kept->'disqualification') row) AS disqualified,
            (SELECT json_agg(json_build_object('id', row->'id', 'parentId', row->'parent_id',
                                               'position', row->'position', 'indstillingId', row->'indstilling_id',
                                               'frozenNumber', row->'frozen_number', 'late', row->'late'))
             FROM jsonb_array_elements(kept->'agenda_point') row) AS points
     FROM removed_point WHERE id = $1 ${options.lock ? 'FOR UPDATE' : ''}`,
    [id],
  );
  if (!found) throw notFound('agenda point', id);
  return found;
}

/** Past the end of every agenda. */
const LAST = 10_000;

/**
 * Puts the rows of a removed point back as they were, a sub-point whose parent is gone at the end of the agenda; making
 * room for it is for the caller.
 */
export async function putBack(tx: EntityManager, { id, points }: RemovedPoint): Promise<void> {
  await tx.query(
    `UPDATE removed_point SET kept = kept || jsonb_build_object('agenda_point', (
       SELECT jsonb_agg(CASE WHEN row->>'id' = $1::text THEN row || $2::jsonb ELSE row END)
       FROM jsonb_array_elements(kept->'agenda_point') row))
     WHERE id = $1::uuid AND NOT EXISTS (
       SELECT FROM jsonb_array_elements(kept->'agenda_point') row
       LEFT JOIN agenda_point parent ON parent.id = (row->>'parent_id')::uuid AND parent.meeting_id = removed_point.meeting_id
       WHERE row->>'id' = $1::text AND (row->>'parent_id' IS NULL OR parent.id IS NOT NULL))`,
    [id, { parent_id: null, position: LAST }],
  );
  for (const [table] of GOES_WITH)
    await tx.query(
      `INSERT INTO ${table} SELECT row.* FROM removed_point,
         jsonb_populate_recordset(NULL::${table}, kept->'${table}') row WHERE removed_point.id = $1`,
      [id],
    );
  // They are there again and say themselves how open they are.
  await tx.query('DELETE FROM gone WHERE id = ANY($1::uuid[]) OR point_id = ANY($1::uuid[])', [
    points.map((point) => point.id),
  ]);
  await tx.query('DELETE FROM removed_point WHERE id = $1', [id]);
}

/** A point that was removed from an agenda, by itself or with the point (`rootId`) that it was a sub-point of. */
export interface RemovedRow {
  readonly id: string;
  readonly rootId: string;
  readonly title: string;
  /** By itself, or by the point it was removed with. */
  readonly closed: boolean;
  /** All that was removed together was added late. */
  readonly late: boolean;
}

/** What was removed from an agenda, for those who make it; but for what they are, or were, disqualified on. */
export async function removedPoints(
  tx: EntityManager,
  actor: Actor,
  meetingId: string,
): Promise<RemovedRow[]> {
  const removed = await readRemoved(tx, actor, meetingId);
  return removed
    .filter(({ isBarred }) => !isBarred)
    .map(({ id, rootId, title, closed, late }) => ({ id, rootId, title, closed, late }));
}

/** The ids of the removed points of an agenda that somebody is, or was, disqualified on, with what was removed with them. */
export async function barredRemovedPoints(
  tx: EntityManager,
  actor: Actor,
  meetingId: string,
): Promise<string[]> {
  const removed = await readRemoved(tx, actor, meetingId);
  return removed.filter(({ isBarred }) => isBarred).map(({ id }) => id);
}

async function readRemoved(
  tx: EntityManager,
  { personId, disqualifiedFrom }: Actor,
  meetingId: string,
): Promise<(RemovedRow & { readonly isBarred: boolean })[]> {
  const rows = await tx.query<(RemovedRow & { parentId: string | null; barred: boolean })[]>(
    `SELECT removed_point.id AS "rootId", row->>'id' AS id, row->>'parent_id' AS "parentId", row->>'title' AS title,
            EXISTS (SELECT FROM jsonb_array_elements(kept->'agenda_point') one
                    WHERE one->>'id' IN (row->>'id', row->>'parent_id') AND one->>'visibility' = 'closed') AS closed,
            NOT EXISTS (SELECT FROM jsonb_array_elements(kept->'agenda_point') one WHERE one->>'late' = 'false') AS late,
            EXISTS (SELECT FROM jsonb_array_elements(kept->'disqualification') d
                    WHERE d->>'person_id' = $2::text) AS barred
     FROM removed_point, jsonb_array_elements(kept->'agenda_point') row WHERE meeting_id = $1`,
    [meetingId, personId],
  );
  const barred = new Set(disqualifiedFrom);
  for (const row of rows) if (row.barred) barred.add(row.id);
  const hidden = rows.filter(
    ({ id, parentId }) => barred.has(id) || (parentId !== null && barred.has(parentId)),
  );
  const roots = new Set(hidden.map(({ rootId }) => rootId));
  return rows.map((row) => ({ ...row, isBarred: roots.has(row.rootId) }));
}
