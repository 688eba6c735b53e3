import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parentOf, processIdentity } from '../../libs/platform/process/identity.js';
import { until } from '../support/until.js';

// The whole product is started: on a busy machine that takes its time.
jest.setTimeout(120_000);

const program = fileURLToPath(new URL('../../tools/start.mjs', import.meta.url));

let dataDir = '';
let port = 0;
let running: ChildProcess | null = null;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'dagsorden-start-'));
  port = await freePort();
});

afterEach(() => void running?.kill('SIGKILL'));

afterAll(() => rm(dataDir, { recursive: true, force: true }));

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port: free } = probe.address() as AddressInfo;
      probe.close(() => resolve(free));
    });
  });
}

/** Starts the product and resolves with what it printed when it says that it runs. */
async function start(): Promise<{
  supervisor: ChildProcess;
  printed: string;
  apps: number[];
  database: number;
}> {
  const env = { ...process.env, DATABASE_URL: '', REDIS_URL: '', DATA_DIR: dataDir, PORT: String(port) };
  const supervisor = spawn(process.execPath, [program], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  running = supervisor;
  let printed = '';
  await new Promise<void>((resolve, reject) => {
    supervisor.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      printed += chunk;
      if (printed.includes('Ctrl-C stops everything.')) resolve();
    });
    supervisor.on('exit', (code) => reject(new Error(`It ended with ${code ?? 'a signal'}.`)));
  });
  const database = await databasePid();
  const apps = (await childrenOf(supervisor.pid ?? 0)).filter((pid) => pid !== database);
  return { supervisor, printed, apps, database };
}

async function childrenOf(pid: number): Promise<number[]> {
  const all = (await readdir('/proc')).map(Number).filter((number) => number > 0);
  return all.filter((one) => parentOf(one) === pid && processIdentity(one) !== null);
}

async function databasePid(): Promise<number> {
  return Number.parseInt(await readFile(join(dataDir, 'database/cluster/postmaster.pid'), 'utf8'), 10);
}

const ended = (supervisor: ChildProcess): Promise<number | null> =>
  new Promise((resolve) => supervisor.on('exit', resolve));

const allGone = (pids: number[]): boolean => pids.every((pid) => processIdentity(pid) === null);

const isReady = async (): Promise<boolean> => (await fetch(`http://127.0.0.1:${port}/health/ready`)).ok;

async function stop(supervisor: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  const end = ended(supervisor);
  supervisor.kill(signal);
  return end;
}

describe('npm start', () => {
  it('starts database, worker and api, says where they answer, and stops them all at Ctrl-C', async () => {
    const { supervisor, printed, apps, database } = await start();
    expect(printed).toContain(`Dagsorden is running at http://localhost:${port}`);
    expect(apps).toHaveLength(2);
    expect(await isReady()).toBe(true);
    expect(await stop(supervisor, 'SIGINT')).toBe(0);
    expect(allGone([...apps, database])).toBe(true);
  });

  it('comes up again after its supervisor was killed, whose children have gone by themselves', async () => {
    const killed = await start();
    await stop(killed.supervisor, 'SIGKILL');
    const again = await start();
    await until(() => Promise.resolve(allGone(killed.apps)));
    expect(again.database).toBe(killed.database);
    expect(await isReady()).toBe(true);
    expect(await stop(again.supervisor, 'SIGTERM')).toBe(0);
    expect(allGone([...again.apps, again.database])).toBe(true);
  });

  it('starts what dies again, and answers as before', async () => {
    const { supervisor, apps, database } = await start();
    for (const pid of [...apps, database]) process.kill(pid, 'SIGKILL');
    await until(async () => (await isReady()) && (await databasePid()) !== database, 60_000);
    expect(await stop(supervisor, 'SIGHUP')).toBe(0);
  });
});
