import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { mayGiveToReview } from '../../domain/meeting/index.js';
import type { MeetingState } from '../../domain/meeting/index.js';
import type { BodyFacts } from '../../domain/rights/index.js';
import { reviewText } from '../../domain/sending/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { Subscriptions } from '../../platform/events/subscriptions.js';
import { MailDelivery } from '../../platform/mail/owed-mail.js';
import type { OwedMail, OwedMails } from '../../platform/mail/owed-mail.js';
import { JobRunner } from '../../platform/queue/job-runner.js';
import { reviewCandidates } from './reviews.queries.js';

/** A mail to a reviewer that is owed. */
interface OwedReview extends OwedMail {
  readonly personId: string;
  readonly message: string | null;
  readonly askedAt: Date;
  readonly takenBack: boolean;
  readonly meetingState: MeetingState;
  readonly date: string;
  readonly body: BodyFacts & { readonly name: string };
}

/**
 * Sends the mails to reviewers. One that was taken back while it waited is let go of, and so is one to somebody who could not
 * be asked any more: who has left a closed body hears nothing of its meetings.
 */
@Injectable()
export class ReviewMails implements OnModuleInit {
  constructor(
    private readonly delivery: MailDelivery,
    private readonly runner: JobRunner,
    private readonly subscriptions: Subscriptions,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.runner.register({ name: 'reviews.deliver', handle: ({ meetingId }) => this.deliver(meetingId) });
    for (const name of ['review.asked', 'review.retried'] as const)
      this.subscriptions.on(name, ({ id, subject_id: meetingId }) => ({
        name: 'reviews.deliver',
        payload: { meetingId },
        jobId: `reviews.deliver-${id}`,
      }));
  }

  /** Sends one after another what is due now of a meeting. */
  deliver(meetingId: string): Promise<void> {
    const owed: OwedMails<OwedReview> = {
      table: 'agenda_review',
      next: async (tx) => (await tx.query<[OwedReview?]>(NEXT, [meetingId]))[0],
      isWanted: (tx, review) => this.isWanted(tx, review),
      write: ({ body, date, message, askedAt }, { origin }) => ({
        ...reviewText({ bodyName: body.name, date }, message, `${origin}/meetings/${meetingId}`),
        ...{ date: askedAt, calendar: null },
      }),
    };
    return this.delivery.deliver(owed);
  }

  private async isWanted(
    tx: EntityManager,
    { takenBack, meetingState, body, personId }: OwedReview,
  ): Promise<boolean> {
    if (takenBack || !mayGiveToReview(meetingState).ok) return false;
    const candidates = await reviewCandidates(tx, body, this.clock.today());
    return candidates.some((candidate) => candidate.personId === personId);
  }
}

const NEXT = `
  SELECT review.id, review.attempts, person.id AS "personId", person.name, person.email AS address, review.message,
         review.asked_at AS "askedAt", review.taken_back_at IS NOT NULL AS "takenBack",
         meeting.state AS "meetingState", meeting.date::text AS date,
         json_build_object('id', body.id, 'name', body.name, 'visibility', body.visibility) AS body
  FROM agenda_review review JOIN person ON person.id = review.person_id
  JOIN meeting ON meeting.id = review.meeting_id JOIN body ON body.id = meeting.body_id
  WHERE review.meeting_id = $1 AND review.state = 'queued' AND review.next_try_at <= now()
  ORDER BY review.next_try_at, review.id LIMIT 1 FOR UPDATE OF review SKIP LOCKED`;
