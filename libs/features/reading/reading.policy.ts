import { isProduct, isViewed, mayReadPoint } from '../../domain/rights/index.js';
import type { Actor, Insight, PointFacts } from '../../domain/rights/index.js';

/**
 * Whose notes, marks and highlights somebody reads and writes: their own, as themself. Null for all others, also an
 * administrator who sees what somebody else sees.
 */
export function keeperOf(actor: Actor): string | null {
  return isProduct(actor) || isViewed(actor) ? null : actor.personId;
}

/** What the rules ask of a point that is not read any more. */
export interface LostPoint extends PointFacts {
  /** The point it is, or was, a sub-point of. */
  readonly parentId: string | null;
  /** It was removed, and they were disqualified on it then. */
  readonly barred: boolean;
}

/** Whether somebody who knew a point may still know it: they would read it, were it still where they knew it. */
export function mayStillKnow(actor: Actor, insight: Insight, point: LostPoint): boolean {
  const { id, parentId, visibility, released, barred } = point;
  if (barred || !mayReadPoint(actor, insight, { id, visibility, released })) return false;
  return !(visibility === 'closed' && parentId !== null && actor.disqualifiedFrom.includes(parentId));
}
