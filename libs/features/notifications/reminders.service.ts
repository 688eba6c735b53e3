import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { LocalMoment } from '../../domain/calendar/index.js';
import { remindersDue } from '../../domain/meeting/index.js';
import type { Deadline } from '../../domain/meeting/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { Transactions } from '../../platform/database/transactions.js';
import { record } from '../../platform/events/event-log.js';
import { internalContext } from '../../platform/http/request-context.js';
import type { RequestContext } from '../../platform/http/request-context.js';
import { newId } from '../../platform/ids/new-id.js';
import { CalendarService } from '../organisation/index.js';
import { owingMeetings, secretariatOf } from './reminders.queries.js';
import type { OwingMeeting } from './reminders.queries.js';

/** Makes the reminders that are due: one for each deadline of a meeting, however often it is looked for. */
@Injectable()
export class RemindersService {
  constructor(
    private readonly transactions: Transactions,
    private readonly calendar: CalendarService,
    private readonly clock: Clock,
  ) {}

  /** Makes what is due now, meeting by meeting; may run twice, and in two workers. */
  async makeDue(): Promise<void> {
    const tx = this.transactions.reader;
    const now = this.now();
    const closingDays = await this.calendar.closingDayRules(tx);
    const meetings = await owingMeetings(tx, now.date);
    for (const { id } of meetings.filter((one) => remindersDue(one, now, closingDays).length > 0))
      await this.remindOf(id, now);
  }

  /** Looks once more while the meeting is held: it may have been sent, moved or reminded of meanwhile. */
  private async remindOf(meetingId: string, now: LocalMoment): Promise<void> {
    const context = internalContext();
    await this.transactions.run(context, async (tx) => {
      await tx.query('SELECT FROM meeting WHERE id = $1 FOR UPDATE', [meetingId]);
      const [meeting] = await owingMeetings(tx, now.date, meetingId);
      if (!meeting) return;
      const closingDays = await this.calendar.closingDayRules(tx);
      for (const deadline of remindersDue(meeting, now, closingDays))
        await this.remind(tx, context, meeting, deadline);
    });
  }

  private async remind(
    tx: EntityManager,
    context: RequestContext,
    { id: meetingId, bodyId }: OwingMeeting,
    { kind, date, time }: Deadline,
  ): Promise<void> {
    const id = newId();
    const made = await tx.query<unknown[]>(
      `INSERT INTO reminder (id, meeting_id, kind, due_date, due_time, made_at)
       VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING RETURNING id`,
      [id, meetingId, kind, date, time, this.clock.now()],
    );
    if (made.length === 0) return;
    const people = await secretariatOf(tx, bodyId, this.clock.today());
    await tx.query(
      `INSERT INTO reminder_mail (id, reminder_id, person_id, name, address, state, next_try_at)
       SELECT mail.id, $1, mail.person_id, mail.name, mail.address, 'queued', now()
       FROM unnest($2::uuid[], $3::uuid[], $4::text[], $5::text[]) AS mail (id, person_id, name, address)`,
      [
        ...[id, people.map(() => newId()), people.map((one) => one.id)],
        ...[people.map((one) => one.name), people.map((one) => one.address)],
      ],
    );
    await record(tx, context, {
      ...{ name: 'meeting.reminded', subject: { kind: 'meeting', id: meetingId }, scopeId: bodyId },
      data: { reminderId: id, kind, date, time },
    });
  }

  private now(): LocalMoment {
    return { date: this.clock.today(), time: this.clock.timeOfDay() };
  }
}
