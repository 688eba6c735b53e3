import { describe, expect, it } from '@jest/globals';
import { UNDO_STAYS_MS } from './undo.js';

describe('the undo bar', () => {
  it('stays for half a minute at least', () => {
    expect(UNDO_STAYS_MS).toBeGreaterThanOrEqual(30_000);
  });
});
