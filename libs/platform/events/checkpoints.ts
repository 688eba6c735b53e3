import type { EntityManager } from 'typeorm';
import { GENESIS } from '../../contracts/audit.js';
import type { Logger } from '../log/logger.js';
import type { AuditKey } from './audit-key.js';
import { CheckpointFile } from './checkpoint-file.js';
import { signCheckpoint } from './checkpoint.js';
import type { Checkpoint, Head } from './checkpoint.js';

/** How many events one checkpoint lists at most. */
const LISTED = 5000;

interface Sealed {
  readonly position: string;
  readonly xid: string;
  readonly seq: string;
  readonly event_id: string;
  readonly hash: string;
}

const NOTHING: Head = { count: 0, head: GENESIS };

/** Writes signed checkpoints of what is sealed into a file outside the database, and into the log. */
export class Checkpoints {
  private key: AuditKey | null = null;

  constructor(
    private readonly file: CheckpointFile,
    private readonly openKey: () => Promise<AuditKey>,
    private readonly logger: Logger,
  ) {}

  /**
   * Signs all that was sealed since the last checkpoint; tells how many checkpoints that took. Where the database no
   * longer holds what the last one says, that is logged, stays to be found in the file, and the list begins anew with
   * what there is now, so that what comes is still watched over.
   */
  async write(tx: EntityManager): Promise<number> {
    this.key ??= await this.openKey();
    const found = await this.file.last();
    let last = found === 'damaged' ? null : found;
    let since: Head = last === null ? NOTHING : { count: last.count, head: last.head };
    if (found === 'damaged' || (last !== null && !(await isSealed(tx, since)))) {
      this.logger.error({ checkpoint: since }, 'the audit trail and its last checkpoint differ');
      since = NOTHING;
    }
    let written = 0;
    for (let sealed = await sealedSince(tx, since); sealed.length > 0; written += 1) {
      last = await this.sign(this.key, last, since, sealed);
      since = { count: last.count, head: last.head };
      sealed = sealed.length < LISTED ? [] : await sealedSince(tx, since);
    }
    if (written > 0) await tx.query(REMEMBER, [since.count]);
    return written;
  }

  private async sign(key: AuditKey, last: Checkpoint | null, since: Head, sealed: readonly Sealed[]) {
    const end = sealed.at(-1);
    const checkpoint = signCheckpoint(
      {
        ...{ number: (last?.number ?? 0) + 1, since },
        ...{ count: Number(end?.position ?? since.count), head: end?.hash ?? since.head },
        at: new Date().toISOString(),
        events: sealed.map(({ xid, seq, event_id: id, hash }) => [xid, seq, id, hash]),
        previous: last?.signature ?? '',
      },
      key,
    );
    await this.file.append(checkpoint);
    const { number, count, head, at } = checkpoint;
    this.logger.info({ checkpoint: { number, count, head, at, key: key.fingerprint } }, 'audit checkpoint');
    return checkpoint;
  }
}

/** How far the checkpoints have got, as the database knows it: a file that was cut holds less. */
const REMEMBER = `UPDATE event_consumer SET seq = $1 WHERE name = 'checkpoints'`;

async function isSealed(tx: EntityManager, { count, head }: Head): Promise<boolean> {
  const rows = await tx.query<unknown[]>(
    `SELECT 1 FROM event_seal WHERE position = $1 AND hash = decode($2, 'hex')`,
    [count, head],
  );
  return rows.length > 0;
}

function sealedSince(tx: EntityManager, since: Head): Promise<Sealed[]> {
  return tx.query<Sealed[]>(
    `SELECT position::text, xid::text, seq::text, event_id, encode(hash, 'hex') AS hash
     FROM event_seal WHERE position > $1 ORDER BY event_seal.position LIMIT ${LISTED}`,
    [since.count],
  );
}
