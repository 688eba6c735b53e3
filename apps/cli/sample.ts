import type { Connected } from './with-database.js';

/** What came of loading the sample municipality; `not-available` while no feature brings one. */
export type SampleOutcome = 'loaded' | 'not-empty' | 'not-available';

/** Loads the invented municipality into a database that holds nothing yet, and leaves any other alone. */
export const seedWhenEmpty: (connected: Connected) => Promise<SampleOutcome> = () =>
  Promise.resolve('not-available');
