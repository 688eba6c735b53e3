import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { migrate } from '../../libs/platform/database/data-source.js';
import { startEmbeddedPostgres } from '../../libs/platform/database/embedded/index.js';
import { startProcess } from '../support/own-process.js';
import { freePort, startRedis } from '../support/redis.js';
import { judge, secondsSince } from './report.js';
import { signInAsEverybody } from '../support/sign-in.js';
import { askForDocuments } from './worker/seed.js';
import { verifyDocuments } from './worker/verify.js';

/** How long nothing may be made, between two kills or at the end, before the run counts as stuck (ms). */
const PATIENCE_MS = 120_000;
/** A kill comes within so many milliseconds of its turn, so that it hits every step of a job. */
const SPREAD_MS = 40;

interface Work {
  readonly database: pg.Client;
  readonly env: Readonly<Record<string, string>>;
  readonly jobs: number;
  readonly kills: number;
}

async function made({ database }: Work): Promise<number> {
  const { rows } = await database.query<{ made: number }>(
    `SELECT count(*)::int AS made FROM document WHERE state = 'ready'`,
  );
  return rows[0]?.made ?? 0;
}

async function waitUntilMade(work: Work, wanted: number): Promise<void> {
  const deadline = performance.now() + PATIENCE_MS;
  while ((await made(work)) < wanted) {
    if (performance.now() > deadline)
      throw new Error(`Stuck at ${await made(work)} of ${work.jobs} documents.`);
    await delay(5);
  }
}

/** Kills the worker and starts it again, each time when its share of the jobs has been made; gives what hit. */
async function killAgainAndAgain(work: Work): Promise<{ owed: number; inHand: number }> {
  const { database, env, jobs, kills } = work;
  const hit = { owed: 0, inHand: 0 };
  for (let kill = 0; kill < kills; kill += 1) {
    const worker = await startProcess('apps/worker/main.js', env);
    await waitUntilMade(work, Math.floor((jobs * kill) / (kills + 1)) + 1);
    await delay(Math.random() * SPREAD_MS);
    await worker.end('SIGKILL');
    const { rows } = await database.query<{ owed: number; in_hand: number }>(
      `SELECT count(*) FILTER (WHERE state <> 'ready')::int AS owed,
              count(*) FILTER (WHERE state = 'running')::int AS in_hand FROM document`,
    );
    if ((rows[0]?.owed ?? 0) > 0) hit.owed += 1;
    if ((rows[0]?.in_hand ?? 0) > 0) hit.inHand += 1;
  }
  return hit;
}

async function killAndVerify(work: Work, dataDir: string): Promise<void> {
  const { jobs, kills, env } = work;
  const start = performance.now();
  const hit = await killAgainAndAgain(work);
  console.log(`${kills} kills in ${secondsSince(start)} s; made by then: ${await made(work)}.`);
  console.log(`Kills while documents were owed: ${hit.owed}; with half-made ones in hand: ${hit.inHand}.`);
  const last = performance.now();
  const worker = await startProcess('apps/worker/main.js', env);
  try {
    await waitUntilMade(work, jobs);
    console.log(`All made ${secondsSince(last)} s after the last kill.`);
  } finally {
    await worker.end('SIGTERM');
  }
  const { promises, leftovers } = await verifyDocuments(work.database, dataDir, jobs);
  console.log(`Half-written files the kills left beside the store's own: ${leftovers}.`);
  judge([{ what: 'kills while documents were owed', counted: hit.owed, must: kills }, ...promises]);
}

/**
 * QUALITY, fault tests: kill -9 the worker 100 times in 1,000 jobs. `--jobs` and `--kills` make it shorter, `--redis` has
 * the queue in Redis. The documents are asked for over HTTP before the first worker starts, so that the relay of events
 * is killed too.
 */
export async function run(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      jobs: { type: 'string', default: '1000' },
      kills: { type: 'string', default: '100' },
      redis: { type: 'boolean', default: false },
    },
  });
  const [jobs, kills] = [Number(values.jobs), Number(values.kills)];
  const dataDir = await mkdtemp(join(tmpdir(), 'dagsorden-faults-'));
  const postgres = await startEmbeddedPostgres({ dataDir, log: console.error });
  const database = new pg.Client({ connectionString: postgres.url });
  const redis = values.redis ? await startRedis(dataDir) : null;
  try {
    if (values.redis && redis === null) throw new Error('redis-server is not installed.');
    await migrate({ url: postgres.url, applicationName: 'dagsorden-faults' });
    await database.connect();
    const port = String(await freePort());
    const env = {
      ...{ DATABASE_URL: postgres.url, DATA_DIR: dataDir, HOST: '127.0.0.1', PORT: port },
      ...{ LOG_LEVEL: 'error', REQUESTS_PER_MINUTE: '0', REDIS_URL: redis?.url ?? '' },
    };
    const start = performance.now();
    const api = await startProcess('apps/api/main.js', env);
    const { headers } = await signInAsEverybody(postgres.url);
    await askForDocuments(database, `http://127.0.0.1:${port}`, jobs, headers).finally(() =>
      api.end('SIGTERM'),
    );
    const queue = redis === null ? 'PostgreSQL' : 'Redis';
    console.log(`${jobs} documents asked for in ${secondsSince(start)} s; the queue is in ${queue}.`);
    await killAndVerify({ database, env, jobs, kills }, dataDir);
  } finally {
    await database.end();
    await redis?.stop();
    await postgres.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}
