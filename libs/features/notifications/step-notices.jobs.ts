import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Transactions } from '../../platform/database/transactions.js';
import { Sweeps } from '../../platform/events/sweeps.js';
import { JobQueue } from '../../platform/queue/job-queue.js';
import { JobRunner } from '../../platform/queue/job-runner.js';
import { StepMails } from './step-mails.js';
import { StepNoticesService } from './step-notices.service.js';

/** Mails wait for minutes: a mail is at most as much later as this, and so much longer than the time to take a step back. */
const EVERY_SECONDS = 15;
const OWED_BATCH = 100;

/** Sends the mails that are owed. */
@Injectable()
export class StepNoticesJobs implements OnModuleInit {
  constructor(
    private readonly mails: StepMails,
    private readonly runner: JobRunner,
  ) {}

  onModuleInit(): void {
    this.runner.register({
      name: 'indstilling-notices.deliver',
      handle: ({ mailId }) => this.mails.deliver(mailId),
    });
  }
}

/** Looks for steps that nobody has thought of, for mails whose time has come, and for those that were lost on the way. */
@Injectable()
export class StepNoticesSweeps implements OnModuleInit {
  constructor(
    private readonly notices: StepNoticesService,
    private readonly transactions: Transactions,
    private readonly sweeps: Sweeps,
    private readonly queue: JobQueue,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.sweeps.register({
      name: 'steps of indstillinger to tell of',
      everySeconds: EVERY_SECONDS,
      run: async () => {
        await this.notices.note();
        await this.notices.collect();
        await this.enqueueOwed();
      },
    });
  }

  /** Mails that are due now: those just made, those of a worker that died, and those to be tried again. */
  async enqueueOwed(): Promise<void> {
    const owing = await this.transactions.reader.query<{ id: string }[]>(
      `SELECT id FROM indstilling_notice_mail WHERE state = 'queued' AND next_try_at <= now() LIMIT $1`,
      [OWED_BATCH],
    );
    const round = this.clock.now().getTime();
    await this.queue.add(
      owing.map(({ id: mailId }) => ({
        name: 'indstilling-notices.deliver' as const,
        payload: { mailId },
        jobId: `indstilling-notices.deliver-${mailId}-${round}`,
      })),
    );
  }
}
