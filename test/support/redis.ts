import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { isRunning, processIdentity } from '../../libs/platform/process/identity.js';

export interface TestRedisServer {
  readonly url: string;
  stop(): Promise<void>;
}

/** Starts Debian's redis-server on a free port, keeping nothing on disk; null when the program is not installed. */
export async function startRedis(folder: string): Promise<TestRedisServer | null> {
  const port = await freePort();
  const child = spawn(
    'redis-server',
    ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', folder],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const started = await new Promise<boolean>((resolve, reject) => {
    child.on('error', (error: NodeJS.ErrnoException) =>
      error.code === 'ENOENT' ? resolve(false) : reject(error),
    );
    child.on('exit', (code) => reject(new Error(`redis-server ended with code ${code ?? 'none'}.`)));
    child.stdout.on('data', (chunk: Buffer) => {
      if (chunk.includes('Ready to accept connections')) resolve(true);
    });
  });
  if (!started) return null;
  await writeFile(join(folder, 'redis'), processIdentity(child.pid ?? 0) ?? '');
  child.removeAllListeners('exit');
  return {
    url: `redis://127.0.0.1:${port}`,
    stop: async () => {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** Stops the server that a killed run left, by the note in its folder. */
export async function stopLeftRedis(folder: string): Promise<void> {
  const identity = await readFile(join(folder, 'redis'), 'utf8').catch(() => '');
  if (isRunning(identity)) process.kill(Number.parseInt(identity, 10), 'SIGTERM');
}

/** The address of an empty Redis database of this Jest worker's own. Throws, never skips, when there is no Redis. */
export async function testRedis(): Promise<string> {
  const server = process.env.DAGSORDEN_TEST_REDIS;
  if (!server) throw new Error('redis-server is not installed. On Debian: apt-get install redis-server');
  const url = `${server}/${Number(process.env.JEST_WORKER_ID ?? '1') % 16}`;
  const client = new Redis(url, { maxRetriesPerRequest: 1 });
  await client.flushdb();
  await client.quit();
  return url;
}

/** A port of 127.0.0.1 that nobody listens on at the moment. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
