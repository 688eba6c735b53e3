import { checkAgenda } from './agenda-checks.js';
import { readHead } from './meeting-head.js';
import type { MeetingHead } from './meeting-head.js';
import { readLetterhead } from './letterhead.js';
import { titleKey } from './point-headings.js';
import { readOutline } from './point-outline.js';
import type { Outline, PointChunk } from './point-outline.js';
import { partsOf } from './point-parts.js';
import { readPoint } from './read-point.js';
import type { PlainText, PointReading } from './read-point.js';
import { splitOff } from './page-tails.js';
import type { Orphan } from './page-tails.js';
import { flow, widthOf } from './reflow.js';
import { numbersOf, rangeOf } from './source-line.js';
import type { SourceLine } from './source-line.js';
import { outcomeOf } from '../decision/outcomes.js';
import type { PackageDocument, PackageWarning } from './package-document.js';

/** An agenda or minutes as read, with where its lines went. Follow-ups are read later, when its date is known. */
export interface MeetingReading {
  readonly document: PackageDocument;
  readonly fields: readonly number[];
  readonly letterheads: readonly number[];
  /** The line of each point's heading, in the order of the points. */
  readonly headingLines: readonly (number | null)[];
  /** Text that no point can be named for. */
  readonly orphans: readonly Orphan[];
  readonly followUpLines: readonly SourceLine[];
  /** Only headings, without a title, a date or a decision: the dividers of a package, not a document of its own. */
  readonly onlyHeadings: boolean;
}

/** Reads an agenda or minutes; null when the lines hold no point. */
export function readMeeting(lines: readonly SourceLine[]): MeetingReading | null {
  const { letterhead, caseNumber, lines: inLetterhead } = readLetterhead(lines);
  const text = lines.filter((line) => !inLetterhead.has(line.no));
  const width = widthOf(text);
  const outline = readOutline(text, width);
  if (outline.chunks.length === 0) return null;
  const head = readHead(outline.head);
  const kind = isMinutes(outline, head) ? 'minutes' : 'agenda';
  const { chunks, orphans } =
    kind === 'minutes' ? splitOff(outline.chunks, width) : { chunks: outline.chunks, orphans: [] };
  const readings = readPoints(chunks, kind === 'minutes' ? 'decision' : 'purpose', width);
  const meeting = { ...head.meeting, caseNumber: head.meeting.caseNumber ?? caseNumber };
  const points = readings.map((reading) => ({ point: reading.point, line: reading.line }));
  const checks = kind === 'agenda' ? checkAgenda(points, outline.shortList, meeting) : [];
  const fields = [
    ...head.fields,
    ...outline.fields,
    ...outline.shortList.flatMap((entry) => numbersOf(entry.lines)),
    ...readings.flatMap((reading) => reading.fields),
  ];
  return {
    document: {
      kind,
      lines: rangeOf([...fields, ...inLetterhead, ...orphans.flatMap((orphan) => numbersOf(orphan.lines))]),
      documentDate: head.documentDate,
      letterhead,
      meeting,
      points: points.map(({ point }) => point),
      indstilling: null,
      followUps: [],
      warnings: [...readings.flatMap((reading) => reading.warnings), ...checks],
    },
    fields,
    letterheads: [...inLetterhead],
    headingLines: points.map(({ line }) => line),
    orphans,
    followUpLines: readings.flatMap((reading) => reading.followUpLines),
    onlyHeadings: isOnlyHeadings(outline, head, readings),
  };
}

type Read = PointReading & { readonly line: number | null };

/** Points in reading order; `Punkt 3` and `Beslutning for Punkt 3` are one. */
function readPoints(chunks: readonly PointChunk[], plain: PlainText, width: number): Read[] {
  const split = chunks.some((chunk) => chunk.heading.style === 'beslutning');
  const readings: Read[] = [];
  const places = new Map<string, number>();
  for (const chunk of chunks) {
    const decides = chunk.heading.style === 'beslutning';
    const reading = readPoint(chunk, split && !decides ? 'purpose' : plain, width);
    const line = chunk.heading.lines[0]?.no ?? null;
    const before = places.get(chunk.number);
    const same = decides && before !== undefined ? readings[before] : undefined;
    const empty = decides && reading.point.decision === null ? [noDecision(chunk, line)] : [];
    const read = { ...reading, warnings: [...reading.warnings, ...empty], line };
    if (same && before !== undefined) readings[before] = joined(same, read);
    else {
      if (before === undefined) places.set(chunk.number, readings.length);
      readings.push(read);
    }
  }
  return readings;
}

const noDecision = (chunk: PointChunk, line: number | null): PackageWarning => ({
  code: 'decision-empty',
  text: `Der står ingen beslutning under overskriften for punkt ${chunk.number}.`,
  line,
});

function joined(point: Read, decision: Read): Read {
  const differs = titleKey(point.point.title) !== titleKey(decision.point.title);
  const text = `Punkt ${point.point.number} hedder "${decision.point.title}" over beslutningen og "${point.point.title}" over punktet; overskriften over punktet gælder.`;
  return {
    ...point,
    point: {
      ...point.point,
      durationMinutes: point.point.durationMinutes ?? decision.point.durationMinutes,
      attachments: [...point.point.attachments, ...decision.point.attachments],
      decision: decision.point.decision,
    },
    fields: [...point.fields, ...decision.fields],
    warnings: [
      ...point.warnings,
      ...decision.warnings,
      ...(differs ? [{ code: 'title-differs', text, line: decision.line }] : []),
    ],
    followUpLines: [...point.followUpLines, ...decision.followUpLines],
  };
}

/** Minutes say so, or hold decisions: under a heading of their own, or in the usual phrases. */
function isMinutes(outline: Outline, head: MeetingHead): boolean {
  if (head.says !== null && head.says === 'minutes') return true;
  const parts = outline.chunks.map((chunk) => partsOf(chunk.body));
  if (outline.chunks.some((chunk) => chunk.heading.style === 'beslutning')) return true;
  if (parts.flat().some((part) => part.kind === 'decision')) return true;
  if (
    head.says === 'agenda' ||
    parts.flat().some((part) => part.kind === 'purpose' || part.kind === 'method')
  )
    return false;
  const texts = parts.map((own) =>
    flow(
      own.filter((part) => part.kind === 'text').flatMap((part) => part.lines),
      80,
    ),
  );
  const written = texts.filter((text) => /\p{L}/u.test(text));
  return (
    written.length > 0 && written.filter((text) => outcomeOf(text) !== null).length * 2 >= written.length
  );
}

function isOnlyHeadings(outline: Outline, head: MeetingHead, readings: readonly Read[]): boolean {
  const { date, start, place } = head.meeting;
  return (
    head.says === null &&
    date === null &&
    start === null &&
    place === null &&
    outline.shortList.length === 0 &&
    readings.every(
      ({ point }) => point.decision === null && point.purpose === null && point.timeFrom === null,
    )
  );
}
