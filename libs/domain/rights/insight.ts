import type { Visibility } from '../agenda/index.js';
import { holds, isProduct } from './actor.js';
import type { Actor, Role } from './actor.js';

/**
 * How deep somebody sees into the meetings of a body, each level seeing what the one before sees:
 *
 * - `none`: the body's meetings do not exist;
 * - `open`: the meetings, and of released agendas and minutes what is open;
 * - `closed`: what is closed too;
 * - `drafts`: what is not released yet too.
 */
export const INSIGHTS = ['none', 'open', 'closed', 'drafts'] as const;
export type Insight = (typeof INSIGHTS)[number];

const SEES_DRAFTS: readonly Role[] = ['secretariat'];
const SEES_CLOSED: readonly Role[] = ['raadmand', 'chair', 'member', 'director'];
const SEES_OPEN_OF_THE_BODY: readonly Role[] = ['reader'];
/** Those who work in the department see what is open of every body. */
const SEES_OPEN_OF_ALL: readonly Role[] = ['administrator', 'leader', 'staff', 'secretariat'];

/** What the rules of rights ask of a body. */
export interface BodyFacts {
  readonly id: string;
  readonly visibility: Visibility;
}

/** The insight of an actor into a body. A closed body is all closed: whoever sees open things only sees none of it. */
export function insightInto(actor: Actor, body: BodyFacts): Insight {
  if (isProduct(actor) || holds(actor, SEES_DRAFTS, body.id)) return 'drafts';
  if (holds(actor, SEES_CLOSED, body.id)) return 'closed';
  const seesOpen =
    holds(actor, SEES_OPEN_OF_THE_BODY, body.id) ||
    actor.grants.some(({ role }) => SEES_OPEN_OF_ALL.includes(role));
  return seesOpen && body.visibility === 'open' ? 'open' : 'none';
}

/** Whether an insight is at least as deep as another. */
export function atLeast(insight: Insight, least: Insight): boolean {
  return INSIGHTS.indexOf(insight) >= INSIGHTS.indexOf(least);
}

/** What the rules of rights ask of a point. */
export interface PointFacts {
  readonly id: string;
  /** The strictest of body, parent point and its own. */
  readonly visibility: Visibility;
  /** Whether it stands in a sent version of the agenda. */
  readonly released: boolean;
}

/**
 * Whether an actor may read a point. A guest reads their one point once it is released, closed or not; whoever is
 * disqualified (inhabil) on a closed point does not read it.
 */
export function mayReadPoint(actor: Actor, insight: Insight, point: PointFacts): boolean {
  if (point.visibility === 'closed' && actor.disqualifiedFrom.includes(point.id)) return false;
  if (insight === 'drafts') return true;
  if (!point.released) return false;
  return (
    holds(actor, ['guest'], point.id) || atLeast(insight, point.visibility === 'closed' ? 'closed' : 'open')
  );
}
