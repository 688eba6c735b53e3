import { closeSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { ROLE } from './cluster.js';
import { answers, waitUntilReady } from './connecting.js';
import { EmbeddedPostgresError } from './error.js';
import type { Layout } from './layout.js';
import { disownPostmaster, isServerOf, readPostmaster, spawnServer, stopServer } from './server-process.js';
import type { Postmaster } from './server-process.js';
import type { ServerUser } from './server-user.js';

/** What it takes to start the server of a cluster that is there. */
export interface ServerPlan {
  readonly layout: Layout;
  readonly postgres: string;
  readonly user: ServerUser;
  readonly password: string;
  readonly durable: boolean;
  readonly log: (line: string) => void;
}

export function urlOf(plan: ServerPlan, port: number): string {
  return `postgres://${ROLE}:${plan.password}@127.0.0.1:${port}/${ROLE}`;
}

/**
 * Gives a running server of the cluster: the one that is there when it answers (left by a killed process, or in use by
 * another), else a new one, on the port the last one had when that is free or must be kept. The caller holds the lock.
 */
export async function ensureServer(plan: ServerPlan, keepPort: number | null = null): Promise<Postmaster> {
  const { cluster } = plan.layout;
  const last = await readPostmaster(cluster);
  if (last !== null) {
    const hasEnded = (): boolean => !isServerOf(cluster, last.pid);
    if (last.port !== 0 && (await answers(urlOf(plan, last.port), 5_000, hasEnded))) return last;
    if (!hasEnded()) {
      plan.log('A database server is running but does not answer; it is stopped and started again.');
      await stopServer(last.pid);
    }
    await disownPostmaster(cluster, last.pid);
  }
  return startServer(plan, keepPort);
}

/** Ends the server of the cluster, if one runs. The caller holds the lock. */
export async function endServer(cluster: string): Promise<void> {
  const running = await readPostmaster(cluster);
  if (running !== null && isServerOf(cluster, running.pid)) await stopServer(running.pid);
}

/** The server's processes outlive a killed parent for a moment, and its memory is in use until they are gone. */
const STILL_GOING = /pre-existing shared memory block|lock file "postmaster\.pid" already exists/;
const PORT_TAKEN = /could not bind|Address already in use|could not create any TCP\/IP sockets/;
const PATIENCE_MS = 30_000;

async function startServer(plan: ServerPlan, keepPort: number | null): Promise<Postmaster> {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const port = keepPort ?? (await freePort());
    const attempt = await tryToStart(plan, port);
    if ('pid' in attempt) return { pid: attempt.pid, port };
    const again = STILL_GOING.test(attempt.said) || PORT_TAKEN.test(attempt.said);
    if (!again || Date.now() > deadline) {
      throw new EmbeddedPostgresError(
        `The database did not start. It said: ${attempt.said.trim().slice(-1500)} (${plan.layout.serverLog})`,
      );
    }
    await delay(200);
  }
}

async function tryToStart(plan: ServerPlan, port: number): Promise<{ pid: number } | { said: string }> {
  const { cluster, serverLog } = plan.layout;
  const logFile = openLog(serverLog);
  const before = statSync(serverLog).size;
  try {
    const child = spawnServer(plan.postgres, cluster, plan.user, logFile, { port, durable: plan.durable });
    const failures: Error[] = [];
    child.on('error', (error) => failures.push(error));
    const hasEnded = (): boolean =>
      failures.length > 0 || child.exitCode !== null || child.signalCode !== null;
    const ready = await waitUntilReady(urlOf(plan, port), hasEnded);
    if (ready && child.pid !== undefined && !hasEnded()) return { pid: child.pid };
    return { said: said(serverLog, before) || (failures[0]?.message ?? 'nothing') };
  } finally {
    closeSync(logFile);
  }
}

const LOG_LIMIT_BYTES = 5_000_000;

function openLog(path: string): number {
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  if (size > LOG_LIMIT_BYTES) renameSync(path, `${path}.1`);
  return openSync(path, 'a', 0o600);
}

const said = (path: string, from: number): string => readFileSync(path).subarray(from).toString('utf8');

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
