import type { PointType } from '../agenda/index.js';
import { allowed, refused } from '../outcome.js';
import type { Outcome } from '../outcome.js';
import type { MeetingState } from './workflow.js';

/** What the rule of taking a point on again asks of it. */
export interface PutOffPoint {
  /** The state of the meeting it stands on. */
  readonly state: MeetingState;
  readonly type: PointType;
  /** Whether it, or the point it is a sub-point of, was withdrawn. */
  readonly withdrawn: boolean;
  /** The code of its outcome; null when it has none. */
  readonly outcome: string | null;
  /** The point it is a sub-point of; null at the top. */
  readonly parent: { readonly outcome: string | null } | null;
  /** Whether it goes on as a point of another agenda already. */
  readonly takenOn: boolean;
}

/**
 * Whether a point goes on at another meeting by itself, as a new point with its papers: it was put off (`deferred`) where the
 * meeting has taken it up, or its meeting was cancelled. The old one stays in the agenda and the minutes it stands in. A
 * sub-point goes on with its parent where that does; a standing point of a cancelled meeting stands on every other agenda
 * anyway. Refusals: `point-not-postponed`, `point-taken-on`.
 */
export function mayTakeOn<Point extends PutOffPoint>(point: Point): Outcome<Point> {
  if (point.withdrawn || !(wasPutOff(point) || wasLeft(point)))
    return refused('point-not-postponed', 'Only a point that was put off goes on at another meeting.');
  if (point.takenOn) return refused('point-taken-on', 'The point stands on another agenda already.');
  return allowed(point);
}

function wasPutOff({ state, outcome, parent }: PutOffPoint): boolean {
  const isHeld = state === 'in-session' || state === 'held' || state === 'closed';
  return isHeld && outcome === 'deferred' && parent?.outcome !== 'deferred';
}

function wasLeft({ state, type, parent }: PutOffPoint): boolean {
  return state === 'cancelled' && type !== 'standing' && parent === null;
}
