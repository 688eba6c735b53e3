import { DataSource } from 'typeorm';
import type { DataSourceOptions } from 'typeorm';

/** How a process reaches the database: the connection string, and the size of its pool (default 10). */
export interface DatabaseTarget {
  readonly url: string;
  readonly poolSize?: number;
  /** Added to every connection's name in pg_stat_activity. */
  readonly applicationName: string;
}

/**
 * The TypeORM options of the product's database. Entities are given by the features; migrations are the compiled files
 * under `migrations/`. `synchronize` is always off: the schema is what the migrations made.
 */
export function databaseOptions(
  target: DatabaseTarget,
  entities: NonNullable<DataSourceOptions['entities']> = [],
) {
  return {
    type: 'postgres' as const,
    url: target.url,
    entities,
    synchronize: false,
    migrationsRun: false,
    migrationsTableName: 'schema_migration',
    migrations: [new URL('../../../migrations/*.{js,ts}', import.meta.url).pathname],
    applicationName: target.applicationName,
    connectTimeoutMS: 2000,
    poolSize: target.poolSize ?? 10,
    extra: { idle_in_transaction_session_timeout: 60_000 },
  };
}

/** Runs every migration that has not run yet, one transaction each; returns the names of those that ran. */
export async function migrate(target: DatabaseTarget): Promise<string[]> {
  const source = await new DataSource(databaseOptions(target)).initialize();
  try {
    const ran = await source.runMigrations({ transaction: 'each' });
    return ran.map((migration) => migration.name);
  } finally {
    await source.destroy();
  }
}
