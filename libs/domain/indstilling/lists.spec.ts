import { describe, expect, it } from '@jest/globals';
import { INDSTILLING_STATES, UNDER_WAY } from './index.js';

describe('an indstilling', () => {
  it.each(INDSTILLING_STATES)('that is %s is under way, or has ended', (state) => {
    const ended = ['decided', 'rejected', 'withdrawn'].includes(state);
    expect(UNDER_WAY.includes(state)).toBe(!ended);
  });
});
