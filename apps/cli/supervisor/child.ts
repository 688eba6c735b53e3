import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';

/** A process the supervisor starts and keeps. It reports `{ ready: true }` to its parent, and ends when that is gone. */
export interface ChildPlan {
  readonly name: string;
  readonly script: string;
  readonly env: NodeJS.ProcessEnv;
}

export interface ChildOptions {
  readonly say: (line: string) => void;
  /** Milliseconds before the first new start after an unexpected end; doubles up to ten seconds. */
  readonly firstPauseMs?: number;
  /** Milliseconds it has to end in good order before it is ended by force. */
  readonly stopPatienceMs?: number;
}

export interface SupervisedChild {
  readonly pid: () => number | undefined;
  /** Ends the process, by force when it takes too long; it is not started again. */
  stop(): Promise<void>;
}

const LONGEST_PAUSE_MS = 10_000;
/** One that ran as long as this has recovered: the next pause is a short one again. */
const STEADY_AFTER_MS = 60_000;
const STOP_PATIENCE_MS = 10_000;

/**
 * Starts a process and resolves once it is ready; rejects when it ends before that. From then on it is started again
 * whenever it ends, with growing pauses, until it is stopped.
 */
export async function superviseChild(plan: ChildPlan, options: ChildOptions): Promise<SupervisedChild> {
  let child = spawn(plan);
  const stopping = new AbortController();
  const isStopping = (): boolean => stopping.signal.aborted;
  await readyOrEnded(child, plan.name);
  const kept = keep();

  async function keep(): Promise<void> {
    let pause = options.firstPauseMs ?? 500;
    while (!isStopping()) {
      const started = Date.now();
      const how = await ended(child);
      if (isStopping()) return;
      if (Date.now() - started > STEADY_AFTER_MS) pause = options.firstPauseMs ?? 500;
      options.say(`The ${plan.name} ended unexpectedly (${how}); it is started again.`);
      await delay(pause, undefined, { signal: stopping.signal }).catch(() => undefined);
      pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
      if (!isStopping()) child = spawn(plan);
    }
  }

  const stop = async (): Promise<void> => {
    stopping.abort();
    await end(child, options.stopPatienceMs ?? STOP_PATIENCE_MS);
    await kept;
  };
  return { pid: () => child.pid, stop };
}

function spawn({ script, env }: ChildPlan): ChildProcess {
  const child = fork(script, [], { env, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  child.on('error', () => undefined);
  return child;
}

async function readyOrEnded(child: ChildProcess, name: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const onEnd = (how: string): void => reject(new Error(`The ${name} did not start (${how}).`));
    child.once('message', () => resolve());
    void ended(child).then(onEnd);
  });
}

const hasEnded = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null;

const describeEnd = (child: ChildProcess): string =>
  child.signalCode ?? `exit code ${child.exitCode ?? 'unknown'}`;

function ended(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    if (hasEnded(child)) resolve(describeEnd(child));
    child.once('exit', () => resolve(describeEnd(child)));
    child.once('error', (error) => resolve(error.message));
  });
}

async function end(child: ChildProcess, patienceMs: number): Promise<void> {
  if (hasEnded(child)) return;
  const gone = ended(child);
  child.kill('SIGTERM');
  const force = setTimeout(() => child.kill('SIGKILL'), patienceMs);
  await gone;
  clearTimeout(force);
}
