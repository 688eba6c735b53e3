import { Inject, Injectable } from '@nestjs/common';
import type { OnApplicationShutdown } from '@nestjs/common';
import { JOBS } from '../../contracts/jobs.js';
import type { JobName, JobPayload } from '../../contracts/jobs.js';
import { LOGGER } from '../log/logger.js';
import type { Logger } from '../log/logger.js';
import type { JobQueueHandle, QueueBackend } from './backend.js';
import { PACE } from '../config/pace.js';
import type { Pace } from '../config/pace.js';

/** Injection token of the process's queue backend. */
export const QUEUE_BACKEND = Symbol('QUEUE_BACKEND');
/** All jobs share one queue; their names tell them apart. */
export const QUEUE_NAME = 'dagsorden';

/** One job to enqueue. The id makes a repetition harmless while the first is still in the queue. */
export type QueuedJob = {
  [Name in JobName]: {
    name: Name;
    payload: JobPayload<Name>;
    jobId: string;
    /** How long it is to wait, in milliseconds; at once when left out. */
    delayMs?: number;
  };
}[JobName];

/** Puts jobs into the queue. Only the outbox relay and the sweeps call it: nothing else may enqueue. */
@Injectable()
export class JobQueue implements OnApplicationShutdown {
  readonly handle: JobQueueHandle;

  constructor(
    @Inject(QUEUE_BACKEND) private readonly backend: QueueBackend,
    @Inject(LOGGER) logger: Logger,
    @Inject(PACE) { retryMs }: Pace,
  ) {
    this.handle = backend.queue(QUEUE_NAME, {
      defaultJobOptions: {
        attempts: 5,
        backoff: { type: 'exponential', delay: retryMs },
        removeOnComplete: { age: 3600, count: 1000 },
        removeOnFail: { age: 7 * 24 * 3600 },
      },
    });
    this.handle.on('error', (error) => logger.warn({ err: error }, 'queue connection'));
  }

  /** Enqueues jobs whose payloads fit their schemas; throws when one does not. */
  async add(jobs: readonly QueuedJob[]): Promise<void> {
    if (jobs.length === 0) return;
    await this.handle.addBulk(
      jobs.map(({ name, payload, jobId, delayMs }) => ({
        name,
        data: JOBS[name].parse(payload),
        opts: { jobId, ...(delayMs === undefined ? {} : { delay: delayMs }) },
      })),
    );
  }

  async onApplicationShutdown(): Promise<void> {
    await this.handle.close();
    await this.backend.close();
  }
}
