import { foldText } from './folding.js';

/** The words that something is anchored to in a text, with some of what stands around them. */
export interface Anchor {
  readonly quote: string;
  readonly prefix: string;
  readonly suffix: string;
}

/** A part of a text, from its first character to the one after its last (UTF-16 units). */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** How much of what stands around a quote goes with it, in UTF-16 units. */
export const MOST_CONTEXT = 64;

const isSecondHalf = (text: string, at: number): boolean => /^[\uDC00-\uDFFF]$/.test(text.charAt(at));

/** The anchor of a part of a text; no character is cut in half. */
export function anchorOf(text: string, { start, end }: TextRange): Anchor {
  const from = isSecondHalf(text, start) ? start - 1 : start;
  const to = isSecondHalf(text, end) ? end + 1 : end;
  const before = Math.max(0, from - MOST_CONTEXT);
  const after = Math.min(text.length, to + MOST_CONTEXT);
  return {
    quote: text.slice(from, to),
    prefix: text.slice(isSecondHalf(text, before) ? before + 1 : before, from),
    suffix: text.slice(to, isSecondHalf(text, after) ? after - 1 : after),
  };
}

/**
 * Where the words of an anchor stand in a text, which may have been edited since; null where they do not. Of several places the one
 * counts whose surroundings fit best, the first of those that fit alike; none where no surroundings fit. They are looked for as they were written, then with spaces and hyphenation
 * folded (`foldText`). What was edited inside the quote is another text.
 */
export function findAnchor(text: string, anchor: Anchor): TextRange | null {
  const exact = place(text, anchor);
  if (exact !== null || occurrences(text, anchor.quote).length > 0) return exact;
  const folded = foldText(text);
  const found = place(folded.text, foldedAnchor(anchor));
  return found && { start: folded.startOf(found.start), end: folded.endOf(found.end) };
}

/** The same, folded; spaces at the ends of the quote are what stands around it. */
function foldedAnchor({ quote, prefix, suffix }: Anchor): Anchor {
  const words = quote.trim();
  const before = quote.slice(0, quote.length - quote.trimStart().length);
  const after = quote.slice(quote.trimEnd().length);
  const of = (part: string): string => foldText(part).text;
  return { quote: of(words), prefix: of(prefix + before), suffix: of(after + suffix) };
}

/** Where a quote stands if that is one place; of several, the first that has most of its context, one side of it whole. */
function place(text: string, anchor: Anchor): TextRange | null {
  const { quote } = anchor;
  const found = occurrences(text, quote);
  const [first] = found;
  if (first === undefined) return null;
  if (found.length === 1) return { start: first, end: first + quote.length };
  let best: { start: number; fits: number } | null = null;
  for (const start of found) {
    const { fits, isWhole } = contextAt(text, start, anchor);
    if (isWhole && (best === null || fits > best.fits)) best = { start, fits };
  }
  return best && { start: best.start, end: best.start + quote.length };
}

function occurrences(text: string, quote: string): number[] {
  const found: number[] = [];
  if (quote === '') return found;
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) found.push(at);
  return found;
}

/** How many characters of the context stand at a place, and whether all of one side of it do. */
function contextAt(
  text: string,
  start: number,
  { quote, prefix, suffix }: Anchor,
): { fits: number; isWhole: boolean } {
  const end = start + quote.length;
  let before = 0;
  while (before < prefix.length && isSame(text, start - 1 - before, prefix, prefix.length - 1 - before))
    before += 1;
  let after = 0;
  while (after < suffix.length && isSame(text, end + after, suffix, after)) after += 1;
  // A side with nothing on it is at the edge of the text.
  const wholeBefore = before === prefix.length && (prefix !== '' || isBlank(text.slice(0, start)));
  const wholeAfter = after === suffix.length && (suffix !== '' || isBlank(text.slice(end)));
  const edges = Number(prefix === '' && wholeBefore) + Number(suffix === '' && wholeAfter);
  return { fits: before + after + edges, isWhole: wholeBefore || wholeAfter };
}

const isSame = (text: string, at: number, part: string, of: number): boolean =>
  at >= 0 && at < text.length && text.charCodeAt(at) === part.charCodeAt(of);

const isBlank = (text: string): boolean => text.trim() === '';
