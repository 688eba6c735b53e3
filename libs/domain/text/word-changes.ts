import { aligned } from './alignment.js';
import type { Aligned } from './alignment.js';

/** A piece of a text that stayed, came, or went. */
export type WordChange = Aligned;

const wordsOf = (text: string): string[] => text.match(/\s+|[^\s]+/g) ?? [];

/** How one text became another, word by word; the pieces that stayed and came give the new text, those that stayed and went the old. */
export function wordChanges(before: string, after: string): readonly WordChange[] {
  return joined(aligned(wordsOf(before), wordsOf(after)));
}

function joined(pieces: readonly WordChange[]): readonly WordChange[] {
  const together: WordChange[] = [];
  for (const piece of pieces) {
    const last = together.at(-1);
    if (last?.kind === piece.kind)
      together[together.length - 1] = { kind: piece.kind, text: last.text + piece.text };
    else together.push(piece);
  }
  return together;
}
