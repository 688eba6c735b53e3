import { fileURLToPath } from 'node:url';
import { runMigrations } from 'bullmq';
import { Client } from 'pg';
import { DataSource } from 'typeorm';

/** How a process reaches the database: the connection string, and the size of its pool (default 10). */
export interface DatabaseTarget {
  readonly url: string;
  readonly poolSize?: number | undefined;
  /** The name its connections carry in pg_stat_activity. */
  readonly applicationName: string;
}

/** The schema the queue lives in when there is no Redis. */
const QUEUE_SCHEMA = 'bullmq';

/**
 * The TypeORM options of the product's database. Entities are given by the features. `synchronize` is always off: the
 * schema is what the migrations made.
 */
export function databaseOptions({ url, applicationName, poolSize = 10 }: DatabaseTarget) {
  return {
    type: 'postgres' as const,
    url,
    applicationName,
    poolSize,
    synchronize: false,
    migrationsRun: false,
    migrationsTableName: 'schema_migration',
    connectTimeoutMS: 1500,
    extra: { idle_in_transaction_session_timeout: 60_000 },
  };
}

async function withMigrations<T>(
  target: DatabaseTarget,
  use: (source: DataSource) => Promise<T>,
): Promise<T> {
  const folder = fileURLToPath(new URL('../../../migrations', import.meta.url));
  const source = new DataSource({ ...databaseOptions(target), migrations: [`${folder}/*.{js,ts}`] });
  await source.initialize();
  try {
    return await use(source);
  } finally {
    await source.destroy();
  }
}

/**
 * Runs every migration that has not run yet, one transaction each, and brings the queue's tables up to date; returns
 * the names of the product's own that ran. Two processes may call it at once: the second waits.
 */
export async function migrate(target: DatabaseTarget): Promise<string[]> {
  const lock = new Client({ connectionString: target.url, application_name: target.applicationName });
  await lock.connect();
  try {
    await lock.query("SELECT pg_advisory_lock(hashtext('dagsorden migrations'))");
    const ran = await withMigrations(target, (source) => source.runMigrations({ transaction: 'each' }));
    await runMigrations(lock, QUEUE_SCHEMA);
    return ran.map((migration) => migration.name);
  } finally {
    await lock.end();
  }
}

/** The names of the migrations that have not run yet. */
export function pendingMigrations(target: DatabaseTarget): Promise<string[]> {
  return withMigrations(target, async (source) => {
    const [table] = await source.query<{ there: boolean }[]>(
      `SELECT to_regclass('schema_migration') IS NOT NULL AS there`,
    );
    const known = table?.there
      ? await source.query<{ name: string }[]>('SELECT name FROM schema_migration')
      : [];
    const ran = new Set(known.map((row) => row.name));
    return source.migrations
      .map((migration) => migration.name ?? migration.constructor.name)
      .filter((name) => !ran.has(name));
  });
}
