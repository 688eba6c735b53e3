import { Inject, Injectable } from '@nestjs/common';
import { calendarText, factsFor, noticeText } from '../../domain/sending/index.js';
import type { NoticeFacts } from '../../domain/sending/index.js';
import { calendarFile } from '../../platform/mail/calendar-file.js';
import { MAIL_CONFIG, senderOf } from '../../platform/mail/mail.config.js';
import type { MailConfig } from '../../platform/mail/mail.config.js';
import { MailDelivery } from '../../platform/mail/owed-mail.js';
import type { OwedMail, OwedMails, WrittenMail } from '../../platform/mail/owed-mail.js';
import type { SendingRecipientRow, SendingRow } from './sending.entity.js';

/** A mail that is owed: its row, and what its sending says. */
type OwedNotice = OwedMail &
  Pick<SendingRecipientRow, 'method' | 'sequence' | 'slot'> &
  Pick<SendingRow, 'meetingId' | 'kind' | 'reason' | 'message'> & {
    readonly facts: NoticeFacts;
    readonly releasedAt: Date;
  };

/** Sends the mails that a sending owes, each at least once, whatever is killed on the way. */
@Injectable()
export class SendingMails {
  constructor(
    private readonly delivery: MailDelivery,
    @Inject(MAIL_CONFIG) private readonly config: MailConfig,
  ) {}

  /** Sends one after another what is due now. */
  deliver(sendingId: string): Promise<void> {
    return this.delivery.deliver(this.owedBy(sendingId));
  }

  private owedBy(sendingId: string): OwedMails<OwedNotice> {
    return {
      table: 'sending_recipient',
      next: async (tx) => (await tx.query<[OwedNotice?]>(NEXT, [sendingId]))[0],
      write: (owed, to) => this.write(owed, to),
    };
  }

  private write(owed: OwedNotice, { origin, address }: { origin: string; address: string }): WrittenMail {
    const { name, kind, method, reason, message, releasedAt } = owed;
    const facts = factsFor(owed.facts, owed.slot);
    const link = `${origin}/meetings/${owed.meetingId}`;
    const isDropped = method === 'cancel' && kind !== 'cancellation';
    const words = isDropped ? { reason: null, message: null } : { reason, message };
    const calendarMethod = method === 'cancel' ? 'CANCEL' : 'REQUEST';
    return {
      ...noticeText(isDropped ? 'dropped' : kind, facts, words, link),
      date: releasedAt,
      calendar: {
        method: calendarMethod,
        content: calendarFile({
          // Of the meeting alone: the address people use may change, the entry in their calendar does not.
          uid: `${owed.meetingId}@dagsorden`,
          sequence: owed.sequence ?? 0,
          ...{ method: calendarMethod, stamp: releasedAt, url: link, ...calendarText(facts, link) },
          ...{ date: facts.date, start: facts.start, end: facts.end, place: facts.place },
          ...{ organizer: senderOf(this.config), attendee: { name, email: address } },
        }),
      },
    };
  }
}

const NEXT = `
  SELECT r.id, r.name, r.address, r.method, r.sequence, r.slot, r.attempts, s.meeting_id AS "meetingId", s.kind, s.reason,
         s.message, s.facts, s.released_at AS "releasedAt"
  FROM sending_recipient r JOIN sending s ON s.id = r.sending_id
  WHERE r.sending_id = $1 AND r.state = 'queued' AND r.next_try_at <= now()
  ORDER BY r.next_try_at, r.id LIMIT 1 FOR UPDATE OF r SKIP LOCKED`;
