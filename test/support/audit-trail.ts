import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { PRODUCT } from '../../libs/contracts/rights.js';
import { verifyTrail } from '../../libs/features/audit/index.js';
import type { TrailReport } from '../../libs/features/audit/index.js';
import { databaseOptions } from '../../libs/platform/database/data-source.js';
import { keptAuditKey } from '../../libs/platform/events/audit-key.js';
import type { AuditKey } from '../../libs/platform/events/audit-key.js';
import type { CheckpointFile } from '../../libs/platform/events/checkpoint-file.js';
import { Checkpoints } from '../../libs/platform/events/checkpoints.js';
import { record } from '../../libs/platform/events/event-log.js';
import { Sealer } from '../../libs/platform/events/sealer.js';
import { auditFolder, checkpointFile } from '../../libs/platform/events/sealing.module.js';
import { WakeUps } from '../../libs/platform/events/wake-ups.js';
import { newId } from '../../libs/platform/ids/new-id.js';
import { createLogger } from '../../libs/platform/log/logger.js';

/** The audit trail of a database, sealed step by step by the one who tests it. */
export interface TestTrail {
  readonly dataSource: DataSource;
  readonly dataDir: string;
  readonly sealer: Sealer;
  readonly file: CheckpointFile;
  readonly key: AuditKey;
  /** A connection of the database's owner. */
  readonly owner: pg.Client;
  /** Another sealer, as another worker would have it; without a key it dies when it is to sign. */
  anotherSealer(openKey?: () => Promise<AuditKey>): Sealer;
  verify(logged?: Parameters<typeof verifyTrail>[0]['logged']): Promise<TrailReport>;
  close(): Promise<void>;
}

/** Opens the trail of a database; its checkpoints are in a folder of their own unless one is given. */
export async function openTrail(
  databaseUrl: string,
  { poolSize = 4, dataDir: given }: { poolSize?: number; dataDir?: string } = {},
): Promise<TestTrail> {
  const dataDir = given ?? (await mkdtemp(join(tmpdir(), 'dagsorden-test-trail-')));
  const options = databaseOptions({ url: databaseUrl, applicationName: 'dagsorden-test-trail', poolSize });
  const dataSource = await new DataSource(options).initialize();
  const owner = new pg.Client({ connectionString: databaseUrl });
  await owner.connect();
  const folder = auditFolder(dataDir);
  const file = checkpointFile(dataDir);
  const key = await keptAuditKey(folder);
  const logger = createLogger('test', 'silent');
  const anotherSealer: TestTrail['anotherSealer'] = (openKey = () => keptAuditKey(folder)) =>
    new Sealer(dataSource, new Checkpoints(file, openKey, logger), new WakeUps(databaseUrl, logger), logger);
  return {
    ...{ dataSource, dataDir, file, key, owner, anotherSealer },
    sealer: anotherSealer(),
    verify: (logged) =>
      verifyTrail({
        query: async <Row>(sql: string, values?: unknown[]) => (await owner.query(sql, values)).rows as Row[],
        ...{ file, key },
        ...(logged === undefined ? {} : { logged }),
      }),
    close: async () => {
      await owner.end();
      await dataSource.destroy();
      if (given === undefined) await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** Records some events in one transaction of their own. */
export function recordSome(trail: TestTrail, count: number, from = 0): Promise<void> {
  return trail.dataSource.transaction((tx) => recordIn(tx, count, from));
}

/** Records some events: of several kinds, by people and by the product, with short and long changes. */
export async function recordIn(tx: EntityManager, count: number, from = 0): Promise<void> {
  for (let n = from; n < from + count; n += 1) {
    const personId = n % 3 === 0 ? null : newId();
    const actor = { ...PRODUCT, personId, viewedBy: n % 9 === 1 ? newId() : null };
    const context = { requestId: newId(), actor, idempotency: null };
    const long = `Tekst ${newId()}. ${'Der skal tages stilling til åbningstiderne i sommeren. '.repeat(5)}`;
    await record(tx, context, {
      name: n % 2 === 0 ? 'meeting.changed' : 'agenda-point.changed',
      subject: { kind: n % 2 === 0 ? 'meeting' : 'agenda-point', id: newId() },
      ...(n % 4 === 0 ? {} : { scopeId: newId() }),
      data: { number: n },
      ...(n % 5 === 0 ? { actingRole: 'secretariat' } : {}),
      changes: [
        { field: 'title', before: `Titel ${n}`, after: `Titel ${n + 1}` },
        ...(n % 3 === 0 ? [{ field: 'purpose', before: null, after: long }] : []),
      ],
    });
  }
}
