import type { EntityManager } from 'typeorm';
import type { AgendaPointRow } from './agenda-point.entity.js';

/** What a point had on an agenda that it left. */
export type LeftPlace = Pick<
  AgendaPointRow,
  'id' | 'parentId' | 'position' | 'frozenNumber' | 'frozenPart' | 'late' | 'lateReason'
>;

/** Keeps what points have on the agenda that they are about to leave for another. */
export async function keepLeft(
  tx: EntityManager,
  meetingId: string,
  points: readonly Pick<AgendaPointRow, 'id'>[],
): Promise<void> {
  await tx.query(
    `INSERT INTO left_place (point_id, meeting_id, parent_id, position, frozen_number, frozen_part, late, late_reason)
     SELECT id, meeting_id, parent_id, position, frozen_number, frozen_part, late, late_reason
     FROM agenda_point WHERE id = ANY($2::uuid[]) AND meeting_id = $1
     ON CONFLICT (point_id, meeting_id) DO UPDATE
     SET (parent_id, position, frozen_number, frozen_part, late, late_reason) =
       (excluded.parent_id, excluded.position, excluded.frozen_number, excluded.frozen_part, excluded.late, excluded.late_reason)`,
    [meetingId, points.map(({ id }) => id)],
  );
}

/** Takes what points had on an agenda that they left, by their ids; it is kept no longer. */
export async function takeLeft(
  tx: EntityManager,
  meetingId: string,
  points: readonly Pick<AgendaPointRow, 'id'>[],
): Promise<ReadonlyMap<string, LeftPlace>> {
  const [rows] = await tx.query<[LeftPlace[], number]>(
    `DELETE FROM left_place WHERE meeting_id = $1 AND point_id = ANY($2::uuid[])
     RETURNING point_id AS id, parent_id AS "parentId", position, frozen_number AS "frozenNumber",
               frozen_part AS "frozenPart", late, late_reason AS "lateReason"`,
    [meetingId, points.map(({ id }) => id)],
  );
  return new Map(rows.map((row) => [row.id, row]));
}
