import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { LOGGER } from '../log/logger.js';
import type { Logger } from '../log/logger.js';
import { JobQueue } from '../queue/job-queue.js';
import { EventFollower, settledEvents } from './follower.js';
import type { EventPosition } from './follower.js';
import { Subscriptions } from './subscriptions.js';
import type { StoredEvent } from './subscriptions.js';
import { WakeUps } from './wake-ups.js';

const CONSUMER = 'jobs';
const BATCH = 200;
/** How often the table is read when no NOTIFY came (ms): the net under a lost connection. */
const IDLE_MS = 5000;
/** How soon to look again when a transaction older than the newest events is still open (ms). */
const BEHIND_MS = 100;

/**
 * Carries events to the queue. The position moves in the same transaction that has read, and a job enqueued twice after
 * a crash carries the same id. Several workers may run it: they take turns on the position's row.
 */
@Injectable()
export class OutboxRelay extends EventFollower {
  constructor(
    private readonly dataSource: DataSource,
    private readonly queue: JobQueue,
    private readonly subscriptions: Subscriptions,
    wakeUps: WakeUps,
    @Inject(LOGGER) logger: Logger,
  ) {
    super(wakeUps, logger, 'outbox relay');
  }

  protected async round(heard: number): Promise<void> {
    const { carried, behind } = await this.carryOnce();
    if (carried < BATCH) await this.wakeUps.wait('event', behind ? BEHIND_MS : IDLE_MS, heard);
  }

  /** Carries one batch: how many events it read, and whether newer ones wait for an open transaction. */
  async carryOnce(): Promise<{ carried: number; behind: boolean }> {
    return this.dataSource.transaction(async (tx) => {
      const [position] = await tx.query<EventPosition[]>(
        'SELECT xid::text, seq::text FROM event_consumer WHERE name = $1 FOR UPDATE',
        [CONSUMER],
      );
      if (!position) throw new Error(`The consumer ${CONSUMER} is not in event_consumer.`);
      const events = await settledEvents<StoredEvent & EventPosition>(
        tx,
        'id, name, subject_id, data, xid::text, seq::text',
        position,
        BATCH,
      );
      const last = events.at(-1) ?? position;
      await this.queue.add(this.subscriptions.jobsFor(events));
      if (events.length > 0) {
        await tx.query('UPDATE event_consumer SET xid = $1::xid8, seq = $2 WHERE name = $3', [
          last.xid,
          last.seq,
          CONSUMER,
        ]);
      }
      const [newer] = await tx.query<{ behind: boolean }[]>(
        'SELECT EXISTS (SELECT 1 FROM event WHERE (xid, seq) > ($1::xid8, $2::bigint)) AS behind',
        [last.xid, last.seq],
      );
      return { carried: events.length, behind: newer?.behind ?? false };
    });
  }
}
