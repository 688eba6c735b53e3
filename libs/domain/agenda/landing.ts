import { byPosition } from './agenda-point.js';
import type { AgendaPoint, PointType } from './agenda-point.js';

/**
 * Where a point lands that nobody gave a place, a setting of the body: last; before the standing points that end the
 * meeting ("Bordet rundt", "Eventuelt"); after the points of the same type.
 */
export const LANDING_RULES = ['last', 'before-closing-standing', 'after-same-type'] as const;
export type LandingRule = (typeof LANDING_RULES)[number];

/** The rule of a body that has none of its own. */
export const USUAL_LANDING: LandingRule = 'before-closing-standing';

type Landing = Pick<AgendaPoint, 'id' | 'parentId' | 'position' | 'type' | 'state'>;

/**
 * Where a point of a type lands among the points at the top, counted from 0, by the rule of its body. Manual order among
 * equals is kept: it comes after those that are there. Before the closing standing points is after the last point that is
 * none and is on the agenda; where all are standing points, before the last of them (the seeds' agendas open with several
 * and close with one), and a standing point itself comes last. After the same type is as the usual rule where there is
 * none of the type.
 */
export function landingPosition(points: readonly Landing[], rule: LandingRule, type: PointType): number {
  const tops = points.filter(({ parentId }) => parentId === null).sort(byPosition);
  const sameType = tops.findLastIndex((point) => point.type === type && point.state === 'active');
  if (rule === 'last') return tops.length;
  if (rule === 'after-same-type' && sameType >= 0) return sameType + 1;
  return type === 'standing' ? tops.length : beforeClosingStanding(tops);
}

function beforeClosingStanding(tops: readonly Landing[]): number {
  const last = tops.findLastIndex(({ type, state }) => type !== 'standing' && state === 'active');
  return last < 0 ? Math.max(0, tops.length - 1) : last + 1;
}

/**
 * The order of the points at the top of an agenda that begins with some and then takes others, one after the other in
 * their order, each where the rule says. Sub-points are left out.
 */
export function landAll<Point extends Landing>(
  first: readonly Point[],
  coming: readonly Point[],
  rule: LandingRule,
): Point[] {
  const order = first.filter(({ parentId }) => parentId === null).sort(byPosition);
  for (const point of coming.filter(({ parentId }) => parentId === null).sort(byPosition)) {
    const standing = order.map((each, position) => ({ ...each, position }));
    order.splice(landingPosition(standing, rule, point.type), 0, point);
  }
  return order;
}
