import { Injectable } from '@nestjs/common';
import type { PointMarkView, ReadingPlaceView, SayPlace, SayRead } from '../../contracts/reading.js';
import { Transactions } from '../../platform/database/transactions.js';
import { problemOf } from '../../platform/http/problem-error.js';
import type { RequestContext } from '../../platform/http/request-context.js';
import { findSeenAttachment } from '../attachments/index.js';
import { loadSeenMeeting } from '../meetings/index.js';
import { contentKeysOf } from './content-keys.js';
import { loadKeeper } from './keeper.js';
import { marksOn } from './own-marks.queries.js';
import { loadReadablePoint, readablePoints } from './readable-points.js';

/**
 * What somebody has read of a meeting's package, and where they are in it. They are marks in a book of their own: no event
 * tells of them, since it would tell of nothing but how somebody reads.
 */
@Injectable()
export class OwnMarksService {
  constructor(private readonly transactions: Transactions) {}

  /** Marks a point as read as it is now, or as not read; the same again changes nothing. */
  mark(context: RequestContext, pointId: string, { read }: SayRead): Promise<PointMarkView> {
    return this.transactions.run(context, async (tx) => {
      const found = await loadReadablePoint(tx, context.actor, pointId);
      const personId = loadKeeper(context.actor);
      if (!read) {
        await tx.query('DELETE FROM own_mark WHERE person_id = $1 AND point_id = $2', [personId, pointId]);
        return { pointId, mark: null };
      }
      const keys = await contentKeysOf(tx, context.actor, [found]);
      await tx.query(
        `INSERT INTO own_mark (person_id, point_id, content_key) VALUES ($1, $2, $3)
         ON CONFLICT (person_id, point_id) DO UPDATE
         SET (content_key, read_at) = (excluded.content_key, now()) WHERE own_mark.content_key <> excluded.content_key`,
        [personId, pointId, keys.get(pointId)],
      );
      const [mark] = await marksOn(tx, personId, keys);
      return { pointId, mark: mark ?? null };
    });
  }

  /** Remembers where somebody is in the package of a meeting. */
  place(context: RequestContext, meetingId: string, place: SayPlace): Promise<ReadingPlaceView> {
    return this.transactions.run(context, async (tx) => {
      const { actor } = context;
      const { pointId, attachmentId, page } = place;
      const readable = await readablePoints(tx, actor, await loadSeenMeeting(tx, actor, meetingId));
      if (!readable.has(pointId)) throw nothingAt('pointId', `There is no point ${pointId} on the agenda.`);
      if (attachmentId !== null && !(await findSeenAttachment(tx, actor, attachmentId)))
        throw nothingAt('attachmentId', `There is no bilag ${attachmentId}.`);
      const personId = loadKeeper(actor);
      await tx.query(
        `INSERT INTO own_place (meeting_id, person_id, point_id, attachment_id, page) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (meeting_id, person_id) DO UPDATE
         SET (point_id, attachment_id, page) = (excluded.point_id, excluded.attachment_id, excluded.page)`,
        [meetingId, personId, pointId, attachmentId, page],
      );
      return place;
    });
  }
}

const nothingAt = (at: string, detail: string): Error => problemOf('reference-not-found', detail, { at });
