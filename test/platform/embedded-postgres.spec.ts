import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { startEmbeddedPostgres } from '../../libs/platform/database/embedded/index.js';
import { processIdentity } from '../../libs/platform/process/identity.js';
import { until } from '../support/until.js';

// Processes are started for real: on a busy machine that takes its time.
jest.setTimeout(60_000);

const compiled = fileURLToPath(
  new URL('../../dist/libs/platform/database/embedded/index.js', import.meta.url),
);

let dataDir = '';
const lines: string[] = [];
const start = () => startEmbeddedPostgres({ dataDir, log: (line) => lines.push(line) });

beforeAll(async () => {
  const closed = await mkdtemp(join(tmpdir(), 'dagsorden-launcher-'));
  // mkdtemp makes it 0700: the server's own user cannot walk through it when the tests run as root.
  dataDir = join(closed, 'data');
});

afterAll(async () => {
  await rm(join(dataDir, '..'), { recursive: true, force: true });
});

async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

async function serverPid(): Promise<number | null> {
  const text = await readFile(join(dataDir, 'database/cluster/postmaster.pid'), 'utf8').catch(() => '');
  return Number.parseInt(text, 10) || null;
}

/** A process of its own that starts the database and waits to be killed. */
async function startInChild(): Promise<{ child: ChildProcess; url: string }> {
  const program = `
    const { startEmbeddedPostgres } = await import(${JSON.stringify(compiled)});
    const { url } = await startEmbeddedPostgres({ dataDir: ${JSON.stringify(dataDir)}, log: () => undefined });
    process.send(url);
    setInterval(() => undefined, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const url = await new Promise<string>((resolve, reject) => {
    child.on('message', (message) => resolve(message as string));
    child.on('exit', (code) => reject(new Error(`The child ended with ${code ?? 'a signal'}.`)));
  });
  child.removeAllListeners('exit');
  return { child, url };
}

async function kill(child: ChildProcess): Promise<void> {
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await gone;
}

describe('the embedded PostgreSQL', () => {
  it('sorts as Danish does, with Aa as the last letter', async () => {
    const database = await start();
    const rows = await query(
      database.url,
      "SELECT name FROM unnest(ARRAY['Aarhus', 'Bo', 'Ågård', 'Zoo', 'Ærø', 'Odder']) name ORDER BY name",
    );
    expect(rows.map(({ name }) => name)).toEqual(['Bo', 'Odder', 'Zoo', 'Ærø', 'Ågård', 'Aarhus']);
    await database.stop();
  });

  it('finds its data again at the second start', async () => {
    const first = await start();
    await query(first.url, 'CREATE TABLE kept AS SELECT 1 AS n');
    await first.stop();
    const second = await start();
    expect(await query(second.url, 'SELECT n FROM kept')).toEqual([{ n: 1 }]);
    await second.stop();
    expect(await serverPid()).toBeNull();
  });

  it('keeps the password where only the one who starts it can read, and lets nobody in without', async () => {
    const database = await start();
    expect((await stat(join(dataDir, 'database/password'))).mode & 0o777).toBe(0o600);
    expect((await stat(join(dataDir, 'database/cluster'))).mode & 0o777).toBe(0o700);
    const wrong = new URL(database.url);
    wrong.password = 'wrong';
    await expect(query(wrong.href, 'SELECT 1')).rejects.toThrow('password authentication failed');
    wrong.username = 'postgres';
    await expect(query(wrong.href, 'SELECT 1')).rejects.toThrow('no pg_hba.conf entry');
    await database.stop();
  });

  it('joins the server that runs, which stops with the last of its users', async () => {
    const [first, second] = await Promise.all([start(), start()]);
    expect(second.url).toBe(first.url);
    await first.stop();
    expect(await query(second.url, 'SELECT 1 AS n')).toEqual([{ n: 1 }]);
    const pid = await serverPid();
    await second.stop();
    expect(processIdentity(pid ?? 0)).toBeNull();
  });

  it('takes over the server a killed process left running', async () => {
    const { child, url } = await startInChild();
    await kill(child);
    const database = await start();
    expect(database.url).toBe(url);
    expect(await query(database.url, 'SELECT n FROM kept')).toEqual([{ n: 1 }]);
    await database.stop();
    expect(await serverPid()).toBeNull();
  });

  it('recovers when everything was killed at once', async () => {
    const { child, url } = await startInChild();
    await query(url, 'INSERT INTO kept VALUES (2)');
    process.kill((await serverPid()) ?? 0, 'SIGKILL');
    await kill(child);
    const database = await start();
    expect(await query(database.url, 'SELECT n FROM kept ORDER BY n')).toEqual([{ n: 1 }, { n: 2 }]);
    await database.stop();
  });

  it('starts a server that dies in use again, on the same address', async () => {
    const database = await start();
    const killed = (await serverPid()) ?? 0;
    process.kill(killed, 'SIGKILL');
    await until(async () => (await query(database.url, 'SELECT 1')).length === 1);
    expect(await serverPid()).not.toBe(killed);
    expect(lines).toContain('The database server has ended unexpectedly; it is started again.');
    await database.stop();
  });

  it('starts though a stranger now has the process number of its last server', async () => {
    const note = join(dataDir, 'database/cluster/postmaster.pid');
    const earlier = await start();
    const text = await readFile(note, 'utf8');
    await earlier.stop();
    await writeFile(note, text.replace(/^\d+/, String(process.ppid)));
    const database = await start();
    expect(await query(database.url, 'SELECT 1 AS n')).toEqual([{ n: 1 }]);
    await database.stop();
    expect(processIdentity(process.ppid)).not.toBeNull();
  });

  it('breaks a lock whose holder was killed, and makes a half-made cluster anew', async () => {
    const other = join(dataDir, 'other');
    await mkdir(join(other, 'database/cluster.draft/base'), { recursive: true });
    await writeFile(join(other, 'database/lock'), '999999:1');
    const database = await startEmbeddedPostgres({ dataDir: other, log: () => undefined, forTests: true });
    expect(await query(database.url, 'SELECT 1 AS n')).toEqual([{ n: 1 }]);
    await database.stop();
  });

  it('says plainly when the cluster is of another version of PostgreSQL', async () => {
    const version = join(dataDir, 'other/database/cluster/PG_VERSION');
    await writeFile(version, '15\n');
    const refused = startEmbeddedPostgres({ dataDir: join(dataDir, 'other'), log: () => undefined });
    await expect(refused).rejects.toThrow('made by PostgreSQL 15');
  });
});
