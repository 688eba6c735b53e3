import type { ClockTime } from '../calendar/index.js';
import type { AgendaPart } from './agenda-point.js';
import type { Visibility } from './visibility.js';

/** A bilag as two agendas are compared by it. */
export interface ComparedPaper {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly visibility: Visibility;
  /** Which version of its file it stands for; null without one. */
  readonly fileVersionId: string | null;
}

/** A point as two agendas are compared by it. */
export interface ComparedPoint {
  readonly id: string;
  readonly parentId: string | null;
  readonly number: string | null;
  readonly part: AgendaPart;
  readonly title: string;
  readonly minutes: number | null;
  readonly from: ClockTime | null;
  readonly to: ClockTime | null;
  readonly effectiveVisibility: Visibility;
  readonly withdrawn: boolean;
  /** Its other texts, by name, whatever form they have; with the text of its indstilling, by what tells it from another. */
  readonly texts: Readonly<Record<string, unknown>>;
  readonly attachments: readonly ComparedPaper[];
}

/** An agenda as it is compared: its points in the order they are printed, and facts of the meeting by name. */
export interface ComparedAgenda {
  readonly meeting: Readonly<Record<string, string | null>>;
  readonly points: readonly ComparedPoint[];
}

/** What may have happened to a point between two versions. `removed`: it is not in the later one at all. */
export const POINT_CHANGES = [
  'added',
  'removed',
  'withdrawn',
  'restored',
  'moved',
  'renamed',
  'text',
  'minutes',
  'time',
  'closed',
  'opened',
  'papers',
] as const;
export type PointChangeKind = (typeof POINT_CHANGES)[number];

/** What became of the bilag of a point; `changed`: another title, number or visibility. */
export interface PaperChanges {
  readonly added: readonly ComparedPaper[];
  readonly removed: readonly ComparedPaper[];
  readonly changed: readonly ComparedPaper[];
}

/** One point that is not as it was, with what it was and is; null before it was added or after it was removed. */
export interface PointChange {
  readonly id: string;
  readonly kinds: readonly PointChangeKind[];
  /** Names of the texts that are others now, in alphabetical order. */
  readonly texts: readonly string[];
  readonly papers: PaperChanges;
  readonly before: ComparedPoint | null;
  readonly after: ComparedPoint | null;
}

export interface AgendaChanges {
  readonly meeting: readonly {
    readonly field: string;
    readonly before: string | null;
    readonly after: string | null;
  }[];
  /** In the order of the later agenda, then what was removed in the order of the earlier. */
  readonly points: readonly PointChange[];
}

/**
 * What changed from one agenda to another, by the ids of points and bilag, so that a number or a title that moves on is not
 * taken for the thing (PRODUCT.md, rule 3). Only a point that was put somewhere else is `moved`, not those it passed; its clock
 * times may be others (`time`) without anybody having touched it. Made of two agendas as the same reader sees them, it tells
 * nothing of the rest.
 */
export function compareAgendas(before: ComparedAgenda, after: ComparedAgenda): AgendaChanges {
  const earlier = new Map(before.points.map((point) => [point.id, point]));
  const later = new Set(after.points.map(({ id }) => id));
  const moved = movedPoints(before.points, after.points);
  const points = [
    ...after.points.map((point) => changeOf(earlier.get(point.id) ?? null, point, moved)),
    ...before.points.filter(({ id }) => !later.has(id)).map((point) => changeOf(point, null, moved)),
  ];
  return {
    meeting: meetingChanges(before.meeting, after.meeting),
    points: points.filter(({ kinds }) => kinds.length > 0),
  };
}

/** Whether nothing was found to have changed. */
export function isUnchanged({ meeting, points }: AgendaChanges): boolean {
  return meeting.length === 0 && points.length === 0;
}

function meetingChanges(
  before: ComparedAgenda['meeting'],
  after: ComparedAgenda['meeting'],
): AgendaChanges['meeting'] {
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return fields
    .map((field) => ({ field, before: before[field] ?? null, after: after[field] ?? null }))
    .filter((change) => change.before !== change.after);
}

