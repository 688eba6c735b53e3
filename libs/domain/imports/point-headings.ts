import { readLabel } from './labels.js';
import { endsInHyphen, isListItem, joinAll } from './reflow.js';
import { isTimesOnly } from './written-dates.js';
import type { SourceLine } from './source-line.js';
import type { Visibility } from '../agenda/visibility.js';

/** How a point's heading is written: `Punkt 3: ...`, `Beslutning for Punkt 3: ...`, `3. ...`, `A) ...` or `6A. ...`. */
export type HeadingStyle = 'punkt' | 'beslutning' | 'numbered' | 'lettered';

/** The heading of a point, as it stands, wrapped lines joined. */
export interface PointHeading {
  readonly style: HeadingStyle;
  /** `3`, `6A`; only the letter where the heading has no more. */
  readonly number: string;
  readonly title: PointTitle;
  readonly lines: readonly SourceLine[];
}

/** A title taken apart. */
export interface PointTitle {
  readonly title: string;
  readonly durationMinutes: number | null;
  readonly visibility: Visibility;
  readonly late: boolean;
  readonly withdrawn: boolean;
}

const STYLES: readonly (readonly [RegExp, HeadingStyle])[] = [
  [/^(?:Lukket\s+)?Punkt\s+(\d{1,3}\s?[A-Z]?)\s*[:.–-]\s*(\S.*)$/, 'punkt'],
  [/^Beslutning(?:er)? for Punkt\s+(\d{1,3}\s?[A-Z]?)\s*[:.–-]\s*(\S.*)$/i, 'beslutning'],
  [/^(\d{1,3}\s?[A-Z])[.):]?[\s\t]+(\S.*)$/, 'lettered'],
  [/^([A-Z])[).]\s+(\S.*)$/, 'lettered'],
  [/^(\d{1,3})(?:\.|\t)\s*([^\s\d.,)].*|\d+\s+\p{L}.*)$/u, 'numbered'],
];
const MONTH =
  /^\d{1,2}\.\s*(januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december)\b/i;
const CLOSED_PREFIX = /^\(?lukket( punkt)?\)?\s*[:–-]\s*/i;

/** The number, style and raw title of a line that is written as a point's heading; null for any other. */
export function headingAt(text: string): { style: HeadingStyle; number: string; rest: string } | null {
  if (MONTH.test(text)) return null;
  for (const [pattern, style] of STYLES) {
    const match = pattern.exec(text);
    if (match) return { style, number: (match[1] ?? '').replace(/\s/g, ''), rest: match[2] ?? '' };
  }
  return null;
}

/**
 * Reads the heading that begins at a line, with the lines its title wraps into. `width` is the column's width in
 * characters: only a line that ran out of room wraps.
 */
export function readHeading(lines: readonly SourceLine[], at: number, width: number): PointHeading | null {
  const first = lines[at];
  const head = first && headingAt(first.text);
  if (!head) return null;
  const own = [first];
  for (const line of lines.slice(at + 1, at + 5)) {
    if (
      !wrapsInto(
        own.map((part) => part.text),
        line,
        width,
      )
    )
      break;
    own.push(line);
  }
  const title = joinAll([head.rest, ...own.slice(1).map((line) => line.text)]);
  const closed = /^Lukket\s+punkt/i.test(first.text);
  return { style: head.style, number: head.number, title: readTitle(title, closed), lines: own };
}

function wrapsInto(title: readonly string[], next: SourceLine, width: number): boolean {
  const last = title.at(-1) ?? '';
  if (readLabel(next.text) || headingAt(next.text) || isListItem(next.text) || next.pageStart) return false;
  if (endsInHyphen(last) && /^\p{Ll}/u.test(next.text)) return true;
  if (next.blankBefore) return false;
  const open = title.join(' ');
  if ((open.match(/\(/g) ?? []).length > (open.match(/\)/g) ?? []).length) return true;
  if (/^\p{Ll}/u.test(next.text)) return !/[.!?]$/.test(last);
  return last.length >= width * 0.6 && next.text.length < width && !/[.!?:]$/.test(last + next.text);
}

/** Takes a title apart: `(10 min)`, `(lukket)`, `Tillægspunkt` and `Punktet udgår` are no part of the title itself. */
export function readTitle(raw: string, closed = false): PointTitle {
  let title = raw
    .split('\t')
    .filter((cell, i) => i === 0 || !isTimesOnly(cell))
    .join(' ')
    .trim();
  const take = (pattern: RegExp): RegExpExecArray | null => {
    const match = pattern.exec(title);
    if (match) title = title.replace(pattern, '').trim();
    return match;
  };
  const withdrawn = take(/\s*[(–-]\s*(punktet )?udgår\.?\)?$|\s*\(udgået\)$/i) !== null;
  const minutes = take(/\s*(?:[–-]\s*(\d{1,3})\s*min(?:utter)?\.?|\(\s*(\d{1,3})\s*min(?:utter)?\.?\s*\))$/i);
  const late = take(/^tillægspunkt\s*:\s*|\s*[(–-]\s*tillægspunkt\)?$/i) !== null;
  const marked = take(CLOSED_PREFIX) ?? take(/\s*\((lukket( punkt)?|fortroligt?|fortrolige)\)$/i);
  const duration = minutes?.[1] ?? minutes?.[2];
  return {
    title,
    durationMinutes: duration === undefined ? null : Number(duration),
    visibility: closed || marked !== null ? 'closed' : 'open',
    late,
    withdrawn,
  };
}

/** A title without case, marks and blanks, to tell whether two writings of it are the same. */
export const titleKey = (title: string): string => title.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
