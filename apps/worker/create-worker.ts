import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { OutboxRelay } from '../../libs/platform/events/outbox-relay.js';
import { Sealer } from '../../libs/platform/events/sealer.js';
import { Sweeps } from '../../libs/platform/events/sweeps.js';
import { WakeUps } from '../../libs/platform/events/wake-ups.js';
import { nestLogger } from '../../libs/platform/log/logger.js';
import { JobRunner } from '../../libs/platform/queue/job-runner.js';
import { WorkerModule } from './worker.module.js';
import type { WorkerOptions } from './worker.module.js';

/** How many jobs one worker works on at a time: making a document is computing, so little is won by more. */
const CONCURRENCY = 4;

/** Makes the worker and starts it: it takes jobs, carries events to the queue, seals them, and sweeps. */
export async function createWorker(options: WorkerOptions): Promise<INestApplicationContext> {
  const nestOptions = { logger: nestLogger(options.logger), abortOnError: false };
  const app = await NestFactory.createApplicationContext(WorkerModule.forRoot(options), nestOptions);
  app.enableShutdownHooks();
  await app.get(WakeUps).start(['event', 'document']);
  await app.get(JobRunner).start(CONCURRENCY);
  app.get(OutboxRelay).start();
  app.get(Sealer).start();
  app.get(Sweeps).start();
  return app;
}
