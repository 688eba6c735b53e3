import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { calendarText, noticeText } from '../../domain/sending/index.js';
import type { NoticeFacts } from '../../domain/sending/index.js';
import { ACCESS } from '../../platform/config/access.js';
import type { AccessConfig } from '../../platform/config/access.js';
import { calendarFile } from '../../platform/mail/calendar-file.js';
import { MAIL_CONFIG, senderOf } from '../../platform/mail/mail.config.js';
import type { MailConfig } from '../../platform/mail/mail.config.js';
import { Mailer } from '../../platform/mail/mailer.js';
import type { OutgoingMail } from '../../platform/mail/mailer.js';
import { handOver, sendAllOwed } from './owed-mail.js';
import type { MailResult } from './owed-mail.js';
import type { SendingRecipientRow, SendingRow } from './sending.entity.js';

/** A mail that is owed: its row, and what its sending says. */
type OwedMail = Pick<SendingRecipientRow, 'id' | 'name' | 'address' | 'method' | 'sequence' | 'attempts'> &
  Pick<SendingRow, 'meetingId' | 'kind' | 'reason' | 'message'> & {
    readonly facts: NoticeFacts;
    readonly releasedAt: Date;
  };

/** Sends the mails that a sending owes, each at least once, whatever is killed on the way. */
@Injectable()
export class MailDelivery {
  constructor(
    private readonly dataSource: DataSource,
    private readonly mailer: Mailer,
    @Inject(ACCESS) private readonly access: AccessConfig,
    @Inject(MAIL_CONFIG) private readonly config: MailConfig,
  ) {}

  /** Sends one after another what is due now. */
  async deliver(sendingId: string): Promise<void> {
    await sendAllOwed(() => this.dataSource.transaction((tx) => this.deliverNext(tx, sendingId)));
  }

  private async deliverNext(tx: EntityManager, sendingId: string): Promise<MailResult> {
    const [owed] = await tx.query<[OwedMail?]>(NEXT, [sendingId]);
    if (!owed) return 'none-left';
    return handOver(tx, 'sending_recipient', owed, { by: this.mailer, content: () => this.mailOf(owed) });
  }

  private mailOf(owed: OwedMail): OutgoingMail {
    const { id, name, facts, kind, method, reason, message, releasedAt } = owed;
    const address = owed.address ?? '';
    const { hostname, origin } = new URL(this.access.publicUrl);
    const link = `${origin}/meetings/${owed.meetingId}`;
    const isDropped = method === 'cancel' && kind !== 'cancellation';
    const words = isDropped ? { reason: null, message: null } : { reason, message };
    const { subject, text } = noticeText(isDropped ? 'dropped' : kind, facts, words, link);
    const calendarMethod = method === 'cancel' ? 'CANCEL' : 'REQUEST';
    return {
      ...{ messageId: `${id}@${hostname}`, to: { name, address }, subject, text, date: releasedAt },
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
  SELECT r.id, r.name, r.address, r.method, r.sequence, r.attempts, s.meeting_id AS "meetingId", s.kind, s.reason,
         s.message, s.facts, s.released_at AS "releasedAt"
  FROM sending_recipient r JOIN sending s ON s.id = r.sending_id
  WHERE r.sending_id = $1 AND r.state = 'queued' AND r.next_try_at <= now()
  ORDER BY r.next_try_at, r.id LIMIT 1 FOR UPDATE OF r SKIP LOCKED`;
