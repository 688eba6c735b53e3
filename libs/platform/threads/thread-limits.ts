/** What the threads of a pool may use. */
export interface ThreadLimits {
  /** How many there are at most. */
  readonly threads: number;
  /** How long one may take over a task, in milliseconds. */
  readonly taskMs: number;
  /** How much memory one may use, in megabytes. */
  readonly memoryMb: number;
}

/** A file of the kinds that are read takes a thread a second or three, and ten times as long on a machine that is busy. */
export const USUAL_THREAD_LIMITS: ThreadLimits = { threads: 2, taskMs: 30_000, memoryMb: 512 };

/** The provider of what the threads of this process may use. */
export const THREAD_LIMITS = Symbol('THREAD_LIMITS');
