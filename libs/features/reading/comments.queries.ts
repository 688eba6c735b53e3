import type { EntityManager } from 'typeorm';
import type { CommentView, ShareWith } from '../../contracts/reading.js';
import type { Actor } from '../../domain/rights/index.js';
import { abilityOf } from '../../platform/http/problem-error.js';
import { mayChangeComment } from './comments.policy.js';

/** A comment as it is kept, with the names of its author and of those it is shared with. */
export interface CommentRow {
  readonly id: string;
  readonly pointId: string;
  readonly authorId: string;
  readonly author: string;
  readonly text: string;
  readonly forCircle: boolean;
  readonly people: { personId: string; name: string }[];
  readonly version: number;
  readonly createdAt: Date;
  readonly changedAt: Date | null;
}

/** Who asks for comments: which person, and whether they are of the circle of the points' body. */
export interface CommentReader {
  readonly personId: string;
  readonly isOfCircle: boolean;
}

/** The comments to points that somebody reads, but for those that are not shared with them; the oldest first. */
export function commentsOn(
  tx: EntityManager,
  { personId, isOfCircle }: CommentReader,
  pointIds: readonly string[],
): Promise<CommentRow[]> {
  return tx.query<CommentRow[]>(
    `SELECT c.id, c.point_id AS "pointId", c.author_id AS "authorId", author.name AS author, c.text,
            c.for_circle AS "forCircle", c.version, c.created_at AS "createdAt", c.changed_at AS "changedAt",
            (SELECT coalesce(json_agg(json_build_object('personId', p.id, 'name', p.name) ORDER BY p.name, p.id), '[]')
             FROM point_comment_reader r JOIN person p ON p.id = r.person_id
             WHERE r.author_id = c.author_id AND r.comment_id = c.id) AS people
     FROM point_comment c JOIN person author ON author.id = c.author_id
     WHERE c.point_id = ANY($3::uuid[])
       AND (c.author_id = $1 OR (c.for_circle AND $2::boolean)
            OR EXISTS (SELECT FROM point_comment_reader r
                       WHERE r.author_id = c.author_id AND r.comment_id = c.id AND r.person_id = $1))
     ORDER BY c.created_at, c.id, c.author_id`,
    [personId, isOfCircle, pointIds],
  );
}

/** Whether somebody has written a comment of this id, to whichever point. */
export async function isWritten(tx: EntityManager, authorId: string, id: string): Promise<boolean> {
  const rows = await tx.query<unknown[]>('SELECT 1 FROM point_comment WHERE author_id = $1 AND id = $2', [
    authorId,
    id,
  ]);
  return rows.length > 0;
}

/** Writes a comment that is not there yet. */
export async function insertComment(
  tx: EntityManager,
  { authorId, id, pointId }: { authorId: string; id: string; pointId: string },
  text: string,
  with_: ShareWith,
): Promise<void> {
  await tx.query(
    'INSERT INTO point_comment (author_id, id, point_id, text, for_circle) VALUES ($1, $2, $3, $4, $5)',
    [authorId, id, pointId, text, with_.kind === 'circle'],
  );
  await shareComment(tx, { authorId, id }, with_);
}

/** Shares a comment with these and with nobody else. */
export async function shareComment(
  tx: EntityManager,
  { authorId, id }: { authorId: string; id: string },
  with_: ShareWith,
): Promise<void> {
  await tx.query('DELETE FROM point_comment_reader WHERE author_id = $1 AND comment_id = $2', [authorId, id]);
  await tx.query(
    `INSERT INTO point_comment_reader (author_id, comment_id, person_id)
     SELECT $1, $2, person_id FROM unnest($3::uuid[]) AS person_id`,
    [authorId, id, with_.kind === 'people' ? with_.personIds : []],
  );
}

export function commentView(actor: Actor, row: CommentRow): CommentView {
  const { id, pointId, authorId, author, text, forCircle, people, version, createdAt, changedAt } = row;
  return {
    ...{ id, pointId, text, version },
    author: { personId: authorId, name: author },
    with: forCircle ? { kind: 'circle' } : { kind: 'people', people },
    createdAt: createdAt.toISOString(),
    changedAt: changedAt?.toISOString() ?? null,
    abilities: { change: abilityOf(mayChangeComment(actor, row)) },
  };
}
