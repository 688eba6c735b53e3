import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { MOST_CONTEXT, anchorOf, findAnchor } from './anchors.js';
import type { TextRange } from './anchors.js';

/** Texts in which words come again and again, with spaces, hyphens and letters of every kind. */
const WORDS = ['at', 'øges', 'Å', 'ja', ' ', '\n', '  ', '-\n', '\u00AD', '😀', 'e\u0301', '. '];
const text = fc.oneof(
  fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 120 }).map((words) => words.join('')),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 300 }),
);
const part = fc.tuple(text, fc.nat(), fc.nat()).map(([whole, one, other]) => {
  const [start, end] = [one % whole.length, 1 + (other % whole.length)].sort((a, b) => a - b);
  const range = { start: start ?? 0, end: Math.max(end ?? 0, (start ?? 0) + 1) };
  return { whole, range };
});
const slice = (whole: string, range: TextRange | null): string | null =>
  range && whole.slice(range.start, range.end);

describe('an anchor', () => {
  it('is always found in the text that it was made of', () => {
    fc.assert(
      fc.property(part, ({ whole, range }) => {
        const anchor = anchorOf(whole, range);
        expect(slice(whole, findAnchor(whole, anchor))).toBe(anchor.quote);
        expect(Math.max(anchor.prefix.length, anchor.suffix.length)).toBeLessThanOrEqual(MOST_CONTEXT);
      }),
      { numRuns: 3000 },
    );
  });

  it('is found where the text has more in it before or after the quote', () => {
    fc.assert(
      fc.property(part, text, fc.nat(), ({ whole, range }, more, where) => {
        const anchor = anchorOf(whole, range);
        // The quote begins one unit earlier where a character would be cut.
        const start = whole.startsWith(anchor.quote, range.start) ? range.start : range.start - 1;
        const end = start + anchor.quote.length;
        const places = [...Array(whole.length + 1).keys()].filter((at) => at <= start || at >= end);
        const at = places[where % places.length] ?? 0;
        const edited = whole.slice(0, at) + more + whole.slice(at);
        expect(slice(edited, findAnchor(edited, anchor))).toBe(anchor.quote);
      }),
      { numRuns: 3000 },
    );
  });

  it('gives a part of the text, or nothing, whatever the text', () => {
    fc.assert(
      fc.property(text, text, text, text, (whole, quote, prefix, suffix) => {
        const range = findAnchor(whole, { quote, prefix, suffix });
        if (range === null) return;
        expect(range.start).toBeGreaterThanOrEqual(0);
        expect(range.end).toBeLessThanOrEqual(whole.length);
        expect(range.start).toBeLessThan(range.end);
      }),
      { numRuns: 3000 },
    );
  });
});
