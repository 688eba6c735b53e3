import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { BeforeApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { GENESIS, canonicalText } from '../../contracts/audit.js';
import type { EventRow } from '../../contracts/audit.js';
import { LOGGER } from '../log/logger.js';
import type { Logger } from '../log/logger.js';
import { Checkpoints } from './checkpoints.js';
import { SEALED_SELECT } from './sealed-columns.js';
import { WakeUps } from './wake-ups.js';

const BATCH = 1000;
/** How often it seals and signs at most (ms). */
const PACE_MS = 1000;
/** How often it looks when no NOTIFY came (ms). */
const IDLE_MS = 5000;

/** The hash of an event's seal: SHA-256 over the hash before it and the event's canonical text, in hex. */
export function sealHash(previous: string, canonical: string): string {
  return createHash('sha256').update(Buffer.from(previous, 'hex')).update(canonical).digest('hex');
}

interface SealHead {
  readonly position: string;
  readonly hash: string;
  readonly xid: string;
  readonly seq: string;
}
const NOTHING: SealHead = { position: '0', hash: GENESIS, xid: '0', seq: '0' };

/**
 * Chains the events behind those who write them: it reads only events of transactions that every older one has ended
 * before, so that none comes in between later, and gives each a position and a hash over the one before. Then a signed
 * checkpoint goes outside the database. Writers never wait for it; of several workers one seals at a time.
 */
@Injectable()
export class Sealer implements BeforeApplicationShutdown {
  private stopped = false;
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly dataSource: DataSource,
    private readonly checkpoints: Checkpoints,
    private readonly wakeUps: WakeUps,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** Starts sealing until the process stops. */
  start(): void {
    this.running = this.loop();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    this.wakeUps.wake('event');
    this.wakeUps.wake('stop');
    await this.running;
  }

  /** Seals all that can be sealed and signs a checkpoint of it; tells how many events it sealed. */
  async sealOnce(): Promise<number> {
    let sealed = 0;
    for (let batch = BATCH; batch === BATCH; sealed += batch) {
      batch = await this.locked(sealBatch);
    }
    await this.locked((tx) => this.checkpoints.write(tx));
    return sealed;
  }

  private async loop(): Promise<void> {
    while (!this.stopped) {
      const heard = this.wakeUps.heardOn('event');
      try {
        await this.sealOnce();
      } catch (error) {
        this.logger.warn({ err: error }, 'sealing the audit trail');
      }
      await this.pause(heard);
    }
  }

  private async pause(heard: number): Promise<void> {
    const stops = this.wakeUps.heardOn('stop');
    if (!this.stopped) await this.wakeUps.wait('stop', PACE_MS, stops);
    if (!this.stopped) await this.wakeUps.wait('event', IDLE_MS, heard);
  }

  /** Works in a transaction that only one process at a time has; 0 when another has it. */
  private locked(work: (tx: EntityManager) => Promise<number>): Promise<number> {
    return this.dataSource.transaction(async (tx) => {
      const [lock] = await tx.query<{ held: boolean }[]>(
        "SELECT pg_try_advisory_xact_lock(hashtext('dagsorden audit trail')) AS held",
      );
      return lock?.held === true ? work(tx) : 0;
    });
  }
}

async function sealBatch(tx: EntityManager): Promise<number> {
  const [head = NOTHING] = await tx.query<SealHead[]>(
    `SELECT position::text, encode(hash, 'hex') AS hash, xid::text, seq::text FROM event_seal
     ORDER BY event_seal.position DESC LIMIT 1`,
  );
  const rows = await tx.query<EventRow[]>(
    `SELECT ${SEALED_SELECT} FROM event
     WHERE (xid, seq) > ($1::xid8, $2::bigint) AND xid < pg_snapshot_xmin(pg_current_snapshot())
     ORDER BY event.xid, event.seq LIMIT ${BATCH}`,
    [head.xid, head.seq],
  );
  if (rows.length === 0) return 0;
  const hashes: string[] = [];
  for (const row of rows) hashes.push(sealHash(hashes.at(-1) ?? head.hash, canonicalText(row)));
  await tx.query(
    `INSERT INTO event_seal (position, event_id, xid, seq, hash)
     SELECT $1::bigint + n, id, xid::xid8, seq::bigint, decode(hash, 'hex')
     FROM unnest($2::uuid[], $3::text[], $4::text[], $5::text[]) WITH ORDINALITY AS seal (id, xid, seq, hash, n)`,
    [
      head.position,
      rows.map((row) => row.id),
      rows.map((row) => row.xid),
      rows.map((row) => row.seq),
      hashes,
    ],
  );
  return rows.length;
}
