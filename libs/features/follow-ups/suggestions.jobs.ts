import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Transactions } from '../../platform/database/transactions.js';
import { Subscriptions } from '../../platform/events/subscriptions.js';
import { Sweeps } from '../../platform/events/sweeps.js';
import { ProblemError } from '../../platform/http/problem-error.js';
import { internalContext } from '../../platform/http/request-context.js';
import { JobQueue } from '../../platform/queue/job-queue.js';
import type { QueuedJob } from '../../platform/queue/job-queue.js';
import { JobRunner } from '../../platform/queue/job-runner.js';
import { unreadDecisions } from '../decisions/index.js';
import { SuggestionsService } from './suggestions.service.js';

/** How often decisions that no job has read are looked for (s), and how many at a time. */
const SWEEP_SECONDS = 30;
const SWEEP_LIMIT = 500;
/** A decision that stays unread is tried again after this long (ms): a job that failed for good keeps its id. */
const RETRY_MS = 300_000;

/** Finds the decisions whose text was written but not read: what the queue has lost, or has not got to yet. */
@Injectable()
export class OwedReadings {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  async jobs(): Promise<QueuedJob[]> {
    const turn = Math.floor(this.clock.now().getTime() / RETRY_MS);
    const decisions = await unreadDecisions(this.transactions.reader, SWEEP_LIMIT);
    return decisions.map(({ id, pointId, version }) => ({
      name: 'follow-ups.suggest',
      payload: { pointId },
      jobId: `follow-ups.suggest-${id}-${version}-${turn}`,
    }));
  }
}

/** Reads each decision for follow-ups soon after it was written; for the worker. */
@Injectable()
export class SuggestionsJobs implements OnModuleInit {
  constructor(
    private readonly suggestions: SuggestionsService,
    private readonly runner: JobRunner,
    private readonly subscriptions: Subscriptions,
    private readonly sweeps: Sweeps,
    private readonly queue: JobQueue,
    private readonly owed: OwedReadings,
  ) {}

  onModuleInit(): void {
    this.runner.register({
      name: 'follow-ups.suggest',
      handle: ({ pointId }) => this.suggest(pointId),
    });
    this.subscriptions.on('decision.recorded', ({ id, data }) => ({
      name: 'follow-ups.suggest',
      payload: { pointId: String(data.pointId) },
      jobId: `follow-ups.suggest-${id}`,
    }));
    this.sweeps.register({
      name: 'decisions not read for follow-ups',
      everySeconds: SWEEP_SECONDS,
      run: async () => this.queue.add(await this.owed.jobs()),
    });
  }

  private async suggest(pointId: string): Promise<void> {
    try {
      await this.suggestions.suggest(internalContext(), pointId);
    } catch (error) {
      // The point went away meanwhile: nothing is left to read.
      if (!(error instanceof ProblemError && error.code === 'not-found')) throw error;
    }
  }
}
