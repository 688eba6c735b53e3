import { tokensOf } from './line-words.js';
import type { Token, TokenKind } from './line-words.js';
import { isCommonName, isFiller, isOfficialWord, rootOf } from './vocabulary.js';

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
  const paper = readPaper(lines);
  const stray = new Set<number>();
  let before = '';
  let beforeAt = -2;
  lines.forEach((text, i) => {
    if (text.trim() === '') return;
    const after = lines[i + 1] ?? '';
    const next = after.trim() === '' ? lines.slice(i + 1).find((line) => line.trim() !== '') : after;
    const placed = place(text, before, next ?? '', beforeAt !== i - 1, after.trim() === '');
    if (isStray(placed, paper) && !inEnglishPassage(lines, i)) stray.add(i + 1);
    else before = text.trim();
    beforeAt = stray.has(i + 1) && beforeAt === i - 1 ? i : stray.has(i + 1) ? beforeAt : i;
  });
  return stray;
}

function place(
  text: string,
  before: string,
  after: string,
  blankBefore: boolean,
  blankAfter: boolean,
): Placed {
  const tokens = asSentence(tokensOf(text, /\p{L}-$/u.test(before)));
  return { text: text.trim(), tokens, content: contentOf(tokens), before, after, blankBefore, blankAfter };
}

/** A capital at the head of a line makes no name of a word; a common name beside it does. */
function asSentence(tokens: readonly Token[]): Token[] {
  return tokens.map((token, i) => {
    const beside = [tokens[i - 1], tokens[i + 1]];
    const capital = /^[^\p{L}]*\p{Lu}\p{Ll}/u.test(token.text);
    if (token.kind === 'odd' && capital && beside.some((other) => other && isCommonName(letters(other.text))))
      return { ...token, kind: 'name' };
    if (token.kind === 'name' && i === 0 && tokens.length > 1 && !/^\p{Lu}/u.test(tokens[1]?.text ?? ''))
      return { ...token, kind: 'unknown' };
    return token;
  });
}

const letters = (text: string): string => text.replace(/[^\p{L}]/gu, '');

const contentOf = (tokens: readonly Token[]): string[] =>
  tokens
    .filter((token) => token.kind === 'known' || token.kind === 'unknown')
    .map((token) => letters(token.text))
    .filter((word) => word.length >= 4);

/** For each root, the different lines (figures aside) it stands in: what a paper is about, it says more than once. */
function readPaper(lines: readonly string[]): ReadonlyMap<string, ReadonlySet<string>> {
  const paper = new Map<string, Set<string>>();
  for (const line of lines) {
    if (line.trim() === '') continue;
    for (const word of contentOf(tokensOf(line))) {
      const seen = paper.get(rootOf(word)) ?? new Set<string>();
      paper.set(rootOf(word), seen.add(line.replace(/[\d\s]/g, '')));
    }
  }
  return paper;
}

function isStray(line: Placed, paper: ReadonlyMap<string, ReadonlySet<string>>): boolean {
  return noLanguage(line.tokens) || isFillerLine(line) || isForeign(line, paper) || isFigureInSentence(line);
}

/** No Danish by its words: half of them odd, or hardly one of them known. */
function noLanguage(tokens: readonly Token[]): boolean {
  const of = (...kinds: TokenKind[]): number => tokens.filter((token) => kinds.includes(token.kind)).length;
  const odd = of('odd');
  const alien = odd + of('unknown');
  const words = alien + of('function', 'known', 'borrowed', 'name', 'acronym', 'address', 'fragment');
  if (odd > 0 && odd * 2 >= words) return true;
  if (of('known', 'borrowed', 'name', 'acronym', 'address') === 0 && alien >= 2 && alien > of('function'))
    return true;
  const content = alien + of('known');
  return content >= 3 && alien * 4 >= content * 3;
}

const isFillerLine = (line: Placed): boolean =>
  line.tokens.length <= 8 && line.tokens.some((token) => isFiller(letters(token.text)));

/** No word of the line is of the paper's matter, and it is no whole sentence, or it breaks the one around it. */
function isForeign(line: Placed, paper: ReadonlyMap<string, ReadonlySet<string>>): boolean {
  const atHome = (word: string): boolean => isOfficialWord(word) || (paper.get(rootOf(word))?.size ?? 0) > 1;
  if (line.content.length === 0 || line.content.some(atHome)) return false;
  if (line.tokens.some((token) => token.kind === 'address' || token.kind === 'fragment')) return false;
  const breaks = breaksSentence(line) || startsNowhere(line);
  if (line.content.length >= 3) return breaks || !/^\p{Lu}.*[.!?:]$/u.test(line.text);
  return breaks && (line.content.length === 2 || line.tokens.some((token) => token.kind === 'unknown'));
}

const isOpen = (text: string): boolean => text.length >= 30 && !/[.!?:;)”"]$/.test(text);
const startsLow = (text: string): boolean => /^\s*\p{Ll}/u.test(text);

/** The sentence runs from the line before to the line after, past this one: a short line or one with a capital. */
function breaksSentence(line: Placed): boolean {
  if (line.blankBefore || line.blankAfter || !isOpen(line.before) || !startsLow(line.after)) return false;
  return line.text.length * 2 < line.before.length || /^\P{L}*\p{Lu}/u.test(line.text);
}

/** A small letter at the start where nothing is left open for it to go on. */
const startsNowhere = (line: Placed): boolean =>
  startsLow(line.text) && (line.blankBefore || /[.!?:]$/.test(line.before));

const isFigureInSentence = (line: Placed): boolean =>
  line.tokens.every((token) => token.kind === 'number' || token.kind === 'sign') && breaksSentence(line);

/** English stands in Danish papers by the passage; three of five lines with English small words are one. */
function inEnglishPassage(lines: readonly string[], at: number): boolean {
  const english = (line: string): boolean =>
    tokensOf(line).filter((token) => token.kind === 'borrowed').length >= 2;
  const around = lines.slice(Math.max(0, at - 2), at + 3).filter((line) => line.trim() !== '');
  return around.length >= 3 && around.filter(english).length >= 3;
}
