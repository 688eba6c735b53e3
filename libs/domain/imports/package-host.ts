import { NO_LETTERHEAD } from './letterhead.js';
import type { PackageDocument, PackagePoint, PackageWarning } from './package-document.js';
import type { PackageParts, ReadDocument, StampedRange } from './package-parts.js';
import { titleKey } from './point-headings.js';
import { attachment } from './read-point.js';

const EMPTY_POINT: PackagePoint = {
  number: '',
  title: '',
  durationMinutes: null,
  timeFrom: null,
  timeTo: null,
  purpose: null,
  method: null,
  responsible: null,
  attending: null,
  attachments: [],
  visibility: 'open',
  decision: null,
};

interface Divider {
  readonly point: PackagePoint;
  readonly line: number | null;
}

/**
 * Gives the package's stamped attachments and the headings between them to the meeting they belong to: the minutes or
 * agenda whose points agree. Where there is none, the headings and stamps are an agenda of their own.
 */
export function gatherHost(parts: PackageParts): readonly ReadDocument[] {
  const dividers = parts.dividers.flatMap((read) =>
    read.document.points.map((point, i) => ({ point, line: read.headingLines[i] ?? null })),
  );
  if (dividers.length === 0 && parts.attachments.length === 0) return parts.documents;
  const host = findHost(parts, dividers) ?? emptyHost(parts, dividers);
  const fields = [...host.fields, ...parts.dividers.flatMap((read) => read.fields)];
  const filled = { ...host, fields, document: fillHost(host, dividers, parts) };
  const others = parts.documents.filter((read) => read !== host);
  return [...others, filled].sort((a, b) => a.document.lines.from - b.document.lines.from);
}

/** A meeting that stands on its own, with the most titles in agreement; one that contradicts more than it agrees is none. */
function findHost(parts: PackageParts, dividers: readonly Divider[]): ReadDocument | null {
  const stampedIndstillinger = parts.documents.filter((read) => read.stamp && read.document.indstilling);
  const score = (read: ReadDocument): number => {
    const titleOf = (number: string): string | null =>
      read.document.points.find((p) => p.number === number)?.title ?? null;
    const judge = (number: string, title: string): number => {
      const own = titleOf(number);
      return own === null ? 0 : titleKey(own) === titleKey(title) ? 3 : -1;
    };
    const known = parts.attachments.filter(({ stamp }) => titleOf(stamp.point) !== null).length;
    const unknown = parts.attachments.length - known;
    return (
      dividers.reduce((sum, { point }) => sum + judge(point.number, point.title), 0) +
      stampedIndstillinger.reduce(
        (sum, { stamp, document }) => sum + judge(stamp?.point ?? '', document.indstilling?.title ?? ''),
        0,
      ) +
      (known > 0 && unknown === 0 ? 1 : 0)
    );
  };
  const candidates = parts.documents
    .filter((read) => read.stamp === null && read.document.kind !== 'indstilling')
    .map((read) => ({ read, score: score(read) }))
    .filter((candidate) => candidate.score > 0);
  const isMinutes = (read: ReadDocument): number => (read.document.kind === 'minutes' ? 1 : 0);
  candidates.sort((a, b) => b.score - a.score || isMinutes(b.read) - isMinutes(a.read));
  return candidates[0]?.read ?? null;
}

function emptyHost(parts: PackageParts, dividers: readonly Divider[]): ReadDocument {
  const lines = [
    ...dividers.flatMap(({ line }) => line ?? []),
    ...parts.attachments.flatMap(({ lines: range }) => [range.from, range.to]),
  ];
  const document: PackageDocument = {
    kind: 'agenda',
    lines: { from: Math.min(...lines), to: Math.max(...lines) },
    documentDate: null,
    letterhead: NO_LETTERHEAD,
    meeting: {
      body: null,
      date: null,
      start: null,
      end: null,
      place: null,
      caseNumber: null,
      participants: [],
    },
    points: [],
    indstilling: null,
    followUps: [],
    warnings: [],
  };
  return { document, fields: [], letterheads: [], stamp: null, meeting: null };
}

