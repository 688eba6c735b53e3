import type { EntityManager } from 'typeorm';
import type { ReadMarkView, ReadingPlaceView } from '../../contracts/reading.js';

interface MarkRow {
  readonly pointId: string;
  readonly contentKey: string;
  readonly readAt: Date;
}

/** The marks of a person on points that they read, given what each point says to them now (`contentKeysOf`). */
export async function marksOn(
  tx: EntityManager,
  personId: string,
  keys: ReadonlyMap<string, string>,
): Promise<ReadMarkView[]> {
  const rows = await tx.query<MarkRow[]>(
    `SELECT point_id AS "pointId", content_key AS "contentKey", read_at AS "readAt"
     FROM own_mark WHERE person_id = $1 AND point_id = ANY($2::uuid[])`,
    [personId, [...keys.keys()]],
  );
  return rows.map(({ pointId, contentKey, readAt }) => ({
    ...{ pointId, readAt: readAt.toISOString(), contentKey },
    changed: keys.get(pointId) !== contentKey,
  }));
}

/** Where a person is in the package of a meeting, as they said last. */
export async function placeIn(
  tx: EntityManager,
  personId: string,
  meetingId: string,
): Promise<ReadingPlaceView | null> {
  const [row] = await tx.query<ReadingPlaceView[]>(
    `SELECT point_id AS "pointId", attachment_id AS "attachmentId", page
     FROM own_place WHERE person_id = $1 AND meeting_id = $2`,
    [personId, meetingId],
  );
  return row ?? null;
}
