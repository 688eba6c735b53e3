import { readLabel } from './labels.js';
import { headingAt, readHeading } from './point-headings.js';
import type { PointHeading } from './point-headings.js';
import type { SourceLine } from './source-line.js';

/** A point of the document: its heading, what stands under it, and whether it is in the closed part. */
export interface PointChunk {
  /** `3`, `6A`: with the number of the point a lettered one stands under. */
  readonly number: string;
  readonly heading: PointHeading;
  readonly body: readonly SourceLine[];
  readonly closedPart: boolean;
}

export interface Outline {
  readonly head: readonly SourceLine[];
  /** The headings of "Dagsorden kort", by number. */
  readonly shortList: readonly PointHeading[];
  readonly chunks: readonly PointChunk[];
  /** Lines that are read by their place alone: the label of the short list, the heading of the closed part. */
  readonly fields: readonly number[];
}

interface Placed {
  readonly at: number;
  readonly number: string;
  readonly heading: PointHeading;
  readonly closedPart: boolean;
}

const CLOSED_PART = /^(den )?lukke(t|de) (dagsorden|del|punkter|møde|referat)$/i;

/** Where a document's points begin and end. `width` is the column's width in characters. */
export function readOutline(lines: readonly SourceLine[], width: number): Outline {
  const placed = placeHeadings(lines, width);
  const restart = shortListEnd(lines, placed);
  const list = placed.slice(0, restart);
  const points = placed.slice(restart);
  const firstAt = list[0]?.at ?? points[0]?.at ?? lines.length;
  const label = lines.findIndex((line) => readLabel(line.text)?.label === 'short-list');
  const headEnd = label >= 0 && label < firstAt ? label : firstAt;
  const chunks = points.map((point, i) => ({
    number: point.number,
    heading: point.heading,
    closedPart: point.closedPart,
    body: lines
      .slice(point.at + point.heading.lines.length, points[i + 1]?.at ?? lines.length)
      .filter((line) => !CLOSED_PART.test(line.text)),
  }));
  const fixed = lines.filter((line, i) => CLOSED_PART.test(line.text) || (i === label && headEnd === label));
  return {
    head: lines.slice(0, headEnd).filter((line) => !CLOSED_PART.test(line.text)),
    shortList: list.map((entry) => entry.heading),
    chunks,
    fields: fixed.map((line) => line.no),
  };
}

/** Where the numbers stand while the headings are found. */
interface Place {
  readonly worded: boolean;
  readonly number: number;
  readonly letter: string;
  readonly closedPart: boolean;
  /** Nothing but headings so far, or a short list was announced and has not ended. */
  readonly inShortList: boolean;
  /** Entries of a numbered list of bilag so far; null outside one. */
  readonly bilag: number | null;
}

/** Takes the lines that are headings in their place: a number must follow from the one before, or start over. */
function placeHeadings(lines: readonly SourceLine[], width: number): Placed[] {
  const worded = lines.some((line) => /^(punkt|beslutning)$/.test(headingAt(line.text)?.style ?? ''));
  const placed: Placed[] = [];
  const closedFrom = closedPartAt(lines);
  let state: Place = { worded, number: 0, letter: '', closedPart: false, inShortList: false, bilag: null };
  let end = -1;
  lines.forEach((line, at) => {
    if (at < end) return;
    const head = headingAt(line.text);
    const isBilag = head !== null && isBilagEntry(head, line, state);
    const heading =
      head && !isBilag && fits(head, line, at === end, state) ? readHeading(lines, at, width) : null;
    if (!head || !heading) {
      state = past(line, isBilag, at >= closedFrom, state);
      return;
    }
    const number = /^[A-Z]$/.test(head.number) ? `${state.number}${head.number}` : head.number;
    const again = state.inShortList && parseInt(number, 10) < state.number;
    state = {
      ...state,
      number: parseInt(number, 10),
      letter: /[A-Z]$/.exec(number)?.[0] ?? '',
      inShortList: !again && (state.inShortList || placed.length === 0),
      bilag: null,
    };
    end = at + heading.lines.length;
    placed.push({ at, number, heading, closedPart: state.closedPart });
  });
  return placed;
}

/**
 * Where a line may open the closed part. Over the first point it closes the whole document, unless it stands there only
 * as the mark of later pages and comes again where the part begins.
 */
function closedPartAt(lines: readonly SourceLine[]): number {
  const firstPoint = lines.findIndex((line) => headingAt(line.text) !== null);
  const again = lines.some((line, at) => at > firstPoint && CLOSED_PART.test(line.text));
  return again ? firstPoint : 0;
}

/** What a line that is no heading changes. */
function past(line: SourceLine, isBilag: boolean, mayClose: boolean, state: Place): Place {
  if (CLOSED_PART.test(line.text) && mayClose)
    return { ...state, number: 0, letter: '', closedPart: true, inShortList: false, bilag: null };
  if (isBilag) return { ...state, bilag: (state.bilag ?? 0) + 1 };
  const label = readLabel(line.text)?.label;
  if (label === 'short-list') return { ...state, inShortList: true };
  if (label === undefined) return state;
  return { ...state, inShortList: false, bilag: label === 'attachments' ? 0 : null };
}

/** A list of bilag may be numbered as points are: its first entry is 1, the others stand close together. */
function isBilagEntry(head: { style: string; number: string }, line: SourceLine, state: Place): boolean {
  if (state.bilag === null || head.style !== 'numbered') return false;
  return Number(head.number) === state.bilag + 1 && (state.bilag === 0 || !line.blankBefore);
}

function fits(
  head: { style: string; number: string },
  line: SourceLine,
  adjacent: boolean,
  state: Place,
): boolean {
  if (head.style === 'punkt' || head.style === 'beslutning') return true;
  if (state.worded) return false;
  if (head.style === 'numbered') {
    const number = Number(head.number);
    if (!line.blankBefore && !adjacent) return false;
    if (state.number === 0) return true;
    return number === state.number + 1 || (number === 1 && state.number > 1 && state.inShortList);
  }
  const letter = head.number.at(-1) ?? '';
  const parent = parseInt(head.number, 10);
  const next = state.letter === '' ? 'A' : String.fromCharCode(state.letter.charCodeAt(0) + 1);
  const follows = state.number > 0 && letter === next && (Number.isNaN(parent) || parent === state.number);
  return follows && line.blankBefore;
}

/** How many of the headings are the short list: those before the numbers start over, when nothing stands between them. */
function shortListEnd(lines: readonly SourceLine[], placed: readonly Placed[]): number {
  const label = lines.findIndex((line) => readLabel(line.text)?.label === 'short-list');
  const again = placed.findIndex(
    (entry, i) =>
      i > 0 &&
      entry.number === placed[0]?.number &&
      !entry.closedPart &&
      entry.heading.style === placed[0].heading.style,
  );
  if (again < 1) return 0;
  const first = placed[0];
  if (!first) return 0;
  const covered = placed.slice(0, again).reduce((sum, entry) => sum + entry.heading.lines.length, 0);
  const bare = (placed[again]?.at ?? 0) - first.at === covered;
  return (label >= 0 && label < first.at) || bare ? again : 0;
}
