import pg from 'pg';
import { auditKeyOf, readAuditKey } from '../../platform/events/audit-key.js';
import type { AuditKey } from '../../platform/events/audit-key.js';
import { auditFolder, checkpointFile } from '../../platform/events/sealing.module.js';
import { verifyTrail } from './trail.verifier.js';
import type { LoggedCheckpoint, TrailReport } from './trail.verifier.js';

/** Where a trail and its checkpoints are. */
export interface TrailPlace {
  readonly databaseUrl: string;
  readonly dataDir: string;
  /** The seed of the key in base64; null: the one kept with the checkpoints. */
  readonly auditKey: string | null;
}

/**
 * Verifies the audit trail of a database against the checkpoints of a data folder, and against the log where it is given;
 * nothing is written. Null when there is no key, and so nothing that was ever signed.
 */
export async function verifyAuditTrail(
  place: TrailPlace,
  logged?: readonly LoggedCheckpoint[],
): Promise<TrailReport | null> {
  const key = await keyOf(place);
  if (key === null) return null;
  const client = new pg.Client({
    connectionString: place.databaseUrl,
    application_name: 'dagsorden-verify',
    connectionTimeoutMillis: 5000,
  });
  await client.connect();
  try {
    await client.query('BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY');
    return await verifyTrail({
      query: async <Row>(sql: string, values?: unknown[]) => (await client.query(sql, values)).rows as Row[],
      file: checkpointFile(place.dataDir),
      key,
      ...(logged === undefined ? {} : { logged }),
    });
  } finally {
    await client.end();
  }
}

function keyOf({ auditKey, dataDir }: TrailPlace): Promise<AuditKey | null> {
  return auditKey === null ? readAuditKey(auditFolder(dataDir)) : Promise.resolve(auditKeyOf(auditKey));
}