function fillHost(host: ReadDocument, dividers: readonly Divider[], parts: PackageParts): PackageDocument {
  const { document } = host;
  const warnings: PackageWarning[] = [];
  let points = document.points;
  for (const { point, line } of dividers) {
    const same = points.find((own) => own.number === point.number);
    if (same && titleKey(same.title) !== titleKey(point.title))
      warnings.push(titleDiffers(same, point.title, line));
    const minutes = same?.durationMinutes ?? point.durationMinutes;
    points = placed(points, same, { ...(same ?? point), durationMinutes: minutes });
  }
  for (const { number, line, ranges } of groupByPoint(parts.attachments)) {
    const same = points.find((own) => own.number === number);
    const point = same ?? untitled(number, parts.documents, warnings, line);
    points = placed(points, same, { ...point, attachments: merged(point, ranges) });
  }
  return { ...document, points, warnings: [...document.warnings, ...warnings] };
}

/** Puts a point in place of another, or where its number belongs. Numbers come twice where a closed part has its own. */
function placed(
  points: readonly PackagePoint[],
  same: PackagePoint | undefined,
  point: PackagePoint,
): readonly PackagePoint[] {
  if (same) return points.map((own) => (own === same ? point : own));
  const after = points.findIndex((own) => own.visibility === 'closed' || isBefore(point, own));
  return after < 0 ? [...points, point] : [...points.slice(0, after), point, ...points.slice(after)];
}

const isBefore = (a: PackagePoint, b: PackagePoint): boolean =>
  parseInt(a.number, 10) - parseInt(b.number, 10) < 0;

const titleDiffers = (point: PackagePoint, divider: string, line: number | null): PackageWarning => ({
  code: 'title-differs',
  text: `Punkt ${point.number} hedder "${divider}" på skillebladet og "${point.title}" over punktet; overskriften gælder.`,
  line,
});

/** A point known by its stamps only takes the title of its indstilling, if it has one; nothing else is known of it. */
function untitled(
  number: string,
  documents: readonly ReadDocument[],
  warnings: PackageWarning[],
  line: number,
): PackagePoint {
  const of = documents.find((read) => read.stamp?.point === number && read.document.indstilling);
  const title = of?.document.indstilling?.title ?? '';
  const from =
    title === '' ? 'har kun bilag; titlen mangler.' : `har sin titel fra indstillingen: "${title}".`;
  warnings.push({ code: 'point-without-heading', text: `Punkt ${number} ${from}`, line });
  return { ...EMPTY_POINT, number, title };
}

function groupByPoint(
  ranges: readonly StampedRange[],
): { number: string; line: number; ranges: StampedRange[] }[] {
  const groups: { number: string; line: number; ranges: StampedRange[] }[] = [];
  for (const range of ranges) {
    const group = groups.find((other) => other.number === range.stamp.point);
    if (group) group.ranges.push(range);
    else groups.push({ number: range.stamp.point, line: range.stamp.first.no, ranges: [range] });
  }
  return groups;
}

/** Stamped attachments in the order of their numbers; one that the point already lists by title gets its lines. */
function merged(point: PackagePoint, ranges: readonly StampedRange[]): PackagePoint['attachments'] {
  const listed = [...point.attachments];
  const ordered = [...ranges].sort((a, b) => a.stamp.attachment - b.stamp.attachment);
  for (const { stamp, lines } of ordered) {
    const stamped = { ...attachment(stamp.title), lines };
    const at = listed.findIndex(
      (one) => one.lines === null && titleKey(one.title) === titleKey(stamped.title),
    );
    if (at >= 0) listed[at] = { ...stamped, title: listed[at]?.title ?? stamped.title };
    else listed.push(stamped);
  }
  return listed;
}
