import { Inject, Injectable } from '@nestjs/common';
import type { BeforeApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { LOGGER } from '../log/logger.js';
import type { Logger } from '../log/logger.js';
import { JobQueue } from '../queue/job-queue.js';
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
 * Carries events to the queue. It reads only events of transactions that every older one has ended before, so none that
 * commits late is passed over; the position moves in the same transaction that has read, and a job enqueued twice after
 * a crash carries the same id. Several workers may run it: they take turns on the position's row.
 */
@Injectable()
export class OutboxRelay implements BeforeApplicationShutdown {
  private stopped = false;
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly dataSource: DataSource,
    private readonly queue: JobQueue,
    private readonly subscriptions: Subscriptions,
    private readonly wakeUps: WakeUps,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** Starts carrying until the process stops. */
  start(): void {
    this.running = this.loop();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    this.wakeUps.wake('event');
    this.wakeUps.wake('stop');
    await this.running;
  }

  private async loop(): Promise<void> {
    while (!this.stopped) {
      const heard = this.wakeUps.heardOn('event');
      try {
        const { carried, behind } = await this.carryOnce();
        if (carried < BATCH) await this.wakeUps.wait('event', behind ? BEHIND_MS : IDLE_MS, heard);
      } catch (error) {
        this.logger.warn({ err: error }, 'outbox relay');
        await this.wakeUps.wait('stop', 1000);
      }
    }
  }

  /** Carries one batch: how many events it read, and whether newer ones wait for an open transaction. */
  async carryOnce(): Promise<{ carried: number; behind: boolean }> {
    return this.dataSource.transaction(async (tx) => {
      const [position] = await tx.query<{ xid: string; seq: string }[]>(
        'SELECT xid::text, seq::text FROM event_consumer WHERE name = $1 FOR UPDATE',
        [CONSUMER],
      );
      if (!position) throw new Error(`The consumer ${CONSUMER} is not in event_consumer.`);
      const events = await tx.query<(StoredEvent & { xid: string; seq: string })[]>(
        `SELECT id, name, subject_id, data, xid::text, seq::text FROM event
         WHERE (xid, seq) > ($1::xid8, $2::bigint) AND xid < pg_snapshot_xmin(pg_current_snapshot())
         ORDER BY xid, seq LIMIT ${BATCH}`,
        [position.xid, position.seq],
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
