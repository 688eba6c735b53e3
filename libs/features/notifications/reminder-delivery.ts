import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { hasPassed } from '../../domain/meeting/index.js';
import { reminderText } from '../../domain/sending/index.js';
import type { RemindedOf } from '../../domain/sending/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { ACCESS } from '../../platform/config/access.js';
import type { AccessConfig } from '../../platform/config/access.js';
import { Mailer } from '../../platform/mail/mailer.js';
import type { OutgoingMail } from '../../platform/mail/mailer.js';
import { handOver, sendAllOwed } from '../sending/index.js';
import type { MailResult } from '../sending/index.js';

/** A mail about a deadline that is owed. */
interface OwedReminder {
  readonly id: string;
  readonly attempts: number;
  readonly name: string;
  readonly address: string;
  readonly kind: RemindedOf;
  readonly date: string;
  readonly time: string;
  readonly madeAt: Date;
  readonly meetingId: string;
  readonly meetingDate: string;
  readonly bodyName: string;
  /** The agenda went out, or the meeting was cancelled, while the mail waited. */
  readonly isOver: boolean;
}

/** Sends the mails of a reminder; one that has come too late, since its mail server was away, is let go of. */
@Injectable()
export class ReminderDelivery {
  constructor(
    private readonly dataSource: DataSource,
    private readonly mailer: Mailer,
    private readonly clock: Clock,
    @Inject(ACCESS) private readonly access: AccessConfig,
  ) {}

  /** Sends one after another what is due now. */
  async deliver(reminderId: string): Promise<void> {
    await sendAllOwed(() => this.dataSource.transaction((tx) => this.deliverNext(tx, reminderId)));
  }

  private async deliverNext(tx: EntityManager, reminderId: string): Promise<MailResult> {
    const [owed] = await tx.query<[OwedReminder?]>(NEXT, [reminderId]);
    if (!owed) return 'none-left';
    const now = { date: this.clock.today(), time: this.clock.timeOfDay() };
    if (!owed.isOver && !hasPassed(owed, now))
      return handOver(tx, 'reminder_mail', owed, { by: this.mailer, content: () => this.mailOf(owed) });
    await tx.query("UPDATE reminder_mail SET state = 'dropped' WHERE id = $1", [owed.id]);
    return 'settled';
  }

  private mailOf({ id, name, address, kind, madeAt, ...about }: OwedReminder): OutgoingMail {
    const { hostname, origin } = new URL(this.access.publicUrl);
    const { meetingId, bodyName, meetingDate, date, time } = about;
    const link = `${origin}/meetings/${meetingId}/agenda`;
    return {
      ...{ messageId: `${id}@${hostname}`, to: { name, address }, date: madeAt, calendar: null },
      ...reminderText(kind, { bodyName, date: meetingDate }, { date, time }, link),
    };
  }
}

const NEXT = `
  SELECT mail.id, mail.attempts, mail.name, mail.address, reminder.kind, reminder.due_date::text AS date,
         reminder.due_time AS time, reminder.made_at AS "madeAt", meeting.id AS "meetingId",
         meeting.date::text AS "meetingDate", body.name AS "bodyName",
         meeting.state NOT IN ('planned', 'drafting') AS "isOver"
  FROM reminder_mail mail JOIN reminder ON reminder.id = mail.reminder_id
  JOIN meeting ON meeting.id = reminder.meeting_id JOIN body ON body.id = meeting.body_id
  WHERE mail.reminder_id = $1 AND mail.state = 'queued' AND mail.next_try_at <= now()
  ORDER BY mail.next_try_at, mail.id LIMIT 1 FOR UPDATE OF mail SKIP LOCKED`;
