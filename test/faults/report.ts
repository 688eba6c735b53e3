/** One promise of a fault run: what was counted, and what it must be. */
export interface Promised {
  readonly what: string;
  readonly counted: number;
  readonly must: number;
}

/** Prints each promise with its figure and throws when one is broken. */
export function judge(promises: readonly Promised[]): void {
  for (const { what, counted, must } of promises) {
    const verdict = counted === must ? 'kept' : 'BROKEN';
    console.log(`  ${what.padEnd(58)}${String(counted).padStart(7)}  must be ${must}: ${verdict}`);
  }
  const broken = promises.filter(({ counted, must }) => counted !== must);
  if (broken.length > 0) throw new Error(`Broken: ${broken.map(({ what }) => what).join('; ')}.`);
}

/** Seconds since a moment of `performance.now()`, with one decimal. */
export const secondsSince = (start: number): string => ((performance.now() - start) / 1000).toFixed(1);
