import { NO_LETTERHEAD } from './letterhead.js';
import type { PackageDocument, PackagePoint, PackageWarning } from './package-document.js';
import type { PackageParts, ReadDocument, StampedRange } from './package-parts.js';
import { titleKey } from './point-headings.js';
import { PointSlots } from './point-slots.js';
import { attachment } from './read-point.js';
import { rangeOf } from './source-line.js';

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
  const titles = titlesAsked(parts, dividers);
  const stamped = groupByPoint(parts.attachments);
  const attachments = new Map(stamped.map(({ number, ranges }) => [number, ranges.length]));
  const score = ({ document }: ReadDocument): number => {
    const own = new Map([...document.points].reverse().map(({ number, title }) => [number, titleKey(title)]));
    let agreement = 0;
    let known = 0;
    for (const [number, title] of own) {
      const asked = titles.get(number);
      if (asked) agreement += 4 * (asked.byTitle.get(title) ?? 0) - asked.count;
      known += attachments.get(number) ?? 0;
    }
    return agreement + (known > 0 && known === parts.attachments.length ? 1 : 0);
  };
  const candidates = parts.documents
    .filter((read) => read.stamp === null && read.document.kind !== 'indstilling')
    .map((read) => ({ read, score: score(read) }))
    .filter((candidate) => candidate.score > 0);
  const isMinutes = (read: ReadDocument): number => (read.document.kind === 'minutes' ? 1 : 0);
  candidates.sort((a, b) => b.score - a.score || isMinutes(b.read) - isMinutes(a.read));
  return candidates[0]?.read ?? null;
}

/** How often headings and stamped indstillinger name a point of some number, and how often by each title. */
interface Asked {
  count: number;
  readonly byTitle: Map<string, number>;
}

/** A title in agreement counts three for a meeting, another one against: four above what every title of the number costs. */
function titlesAsked(parts: PackageParts, dividers: readonly Divider[]): ReadonlyMap<string, Asked> {
  const asked = new Map<string, Asked>();
  const ask = (number: string, title: string): void => {
    const of = asked.get(number) ?? { count: 0, byTitle: new Map<string, number>() };
    of.count += 1;
    of.byTitle.set(titleKey(title), (of.byTitle.get(titleKey(title)) ?? 0) + 1);
    asked.set(number, of);
  };
  for (const { point } of dividers) ask(point.number, point.title);
  for (const { stamp, document } of parts.documents)
    if (stamp && document.indstilling) ask(stamp.point, document.indstilling.title ?? '');
  return asked;
}

function emptyHost(parts: PackageParts, dividers: readonly Divider[]): ReadDocument {
  const lines = [
    ...dividers.flatMap(({ line }) => line ?? []),
    ...parts.attachments.flatMap(({ lines: range }) => [range.from, range.to]),
  ];
  const document: PackageDocument = {
    kind: 'agenda',
    lines: rangeOf(lines),
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
  const points = new PointSlots(document.points);
  for (const { point, line } of dividers) {
    const same = points.find(point.number);
    if (same && titleKey(same.title) !== titleKey(point.title))
      warnings.push(titleDiffers(same, point.title, line));
    const minutes = same?.durationMinutes ?? point.durationMinutes;
    points.place({ ...(same ?? point), durationMinutes: minutes });
  }
  const titles = titlesOfIndstillinger(parts.documents);
  for (const { number, line, ranges } of groupByPoint(parts.attachments)) {
    const point = points.find(number) ?? untitled(number, titles.get(number) ?? '', warnings, line);
    points.place({ ...point, attachments: merged(point, ranges) });
  }
  return { ...document, points: points.all(), warnings: [...document.warnings, ...warnings] };
}

const titleDiffers = (point: PackagePoint, divider: string, line: number | null): PackageWarning => ({
  code: 'title-differs',
  text: `Punkt ${point.number} hedder "${divider}" på skillebladet og "${point.title}" over punktet; overskriften gælder.`,
  line,
});

/** By the number of a point the title of the first indstilling that is stamped with it. */
function titlesOfIndstillinger(documents: readonly ReadDocument[]): ReadonlyMap<string, string> {
  const stamped = documents.flatMap(({ stamp, document: { indstilling } }) =>
    stamp && indstilling ? [[stamp.point, indstilling.title ?? ''] as const] : [],
  );
  return new Map(stamped.reverse());
}

/** A point known by its stamps only takes the title of its indstilling, if it has one; nothing else is known of it. */
function untitled(number: string, title: string, warnings: PackageWarning[], line: number): PackagePoint {
  const from =
    title === '' ? 'har kun bilag; titlen mangler.' : `har sin titel fra indstillingen: "${title}".`;
  warnings.push({ code: 'point-without-heading', text: `Punkt ${number} ${from}`, line });
  return { ...EMPTY_POINT, number, title };
}

function groupByPoint(
  ranges: readonly StampedRange[],
): { number: string; line: number; ranges: StampedRange[] }[] {
  const groups = new Map<string, { number: string; line: number; ranges: StampedRange[] }>();
  for (const range of ranges) {
    const { point: number, first } = range.stamp;
    const group = groups.get(number);
    if (group) group.ranges.push(range);
    else groups.set(number, { number, line: first.no, ranges: [range] });
  }
  return [...groups.values()];
}

/** Stamped attachments in the order of their numbers; one that the point already lists by title gets its lines. */
function merged(point: PackagePoint, ranges: readonly StampedRange[]): PackagePoint['attachments'] {
  const listed = [...point.attachments];
  const without = placesByTitle(listed);
  const ordered = [...ranges].sort((a, b) => a.stamp.attachment - b.stamp.attachment);
  for (const { stamp, lines } of ordered) {
    const stamped = { ...attachment(stamp.title), lines };
    const at = without.get(titleKey(stamped.title))?.pop();
    if (at !== undefined) listed[at] = { ...stamped, title: listed[at]?.title ?? stamped.title };
    else listed.push(stamped);
  }
  return listed;
}

/** Where a point lists attachments by title only: by title the places, the first at the end. */
function placesByTitle(listed: PackagePoint['attachments']): ReadonlyMap<string, number[]> {
  const places = new Map<string, number[]>();
  for (let at = listed.length - 1; at >= 0; at -= 1) {
    const one = listed[at];
    if (one?.lines !== null) continue;
    const same = places.get(titleKey(one.title));
    if (same) same.push(at);
    else places.set(titleKey(one.title), [at]);
  }
  return places;
}
