import { describe, expect, it } from '@jest/globals';
import { lix, readabilityOf, readingBand } from './readability.js';

describe('the LIX of a text', () => {
  it('is words a sentence plus the percentage of words over six letters', () => {
    // 10 words, 2 sentences, 2 long words: 5 + 20.
    expect(lix('Vi mødes igen i morgen. Så taler udvalget om budgettet.')).toBe(25);
  });

  it('counts six letters as short and seven as long', () => {
    expect(lix('morgen')).toBe(1);
    expect(lix('morgens')).toBe(101);
  });

  it.each([
    ['Mødet er den 14. januar kl. 9.30.', 1],
    ['Vi ser bl.a. på tid, plads mv. og penge.', 1],
    ['Ja! Nej? Måske: Vi ser.', 4],
    ['Overskrift\nEn sætning. En til', 3],
    ['• et\n• to', 2],
    ['Han sagde: ”Godt.” Så gik han.', 3],
    ['Det koster 1.234 kr.', 1],
    ['Slut ...', 1],
  ])('%j has %d sentences', (text, sentences) => expect(readabilityOf(text)?.sentences).toBe(sentences));

  it('is nothing for a text without words', () => {
    expect(lix('')).toBeNull();
    expect(readabilityOf(' … - ')).toBeNull();
  });

  it.each([
    [24, 'very-easy'],
    [25, 'easy'],
    [34, 'easy'],
    [35, 'medium'],
    [45, 'hard'],
    [54, 'hard'],
    [55, 'very-hard'],
  ] as const)('of %d is %s', (value, band) => expect(readingBand(value)).toBe(band));

  it('comes with a guess at the pages', () => {
    expect(readabilityOf('ord '.repeat(400))?.pages).toBe(1);
    expect(readabilityOf('ord '.repeat(401))?.pages).toBe(2);
  });
});
