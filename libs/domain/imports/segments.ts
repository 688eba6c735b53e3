import { indstillingHead } from './indstilling-head.js';
import { isIndstilling, sectionKey } from './indstilling-headings.js';
import { readLabel } from './labels.js';
import { headingAt } from './point-headings.js';
import type { SourceLine } from './source-line.js';

/** Lines that seem to be one document, or none. */
export interface Segment {
  readonly kind: 'indstilling' | 'meeting' | 'other';
  readonly lines: readonly SourceLine[];
}

const TITLE = /^(beslutnings)?(referat|protokol|dagsorden)(?!\p{L})/iu;
const MOST_TOP_LINES = 40;
const POINT_LABELS = new Set(['purpose', 'method', 'responsible']);

/**
 * What a stretch of lines is, by the headings and labels in it. An attachment (`stamped`) may speak of points in passing:
 * it takes a title or labels to make it a document of its own.
 */
export function kindOf(lines: readonly SourceLine[], stamped = false): Segment['kind'] {
  const keys = lines.flatMap((line) => sectionKey(line.text, line.blankBefore) ?? []);
  if (isIndstilling(keys)) return 'indstilling';
  const worded = lines.some(
    (line) => headingAt(line.text)?.style === 'punkt' || headingAt(line.text)?.style === 'beslutning',
  );
  if (worded && !stamped) return 'meeting';
  const labels = lines.flatMap((line) => readLabel(line.text)?.label ?? []);
  const numbered = lines.some((line) => headingAt(line.text)?.style === 'numbered');
  const titled = lines.slice(0, 12).some((line) => TITLE.test(line.text));
  const labelled =
    labels.includes('date') ||
    labels.includes('short-list') ||
    labels.filter((label) => POINT_LABELS.has(label)).length >= 2;
  return (numbered || worded) && (labelled || titled) ? 'meeting' : 'other';
}

/** Parts a block of lines into documents: where one begins, the one before ends. */
export function segmentsOf(lines: readonly SourceLine[]): Segment[] {
  const cuts = [0];
  const higher = lines.findIndex((line) => (wordedNumber(line) ?? 0) > 1);
  lines.forEach((_, i) => {
    if (i > 0 && opensDocument(lines, i, higher)) cuts.push(i);
  });
  const segments = cuts.map((from, i) => {
    const own = lines.slice(from, cuts[i + 1] ?? lines.length);
    return { kind: kindOf(own), lines: own };
  });
  return withTops(segments);
}

/** What stands over a document's title on the same page (letterhead, date) is the top of that document. */
function withTops(segments: readonly Segment[]): Segment[] {
  const joined: Segment[] = [];
  for (const segment of segments) {
    const above = joined.at(-1);
    const isTop =
      above?.kind === 'other' && above.lines.length <= MOST_TOP_LINES && !segment.lines[0]?.pageStart;
    if (above && isTop)
      joined[joined.length - 1] = { kind: segment.kind, lines: [...above.lines, ...segment.lines] };
    else joined.push(segment);
  }
  return joined;
}

/** `higher` is where the first `Punkt` with a number over 1 stands; -1 when none does. */
function opensDocument(lines: readonly SourceLine[], at: number, higher: number): boolean {
  const line = lines[at];
  if (!line) return false;
  if (indstillingHead(line.text)) return true;
  if (TITLE.test(line.text) && opensWithTitle(lines, at)) return true;
  if (opensWithHeadTable(lines, at)) return true;
  return higher >= 0 && higher < at && restartsPoints(lines, at);
}

/** `Referat` or `Dagsorden` alone, or with a meeting, where a page or a paragraph begins and points follow. */
function opensWithTitle(lines: readonly SourceLine[], at: number): boolean {
  const line = lines[at];
  if (!line?.blankBefore || line.text.length > 90 || /[.:;]$/.test(line.text) || headingAt(line.text))
    return false;
  if (readLabel(line.text)?.label === 'short-list') return false;
  const head = lines.slice(Math.max(0, at - 6), at);
  if (!line.pageStart && head.some((before) => readLabel(before.text)?.label === 'date')) return false;
  const after = lines.slice(at + 1, at + 25);
  return after.some((next) => /^(punkt|numbered)$/.test(headingAt(next.text)?.style ?? ''));
}

/** The first line of the page that a head table stands on, when the table is within its first lines. */
function opensWithHeadTable(lines: readonly SourceLine[], at: number): boolean {
  const line = lines[at];
  if (!line?.pageStart) return false;
  const top = lines.slice(at, at + 9);
  const end = top.findIndex((next, i) => i > 0 && next.pageStart);
  const labels = top.slice(0, end < 0 ? 9 : end).flatMap((next) => readLabel(next.text)?.label ?? []);
  return labels.includes('date') && (labels.includes('time') || labels.includes('place'));
}

/** `Punkt 1`, which after higher numbers opens another meeting, unless its title stands over it. */
function restartsPoints(lines: readonly SourceLine[], at: number): boolean {
  const line = lines[at];
  const title = lines[at - 1];
  return line !== undefined && wordedNumber(line) === 1 && !(title && TITLE.test(title.text));
}

/** The number of a line written `Punkt 3: ...`; null for any other. */
function wordedNumber(line: SourceLine): number | null {
  const head = headingAt(line.text);
  return head?.style === 'punkt' ? parseInt(head.number, 10) : null;
}
