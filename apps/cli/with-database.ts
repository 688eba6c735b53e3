import { constants } from 'node:os';
import { readConfig } from '../../libs/platform/config/config.js';
import type { Config } from '../../libs/platform/config/config.js';
import {
  embeddedPostgresExists,
  startEmbeddedPostgres,
} from '../../libs/platform/database/embedded/index.js';
import { onTermination } from '../../libs/platform/process/termination.js';
import { RefusalError } from './command.js';
import type { Surroundings } from './command.js';

/** The configuration with the database it ends up with, and whether that is the embedded one. */
export interface Connected {
  readonly config: Config;
  readonly databaseUrl: string;
  readonly embedded: boolean;
}

/**
 * Runs a command's work on the configured database: that of DATABASE_URL, or the embedded one, which is joined when it
 * runs and started for the time of the work when it does not. `create: false` refuses where there is no database yet.
 */
export async function withDatabase<T>(
  around: Surroundings,
  options: { create: boolean },
  work: (connected: Connected) => Promise<T>,
): Promise<T> {
  const config = readConfig(around.env);
  if (config.databaseUrl !== null) {
    return work({ config, databaseUrl: config.databaseUrl, embedded: false });
  }
  if (!options.create && !(await embeddedPostgresExists(config.dataDir))) {
    throw new RefusalError(`There is no database in ${config.dataDir} yet. "npm start" makes one.`);
  }
  const database = await startEmbeddedPostgres({ dataDir: config.dataDir, log: around.say });
  const forget = onTermination((signal) => {
    void database.stop().finally(() => process.exit(128 + constants.signals[signal]));
  });
  try {
    return await work({ config, databaseUrl: database.url, embedded: true });
  } finally {
    forget();
    await database.stop();
  }
}
