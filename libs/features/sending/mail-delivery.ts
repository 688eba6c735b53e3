import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { MOST_TRIES, calendarText, nextTryAfter, noticeText } from '../../domain/sending/index.js';
import type { MailCause, NoticeFacts } from '../../domain/sending/index.js';
import { ACCESS } from '../../platform/config/access.js';
import type { AccessConfig } from '../../platform/config/access.js';
import { calendarFile } from '../../platform/mail/calendar-file.js';
import { MAIL_CONFIG, senderOf } from '../../platform/mail/mail.config.js';
import type { MailConfig } from '../../platform/mail/mail.config.js';
import { MailNotNowError, MailRefusedError, Mailer } from '../../platform/mail/mailer.js';
import type { OutgoingMail } from '../../platform/mail/mailer.js';
import { isOneAddress } from '../../platform/mail/plain.js';
import type { SendingRecipientRow, SendingRow } from './sending.entity.js';

/** A mail that is owed: its row, and what its sending says. */
type OwedMail = Pick<SendingRecipientRow, 'id' | 'name' | 'address' | 'method' | 'sequence' | 'attempts'> &
  Pick<SendingRow, 'meetingId' | 'kind' | 'reason' | 'message'> & {
    readonly facts: NoticeFacts;
    readonly releasedAt: Date;
  };

/** So often may the server be away in one run before the rest is left for the next. */
const MOST_ABSENCES = 3;

/** Sends the mails that a sending owes, each at least once, whatever is killed on the way. */
@Injectable()
export class MailDelivery {
  constructor(
    private readonly dataSource: DataSource,
    private readonly mailer: Mailer,
    @Inject(ACCESS) private readonly access: AccessConfig,
    @Inject(MAIL_CONFIG) private readonly config: MailConfig,
  ) {}

  /**
   * Sends one after another what is due now. A mail is held while it is handed over: of two workers one sends it, and when the
   * process dies between the server's yes and ours it goes again, under the same Message-ID.
   */
  async deliver(sendingId: string): Promise<void> {
    let absences = 0;
    while (absences < MOST_ABSENCES) {
      const result = await this.dataSource.transaction((tx) => this.deliverNext(tx, sendingId));
      if (result === 'none-left') return;
      if (result === 'not-now') absences += 1;
    }
  }

  private async deliverNext(
    tx: EntityManager,
    sendingId: string,
  ): Promise<'none-left' | 'settled' | 'not-now'> {
    const [owed] = await tx.query<[OwedMail?]>(NEXT, [sendingId]);
    if (!owed) return 'none-left';
    try {
      await this.mailer.deliver(this.mailOf(owed));
    } catch (error) {
      return this.failed(tx, owed, error);
    }
    await tx.query(
      `UPDATE sending_recipient
       SET state = 'sent', sent_at = now(), cause = NULL, attempts = attempts + 1 WHERE id = $1`,
      [owed.id],
    );
    return 'settled';
  }

  private async failed(
    tx: EntityManager,
    { id, attempts }: OwedMail,
    error: unknown,
  ): Promise<'settled' | 'not-now'> {
    const fault = faultOf(error);
    const isRefused = fault instanceof MailRefusedError;
    const cause: MailCause = fault.why;
    const isOver = isRefused || attempts + 1 >= MOST_TRIES;
    await tx.query(
      `UPDATE sending_recipient SET state = $2, cause = $3, attempts = attempts + 1,
         next_try_at = now() + make_interval(secs => $4) WHERE id = $1`,
      [id, isOver ? 'failed' : 'queued', cause, nextTryAfter(attempts + 1)],
    );
    return isRefused ? 'settled' : 'not-now';
  }

  private mailOf(owed: OwedMail): OutgoingMail {
    const { id, name, facts, kind, method, reason, message, releasedAt } = owed;
    const address = owed.address ?? '';
    if (!isOneAddress(address)) throw new MailRefusedError('address-refused');
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

/**
 * What went wrong with a mail. A mail that cannot be written, for whatever reason, has failed: it would stand before all
 * others of its sending for ever.
 */
function faultOf(error: unknown): MailRefusedError | MailNotNowError {
  const isKnown = error instanceof MailRefusedError || error instanceof MailNotNowError;
  return isKnown ? error : new MailRefusedError('mail-refused');
}

const NEXT = `
  SELECT r.id, r.name, r.address, r.method, r.sequence, r.attempts, s.meeting_id AS "meetingId", s.kind, s.reason,
         s.message, s.facts, s.released_at AS "releasedAt"
  FROM sending_recipient r JOIN sending s ON s.id = r.sending_id
  WHERE r.sending_id = $1 AND r.state = 'queued' AND r.next_try_at <= now()
  ORDER BY r.next_try_at, r.id LIMIT 1 FOR UPDATE OF r SKIP LOCKED`;
