import type { Pace } from '../../libs/platform/config/pace.js';

/** For workers whose tests wait for a last try, or for a sweep. */
export const QUICK: Pace = { retryMs: 50, sweepSeconds: 1 };
