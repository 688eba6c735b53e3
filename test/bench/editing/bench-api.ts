import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { migrate } from '../../../libs/platform/database/data-source.js';
import { startEmbeddedPostgres } from '../../../libs/platform/database/embedded/index.js';
import { startProcess } from '../../support/own-process.js';
import { freePort } from '../../support/redis.js';
import { signInAsEverybody } from '../../support/sign-in.js';
import { sampleBody } from '../agenda-view/sample.js';

/** The api as a process of its own over a database of its own, and somebody who may do everything. */
export interface BenchApi {
  readonly database: pg.Client;
  readonly databaseUrl: string;
  /** Where it answers, `http://127.0.0.1:…`. */
  readonly url: string;
  readonly bodyId: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Starts what a bench of editing asks, runs it, and clears up whatever happens. */
export async function withBenchApi(bench: (api: BenchApi) => Promise<void>): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'dagsorden-bench-'));
  const postgres = await startEmbeddedPostgres({ dataDir, log: console.error, forTests: true });
  const database = new pg.Client({ connectionString: postgres.url });
  const port = await freePort();
  try {
    await migrate({ url: postgres.url, applicationName: 'dagsorden-bench' });
    await database.connect();
    console.log(`${cpus().length} cores, Node ${process.version}.`);
    const env = { DATABASE_URL: postgres.url, DATA_DIR: dataDir, HOST: '127.0.0.1', LOG_LEVEL: 'warn' };
    // What is measured is not how soon it says no.
    const api = await startProcess('apps/api/main.js', {
      ...env,
      PORT: String(port),
      REQUESTS_PER_MINUTE: '0',
    });
    try {
      const url = `http://127.0.0.1:${port}`;
      const { headers } = await signInAsEverybody(postgres.url);
      const bodyId = await sampleBody(url, headers);
      await bench({ database, databaseUrl: postgres.url, url, bodyId, headers });
    } finally {
      await api.end('SIGTERM');
    }
  } finally {
    await database.end();
    await postgres.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}
