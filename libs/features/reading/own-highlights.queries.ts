import type { EntityManager } from 'typeorm';
import type { HighlightView, WriteHighlight } from '../../contracts/reading.js';
import type { Actor } from '../../domain/rights/index.js';
import { findSeenPoint } from '../agenda-points/index.js';
import { LINE } from './lines.sql.js';
import type { WrittenTo } from './own-notes.queries.js';

/** A highlight as it is kept. */
export interface HighlightRow extends Omit<HighlightView, 'changedAt'> {
  readonly changedAt: Date;
}

/** The same on a point that may go on from the one that it was made on. */
interface LineHighlight extends HighlightRow {
  readonly madeOn: string;
}

const COLUMNS = 'id, section, quote, prefix, suffix, note, changed_at AS "changedAt"';

/**
 * The highlights of a person on points that they read. Those of a point that one goes on from are on the one that does, as
 * long as it is read too: the words that were marked are its words.
 */
export async function highlightsOn(
  tx: EntityManager,
  actor: Actor,
  personId: string,
  pointIds: readonly string[],
): Promise<HighlightRow[]> {
  const rows = await tx.query<LineHighlight[]>(
    `${LINE}
     SELECT line.point_id AS "pointId", mark.point_id AS "madeOn", ${COLUMNS}
     FROM line JOIN own_highlight mark ON mark.point_id = line.own_of AND mark.person_id = $1
     ORDER BY line.point_id, changed_at, id`,
    [personId, pointIds],
  );
  const read = new Set(pointIds);
  for (const { madeOn } of rows)
    if (!read.has(madeOn) && (await findSeenPoint(tx, actor, madeOn))) read.add(madeOn);
  return rows.filter(({ madeOn }) => read.has(madeOn));
}

/** The highlights of a person that were last written at a meeting, with what their points were called there. */
export function highlightsWrittenAt(
  tx: EntityManager,
  personId: string,
  meetingId: string,
): Promise<(HighlightRow & { readonly title: string })[]> {
  return tx.query<(HighlightRow & { readonly title: string })[]>(
    `SELECT point_id AS "pointId", title, ${COLUMNS}
     FROM own_highlight WHERE person_id = $1 AND meeting_id = $2 ORDER BY changed_at, id`,
    [personId, meetingId],
  );
}

/** Writes a highlight as it is given; the same again changes nothing. Gives it as it stands, and whether it was made or changed. */
export async function saveHighlight(
  tx: EntityManager,
  { personId, pointId, meetingId, title }: WrittenTo,
  id: string,
  fields: WriteHighlight,
): Promise<{ row: HighlightRow; made: boolean; changed: boolean }> {
  const { section, quote, prefix, suffix, note } = fields;
  const [written] = await tx.query<{ made: boolean }[]>(
    `INSERT INTO own_highlight AS mark
       (person_id, id, point_id, meeting_id, title, section, quote, prefix, suffix, note)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
     ON CONFLICT (person_id, id) DO UPDATE
     SET (point_id, meeting_id, title, section, quote, prefix, suffix, note, changed_at) =
       (excluded.point_id, excluded.meeting_id, excluded.title, excluded.section, excluded.quote, excluded.prefix,
        excluded.suffix, excluded.note, now())
     WHERE (mark.point_id, mark.section, mark.quote, mark.prefix, mark.suffix, mark.note) IS DISTINCT FROM
       (excluded.point_id, excluded.section, excluded.quote, excluded.prefix, excluded.suffix, excluded.note)
     RETURNING xmax = 0 AS made`,
    [personId, id, pointId, meetingId, title, section, quote, prefix, suffix, note],
  );
  const [row] = await tx.query<[HighlightRow]>(
    `SELECT point_id AS "pointId", ${COLUMNS} FROM own_highlight WHERE person_id = $1 AND id = $2`,
    [personId, id],
  );
  return { row, made: written?.made === true, changed: written !== undefined };
}

export function highlightView({ changedAt, ...row }: HighlightRow): HighlightView {
  const { id, pointId, section, quote, prefix, suffix, note } = row;
  return { id, pointId, section, quote, prefix, suffix, note, changedAt: changedAt.toISOString() };
}
