/** How soon the worker does again what failed, and looks for what was lost. */
export interface Pace {
  /** Milliseconds that a failed job waits before it is tried again; twice as long each further time. */
  readonly retryMs: number;
  /** Seconds that no sweep waits longer than, whatever its own pace; null: each keeps its own. */
  readonly sweepSeconds: number | null;
}

/** Injection token of the pace of a process. */
export const PACE = Symbol('PACE');

/** What holds where nothing is said. */
export const USUAL_PACE: Pace = { retryMs: 1000, sweepSeconds: null };
