import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { isStillOwing, reminderText } from '../../domain/meeting/index.js';
import type { DeadlineKind } from '../../domain/meeting/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { MailDelivery } from '../../platform/mail/owed-mail.js';
import type { OwedMail, OwedMails } from '../../platform/mail/owed-mail.js';
import { CalendarService } from '../organisation/index.js';
import { owingMeetings, secretariatOf } from './reminders.queries.js';

/** A mail about a deadline that is owed. */
interface OwedReminder extends OwedMail {
  readonly personId: string;
  readonly kind: DeadlineKind;
  readonly date: string;
  readonly time: string;
  readonly madeAt: Date;
  readonly meetingId: string;
  readonly meetingDate: string;
  readonly bodyName: string;
}

/**
 * Sends the mails of a reminder. What it reminded of may be settled while it waited: the agenda went out, the meeting moved,
 * what was missing has come, the deadline has passed, or the person is of the secretariat no more. It is let go of then.
 */
@Injectable()
export class ReminderMails {
  constructor(
    private readonly delivery: MailDelivery,
    private readonly calendar: CalendarService,
    private readonly clock: Clock,
  ) {}

  /** Sends one after another what is due now. */
  deliver(reminderId: string): Promise<void> {
    const owed: OwedMails<OwedReminder> = {
      table: 'reminder_mail',
      next: async (tx) => (await tx.query<[OwedReminder?]>(NEXT, [reminderId]))[0],
      isWanted: (tx, mail) => this.isWanted(tx, mail),
      write: ({ kind, bodyName, meetingDate, date, time, madeAt, meetingId }, { origin }) => ({
        ...reminderText(
          kind,
          { bodyName, date: meetingDate },
          { date, time },
          `${origin}/meetings/${meetingId}/agenda`,
        ),
        ...{ date: madeAt, calendar: null },
      }),
    };
    return this.delivery.deliver(owed);
  }

  private async isWanted(tx: EntityManager, mail: OwedReminder): Promise<boolean> {
    const { meetingId, personId, kind, date, time } = mail;
    const now = { date: this.clock.today(), time: this.clock.timeOfDay() };
    const [meeting] = await owingMeetings(tx, now.date, meetingId);
    if (!meeting) return false;
    const closingDays = await this.calendar.closingDayRules(tx);
    if (!isStillOwing(meeting, { kind, date, time }, now, closingDays)) return false;
    const people = await secretariatOf(tx, meeting.bodyId, now.date);
    return people.some(({ id }) => id === personId);
  }
}

const NEXT = `
  SELECT mail.id, mail.attempts, mail.person_id AS "personId", mail.name, mail.address, reminder.kind,
         reminder.due_date::text AS date, reminder.due_time AS time, reminder.made_at AS "madeAt",
         meeting.id AS "meetingId", meeting.date::text AS "meetingDate", body.name AS "bodyName"
  FROM reminder_mail mail JOIN reminder ON reminder.id = mail.reminder_id
  JOIN meeting ON meeting.id = reminder.meeting_id JOIN body ON body.id = meeting.body_id
  WHERE mail.reminder_id = $1 AND mail.state = 'queued' AND mail.next_try_at <= now()
  ORDER BY mail.next_try_at, mail.id LIMIT 1 FOR UPDATE OF mail SKIP LOCKED`;
