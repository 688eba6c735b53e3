/** A text with what a reader does not see folded, and the way back to where it stood. */
export interface FoldedText {
  readonly text: string;
  /** Where the character at a place of the folded text begins in the text that was folded. */
  startOf(at: number): number;
  /** Where the character before a place of the folded text ends in the text that was folded. */
  endOf(at: number): number;
}

/**
 * The pieces of a text: soft hyphens and other marks without width, hyphens at the end of a line between letters, spaces of
 * any kind and length, and letters with the accents that follow them.
 */
const PIECES =
  /([\u00AD\u200B-\u200D\u2060\uFEFF]+)|((?<=\p{L})-[^\S\n]*\n\s*(?=\p{Ll}))|(\s+)|([^\s\u00AD\u200B-\u200D\u2060\uFEFF]\p{M}*)/gu;

/** Folds spaces to one each, hyphenation to nothing, and letters with accents of their own to one letter. */
export function foldText(text: string): FoldedText {
  let folded = '';
  const starts: number[] = [];
  const ends: number[] = [];
  for (const match of text.matchAll(PIECES)) {
    const [whole, widthless, hyphenation, spaces] = match;
    if (widthless !== undefined || hyphenation !== undefined) continue;
    // Between two spaces there may be a mark without width: they are one space all the same.
    if (spaces !== undefined && folded.endsWith(' ')) {
      ends[ends.length - 1] = match.index + whole.length;
      continue;
    }
    const piece = spaces === undefined ? whole.normalize('NFC') : ' ';
    const units = Array<number>(piece.length);
    starts.push(...units.fill(match.index));
    ends.push(...units.fill(match.index + whole.length));
    folded += piece;
  }
  return {
    text: folded,
    startOf: (at) => starts[at] ?? text.length,
    endOf: (at) => ends[at - 1] ?? 0,
  };
}
