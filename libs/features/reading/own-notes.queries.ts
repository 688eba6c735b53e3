import type { EntityManager } from 'typeorm';
import type { OwnNoteView } from '../../contracts/reading.js';

/** A note as it is kept. */
export interface NoteRow {
  readonly pointId: string;
  /** The point whose note it is: the point itself, or one that it goes on from. */
  readonly noteOf: string;
  readonly text: string;
  readonly version: number;
  readonly changedAt: Date;
}

/**
 * The notes of a person on these points, removed ones too. A point that goes on from one that was postponed has that one's
 * note until it has one of its own.
 */
export function notesOn(
  tx: EntityManager,
  personId: string,
  pointIds: readonly string[],
): Promise<NoteRow[]> {
  return tx.query<NoteRow[]>(
    `WITH RECURSIVE line AS (
       SELECT id AS point_id, id AS note_of, 0 AS steps FROM unnest($2::uuid[]) AS id
       UNION ALL
       SELECT line.point_id, carried.from_point_id, steps + 1
       FROM line JOIN carried_point carried ON carried.point_id = line.note_of)
     SELECT DISTINCT ON (line.point_id) line.point_id AS "pointId", line.note_of AS "noteOf", text, version,
            changed_at AS "changedAt"
     FROM line JOIN own_note note ON note.point_id = line.note_of AND note.person_id = $1
     ORDER BY line.point_id, steps`,
    [personId, pointIds],
  );
}

/** The note of a person on one point alone, held until the transaction ends with all that they keep for themself. */
export async function heldNote(
  tx: EntityManager,
  personId: string,
  pointId: string,
): Promise<NoteRow | null> {
  // Two devices of one person are one after the other, also where there is no note yet.
  await tx.query('SELECT FROM person WHERE id = $1 FOR NO KEY UPDATE', [personId]);
  const [row] = await tx.query<NoteRow[]>(
    `SELECT point_id AS "pointId", point_id AS "noteOf", text, version, changed_at AS "changedAt"
     FROM own_note WHERE person_id = $1 AND point_id = $2`,
    [personId, pointId],
  );
  return row ?? null;
}

/** The notes of a person that were last written at a meeting, but for removed ones, with what their points were called there. */
export function notesWrittenAt(
  tx: EntityManager,
  personId: string,
  meetingId: string,
): Promise<(NoteRow & { readonly title: string })[]> {
  return tx.query<(NoteRow & { readonly title: string })[]>(
    `SELECT point_id AS "pointId", point_id AS "noteOf", title, text, version, changed_at AS "changedAt"
     FROM own_note WHERE person_id = $1 AND meeting_id = $2 AND text <> '' ORDER BY point_id`,
    [personId, meetingId],
  );
}

/** What a note is written to. */
export interface WrittenTo {
  readonly personId: string;
  readonly pointId: string;
  readonly meetingId: string;
  readonly title: string;
}

/** Writes a note in its next version. */
export async function saveNote(
  tx: EntityManager,
  { personId, pointId, meetingId, title }: WrittenTo,
  text: string,
): Promise<NoteRow> {
  const [row] = await tx.query<[NoteRow]>(
    `INSERT INTO own_note (person_id, point_id, meeting_id, title, text) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (person_id, point_id) DO UPDATE
     SET (meeting_id, title, text, version, changed_at) =
       (excluded.meeting_id, excluded.title, excluded.text, own_note.version + 1, now())
     RETURNING point_id AS "pointId", point_id AS "noteOf", text, version, changed_at AS "changedAt"`,
    [personId, pointId, meetingId, title, text],
  );
  return row;
}

/** A note as its owner has it on a point. One that the point has from another is there to be written anew: version 0. */
export function noteView(pointId: string, row: NoteRow | null): OwnNoteView {
  if (row === null) return { pointId, text: '', version: 0, changedAt: null, fromPointId: null };
  const { noteOf, text, version } = row;
  const isOwn = noteOf === pointId;
  return {
    ...{ pointId, text, version: isOwn ? version : 0, changedAt: row.changedAt.toISOString() },
    fromPointId: isOwn ? null : noteOf,
  };
}
