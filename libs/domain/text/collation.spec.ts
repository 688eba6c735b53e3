import { describe, expect, it } from '@jest/globals';
import { compareDanish } from './collation.js';

describe('Danish order', () => {
  it('puts æ, ø, å last, Aa as Å, and counts figures', () => {
    const sorted = ['Anna', 'Bilag 2', 'Bilag 10', 'Zebra', 'Ærø', 'Østergade', 'Aarhus', 'Åse'];
    expect([...sorted].reverse().sort(compareDanish)).toEqual(sorted);
  });

  it('is the same for texts in any order that only differ in signs', () => {
    expect(['a\u200b', 'a'].sort(compareDanish)).toEqual(['a', 'a\u200b'].sort(compareDanish));
    expect(compareDanish('a', 'a')).toBe(0);
  });
});
