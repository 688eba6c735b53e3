import { Inject, Injectable } from '@nestjs/common';
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
import { LOGGER } from '../../platform/log/logger.js';
import type { Logger } from '../../platform/log/logger.js';
import { CalendarService } from '../organisation/index.js';
import { owingMeetings, secretariatOf } from './reminders.queries.js';
import type { OwingMeeting, SecretariatPerson } from './reminders.queries.js';

/** Makes the reminders that are due: one for each deadline of a meeting, however often it is looked for. */
@Injectable()
export class RemindersService {
  /** Deadlines that nobody could be told of and that the log has told of: it is looked again each minute. */
  private readonly untold = new Set<string>();

  constructor(
    private readonly transactions: Transactions,
    private readonly calendar: CalendarService,
    private readonly clock: Clock,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /**
   * Makes what is due now, meeting by meeting; may run twice, and in two workers. A meeting that nothing can be made of is told
   * of in the log and stands in no other's way.
   */
  async makeDue(): Promise<void> {
    const tx = this.transactions.reader;
    const now = this.now();
    const closingDays = await this.calendar.closingDayRules(tx);
    const meetings = await owingMeetings(tx, now.date);
    for (const meeting of meetings)
      try {
        if (remindersDue(meeting, now, closingDays).length > 0) await this.remindOf(meeting.id, now);
      } catch (error) {
        this.logger.warn({ err: error, meetingId: meeting.id }, 'a meeting could not be reminded of');
      }
  }

  /** Looks once more while the meeting is held: it may have been sent, moved or reminded of meanwhile. */
  private async remindOf(meetingId: string, now: LocalMoment): Promise<void> {
    const context = internalContext();
    await this.transactions.run(context, async (tx) => {
      await tx.query('SELECT FROM meeting WHERE id = $1 FOR UPDATE', [meetingId]);
      const [meeting] = await owingMeetings(tx, now.date, meetingId);
      if (!meeting) return;
      const due = remindersDue(meeting, now, await this.calendar.closingDayRules(tx));
      if (due.length === 0) return;
      const people = await secretariatOf(tx, meeting.bodyId, now.date);
      // Unmade, it comes when somebody can be told of it, as long as the deadline has not passed.
      if (people.length === 0) this.tellNobody(meeting, due);
      else for (const deadline of due) await this.remind(tx, context, meeting, { deadline, people });
    });
  }

  private async remind(
    tx: EntityManager,
    context: RequestContext,
    { id: meetingId, bodyId }: OwingMeeting,
    { deadline: { kind, date, time }, people }: { deadline: Deadline; people: readonly SecretariatPerson[] },
  ): Promise<void> {
    const id = newId();
    const made = await tx.query<unknown[]>(
      `INSERT INTO reminder (id, meeting_id, kind, due_date, due_time, made_at)
       VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING RETURNING id`,
      [id, meetingId, kind, date, time, this.clock.now()],
    );
    if (made.length === 0) return;
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

  private tellNobody({ id: meetingId, bodyId }: OwingMeeting, due: readonly Deadline[]): void {
    const key = JSON.stringify([meetingId, due]);
    if (this.untold.has(key)) return;
    this.untold.add(key);
    this.logger.warn(
      { meetingId, bodyId, deadlines: due.map(({ kind }) => kind) },
      'nobody of the secretariat has a mail address: nobody is reminded of a deadline',
    );
  }

  private now(): LocalMoment {
    return { date: this.clock.today(), time: this.clock.timeOfDay() };
  }
}
