import { describe, expect, it } from '@jest/globals';
import { wordChanges } from './word-changes.js';

const marked = (before: string, after: string): string =>
  wordChanges(before, after)
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'added' ? `[+${text}]` : `[-${text}]`))
    .join('');

describe('the words that changed', () => {
  it.each([
    ['', '', ''],
    ['Budget', 'Budget', 'Budget'],
    ['Budget 2026', 'Budget 2027', 'Budget [-2026][+2027]'],
    ['', 'Nyt', '[+Nyt]'],
    ['Væk', '', '[-Væk]'],
    ['en to tre', 'en tre', 'en [-to ]tre'],
    ['en tre', 'en to tre', 'en [+to ]tre'],
  ])('from %s to %s', (before, after, expected) => expect(marked(before, after)).toBe(expected));

  it('are told as a whole where there are too many to compare', () => {
    const long = (word: string): string => `${word} `.repeat(1001);
    expect(wordChanges(long('før'), long('nu').trim()).map(({ kind }) => kind)).toEqual(['removed', 'added']);
  });
});
