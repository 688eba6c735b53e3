import { letterScore } from './letters.js';
import { tokensOf } from './line-words.js';
import type { Token } from './line-words.js';
import { hasNoLanguage, isInEnglishPassage, lettersOf, wordsInPlace } from './no-language.js';
import { isOfficialWord, rootOf } from './vocabulary.js';

/** A line with what stands around it; `before` and `after` are the nearest lines that hold text and are not stray. */
interface Placed {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly content: readonly string[];
  readonly before: string;
  readonly after: string;
  readonly blankBefore: boolean;
  readonly blankAfter: boolean;
}

/**
 * The numbers (1-based) of lines that can be no part of a Danish municipal paper where they stand: rows of keys,
 * words with no Danish spelling, filler, words without connection to the paper that also break the sentence around
 * them. Judged by letters, words and place, never by the structure around it, so that what remains reads as if those
 * lines had never been there. Correct Danish about the matter, in a place where a sentence may stand, cannot be told.
 */
export function strayLines(lines: readonly string[]): ReadonlySet<number> {
  const stray = withoutLanguage(lines);
  const paper = readPaper(lines);
  const rest = lines.flatMap((line, i) => (line.trim() !== '' && !stray.has(i + 1) ? [i] : []));
  const blanks = blanksAbove(lines);
  let before = -1;
  rest.forEach((at, i) => {
    const placed = place(lines, blanks, { before, at, after: rest[i + 1] ?? lines.length });
    if (isForeign(placed, paper) || isFigureInSentence(placed)) stray.add(at + 1);
    else before = at;
  });
  return stray;
}

function withoutLanguage(lines: readonly string[]): Set<number> {
  const found = new Set<number>();
  let before = '';
  lines.forEach((line, i) => {
    if (line.trim() === '') return;
    const words = wordsInPlace(line, before);
    const isTail = lines[i - 1]?.trim() === before && isOpen(before) && endsSentence(line.trim(), words);
    if (hasNoLanguage(words) && !isTail && !isInEnglishPassage(lines, i)) found.add(i + 1);
    else before = line.trim();
  });
  return found;
}

/** The last words of a sentence that the line before left open: in small letters, spelt as Danish, with a full stop. */
const endsSentence = (text: string, words: readonly Token[]): boolean =>
  /^\p{Ll}.*[.!?]$/u.test(text) &&
  words.every(
    ({ kind, text: word }) => kind !== 'odd' && (kind !== 'unknown' || letterScore(lettersOf(word)) > -1.5),
  );

/** For each line, and for the end, how many blank lines stand above it. */
function blanksAbove(lines: readonly string[]): number[] {
  const counts = [0];
  let blanks = 0;
  for (const line of lines) {
    if (line.trim() === '') blanks += 1;
    counts.push(blanks);
  }
  return counts;
}

function place(
  lines: readonly string[],
  blanks: readonly number[],
  { before, at, after }: { readonly before: number; readonly at: number; readonly after: number },
): Placed {
  const text = (lines[at] ?? '').trim();
  const above = (lines[before] ?? '').trim();
  const tokens = wordsInPlace(text, above);
  const blankIn = (from: number, to: number): boolean => (blanks[to] ?? 0) > (blanks[from] ?? 0);
  return {
    text,
    tokens,
    content: contentOf(tokens),
    before: above,
    after: (lines[after] ?? '').trim(),
    blankBefore: before < 0 || blankIn(before + 1, at),
    blankAfter: after >= lines.length || blankIn(at + 1, after),
  };
}

const contentOf = (tokens: readonly Token[]): string[] =>
  tokens
    .filter((token) => token.kind === 'known' || token.kind === 'unknown')
    .map((token) => lettersOf(token.text))
    .filter((word) => word.length >= 4);

/**
 * For each root, the different lines (figures aside) it stands in beside a word of municipal papers: what a paper is
 * about, it says more than once.
 */
function readPaper(lines: readonly string[]): ReadonlyMap<string, ReadonlySet<string>> {
  const paper = new Map<string, Set<string>>();
  for (const line of lines) {
    const words = contentOf(tokensOf(line));
    if (!words.some(isOfficialWord)) continue;
    const withoutFigures = line.replace(/[\d\s]/g, '');
    for (const root of new Set(words.map(rootOf))) {
      const seen = paper.get(root) ?? new Set<string>();
      paper.set(root, seen.add(withoutFigures));
    }
  }
  return paper;
}

/** No word of the line is of the paper's matter, and it is no whole sentence, or it breaks the one around it. */
function isForeign(line: Placed, paper: ReadonlyMap<string, ReadonlySet<string>>): boolean {
  const atHome = (word: string): boolean => isOfficialWord(word) || (paper.get(rootOf(word))?.size ?? 0) > 0;
  if (line.content.length === 0 || line.content.some(atHome)) return false;
  if (line.tokens.some((token) => token.kind === 'address' || token.kind === 'fragment')) return false;
  const breaks = breaksSentence(line) || startsNowhere(line);
  const unknown = line.tokens.filter((token) => token.kind === 'unknown').length;
  const joints = line.tokens.filter((token) => token.kind === 'function').length;
  if (joints * 2 >= line.content.length) return breaks && unknown * 2 > line.content.length;
  if (line.content.length >= 4 && unknown * 2 >= line.content.length) return true;
  if (line.content.length >= 3) return breaks || !/^\p{Lu}.*[.!?:]$/u.test(line.text);
  return breaks && (line.content.length === 2 || unknown > 0);
}

const isOpen = (text: string): boolean => text.length >= 30 && !/[.!?:;)”"]$/.test(text);
const startsLow = (text: string): boolean => /^\p{Ll}/u.test(text);

/** The sentence runs from the line before to the line after, past this one: a short line or one with a capital. */
function breaksSentence(line: Placed): boolean {
  if (line.blankBefore || line.blankAfter || !isOpen(line.before) || !startsLow(line.after)) return false;
  return line.text.length * 2 < line.before.length || /^\p{Lu}/u.test(line.text);
}

/** A small letter at the start where nothing is left open for it to go on. */
const startsNowhere = (line: Placed): boolean =>
  startsLow(line.text) && (line.blankBefore || /[.!?:]$/.test(line.before));

const isFigureInSentence = (line: Placed): boolean =>
  line.tokens.every((token) => token.kind === 'number' || token.kind === 'sign') && breaksSentence(line);
