import { MONTHS } from '../calendar/index.js';
import { GrowingText } from './growing-text.js';
import type { Seam } from './growing-text.js';
import type { SourceLine } from './source-line.js';

const BULLET = /^([•▪◦‣·*–-]|[\uE000-\uF8FF])\s+/u;
const BILAG = /^Bilag\s+\d{1,2}\s*[:.]/;
const NUMBERED = new RegExp(
  `^(\\d{1,2}\\.(?!\\s*(${MONTHS.join('|')}))|\\d{1,2}\\)|[a-z]\\))\\s+\\p{L}`,
  'u',
);
const SENTENCE_END = /[.!?:;…][)”"’]?$/;

/** Words that are written with a hyphen: a figure, an abbreviation or a letter before it, or a hyphen already in it. */
const KEEPS_HYPHEN = /(^|[\s(])(it|tv|pc|cv|gps|\p{L}|\p{Lu}{2,}|[\p{L}\d]+-[\p{L}\d-]*\p{L})-$|[^\p{L}]-$/u;
const SUSPENDED = /^(og|eller|samt|som|men|hhv\.?)\b/;

/** Tells whether a line ends in half a word. */
export const endsInHyphen = (text: string): boolean => /[\p{L}\d%]-$/u.test(text);

/**
 * Joins a line to the one it wraps into. A hyphen at the line's end goes when it only parted a word
 * (`socialom-|rådet`) and stays when the word is written with one (`6-|byer`, `MSB-|ansatte`, `mål- |og midler`).
 */
export function joinWrapped(first: string, second: string): string {
  const { loses, between } = wrapped(first, second);
  return `${first.slice(0, first.length - loses)}${between}${second}`;
}

function wrapped(first: string, second: string): Seam {
  if (first.endsWith('\u00AD')) return { loses: 1, between: '' };
  if (!endsInHyphen(first) || SUSPENDED.test(second)) return { loses: 0, between: ' ' };
  const isParted = /^\p{Ll}/u.test(second) && !KEEPS_HYPHEN.test(first);
  return { loses: isParted ? 1 : 0, between: '' };
}

const parted = (between: string) => (): Seam => ({ loses: 0, between });

/** Joins the lines of one title or value, whatever blank lines stand between them. */
export function joinAll(lines: readonly string[]): string {
  const [first, ...others] = lines;
  const text = new GrowingText(first ?? '');
  for (const line of others) text.add(line, wrapped);
  return text.toString();
}

/** Tells whether a text is closed by a full stop or another mark, so that nothing has to follow it. */
export const isClosed = (text: string): boolean => SENTENCE_END.test(text);

/** Tells whether a line goes on from what stands before it: half a word, or a small letter after an open line. */
export function continues(before: string, line: string): boolean {
  if (endsInHyphen(before)) return /^[\p{Ll}\d]/u.test(line);
  return !isClosed(before) && /^\p{Ll}/u.test(line);
}

/** The longest of some lines, in characters: about how wide the column was set. */
export const widthOf = (lines: readonly SourceLine[]): number =>
  lines.reduce((width, line) => Math.max(width, line.text.length), 40);

/**
 * Makes running text of wrapped lines: paragraphs parted by a blank line, list items and deliberate line breaks by a
 * single one. `width` is the column's width in characters; a line that left room for the next word was broken on purpose.
 */
export function flow(lines: readonly SourceLine[], width: number): string {
  let text = new GrowingText('');
  let last = '';
  for (const line of lines) {
    const isBroken = isListItem(line.text) || isBrokenOnPurpose(last, line.text, width);
    if (text.isEmpty) text = new GrowingText(line.text);
    else if (continues(last, line.text)) text.add(line.text, wrapped);
    else if (line.blankBefore) text.add(line.text, parted(runsOn(last, line, width) ? ' ' : '\n\n'));
    else text.add(line.text, isBroken ? parted('\n') : wrapped);
    last = line.text;
  }
  return text.toString();
}

/** A sentence runs over the turn of a page; a list entry or a short line ends there. */
const runsOn = (before: string, line: SourceLine, width: number): boolean =>
  line.pageStart && !isClosed(before) && !isListItem(before) && !isBrokenOnPurpose(before, line.text, width);

/** Tells whether a line opens a list item: a bullet, `1.`, `a)`, `Bilag 1:`. */
export const isListItem = (text: string): boolean =>
  BULLET.test(text) || NUMBERED.test(text) || BILAG.test(text);

/** The text of a bulleted line without its bullet. */
export const withoutBullet = (text: string): string => text.replace(BULLET, '');

function isBrokenOnPurpose(before: string, line: string, width: number): boolean {
  const nextWord = line.split(' ', 1)[0] ?? '';
  return before.length + 1 + nextWord.length <= width * 0.8 && !/^\p{Ll}/u.test(line);
}
