import { describe, expect, it } from '@jest/globals';
import { deadlineInWords } from './deadline-words.js';

describe('a deadline in a sentence', () => {
  it.each([
    ['2026-11-26', 'i dag kl.\u00a012.00'],
    ['2026-11-27', 'i morgen kl.\u00a012.00'],
    ['2026-11-25', 'i går kl.\u00a012.00'],
    ['2026-11-30', 'man. 30. nov. kl.\u00a012.00'],
    ['2027-01-04', 'man. 4. jan. 2027 kl.\u00a012.00'],
  ])('%s, said on 26 November 2026: %s', (date, words) => {
    expect(deadlineInWords({ date, time: '12:00' }, '2026-11-26')).toBe(words);
  });
});
