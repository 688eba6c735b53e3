import { Injectable } from '@nestjs/common';
import type { EventName } from '../../contracts/events.js';
import type { QueuedJob } from '../queue/job-queue.js';

/** A row of the event table as its consumers read it. */
export interface StoredEvent {
  readonly id: string;
  readonly name: EventName;
  readonly subject_id: string;
  readonly data: Readonly<Record<string, unknown>>;
}

type ToJob = (event: StoredEvent) => QueuedJob;

/** Which events become which jobs; features register theirs when the worker starts. */
@Injectable()
export class Subscriptions {
  private readonly byEvent = new Map<EventName, ToJob[]>();

  /** Has a job enqueued for each event of a name. */
  on(name: EventName, toJob: ToJob): void {
    this.byEvent.set(name, [...(this.byEvent.get(name) ?? []), toJob]);
  }

  /** The jobs that a row of events owes, in its order. */
  jobsFor(events: readonly StoredEvent[]): QueuedJob[] {
    return events.flatMap((event) => (this.byEvent.get(event.name) ?? []).map((toJob) => toJob(event)));
  }
}
