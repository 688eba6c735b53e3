import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { OutboxRelay } from '../events/outbox-relay.js';
import { Subscriptions } from '../events/subscriptions.js';
import { Sweeps } from '../events/sweeps.js';
import { openQueueBackend } from './backend.js';
import type { QueueTarget } from './backend.js';
import { JobQueue, QUEUE_BACKEND } from './job-queue.js';
import { JobRunner } from './job-runner.js';
import { PACE, USUAL_PACE } from '../config/pace.js';
import type { Pace } from '../config/pace.js';

/** Which queue, and at what pace its jobs are tried again; the usual one when left out. */
export type QueueOptions = QueueTarget & { readonly pace?: Pace };

/** The queue, its runner, the relay that fills it from the event table and the sweeps: for the worker. */
@Module({})
export class QueueModule {
  static forRoot({ pace = USUAL_PACE, ...target }: QueueOptions): DynamicModule {
    return {
      module: QueueModule,
      global: true,
      providers: [
        { provide: QUEUE_BACKEND, useFactory: () => openQueueBackend(target) },
        { provide: PACE, useValue: pace },
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
