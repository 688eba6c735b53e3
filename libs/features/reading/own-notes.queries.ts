import type { EntityManager } from 'typeorm';
import type { OwnNoteView } from '../../contracts/reading.js';
import { LINE } from './lines.sql.js';

/** A note as it is kept. */
export interface NoteRow {
  readonly pointId: string;
  /** The point whose note it is: the point itself, or one that it goes on from. */
  readonly noteOf: string;
  readonly text: string;
  readonly version: number;
  readonly changedAt: Date;
}

/** The same, with the meeting it was last written at and what its point was called there. */
export interface WrittenNote extends NoteRow {
  readonly meetingId: string;
  readonly title: string;
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
    `${LINE}
     SELECT DISTINCT ON (line.point_id) line.point_id AS "pointId", line.own_of AS "noteOf", text, version,
            changed_at AS "changedAt"
     FROM line JOIN own_note note ON note.point_id = line.own_of AND note.person_id = $1
     ORDER BY line.point_id, steps`,
    [personId, pointIds],
  );
}

/**
 * Holds all that a person keeps for themself until the transaction ends: two of their devices are one after the other. Whoever
 * is refused is refused before this waits.
 */
export async function holdOwn(tx: EntityManager, personId: string): Promise<void> {
  await tx.query('SELECT FROM person WHERE id = $1 FOR NO KEY UPDATE', [personId]);
}

/** The note of a person on one point alone. */
export async function noteAt(
  tx: EntityManager,
  personId: string,
  pointId: string,
): Promise<WrittenNote | null> {
  const [row] = await tx.query<WrittenNote[]>(
    `SELECT point_id AS "pointId", point_id AS "noteOf", meeting_id AS "meetingId", title, text, version, changed_at AS "changedAt"
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
): Promise<WrittenNote[]> {
  return tx.query<WrittenNote[]>(
    `SELECT point_id AS "pointId", point_id AS "noteOf", meeting_id AS "meetingId", title, text, version, changed_at AS "changedAt"
     FROM own_note WHERE person_id = $1 AND meeting_id = $2 AND text <> '' ORDER BY point_id`,
    [personId, meetingId],
  );
}

/** What something of one's own is written to. */
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
