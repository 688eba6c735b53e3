import { afterEach, describe, expect, it } from '@jest/globals';
import { ThreadPool } from '../../libs/platform/threads/thread-pool.js';

const SCRIPT = new URL('./thread-task.mjs', import.meta.url);
const pools: ThreadPool[] = [];
afterEach(() => Promise.all(pools.splice(0).map((pool) => pool.close())));

function begin(taskMs = 60_000): { pool: ThreadPool; run: (task: string) => Promise<unknown> } {
  const pool = new ThreadPool(SCRIPT, { threads: 1, taskMs, memoryMb: 24 });
  pools.push(pool);
  return { pool, run: (task) => pool.run('PER', () => Promise.resolve(task)) };
}

describe('threads that do what would hold the process up', () => {
  it('do one thing after the other where there are more than threads', async () => {
    const { run } = begin();
    expect(await Promise.all(['a', 'b', 'c'].map(run))).toEqual(['done: a', 'done: b', 'done: c']);
  });

  it.each([
    ['ends', 'end', 'gone'],
    ['fills its memory', 'fill', 'too-much'],
  ])('are begun anew where one %s', async (_, task, why) => {
    const { run } = begin();
    const answers = Promise.allSettled([run(task), run('next')]);
    expect(await answers).toMatchObject([{ reason: { why } }, { value: 'done: next' }]);
  });

  it('are ended where one does not come to an end, and begun anew', async () => {
    const { run } = begin(2_000);
    await run('first');
    expect(await Promise.allSettled([run('for ever')])).toMatchObject([{ reason: { why: 'too-slow' } }]);
    expect(await run('next')).toBe('done: next');
  });

  it('tell what they threw, and go on', async () => {
    const { run } = begin();
    await expect(run('throw')).rejects.toThrow(/TypeError: x is undefined/);
    expect(await run('next')).toBe('done: next');
  });

  it('go on where what they were to do could not be had', async () => {
    const { pool, run } = begin();
    await expect(pool.run('PER', () => Promise.reject(new Error('The file is gone.')))).rejects.toThrow(
      'gone',
    );
    expect(await run('next')).toBe('done: next');
  });

  it('leave whoever waits with an answer where they are closed', async () => {
    const { pool, run } = begin();
    await run('first');
    const answers = Promise.allSettled([run('for ever'), run('next')]);
    await pool.close();
    expect(await answers).toMatchObject([{ reason: { why: 'gone' } }, { reason: { why: 'gone' } }]);
  });
});
