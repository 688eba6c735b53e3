import { allowed, refused } from '../outcome.js';
import type { Outcome } from '../outcome.js';
import type { ClockTime } from '../calendar/index.js';
import { strictest } from './visibility.js';
import type { Visibility } from './visibility.js';

/** What a point asks of the meeting; written information takes no time (PRODUCT.md, Agenda point). */
export type PointType = 'decision' | 'discussion' | 'information' | 'written-information' | 'standing';

/** Whether a point is still to be taken up, or has been taken off the agenda. */
export type PointState = 'active' | 'withdrawn';

/** How a body numbers closed points: a part and series of their own, or in one series with the open ones. */
export type NumberingPolicy = 'separate-series' | 'one-series';

/** The parts of an agenda: with one series everything stands in `main`; separate closed points stand in `closed`. */
export type AgendaPart = 'main' | 'closed';

/** What the rules of the agenda need to know of a point; rows are mapped to this. */
export interface AgendaPoint {
  readonly id: string;
  /** The point it is a sub-point of; null at the top. */
  readonly parentId: string | null;
  /** Place among its siblings; any increasing numbers, ties are settled by id. */
  readonly position: number;
  readonly title: string;
  /** Minutes set aside, 0-1,440; null when none are. A parent's own minutes give way to those of its sub-points. */
  readonly minutes: number | null;
  /** A start that is agreed with somebody and does not move with the minutes before it. */
  readonly fixedStart: ClockTime | null;
  readonly type: PointType;
  readonly visibility: Visibility;
  readonly state: PointState;
  /** Added after the agenda was sent ("Tillægspunkt"). */
  readonly late: boolean;
  /** The number it was sent with, e.g. `6` or `6A`; it wins over any computed number and never moves. */
  readonly frozenNumber: string | null;
  /** The part it was sent in, when it may since have been opened or closed; absent means the part it stands in now. */
  readonly frozenPart?: AgendaPart | null;
}

/** A point and its sub-points, in order. */
export interface PointGroup<P extends AgendaPoint> {
  readonly point: P;
  readonly subPoints: readonly P[];
}

/** Orders points among their siblings: by position, ties by id, so that the order is the same on every run. */
export function byPosition(
  a: Pick<AgendaPoint, 'id' | 'position'>,
  b: Pick<AgendaPoint, 'id' | 'position'>,
): number {
  return a.position - b.position || (a.id < b.id ? -1 : Number(a.id > b.id));
}

/**
 * The points as a tree one level deep, in order. A point whose parent is not in the list, or is itself a sub-point,
 * stands at the top, so that no point is ever lost.
 */
export function groupPoints<P extends AgendaPoint>(points: readonly P[]): readonly PointGroup<P>[] {
  const parentOf = new Map(points.map((point) => [point.id, point.parentId]));
  const isTop = ({ parentId }: P): boolean =>
    parentId === null || !parentOf.has(parentId) || parentOf.get(parentId) !== null;
  const sorted = [...points].sort(byPosition);
  const subPoints = new Map<string, P[]>();
  for (const point of sorted) {
    if (isTop(point) || point.parentId === null) continue;
    const siblings = subPoints.get(point.parentId);
    if (siblings) siblings.push(point);
    else subPoints.set(point.parentId, [point]);
  }
  return sorted.filter(isTop).map((point) => ({ point, subPoints: subPoints.get(point.id) ?? [] }));
}

/** The visibility of every point by id: the strictest of its parent's and its own (the body's is judged elsewhere). */
export function effectiveVisibility(points: readonly AgendaPoint[]): ReadonlyMap<string, Visibility> {
  const visibility = new Map<string, Visibility>();
  for (const { point, subPoints } of groupPoints(points)) {
    visibility.set(point.id, point.visibility);
    for (const sub of subPoints) visibility.set(sub.id, strictest(point.visibility, sub.visibility));
  }
  return visibility;
}

/**
 * Whether a point may become a sub-point of another: one level only (PRODUCT.md, Agenda point). Refusals:
 * `parent-is-itself`, `parent-not-on-agenda`, `nesting-too-deep`. A null parent (to the top) is always allowed.
 */
export function mayNest(
  points: readonly Pick<AgendaPoint, 'id' | 'parentId'>[],
  id: string,
  parentId: string | null,
): Outcome<string | null> {
  if (parentId === null) return allowed(null);
  if (parentId === id)
    return refused('parent-is-itself', 'A point cannot be a sub-point of itself.', { at: 'parentId' });
  const parent = points.find((point) => point.id === parentId);
  if (!parent)
    return refused('parent-not-on-agenda', 'The parent must be a point of the same agenda.', {
      at: 'parentId',
    });
  if (parent.parentId !== null)
    return refused('nesting-too-deep', 'Sub-points go one level deep: the parent is itself a sub-point.', {
      at: 'parentId',
    });
  if (points.some((point) => point.parentId === id))
    return refused('nesting-too-deep', 'Sub-points go one level deep: the point has sub-points of its own.', {
      at: 'parentId',
    });
  return allowed(parentId);
}
