import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Transactions } from '../../platform/database/transactions.js';
import { Sweeps } from '../../platform/events/sweeps.js';
import { JobQueue } from '../../platform/queue/job-queue.js';
import { CalendarChangesService } from './calendar-changes.service.js';

const SWEEP_SECONDS = 15;
const SWEEP_BATCH = 100;

/** Finds what is owed whatever happened to the queue: sendings that are due, mails, and calendars that are wrong. */
@Injectable()
export class OwedSendings implements OnModuleInit {
  constructor(
    private readonly transactions: Transactions,
    private readonly calendars: CalendarChangesService,
    private readonly sweeps: Sweeps,
    private readonly queue: JobQueue,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    const register = (name: string, run: () => Promise<void>): void =>
      this.sweeps.register({ name, everySeconds: SWEEP_SECONDS, run });
    register('sendings due', () => this.enqueueDue());
    register('mails owed', () => this.enqueueMails());
    register('calendars to tell', () => this.enqueueCalendars());
    register('reviewers to ask', () => this.enqueueReviews());
  }

  /** Sendings whose time to regret is over and that no job has released. */
  async enqueueDue(): Promise<void> {
    const due = await this.idsOf(
      "SELECT id FROM sending WHERE state = 'waiting' AND due_at < now() ORDER BY due_at LIMIT $1",
    );
    await this.enqueue(due, 'sendings.release');
  }

  /** Sendings with mails that are due now: those of a worker that died, and those to be tried again. */
  async enqueueMails(): Promise<void> {
    const owing = await this.idsOf(
      `SELECT DISTINCT sending_id AS id FROM sending_recipient
       WHERE state = 'queued' AND next_try_at <= now() LIMIT $1`,
    );
    await this.enqueue(owing, 'sendings.deliver');
  }

  /** Meetings that somebody's calendar is wrong about. */
  async enqueueCalendars(): Promise<void> {
    const round = this.round();
    await this.queue.add(
      (await this.calendars.owed(SWEEP_BATCH)).map((meetingId) => ({
        name: 'sendings.tell-changes' as const,
        payload: { meetingId },
        jobId: `sendings.tell-changes-owed-${meetingId}-${round}`,
      })),
    );
  }

  /** Meetings with mails to reviewers that are due now. */
  async enqueueReviews(): Promise<void> {
    const owing = await this.idsOf(
      `SELECT DISTINCT meeting_id AS id FROM agenda_review WHERE state = 'queued' AND next_try_at <= now() LIMIT $1`,
    );
    const round = this.round();
    await this.queue.add(
      owing.map((meetingId) => ({
        name: 'reviews.deliver' as const,
        payload: { meetingId },
        jobId: `reviews.deliver-owed-${meetingId}-${round}`,
      })),
    );
  }

  private enqueue(ids: readonly string[], name: 'sendings.release' | 'sendings.deliver'): Promise<void> {
    const round = this.round();
    return this.queue.add(
      ids.map((sendingId) => ({ name, payload: { sendingId }, jobId: `${name}-owed-${sendingId}-${round}` })),
    );
  }

  private async idsOf(sql: string): Promise<string[]> {
    const rows = await this.transactions.reader.query<{ id: string }[]>(sql, [SWEEP_BATCH]);
    return rows.map(({ id }) => id);
  }

  private round(): number {
    return this.clock.now().getTime();
  }
}
