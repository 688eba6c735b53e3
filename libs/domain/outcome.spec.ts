import { describe, expect, it } from '@jest/globals';
import { allowed, refused } from './outcome.js';

describe('an outcome', () => {
  it('carries the value a rule allows', () => expect(allowed(7)).toEqual({ ok: true, value: 7 }));

  it('carries the code and the sentence of the rule that refused', () => {
    expect(refused('no', 'Never.')).toEqual({ ok: false, refusal: { code: 'no', rule: 'Never.' } });
  });

  it('says where the fault stands and who can lift it, when known', () => {
    expect(refused('no', 'Never.', { at: 'points[3]', liftedBy: 'secretariat' })).toEqual({
      ok: false,
      refusal: { code: 'no', rule: 'Never.', at: 'points[3]', liftedBy: 'secretariat' },
    });
  });
});
