import type { LineRange } from './package-document.js';

/** A line of a package that holds text, with its place in the input. */
export interface SourceLine {
  /** 1-based line number in the input. */
  readonly no: number;
  /** The text, trimmed, runs of blanks made one; tabs (table cells) are kept. */
  readonly text: string;
  /** The line opens a page: the extraction left a form feed or a single blank in front of it. */
  readonly pageStart: boolean;
  /** A blank line, or a page's end, stands before it. */
  readonly blankBefore: boolean;
}

const PAGE_MARK = /^(\f| (?=\S))/;

/** The lines that hold text, less those set aside; what stood around a line set aside closes up as if it were not there. */
export function sourceLines(lines: readonly string[], setAside: ReadonlySet<number>): SourceLine[] {
  const kept: SourceLine[] = [];
  let blank = true;
  lines.forEach((raw, i) => {
    const text = raw.replace(/[^\S\t]+/g, ' ').trim();
    if (text === '') blank = true;
    else if (!setAside.has(i + 1)) {
      const pageStart = kept.length === 0 || PAGE_MARK.test(raw);
      kept.push({ no: i + 1, text, pageStart, blankBefore: blank || pageStart });
      blank = false;
    }
  });
  return kept;
}

/** The first and the last of some line numbers, in whatever order. */
export const rangeOf = (numbers: readonly number[]): LineRange => ({
  from: numbers.reduce((least, no) => Math.min(least, no), Infinity),
  to: numbers.reduce((most, no) => Math.max(most, no), -Infinity),
});

/** The numbers of lines. */
export const numbersOf = (lines: readonly SourceLine[]): number[] => lines.map((line) => line.no);
