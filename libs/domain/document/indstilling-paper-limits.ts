import { wordsOfLine } from './paper-text.js';
import type { PaperAsides, PaperLine } from './paper.js';

/** An indstilling is a few pages; what holds more than this is another thing. Lines, the longest of them, and all: in characters. */
export const PAPER_LIMITS = { lines: 20_000, line: 20_000, characters: 1_000_000 } as const;

/**
 * Whether a document is longer than an indstilling can be. To be asked before `readIndstillingPaper`: lines are looked at
 * from many sides there, and one file must not keep the api from everybody.
 */
export function isOverLong(lines: readonly PaperLine[], asides: PaperAsides): boolean {
  const beside = [asides.comments, asides.notes, asides.margins];
  const most = beside.reduce((sum, { length }) => sum + length, lines.length);
  if (most > PAPER_LIMITS.lines) return true;
  let [count, characters] = [0, 0];
  for (const words of [...lines.map(wordsOfLine), ...beside.flat()]) {
    count += words.split('\n').length;
    characters += words.length;
    if (words.length > PAPER_LIMITS.line || characters > PAPER_LIMITS.characters) return true;
  }
  return count > PAPER_LIMITS.lines;
}