const NO_PAPERS: PaperChanges = { added: [], removed: [], changed: [] };

function changeOf(
  before: ComparedPoint | null,
  after: ComparedPoint | null,
  moved: ReadonlySet<string>,
): PointChange {
  const id = (after ?? before)?.id ?? '';
  if (before === null || after === null)
    return {
      ...{ id, texts: [], papers: NO_PAPERS, before, after },
      kinds: [before === null ? 'added' : 'removed'],
    };
  const texts = changedTexts(before.texts, after.texts);
  const papers = paperChanges(before.attachments, after.attachments);
  const hasPapers = papers.added.length + papers.removed.length + papers.changed.length > 0;
  const found: Readonly<Record<PointChangeKind, boolean>> = {
    ...{ added: false, removed: false },
    withdrawn: !before.withdrawn && after.withdrawn,
    restored: before.withdrawn && !after.withdrawn,
    moved: moved.has(id),
    renamed: before.title !== after.title,
    text: texts.length > 0,
    minutes: before.minutes !== after.minutes,
    time: before.from !== after.from || before.to !== after.to,
    closed: before.effectiveVisibility === 'open' && after.effectiveVisibility === 'closed',
    opened: before.effectiveVisibility === 'closed' && after.effectiveVisibility === 'open',
    papers: hasPapers,
  };
  return { id, kinds: POINT_CHANGES.filter((kind) => found[kind]), texts, papers, before, after };
}

function changedTexts(before: ComparedPoint['texts'], after: ComparedPoint['texts']): string[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return names.filter((name) => JSON.stringify(before[name] ?? null) !== JSON.stringify(after[name] ?? null));
}

function paperChanges(before: readonly ComparedPaper[], after: readonly ComparedPaper[]): PaperChanges {
  const earlier = new Map(before.map((paper) => [paper.id, paper]));
  const later = new Set(after.map(({ id }) => id));
  const isOther = (paper: ComparedPaper): boolean => {
    const was = earlier.get(paper.id);
    return (
      was !== undefined &&
      (was.title !== paper.title ||
        was.number !== paper.number ||
        was.visibility !== paper.visibility ||
        was.fileVersionId !== paper.fileVersionId)
    );
  };
  return {
    added: after.filter(({ id }) => !earlier.has(id)),
    removed: before.filter(({ id }) => !later.has(id)),
    changed: after.filter(isOther),
  };
}

/** The points of both that stand elsewhere: under another parent, or not in the order they share with their siblings. */
function movedPoints(before: readonly ComparedPoint[], after: readonly ComparedPoint[]): ReadonlySet<string> {
  const parents = new Map(before.map(({ id, parentId }) => [id, parentId]));
  const common = after.filter(({ id }) => parents.has(id));
  const stayed = common.filter(({ id, parentId }) => parents.get(id) === parentId);
  const places = new Map(before.map(({ id }, place) => [id, place]));
  const moved = new Set(common.filter((point) => !stayed.includes(point)).map(({ id }) => id));
  for (const parentId of new Set(stayed.map((point) => point.parentId))) {
    const siblings = stayed.filter((point) => point.parentId === parentId).map(({ id }) => id);
    const inOrder = longestRising(siblings.map((id) => places.get(id) ?? 0));
    siblings.forEach((id, i) => {
      if (!inOrder.has(i)) moved.add(id);
    });
  }
  return moved;
}

/** The indexes of a longest part of a row that rises: whoever is not in it was moved. */
function longestRising(row: readonly number[]): ReadonlySet<number> {
  /** By the length of a rising part less one: the index of the smallest number such a part can end in. */
  const ends: number[] = [];
  const previous: number[] = [];
  row.forEach((value, i) => {
    const found = ends.findIndex((end) => (row[end] ?? 0) >= value);
    const length = found < 0 ? ends.length : found;
    previous[i] = length === 0 ? -1 : (ends[length - 1] ?? -1);
    ends[length] = i;
  });
  const kept = new Set<number>();
  for (let i = ends.at(-1) ?? -1; i >= 0; i = previous[i] ?? -1) kept.add(i);
  return kept;
}
