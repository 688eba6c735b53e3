import type { PointType } from '../agenda/index.js';
import type { ClockTime, IsoDate } from '../calendar/index.js';
import type { IndstillingState } from '../indstilling/index.js';
import type { MinutesState } from '../minutes/index.js';

/** What the rules of a meeting need to know of one of its points. */
export interface MeetingPointFacts {
  readonly id: string;
  /** The point it is a sub-point of; null for a point of the first level. */
  readonly parentId: string | null;
  readonly title: string;
  /** Written information takes no time. */
  readonly type: PointType;
  /** Minutes of time set aside; null when none were given. */
  readonly minutes: number | null;
  readonly withdrawn: boolean;
  /** A Tillægspunkt: added after the agenda was first sent. */
  readonly late: boolean;
  readonly lateReason: string | null;
  /** The outcome code of its decision; null when nothing is decided. */
  readonly outcome: string | null;
  /** The state of its linked indstilling; null when it has none. */
  readonly indstilling: IndstillingState | null;
}

/** What the rules of a meeting need to know of the meeting, loaded once by the caller. */
export interface MeetingFacts {
  readonly date: IsoDate | null;
  readonly start: ClockTime | null;
  readonly end: ClockTime | null;
  readonly place: string | null;
  /** The state of its minutes; null before they exist. */
  readonly minutes: MinutesState | null;
  readonly points: readonly MeetingPointFacts[];
}

/**
 * The points that are treated one by one, in the order given: not withdrawn, no parent of sub-points, and not under a
 * point that was withdrawn. A parent stays a parent when all its sub-points are withdrawn.
 */
export function pointsToTreat(points: readonly MeetingPointFacts[]): readonly MeetingPointFacts[] {
  const parents = new Set(points.map((point) => point.parentId));
  const withdrawn = new Set(points.filter((point) => point.withdrawn).map((point) => point.id));
  return points.filter(
    (point) =>
      !point.withdrawn &&
      !parents.has(point.id) &&
      (point.parentId === null || !withdrawn.has(point.parentId)),
  );
}

/** The points that keep a meeting from being closed: to be treated, and without an outcome (PRODUCT.md, "Meeting"). */
export function pointsWithoutOutcome(points: readonly MeetingPointFacts[]): readonly MeetingPointFacts[] {
  return pointsToTreat(points).filter((point) => point.outcome === null);
}
