import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { OutboxRelay } from '../events/outbox-relay.js';
import { Subscriptions } from '../events/subscriptions.js';
import { Sweeps } from '../events/sweeps.js';
import { openQueueBackend } from './backend.js';
import type { QueueTarget } from './backend.js';
import { JobQueue, QUEUE_BACKEND } from './job-queue.js';
import { JobRunner } from './job-runner.js';

/** The queue, its runner, the relay that fills it from the event table and the sweeps: for the worker. */
@Module({})
export class QueueModule {
  static forRoot(target: QueueTarget): DynamicModule {
    return {
      module: QueueModule,
      global: true,
      providers: [
        { provide: QUEUE_BACKEND, useFactory: () => openQueueBackend(target) },
        JobQueue,
        JobRunner,
        Subscriptions,
        Sweeps,
        OutboxRelay,
      ],
      exports: [JobQueue, JobRunner, Subscriptions, Sweeps, OutboxRelay],
    };
  }
}
