import { Inject, Injectable } from '@nestjs/common';
import type { BeforeApplicationShutdown } from '@nestjs/common';
import { UnrecoverableError } from 'bullmq';
import { JOBS, JOB_NAMES } from '../../contracts/jobs.js';
import type { JobName, JobPayload } from '../../contracts/jobs.js';
import { LOGGER } from '../log/logger.js';
import type { Logger } from '../log/logger.js';
import type { Job, QueueBackend, WorkerHandle } from './backend.js';
import { QUEUE_BACKEND, QUEUE_NAME } from './job-queue.js';

/** What a handler may know of the try it is. */
export interface JobTry {
  readonly number: number;
  /** True when no further try follows a failure of this one. */
  readonly last: boolean;
}

/** A job's handler: it reloads, is safe to run twice, and treats a vanished row as nothing to do. */
export interface JobHandler<Name extends JobName = JobName> {
  readonly name: Name;
  handle(payload: JobPayload<Name>, attempt: JobTry): Promise<void>;
}

/** The job cannot succeed however often it is tried; the message is a plain reason for people. */
export class HopelessJobError extends UnrecoverableError {}

/** Runs the jobs of the queue with the handlers the features registered. */
@Injectable()
export class JobRunner implements BeforeApplicationShutdown {
  private readonly handlers = new Map<string, (data: unknown, attempt: JobTry) => Promise<void>>();
  private worker: WorkerHandle | null = null;

  constructor(
    @Inject(QUEUE_BACKEND) private readonly backend: QueueBackend,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** Registers a handler; a second one for the same job stops the process. */
  register<Name extends JobName>(handler: JobHandler<Name>): void {
    if (this.handlers.has(handler.name)) throw new Error(`The job ${handler.name} has two handlers.`);
    const schema = JOBS[handler.name];
    this.handlers.set(handler.name, (data, attempt) =>
      handler.handle(schema.parse(data) as JobPayload<Name>, attempt),
    );
  }

  /** Starts taking jobs; throws when a job has no handler. */
  async start(concurrency: number): Promise<void> {
    const orphans = JOB_NAMES.filter((name) => !this.handlers.has(name));
    if (orphans.length > 0) throw new Error(`No handler for the job ${orphans.join(', ')}.`);
    this.worker = this.backend.worker(QUEUE_NAME, (job) => this.process(job), {
      concurrency,
      autorun: true,
      lockDuration: 10_000,
      stalledInterval: 5_000,
      // A killed worker stalls its jobs through no fault of theirs: they are taken up again however often it happens.
      maxStalledCount: 10_000,
    });
    this.worker.on('error', (error) => this.logger.warn({ err: error }, 'worker connection'));
    this.worker.on('failed', (job, error) =>
      this.logger.warn(
        { job: job?.name, jobId: job?.id, attempt: job?.attemptsMade, reason: error.message },
        'job failed',
      ),
    );
    await this.worker.waitUntilReady();
  }

  /** Stops taking jobs and waits for those that run. */
  async stop(): Promise<void> {
    await this.worker?.close();
    this.worker = null;
  }

  /** Before the connections close: a worker that is closing still talks to the queue, and its jobs to the database. */
  async beforeApplicationShutdown(): Promise<void> {
    await this.stop();
  }

  private async process(job: Job): Promise<void> {
    const handler = this.handlers.get(job.name);
    if (!handler) throw new HopelessJobError(`No handler for the job ${job.name}.`);
    const number = job.attemptsMade + 1;
    await handler(job.data, { number, last: number >= (job.opts.attempts ?? 1) });
  }
}
