import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { AskReviewers, OwnReviewView, ReviewersView, SayRead } from '../../contracts/reviews.js';
import { mayGiveToReview } from '../../domain/meeting/index.js';
import { onlyFor, ownId } from '../../domain/rights/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { Transactions } from '../../platform/database/transactions.js';
import { checkVersion } from '../../platform/database/versioned.js';
import { changesOf } from '../../platform/events/changes.js';
import { record } from '../../platform/events/event-log.js';
import { allow, notFound, orRefuse, problemOf } from '../../platform/http/problem-error.js';
import type { RequestContext } from '../../platform/http/request-context.js';
import { newId } from '../../platform/ids/new-id.js';
import {
  findSeenMeeting,
  loadRunMeeting,
  loadSeenMeeting,
  mayReviewAgenda,
  mayRunMeetings,
} from '../meetings/index.js';
import type { SeenMeeting } from '../meetings/index.js';
import { reviewCandidates, reviewOf, reviewersOf, reviewersVersion } from './reviews.queries.js';

/** Gives an agenda to named people to read through before it is sent, and takes it back from them. */
@Injectable()
export class ReviewsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  async list({ actor }: RequestContext, meetingId: string): Promise<ReviewersView> {
    const tx = this.transactions.reader;
    return this.view(tx, await loadRunMeeting(tx, actor, meetingId));
  }

  /** Asks those named and not asked yet, and takes the agenda back from those who are not named any more. */
  ask(
    context: RequestContext,
    meetingId: string,
    ifMatch: number,
    request: AskReviewers,
  ): Promise<ReviewersView> {
    return this.transactions.run(context, async (tx) => {
      const seen = await loadRunMeeting(tx, context.actor, meetingId, { lock: true });
      const current = await this.view(tx, seen);
      checkVersion({ id: meetingId, version: current.version }, ifMatch, current);
      orRefuse(mayGiveToReview(seen.meeting.state));
      const before = current.items.map(({ personId }) => personId);
      const asked = request.personIds.filter((id) => !before.includes(id));
      const takenBack = before.filter((id) => !request.personIds.includes(id));
      refuseOthers(current, asked);
      await tx.query(
        `UPDATE agenda_review SET taken_back_at = $3
         WHERE meeting_id = $1 AND taken_back_at IS NULL AND person_id = ANY($2::uuid[])`,
        [meetingId, takenBack, this.clock.now()],
      );
      await this.add(tx, context, meetingId, asked, request.message);
      if (asked.length + takenBack.length > 0)
        await record(tx, context, {
          ...{ name: 'review.asked', subject: { kind: 'meeting', id: meetingId }, scopeId: seen.body.id },
          data: { asked, takenBack },
        });
      return this.view(tx, seen);
    });
  }

  /** Tries a mail to a reviewer that failed again; one that did not fail, or has arrived since, stays as it is. */
  retry(context: RequestContext, reviewId: string): Promise<ReviewersView> {
    return this.transactions.run(context, async (tx) => {
      const { seen, personId } = await this.loadAsked(tx, context, reviewId);
      orRefuse(mayGiveToReview(seen.meeting.state));
      const [row] = await tx.query<[{ state: string }?]>(
        'SELECT state FROM agenda_review WHERE id = $1 FOR UPDATE',
        [reviewId],
      );
      if (row?.state !== 'failed') return this.view(tx, seen);
      await tx.query(
        `UPDATE agenda_review review SET attempts = 0, next_try_at = now(), ${OWED}
         FROM person WHERE review.id = $1 AND person.id = review.person_id`,
        [reviewId],
      );
      await record(tx, context, {
        ...{ name: 'review.retried', subject: { kind: 'meeting', id: seen.meeting.id } },
        ...{ scopeId: seen.body.id, data: { personId } },
      });
      return this.view(tx, seen);
    });
  }

  /** The review that the one who asks is asked for. */
  async own({ actor }: RequestContext, meetingId: string): Promise<OwnReviewView> {
    const tx = this.transactions.reader;
    const seen = await loadSeenMeeting(tx, actor, meetingId);
    return { review: await this.reviewBy(tx, seen, ownId(actor)) };
  }

  /** Says that a reviewer has read the agenda, and what they want to say; again in place of what they said before. */
  sayRead(context: RequestContext, meetingId: string, { comment }: SayRead): Promise<OwnReviewView> {
    return this.transactions.run(context, async (tx) => {
      const personId = ownId(context.actor);
      const seen = await loadSeenMeeting(tx, context.actor, meetingId);
      // Held, so that the agenda is not taken back from them between being asked for and being read.
      const review = await this.reviewBy(tx, seen, personId, { lock: true });
      allow(onlyFor(review !== null, 'those who are asked to read it through'));
      await tx.query(
        `UPDATE agenda_review SET read_at = $3, comment = $4
         WHERE meeting_id = $1 AND person_id = $2 AND taken_back_at IS NULL`,
        [meetingId, personId, this.clock.now(), comment],
      );
      await record(tx, context, {
        ...{ name: 'review.read', subject: { kind: 'meeting', id: meetingId }, scopeId: seen.body.id },
        // A reviewer may have read what is closed, and write of it.
        changes: changesOf({ comment: review?.comment ?? null }, { comment }, { closed: true }),
      });
      return { review: await this.reviewBy(tx, seen, personId) };
    });
  }

  /** A reviewer of a meeting that the actor runs; to everybody else there is none, nor is one that is not asked any more. */
  private async loadAsked(
    tx: EntityManager,
    { actor }: RequestContext,
    reviewId: string,
  ): Promise<{ seen: SeenMeeting; personId: string }> {
    const [asked] = await tx.query<[{ meetingId: string; personId: string }?]>(
      `SELECT meeting_id AS "meetingId", person_id AS "personId" FROM agenda_review
       WHERE id = $1 AND taken_back_at IS NULL`,
      [reviewId],
    );
    const seen = asked && (await findSeenMeeting(tx, actor, asked.meetingId));
    if (!seen || mayRunMeetings(actor, seen.body.id) !== true) throw notFound('reviewer', reviewId);
    return { seen, personId: asked.personId };
  }

  /** Null where they are not asked, and once there is nothing to review any more. */
  private async reviewBy(
    tx: EntityManager,
    { meeting, insight }: SeenMeeting,
    personId: string | null,
    options: { lock?: boolean } = {},
  ): Promise<OwnReviewView['review']> {
    const review = personId === null ? null : await reviewOf(tx, meeting.id, personId, options);
    return mayReviewAgenda(insight, meeting.state, review !== null) ? review : null;
  }

  /** Who has no address is asked all the same: they see it when they open the meeting. */
  private async add(
    tx: EntityManager,
    { actor }: RequestContext,
    meetingId: string,
    personIds: readonly string[],
    message: string | null,
  ): Promise<void> {
    await tx.query(
      `INSERT INTO agenda_review (id, meeting_id, person_id, asked_by, asked_at, message, state, cause, next_try_at)
       SELECT asked.id, $1, person.id, $4, $5, $6, CASE WHEN person.email IS NULL THEN 'failed' ELSE 'queued' END,
              CASE WHEN person.email IS NULL THEN 'no-address' END, now()
       FROM unnest($2::uuid[], $3::uuid[]) AS asked (id, person_id) JOIN person ON person.id = asked.person_id`,
      [meetingId, personIds.map(() => newId()), personIds, actor.personId, this.clock.now(), message],
    );
  }

  private async view(tx: EntityManager, { meeting, body }: SeenMeeting): Promise<ReviewersView> {
    const version = await reviewersVersion(tx, meeting.id);
    const items = await reviewersOf(tx, meeting.id);
    return { version, items, candidates: await reviewCandidates(tx, body, this.clock.today()) };
  }
}

/** A mail is owed to somebody who has an address, and has failed for who has none; `person` is them. */
const OWED = `state = CASE WHEN nullif(trim(person.email), '') IS NULL THEN 'failed' ELSE 'queued' END,
  cause = CASE WHEN nullif(trim(person.email), '') IS NULL THEN 'no-address' END`;

/** Somebody without a right in the body is as somebody who does not exist. */
function refuseOthers({ candidates }: ReviewersView, asked: readonly string[]): void {
  const stranger = asked.find((id) => candidates.every(({ personId }) => personId !== id));
  if (stranger !== undefined)
    throw problemOf('reference-not-found', `Nobody ${stranger} holds a right in the body.`, {
      at: 'personIds',
    });
}
