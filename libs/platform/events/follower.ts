import type { BeforeApplicationShutdown } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Logger } from '../log/logger.js';
import type { WakeUps } from './wake-ups.js';

/** Where a follower of the events has got to: the transaction and the place of the last it has taken. */
export interface EventPosition {
  readonly xid: string;
  readonly seq: string;
}

/** How long to leave a failing round alone (ms). */
const AFTER_FAILURE_MS = 1000;

/**
 * The events after a position, in the order of their transactions, `columns` of each (with `xid` and `seq` as text). Only
 * those of transactions that every older one has ended before, so that none that commits late is passed over.
 */
export function settledEvents<Row>(
  tx: EntityManager,
  columns: string,
  { xid, seq }: EventPosition,
  limit: number,
): Promise<Row[]> {
  return tx.query<Row[]>(
    `SELECT ${columns} FROM event
     WHERE (xid, seq) > ($1::xid8, $2::bigint) AND xid < pg_snapshot_xmin(pg_current_snapshot())
     ORDER BY event.xid, event.seq LIMIT ${limit}`,
    [xid, seq],
  );
}

/** Follows the event table round after round until the process stops; a failing round is logged and tried again. */
export abstract class EventFollower implements BeforeApplicationShutdown {
  protected stopped = false;
  private running: Promise<void> = Promise.resolve();

  protected constructor(
    protected readonly wakeUps: WakeUps,
    private readonly logger: Logger,
    private readonly name: string,
  ) {}

  /** Starts following until the process stops. */
  start(): void {
    this.running = this.loop();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    this.wakeUps.wake('event');
    this.wakeUps.wake('stop');
    await this.running;
  }

  /** Takes what is there, and waits; `heard` is what had been heard of events before, so that none is slept over. */
  protected abstract round(heard: number): Promise<void>;

  /** Waits so long, or until the process stops (ms). */
  protected async rest(ms: number): Promise<void> {
    const stops = this.wakeUps.heardOn('stop');
    if (!this.stopped) await this.wakeUps.wait('stop', ms, stops);
  }

  private async loop(): Promise<void> {
    while (!this.stopped) {
      try {
        await this.round(this.wakeUps.heardOn('event'));
      } catch (error) {
        this.logger.warn({ err: error }, this.name);
        await this.rest(AFTER_FAILURE_MS);
      }
    }
  }
}
