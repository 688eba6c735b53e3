import { link, readFile, unlink, writeFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { isRunning, processIdentity } from './identity.js';

/** Somebody else held the lock for longer than the caller would wait. */
export class LockTimeoutError extends Error {}

/**
 * Runs `work` while holding the lock file at `path`, and gives it back afterwards. A lock left by a process that no
 * longer runs is taken over. Throws `LockTimeoutError` when a living process keeps it longer than `waitMs` milliseconds.
 */
export async function withFileLock<T>(path: string, waitMs: number, work: () => Promise<T>): Promise<T> {
  const deadline = Date.now() + waitMs;
  while (!(await tryToCreate(path))) {
    await breakWhenStale(path);
    if (Date.now() > deadline) {
      throw new LockTimeoutError(`Another process holds ${path}, and has for ${waitMs / 1000} seconds.`);
    }
    await delay(25);
  }
  try {
    return await work();
  } finally {
    await unlink(path).catch(() => undefined);
  }
}

let created = 0;

/** Creates the file with its content in one step, so that nobody ever reads an empty lock. */
async function tryToCreate(path: string): Promise<boolean> {
  const draft = `${path}.${process.pid}.${created++}`;
  await writeFile(draft, processIdentity(process.pid) ?? '');
  try {
    await link(draft, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    await unlink(draft);
  }
}

/** Two processes that both find a stale lock must not remove each other's new one: only the breaker removes. */
async function breakWhenStale(path: string): Promise<void> {
  if (!(await isStale(path))) return;
  const breaker = `${path}.breaking`;
  if (!(await tryToCreate(breaker))) {
    if (await isStale(breaker)) await unlink(breaker).catch(() => undefined);
    return;
  }
  try {
    if (await isStale(path)) await unlink(path).catch(() => undefined);
  } finally {
    await unlink(breaker).catch(() => undefined);
  }
}

async function isStale(path: string): Promise<boolean> {
  try {
    return !isRunning(await readFile(path, 'utf8'));
  } catch {
    return false;
  }
}
