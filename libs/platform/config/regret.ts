/** Injection token of how long the sending of an agenda waits to be taken back, in seconds. */
export const REGRET_SECONDS = Symbol('REGRET_SECONDS');

/** What holds where nothing is said. */
export const USUAL_REGRET_SECONDS = 30;
