import pg from 'pg';
import { pendingMigrations } from '../../../libs/platform/database/data-source.js';
import { openQueueBackend } from '../../../libs/platform/queue/backend.js';
import { QUEUE_NAME } from '../../../libs/platform/queue/job-queue.js';
import { RefusalError } from '../command.js';
import type { Connected } from '../with-database.js';

type Counts = Readonly<Record<string, number>>;

/** What `status --json` prints. Counts are by state, and empty while the database is not up to date. */
export interface Status {
  readonly database: {
    readonly reachable: true;
    readonly embedded: boolean;
    readonly version: string;
    readonly pendingMigrations: readonly string[];
  };
  readonly meetings: Counts;
  readonly indstillinger: Counts;
  readonly followUps: Counts;
  readonly documents: Counts;
  readonly imports: number;
  readonly outbox: { readonly owed: number };
  readonly queue: {
    readonly backend: 'postgresql' | 'redis';
    readonly reachable: boolean;
    readonly jobs: Counts;
  };
}

const BY_STATE = {
  meetings: 'SELECT state AS name, count(*)::int AS n FROM meeting GROUP BY 1 ORDER BY 1',
  indstillinger: 'SELECT state AS name, count(*)::int AS n FROM indstilling GROUP BY 1 ORDER BY 1',
  followUps: 'SELECT status AS name, count(*)::int AS n FROM follow_up GROUP BY 1 ORDER BY 1',
  documents: 'SELECT state AS name, count(*)::int AS n FROM document GROUP BY 1 ORDER BY 1',
};

/** Events the queue has not been told of yet. */
const OWED = `SELECT count(*)::int AS n FROM event, event_consumer AS consumer
  WHERE consumer.name = 'jobs' AND (event.xid, event.seq) > (consumer.xid, consumer.seq)`;

/** Asks the database and the queue how they are. Throws `RefusalError` when the database cannot be reached. */
export async function readStatus(connected: Connected): Promise<Status> {
  const client = new pg.Client({
    connectionString: connected.databaseUrl,
    connectionTimeoutMillis: 5000,
    application_name: 'dagsorden-status',
  });
  try {
    await client.connect();
  } catch (error) {
    throw new RefusalError(`The database cannot be reached: ${(error as Error).message}`);
  }
  try {
    return await collect(client, connected);
  } finally {
    await client.end();
  }
}

async function collect(client: pg.Client, { databaseUrl, config, embedded }: Connected): Promise<Status> {
  const [server] = (await client.query<{ server_version: string }>('SHOW server_version')).rows;
  const pending = await pendingMigrations({ url: databaseUrl, applicationName: 'dagsorden-status' });
  const upToDate = pending.length === 0;
  const counts = async (sql: string): Promise<Counts> => (upToDate ? readCounts(client, sql) : {});
  const count = async (sql: string): Promise<number> =>
    upToDate ? ((await client.query<{ n: number }>(sql)).rows[0]?.n ?? 0) : 0;
  return {
    database: {
      reachable: true,
      embedded,
      version: server?.server_version ?? '',
      pendingMigrations: pending,
    },
    meetings: await counts(BY_STATE.meetings),
    indstillinger: await counts(BY_STATE.indstillinger),
    followUps: await counts(BY_STATE.followUps),
    documents: await counts(BY_STATE.documents),
    imports: await count('SELECT count(*)::int AS n FROM import_record'),
    outbox: { owed: await count(OWED) },
    queue: await readQueue({ databaseUrl, redisUrl: config.redisUrl }, upToDate),
  };
}

async function readCounts(client: pg.Client, sql: string): Promise<Counts> {
  const { rows } = await client.query<{ name: string; n: number }>(sql);
  return Object.fromEntries(rows.map(({ name, n }) => [name, n]));
}

const QUEUE_PATIENCE_MS = 5000;

async function readQueue(
  target: { databaseUrl: string; redisUrl: string | null },
  upToDate: boolean,
): Promise<Status['queue']> {
  const backend = openQueueBackend(target);
  if (target.redisUrl === null && !upToDate) return { backend: backend.kind, reachable: false, jobs: {} };
  const queue = backend.queue(QUEUE_NAME, {});
  queue.on('error', () => undefined);
  const tooLate = new Promise<null>((resolve) => setTimeout(resolve, QUEUE_PATIENCE_MS, null).unref());
  const jobs = await Promise.race([queue.getJobCounts().catch(() => null), tooLate]);
  await Promise.race([queue.close().then(() => backend.close()), tooLate]);
  return { backend: backend.kind, reachable: jobs !== null, jobs: jobs ?? {} };
}
