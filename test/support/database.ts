import pg from 'pg';
import { migrate } from '../../libs/platform/database/data-source.js';

/** A database of one spec file's own, with the product's schema and nothing in it but what the migrations put there. */
export interface TestDatabase {
  readonly url: string;
  query<Row extends pg.QueryResultRow = pg.QueryResultRow>(sql: string, values?: unknown[]): Promise<Row[]>;
  /** Deletes every row that was not there from the start; open connections stay. */
  empty(): Promise<void>;
  /** Closes this helper's connection and drops the database, whoever is still connected. */
  drop(): Promise<void>;
}

/** Makes the database that all test databases are copied from. Nobody may be connected to it afterwards. */
export async function makeTemplate(server: string, name: string): Promise<void> {
  await withClient(server, (client) => client.query(`CREATE DATABASE ${name}`));
  await migrate({ url: databaseOn(server, name), poolSize: 1, applicationName: 'dagsorden-test-template' });
}

/** Drops all databases whose name begins so. */
export async function dropDatabasesLike(server: string, prefix: string): Promise<void> {
  await withClient(server, async (client) => {
    const found = await client.query<{ datname: string }>(
      'SELECT datname FROM pg_database WHERE starts_with(datname, $1)',
      [prefix],
    );
    for (const { datname } of found.rows) await dropDatabase(client, datname);
  });
}

/**
 * A copy of a database that a spec file made, as it is at this moment: two worlds that differ only in what happens after.
 * Nobody may be connected to it but the helper, whose connections are closed for the copying.
 */
export async function copyOfDatabase(original: TestDatabase, name: string): Promise<TestDatabase> {
  const server = fromEnvironment('DAGSORDEN_TEST_SERVER');
  const source = new URL(original.url).pathname.slice(1);
  const copy = `${source}_${name}`;
  await withClient(server, async (client) => {
    await sendAway(client, source);
    await dropDatabase(client, copy);
    await client.query(`CREATE DATABASE ${copy} TEMPLATE ${source}`);
  });
  return openDatabase(server, copy);
}

/**
 * Gives the calling spec file a fresh copy of the template (some 60 ms). Call it in `beforeAll`, and `drop` in `afterAll`.
 * A spec file that needs two at a time names the second.
 */
export async function testDatabase(name = 'main'): Promise<TestDatabase> {
  const server = fromEnvironment('DAGSORDEN_TEST_SERVER');
  const template = fromEnvironment('DAGSORDEN_TEST_TEMPLATE');
  const own = `${template}_w${process.env.JEST_WORKER_ID ?? '1'}_${name}`;
  await withClient(server, async (client) => {
    await dropDatabase(client, own);
    await client.query(`CREATE DATABASE ${own} TEMPLATE ${template}`);
  });
  return openDatabase(server, own);
}

async function openDatabase(server: string, own: string): Promise<TestDatabase> {
  const url = databaseOn(server, own);
  const pool = new pg.Pool({ connectionString: url, max: 1, application_name: 'dagsorden-test' });
  // Dropping the database, or stopping the server, ends idle clients.
  pool.on('error', () => undefined);
  const emptyAtFirst = await tablesWithoutRows(pool);
  return {
    url,
    query: async <Row extends pg.QueryResultRow>(sql: string, values: unknown[] = []) =>
      (await pool.query<Row>(sql, values)).rows,
    empty: async () => {
      if (emptyAtFirst.length > 0) await pool.query(emptying(emptyAtFirst));
    },
    drop: async () => {
      await pool.end();
      await withClient(server, (client) => dropDatabase(client, own));
    },
  };
}

/** Triggers that keep the event table append-only are off for the moment of emptying; all in one transaction. */
function emptying(tables: string[]): string {
  return [
    ...tables.map((table) => `ALTER TABLE ${table} DISABLE TRIGGER USER`),
    `TRUNCATE ${tables.join(', ')} RESTART IDENTITY`,
    ...tables.map((table) => `ALTER TABLE ${table} ENABLE TRIGGER USER`),
  ].join(';');
}

/** Rows that migrations insert belong to the schema, so their tables are not emptied. */
async function tablesWithoutRows(pool: pg.Pool): Promise<string[]> {
  const tables = await pool.query<{ name: string }>(
    `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
     WHERE schemaname NOT IN ('pg_catalog', 'information_schema') ORDER BY 1`,
  );
  const empty: string[] = [];
  for (const { name } of tables.rows) {
    const found = await pool.query(`SELECT 1 FROM ${name} LIMIT 1`);
    if (found.rowCount === 0) empty.push(name);
  }
  return empty;
}

/**
 * Drops a database if it is there. DROP … WITH (FORCE) gives up ("permission denied to terminate process") where the server
 * itself is vacuuming in it; a plain DROP sends that away, but not clients.
 */
async function dropDatabase(client: pg.Client, name: string): Promise<void> {
  await sendAway(client, name);
  await client.query(`DROP DATABASE IF EXISTS ${name}`);
}

async function sendAway(client: pg.Client, database: string): Promise<void> {
  await client.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1 AND backend_type = 'client backend'`,
    [database],
  );
}

function databaseOn(server: string, name: string): string {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function fromEnvironment(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run the test in the Jest project "system".`);
  return value;
}
