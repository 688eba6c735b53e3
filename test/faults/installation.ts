import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { migrate } from '../../libs/platform/database/data-source.js';
import { startEmbeddedPostgres } from '../../libs/platform/database/embedded/index.js';
import { freePort } from '../support/redis.js';
import { signInAsEverybody } from '../support/sign-in.js';

/** An installation of a fault run's own: a database, a data folder, and somebody who may do everything. */
export interface Installation {
  readonly database: pg.Client;
  readonly dataDir: string;
  /** The environment of its processes. */
  readonly env: Readonly<Record<string, string>>;
  /** Where its api answers once it is started. */
  readonly address: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Does a piece of work on a new installation, and takes it away afterwards. */
export async function onInstallation(work: (made: Installation) => Promise<void>): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'dagsorden-faults-'));
  const postgres = await startEmbeddedPostgres({ dataDir, log: console.error });
  const database = new pg.Client({ connectionString: postgres.url });
  try {
    await migrate({ url: postgres.url, applicationName: 'dagsorden-faults' });
    await database.connect();
    const port = String(await freePort());
    const env = {
      ...{ DATABASE_URL: postgres.url, DATA_DIR: dataDir, HOST: '127.0.0.1', PORT: port },
      ...{ LOG_LEVEL: 'error', REQUESTS_PER_MINUTE: '0', REDIS_URL: '' },
    };
    const { headers } = await signInAsEverybody(postgres.url);
    await work({ database, dataDir, env, headers, address: `http://127.0.0.1:${port}` });
  } finally {
    await database.end();
    await postgres.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}
