import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { LockTimeoutError, withFileLock } from './file-lock.js';
import { answersSignals, isRunning, processIdentity } from './identity.js';

let folder = '';
let path = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dagsorden-lock-'));
  path = join(folder, 'lock');
});

afterEach(() => rm(folder, { recursive: true }));

/** The identity of a process that ran and does not run any more. */
const DEAD = '4194303:1';

describe('a file lock', () => {
  it('lets one at a time work', async () => {
    let working = 0;
    let most = 0;
    const work = async (): Promise<void> => {
      working += 1;
      most = Math.max(most, working);
      await delay(5);
      working -= 1;
    };
    await Promise.all(Array.from({ length: 10 }, () => withFileLock(path, 10_000, work)));
    expect(most).toBe(1);
  });

  it('lets one at a time work when all of them find the lock of a dead process', async () => {
    await writeFile(path, DEAD);
    let working = 0;
    let most = 0;
    const work = async (): Promise<void> => {
      working += 1;
      most = Math.max(most, working);
      await delay(5);
      working -= 1;
    };
    await Promise.all(Array.from({ length: 10 }, () => withFileLock(path, 10_000, work)));
    expect(most).toBe(1);
    expect(await readdir(folder)).toEqual([]);
  });

  it('is given back when the work fails', async () => {
    const failing = withFileLock(path, 1000, () => Promise.reject(new Error('It broke.')));
    await expect(failing).rejects.toThrow('It broke.');
    expect(await readdir(folder)).toEqual([]);
  });

  it('names its holder while it is held, and refuses whoever waits too long for a living one', async () => {
    await withFileLock(path, 1000, async () => {
      expect(await readFile(path, 'utf8')).toBe(processIdentity(process.pid));
      const second = withFileLock(path, 50, () => Promise.resolve());
      await expect(second).rejects.toThrow(LockTimeoutError);
    });
  });
});

describe('the identity of a process', () => {
  it('is that of a running process only', () => {
    expect(isRunning(processIdentity(process.pid) ?? '')).toBe(true);
    expect(isRunning(DEAD)).toBe(false);
    expect(isRunning('')).toBe(false);
    expect(answersSignals(4194303)).toBe(false);
  });

  it('tells a process from another that got its number later', () => {
    const mine = processIdentity(process.pid) ?? '';
    expect(isRunning(`${mine}9`)).toBe(false);
  });
});
