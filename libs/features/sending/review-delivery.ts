import { Inject, Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { mayGiveToReview } from '../../domain/meeting/index.js';
import type { MeetingState } from '../../domain/meeting/index.js';
import { reviewText } from '../../domain/sending/index.js';
import { ACCESS } from '../../platform/config/access.js';
import type { AccessConfig } from '../../platform/config/access.js';
import { Subscriptions } from '../../platform/events/subscriptions.js';
import { Mailer } from '../../platform/mail/mailer.js';
import { JobRunner } from '../../platform/queue/job-runner.js';
import { handOver, sendAllOwed } from './owed-mail.js';
import type { MailResult } from './owed-mail.js';

/** A mail to a reviewer that is owed. */
interface OwedReview {
  readonly id: string;
  readonly attempts: number;
  readonly name: string;
  readonly address: string;
  readonly message: string | null;
  readonly askedAt: Date;
  readonly takenBack: boolean;
  readonly meetingState: MeetingState;
  readonly date: string;
  readonly bodyName: string;
}

/** Sends the mails to reviewers; one that was taken back while it waited is let go of. */
@Injectable()
export class ReviewDelivery implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly mailer: Mailer,
    private readonly runner: JobRunner,
    private readonly subscriptions: Subscriptions,
    @Inject(ACCESS) private readonly access: AccessConfig,
  ) {}

  onModuleInit(): void {
    this.runner.register({ name: 'reviews.deliver', handle: ({ meetingId }) => this.deliver(meetingId) });
    this.subscriptions.on('review.asked', ({ id, subject_id: meetingId }) => ({
      name: 'reviews.deliver',
      payload: { meetingId },
      jobId: `reviews.deliver-${id}`,
    }));
  }

  /** Sends one after another what is due now of a meeting. */
  async deliver(meetingId: string): Promise<void> {
    await sendAllOwed(() => this.dataSource.transaction((tx) => this.deliverNext(tx, meetingId)));
  }

  private async deliverNext(tx: EntityManager, meetingId: string): Promise<MailResult> {
    const [owed] = await tx.query<[OwedReview?]>(NEXT, [meetingId]);
    if (!owed) return 'none-left';
    const { id, name, address, message, askedAt, bodyName, date } = owed;
    if (owed.takenBack || !mayGiveToReview(owed.meetingState).ok) {
      await tx.query("UPDATE agenda_review SET state = 'dropped' WHERE id = $1", [id]);
      return 'settled';
    }
    const { hostname, origin } = new URL(this.access.publicUrl);
    const content = {
      ...{ messageId: `${id}@${hostname}`, to: { name, address }, date: askedAt, calendar: null },
      ...reviewText({ bodyName, date }, message, `${origin}/meetings/${meetingId}`),
    };
    return handOver(tx, 'agenda_review', owed, { by: this.mailer, content: () => content });
  }
}

const NEXT = `
  SELECT review.id, review.attempts, person.name, person.email AS address, review.message,
         review.asked_at AS "askedAt", review.taken_back_at IS NOT NULL AS "takenBack",
         meeting.state AS "meetingState", meeting.date::text AS date, body.name AS "bodyName"
  FROM agenda_review review JOIN person ON person.id = review.person_id
  JOIN meeting ON meeting.id = review.meeting_id JOIN body ON body.id = meeting.body_id
  WHERE review.meeting_id = $1 AND review.state = 'queued' AND review.next_try_at <= now()
    AND person.email IS NOT NULL
  ORDER BY review.next_try_at, review.id LIMIT 1 FOR UPDATE OF review SKIP LOCKED`;
