import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { TaskAnswer } from './answer-tasks.js';
import type { ThreadLimits } from './thread-limits.js';
import { Turns } from './turns.js';

/** A thread that nobody has a task for is ended after so long: what it has loaded takes some 50 MB. */
const IDLE_MS = 60_000;

/** What is new in a thread's memory, in megabytes: as much as Node has it by itself, whatever the process was told. */
const YOUNG_MB = 48;

/** How many tasks of one person wait: as many as files of theirs come in at once. */
const MOST_WAITING = 8;

/** A thread that ended over a task: it took too long, used too much memory, or was gone. */
export class ThreadEnded extends Error {
  constructor(readonly why: 'too-slow' | 'too-much' | 'gone') {
    super(`A thread ended over a task: ${why}.`);
  }
}

/**
 * A few threads that do what would hold the process up for everybody. They are begun when there is something to do, and
 * whoever finds all of them busy waits for one that is free. Nobody has two of them: a file that was made to take long holds
 * up nobody but who brought it, as long as there is another thread.
 */
export class ThreadPool {
  private readonly idle = new Map<Worker, NodeJS.Timeout>();
  private readonly busy = new Set<Worker>();
  private readonly turns: Turns;
  private isClosed = false;

  /** `script`: a module that calls `answerTasks`. */
  constructor(
    private readonly script: URL,
    private readonly limits: ThreadLimits,
  ) {
    this.turns = new Turns({ places: limits.threads, waiting: MOST_WAITING });
  }

  /**
   * Gives what a thread answers to a task of somebody's. The task is made when a thread is free, so that what waits holds nothing. Rejects with
   * `ThreadEnded` where the thread did not live to answer, `TooManyWaiting` where enough of theirs wait, and with what making
   * the task or the thread's work threw.
   */
  async run(who: string, makeTask: () => Promise<unknown>): Promise<unknown> {
    await this.turns.take(who);
    try {
      return await this.answerOf(await makeTask());
    } finally {
      this.turns.leave(who);
    }
  }

  /** Ends all threads; what they were at is lost. */
  async close(): Promise<void> {
    this.isClosed = true;
    await Promise.all([...this.idle.keys(), ...this.busy].map((thread) => thread.terminate()));
  }

  private async answerOf(task: unknown): Promise<unknown> {
    if (this.isClosed) throw new ThreadEnded('gone');
    const thread = this.takeIdle() ?? this.begin();
    this.busy.add(thread);
    try {
      const answer = await answered(thread, task, this.limits.taskMs);
      this.rest(thread);
      if ('value' in answer) return answer.value;
      throw new Error(`A thread failed at its task: ${answer.fault}`);
    } finally {
      this.busy.delete(thread);
    }
  }

  private takeIdle(): Worker | null {
    for (const [thread, timer] of this.idle) {
      clearTimeout(timer);
      this.idle.delete(thread);
      return thread;
    }
    return null;
  }

  private begin(): Worker {
    const resourceLimits = {
      maxOldGenerationSizeMb: this.limits.memoryMb,
      maxYoungGenerationSizeMb: YOUNG_MB,
    };
    const thread = new Worker(this.script, { resourceLimits });
    // A process that has nothing else to do ends.
    thread.unref();
    // What it throws while it is at a task is heard there.
    thread.on('error', () => undefined);
    thread.once('exit', () => {
      clearTimeout(this.idle.get(thread));
      this.idle.delete(thread);
    });
    return thread;
  }

  private rest(thread: Worker): void {
    if (this.isClosed) return;
    this.idle.set(thread, setTimeout(() => void thread.terminate(), IDLE_MS).unref());
  }
}

/** What a thread answers; one that does not in time is ended. */
async function answered(thread: Worker, task: unknown, taskMs: number): Promise<TaskAnswer> {
  const settled = new AbortController();
  const { signal } = settled;
  const timer = setTimeout(() => settled.abort(), taskMs);
  try {
    const answer = once(thread, 'message', { signal });
    const gone = once(thread, 'exit', { signal }).then(() => Promise.reject(new ThreadEnded('gone')));
    thread.postMessage(task);
    const [said] = (await Promise.race([answer, gone])) as [TaskAnswer];
    return said;
  } catch (error) {
    void thread.terminate();
    if (signal.aborted) throw new ThreadEnded('too-slow');
    throw isOutOfMemory(error) ? new ThreadEnded('too-much') : error;
  } finally {
    clearTimeout(timer);
    settled.abort();
  }
}

const isOutOfMemory = (error: unknown): boolean =>
  error !== null && typeof error === 'object' && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
