import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { GENESIS, canonicalText } from '../../contracts/audit.js';
import type { EventRow } from '../../contracts/audit.js';
import { LOGGER } from '../log/logger.js';
import type { Logger } from '../log/logger.js';
import { Checkpoints } from './checkpoints.js';
import { EventFollower, settledEvents } from './follower.js';
import type { EventPosition } from './follower.js';
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

interface SealHead extends EventPosition {
  readonly position: string;
  readonly hash: string;
}
const NOTHING: SealHead = { position: '0', hash: GENESIS, xid: '0', seq: '0' };

/**
 * Chains the events behind those who write them: each gets a position and a hash over the one before. Then a signed
 * checkpoint goes outside the database. Writers never wait for it; of several workers one seals at a time.
 */
@Injectable()
export class Sealer extends EventFollower {
  constructor(
    private readonly dataSource: DataSource,
    private readonly checkpoints: Checkpoints,
    wakeUps: WakeUps,
    @Inject(LOGGER) logger: Logger,
  ) {
    super(wakeUps, logger, 'sealing the audit trail');
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

  protected async round(heard: number): Promise<void> {
    await this.sealOnce();
    await this.rest(PACE_MS);
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
  const rows = await settledEvents<EventRow>(tx, SEALED_SELECT, head, BATCH);
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
