import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Transactions } from '../../platform/database/transactions.js';
import { Subscriptions } from '../../platform/events/subscriptions.js';
import { Sweeps } from '../../platform/events/sweeps.js';
import { JobQueue } from '../../platform/queue/job-queue.js';
import { JobRunner } from '../../platform/queue/job-runner.js';
import { ReminderMails } from './reminder-mails.js';
import { RemindersService } from './reminders.service.js';

/** Deadlines are given by the minute: a reminder is at most as late as this. */
const LOOK_SECONDS = 60;
const OWED_SECONDS = 15;
const OWED_BATCH = 100;

/** Sends the mails of a reminder when it is made. */
@Injectable()
export class RemindersJobs implements OnModuleInit {
  constructor(
    private readonly mails: ReminderMails,
    private readonly runner: JobRunner,
    private readonly subscriptions: Subscriptions,
  ) {}

  onModuleInit(): void {
    this.runner.register({
      name: 'reminders.deliver',
      handle: ({ reminderId }) => this.mails.deliver(reminderId),
    });
    this.subscriptions.on('meeting.reminded', ({ id, data }) => ({
      name: 'reminders.deliver',
      payload: { reminderId: String(data.reminderId) },
      jobId: `reminders.deliver-${id}`,
    }));
  }
}

/** Looks for deadlines to remind of, and for mails about them that were lost on the way. */
@Injectable()
export class RemindersSweeps implements OnModuleInit {
  constructor(
    private readonly reminders: RemindersService,
    private readonly transactions: Transactions,
    private readonly sweeps: Sweeps,
    private readonly queue: JobQueue,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.sweeps.register({
      name: 'deadlines to remind of',
      everySeconds: LOOK_SECONDS,
      run: () => this.reminders.makeDue(),
    });
    this.sweeps.register({
      name: 'reminders owed',
      everySeconds: OWED_SECONDS,
      run: () => this.enqueueOwed(),
    });
  }

  /** Reminders with mails that are due now: those of a worker that died, and those to be tried again. */
  async enqueueOwed(): Promise<void> {
    const owing = await this.transactions.reader.query<{ id: string }[]>(
      `SELECT DISTINCT reminder_id AS id FROM reminder_mail
       WHERE state = 'queued' AND next_try_at <= now() LIMIT $1`,
      [OWED_BATCH],
    );
    const round = this.clock.now().getTime();
    await this.queue.add(
      owing.map(({ id: reminderId }) => ({
        name: 'reminders.deliver' as const,
        payload: { reminderId },
        jobId: `reminders.deliver-owed-${reminderId}-${round}`,
      })),
    );
  }
}
