import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { EventName } from '../../contracts/events.js';
import type {
  ChangeComment,
  CommentView,
  CommentsView,
  CreateComment,
  PointReadersView,
  ShareWith,
} from '../../contracts/reading.js';
import { Clock } from '../../platform/clock/clock.js';
import { Transactions } from '../../platform/database/transactions.js';
import { checkVersion } from '../../platform/database/versioned.js';
import { record } from '../../platform/events/event-log.js';
import { allow, notFound, problemOf } from '../../platform/http/problem-error.js';
import type { RequestContext } from '../../platform/http/request-context.js';
import { commentView, commentsOn, insertComment, isWritten, shareComment } from './comments.queries.js';
import type { CommentRow } from './comments.queries.js';
import { isOfCircle, mayChangeComment } from './comments.policy.js';
import { loadKeeper } from './keeper.js';
import { holdOwn } from './own-notes.queries.js';
import { readersOf } from './point-readers.js';
import { loadReadablePoint } from './readable-points.js';
import type { ReadablePoint } from './readable-points.js';
import { keeperOf } from './reading.policy.js';

/**
 * Comments to points: there for their authors and those they are shared with, for as long as these may read the point. What
 * is recorded of them is which, never what they say or to whom.
 */
@Injectable()
export class CommentsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  async list(context: RequestContext, pointId: string): Promise<CommentsView> {
    const tx = this.transactions.reader;
    const found = await loadReadablePoint(tx, context.actor, pointId);
    const rows = await seenComments(tx, context, found);
    return { items: rows.map((row) => commentView(context.actor, row)) };
  }

  /** Whom something to a point may be shared with. */
  async readers({ actor }: RequestContext, pointId: string): Promise<PointReadersView> {
    const tx = this.transactions.reader;
    const found = await loadReadablePoint(tx, actor, pointId);
    return { items: await readersOf(tx, actor, found, this.clock.today()) };
  }

  /** Writes a comment, once however often it is sent under its id. */
  async create(
    context: RequestContext,
    pointId: string,
    { id, text, with: with_ }: CreateComment,
  ): Promise<CommentView> {
    // What a key has had for an answer is kept: that it was written, and not what it says.
    await this.transactions.run(context, async (tx) => {
      const found = await loadReadablePoint(tx, context.actor, pointId);
      const authorId = loadKeeper(context.actor);
      await holdOwn(tx, authorId);
      if (await isWritten(tx, authorId, id)) return;
      await this.refuseStrangers(tx, context, found, with_);
      await insertComment(tx, { authorId, id, pointId }, text, with_);
      await this.record(tx, context, 'comment.written', { authorId, id, pointId });
    });
    const tx = this.transactions.reader;
    return commentView(context.actor, await loadOwn(tx, context, pointId, id));
  }

  change(
    context: RequestContext,
    pointId: string,
    id: string,
    ifMatch: number,
    { text, with: with_ }: ChangeComment,
  ): Promise<CommentView> {
    return this.transactions.run(context, async (tx) => {
      const { found, row } = await this.loadToChange(tx, context, pointId, id);
      checkVersion(row, ifMatch, commentView(context.actor, row));
      if (with_ !== undefined) {
        await this.refuseStrangers(tx, context, found, with_);
        await shareComment(tx, row, with_);
      }
      await tx.query(
        `UPDATE point_comment SET text = coalesce($3, text), for_circle = coalesce($4, for_circle),
           version = version + 1, changed_at = now() WHERE author_id = $1 AND id = $2`,
        [row.authorId, id, text, with_ === undefined ? null : with_.kind === 'circle'],
      );
      await this.record(tx, context, 'comment.changed', row);
      return commentView(context.actor, await loadOwn(tx, context, pointId, id));
    });
  }

  remove(context: RequestContext, pointId: string, id: string): Promise<void> {
    return this.transactions.run(context, async (tx) => {
      const { row } = await this.loadToChange(tx, context, pointId, id);
      await tx.query('DELETE FROM point_comment WHERE author_id = $1 AND id = $2', [row.authorId, id]);
      await this.record(tx, context, 'comment.removed', row);
    });
  }

  /** A comment of one's own, held; one that is only shared with them is refused, any other as one that does not exist. */
  private async loadToChange(
    tx: EntityManager,
    context: RequestContext,
    pointId: string,
    id: string,
  ): Promise<{ found: ReadablePoint; row: CommentRow }> {
    const found = await loadReadablePoint(tx, context.actor, pointId);
    const seen = commentOf(await seenComments(tx, context, found), context, id);
    allow(mayChangeComment(context.actor, seen));
    await holdOwn(tx, seen.authorId);
    // As it stands now: another device of theirs may have changed it while this one waited.
    const row = commentOf(await seenComments(tx, context, found), context, id);
    return { found, row };
  }

  private async refuseStrangers(
    tx: EntityManager,
    { actor }: RequestContext,
    found: ReadablePoint,
    with_: ShareWith,
  ): Promise<void> {
    if (with_.kind === 'circle') return;
    const readers = new Set(
      (await readersOf(tx, actor, found, this.clock.today())).map(({ personId }) => personId),
    );
    const at = with_.personIds.findIndex((personId) => !readers.has(personId));
    if (at >= 0)
      throw problemOf(
        'reference-not-found',
        `Nobody who reads the point has the id ${with_.personIds[at]}.`,
        {
          at: `with.personIds[${at}]`,
        },
      );
  }

  private record(
    tx: EntityManager,
    context: RequestContext,
    name: EventName,
    { authorId, pointId, id }: { authorId: string; pointId: string; id: string },
  ): Promise<void> {
    const subject = { kind: 'person', id: authorId } as const;
    return record(tx, context, { name, subject, data: { pointId, commentId: id } });
  }
}

/** The comments to a point that are there for somebody; for who sees what somebody else sees, none. */
async function seenComments(
  tx: EntityManager,
  { actor }: RequestContext,
  { point, body }: ReadablePoint,
): Promise<CommentRow[]> {
  const personId = keeperOf(actor);
  if (personId === null) return [];
  return commentsOn(tx, { personId, isOfCircle: isOfCircle(actor, body.id) }, [point.id]);
}

/** The comment of this id; where others have given one the same id, one's own. */
function commentOf(rows: readonly CommentRow[], { actor }: RequestContext, id: string): CommentRow {
  const named = rows.filter((row) => row.id === id);
  const row = named.find(({ authorId }) => authorId === actor.personId) ?? named[0];
  if (!row) throw notFound('comment', id);
  return row;
}

async function loadOwn(
  tx: EntityManager,
  context: RequestContext,
  pointId: string,
  id: string,
): Promise<CommentRow> {
  const found = await loadReadablePoint(tx, context.actor, pointId);
  return commentOf(await seenComments(tx, context, found), context, id);
}
