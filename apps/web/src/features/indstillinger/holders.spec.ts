import { describe, expect, it } from '@jest/globals';
import { holdersInWords } from './holders.js';

const named = (...names: string[]) => ({ holders: names.map((name) => ({ name, insteadOf: null })) });

describe('who has an indstilling', () => {
  it.each([
    [named(), null],
    [named('Ida'), 'Ida'],
    [{ holders: [...named('Ida').holders, { name: 'Hans', insteadOf: 'Ida' }] }, 'Ida, Hans (for Ida)'],
    [named('Ida', 'Ane', 'Bo'), 'Ida, Ane, Bo'],
    [named('Ida', 'Ane', 'Bo', 'Cai', 'Dorte'), 'Ida, Ane, Bo, 2 andre'],
    [named('Ida', 'Ane', 'Bo', 'Cai'), 'Ida, Ane, Bo, 1 anden'],
  ])('%j: %s', (one, words) => {
    expect(holdersInWords(one)).toBe(words);
  });
});
