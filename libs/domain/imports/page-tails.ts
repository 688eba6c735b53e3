import { outcomeOf } from '../decision/outcomes.js';
import type { HeadingStyle } from './point-headings.js';
import type { PointChunk } from './point-outline.js';
import { flow, isClosed, isListItem } from './reflow.js';
import type { SourceLine } from './source-line.js';

/** Text of a decision (characters) after which a further "Intet til referatet." is no whole decision any more. */
const MOST_OF_NOTHING = 4000;

/** Minuted text that opens a page whose heading is missing. */
export interface Orphan {
  readonly text: string;
  readonly lines: readonly SourceLine[];
  /** The point it stands after, which may or may not be its own. */
  readonly after: string;
}

/**
 * Takes from the points of minutes what the turn of a page has put under them without a heading: a new title (what
 * follows it belongs to no point and is left unread), and, where pages are missing, text whose own point is not known.
 */
export function splitOff(
  chunks: readonly PointChunk[],
  width: number,
): { chunks: readonly PointChunk[]; orphans: readonly Orphan[] } {
  const missing = pagesAreMissing(chunks);
  const orphans: Orphan[] = [];
  const kept = chunks.map((chunk) => {
    const title = chunk.body.findIndex((_, i) => opensPage(chunk.body, i) && isTitleOnly(chunk.body, i));
    const body = title < 0 ? chunk.body : chunk.body.slice(0, title);
    const turn = missing ? body.findIndex((_, i) => opensPage(body, i)) : turnAfterNothing(body, width);
    if (turn < 0) return { ...chunk, body };
    const lines = body.slice(turn);
    orphans.push({ text: flow(lines, width), lines, after: chunk.number });
    return { ...chunk, body: body.slice(0, turn) };
  });
  return { chunks: kept, orphans };
}

/** Numbers left out, or a decision whose point is not there, show that pages are missing. */
function pagesAreMissing(chunks: readonly PointChunk[]): boolean {
  const numbers = [
    ...new Set(chunks.filter((chunk) => !chunk.closedPart).map((chunk) => parseInt(chunk.number, 10))),
  ];
  const gap = numbers.some((number, i) => i > 0 && number > (numbers[i - 1] ?? number) + 1);
  const numbered = (style: HeadingStyle): string[] =>
    chunks.filter((chunk) => chunk.heading.style === style).map((chunk) => chunk.number);
  const points = new Set(numbered('punkt'));
  const decisions = numbered('beslutning');
  const split = decisions.some((number) => points.has(number));
  const alone = decisions.some((number) => !points.has(number));
  return gap || (split && alone);
}

/** The line opens a page, and what stands before it is complete. */
function opensPage(body: readonly SourceLine[], at: number): boolean {
  const line = body[at];
  const before = body[at - 1];
  return line?.pageStart === true && (before === undefined || isClosed(before.text));
}

/** Short lines without a full stop up to the next blank line or the end: a heading, not a decision. */
function isTitleOnly(body: readonly SourceLine[], at: number): boolean {
  let end = at + 1;
  while (end < body.length && !body[end]?.blankBefore) end += 1;
  const own = body.slice(at, end);
  const words = own
    .map((line) => line.text)
    .join(' ')
    .split(' ');
  return (
    words.length <= 8 &&
    own.every((line) => !isClosed(line.text) && !isListItem(line.text)) &&
    !outcomeOf(words.join(' '))
  );
}

/**
 * The first turn of a page after which nothing more belongs to the decision: "Intet til referatet." is the whole of one. -1
 * when there is none. Only so far as a decision of nothing reaches is looked at.
 */
function turnAfterNothing(body: readonly SourceLine[], width: number): number {
  let length = 0;
  for (const [i, line] of body.entries()) {
    if (length > MOST_OF_NOTHING) return -1;
    if (i > 0 && opensPage(body, i) && outcomeOf(flow(body.slice(0, i), width)) === 'nothing') return i;
    length += line.text.length;
  }
  return -1;
}
