import { execFileSync, spawn } from 'node:child_process';
import type { ChildProcess, SpawnOptions } from 'node:child_process';
import { existsSync, realpathSync, readlinkSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { answersSignals, processIdentity } from '../../process/identity.js';
import type { ServerUser } from './server-user.js';

/** What postmaster.pid says about the server that runs, or ran last. */
export interface Postmaster {
  readonly pid: number;
  /** 0 when the server ended before it wrote one down. */
  readonly port: number;
}

/** Reads postmaster.pid of a cluster; null when there is none. */
export async function readPostmaster(cluster: string): Promise<Postmaster | null> {
  const text = await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '');
  const lines = text.split('\n');
  const pid = Number(lines[0]);
  const port = Number(lines[3]);
  return pid > 0 ? { pid, port: port > 0 ? port : 0 } : null;
}

/** Whether this process number is a living server of this cluster, and not another process that got the number later. */
export function isServerOf(cluster: string, pid: number): boolean {
  if (processIdentity(pid) === null) return false;
  try {
    if (process.platform === 'linux') return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(cluster);
    return execFileSync('ps', ['-p', String(pid), '-o', 'comm='], { encoding: 'utf8' }).includes('postgres');
  } catch {
    return false;
  }
}

/**
 * PostgreSQL refuses to start while the process number in postmaster.pid answers, be it a zombie nobody reaps or a
 * stranger with the same number. Writing the number of its own parent there makes it look closer (at its shared memory).
 */
export async function disownPostmaster(cluster: string, pid: number): Promise<void> {
  if (!answersSignals(pid)) return;
  const path = join(cluster, 'postmaster.pid');
  const text = await readFile(path, 'utf8').catch(() => '');
  if (text === '') return;
  const lines = text.split('\n');
  await writeFile(path, [process.pid, ...lines.slice(1)].join('\n'));
}

/** Fast shutdown, then the harder ways; resolves when the process is gone. Half-done transactions are rolled back. */
export async function stopServer(pid: number): Promise<void> {
  const steps: [NodeJS.Signals, number][] = [
    ['SIGINT', 20_000],
    ['SIGQUIT', 5_000],
    ['SIGKILL', 5_000],
  ];
  const identity = processIdentity(pid);
  for (const [signal, patience] of steps) {
    if (identity === null || processIdentity(pid) !== identity) return;
    process.kill(pid, signal);
    const deadline = Date.now() + patience;
    while (processIdentity(pid) === identity && Date.now() < deadline) await delay(20);
  }
}

/**
 * How a program of PostgreSQL is started in a folder. Root's unprivileged user need not be able to walk down to the
 * folder: the program starts inside it and names it `/proc/self/cwd`, so no folder above it has to be opened up.
 */
export function inFolder(folder: string, user: ServerUser): { path: string; options: SpawnOptions } {
  const path = user !== null && existsSync('/proc/self/cwd') ? '/proc/self/cwd' : folder;
  return { path, options: { cwd: folder, env: SERVER_ENVIRONMENT, ...(user ?? {}) } };
}

/**
 * Nothing of the product's environment (secrets, PG* variables) reaches the server. PATH is no setting of the product: it
 * is handed on as it is, so that the server's programs find the shell they start.
 */
const SERVER_ENVIRONMENT = { LC_ALL: 'C.UTF-8', TZ: 'UTC', PATH: process.env.PATH ?? '/usr/bin:/bin' };

export interface ServerSettings {
  readonly port: number;
  /** False only for tests: nothing is forced to disk. */
  readonly durable: boolean;
}

/** Starts the server in a session of its own, so that Ctrl-C in a terminal does not reach it before the product is done. */
export function spawnServer(
  postgres: string,
  cluster: string,
  user: ServerUser,
  logFile: number,
  settings: ServerSettings,
): ChildProcess {
  const { path, options } = inFolder(cluster, user);
  const flags = Object.entries(serverFlags(settings)).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const child = spawn(postgres, ['-D', path, ...flags], {
    ...options,
    detached: true,
    stdio: ['ignore', logFile, logFile],
  });
  child.unref();
  return child;
}

function serverFlags({ port, durable }: ServerSettings): Record<string, string | number> {
  const always = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
    max_connections: 200,
    timezone: 'UTC',
    // Statements and rows hold titles of closed points: the log gets neither.
    log_error_verbosity: 'terse',
    log_min_error_statement: 'panic',
  };
  // After a kill -9 every file is forced to disk before recovery: one call does in a blink what takes seconds by file.
  const atOnce: Record<string, string> =
    process.platform === 'linux' ? { recovery_init_sync_method: 'syncfs' } : {};
  const hasty = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };
  return { ...always, ...(durable ? atOnce : hasty) };
}
