import { allowed, refused } from '../outcome.js';
import type { Outcome } from '../outcome.js';
import { byPosition, mayNest } from './agenda-point.js';

/** Where a point stands: under which parent, and as which of its siblings, from 0. */
export interface PointPlace {
  readonly id: string;
  readonly parentId: string | null;
  readonly position: number;
}

/** The points under one parent, in order. */
function siblingsUnder(points: readonly PointPlace[], parentId: string | null): readonly PointPlace[] {
  return points.filter((point) => point.parentId === parentId).sort(byPosition);
}

function placesOf(
  siblings: readonly { readonly id: string }[],
  parentId: string | null,
): readonly PointPlace[] {
  return siblings.map(({ id }, position) => ({ id, parentId, position }));
}

function changed(points: readonly PointPlace[], places: readonly PointPlace[]): readonly PointPlace[] {
  const before = new Map(points.map((point) => [point.id, point]));
  return places.filter((place) => {
    const old = before.get(place.id);
    return old?.parentId !== place.parentId || old.position !== place.position;
  });
}

/**
 * Moves a point to a place among its siblings, also under another parent: the places that change, positions from 0
 * without gaps on both sides. A position past the end means the end; a new point is placed the same way, being in the
 * list under the parent it shall have. Refusals: those of `mayNest`; `position-negative`.
 */
export function placePoint(
  points: readonly PointPlace[],
  id: string,
  to: { readonly parentId: string | null; readonly position: number },
): Outcome<readonly PointPlace[]> {
  const nesting = mayNest(points, id, to.parentId);
  if (!nesting.ok) return nesting;
  if (to.position < 0)
    return refused('position-negative', 'Positions are counted from 0.', { at: 'position' });
  const moved = points.find((point) => point.id === id);
  const others = points.filter((point) => point.id !== id);
  const target: { readonly id: string }[] = [...siblingsUnder(others, to.parentId)];
  target.splice(to.position, 0, { id });
  const left = moved && moved.parentId !== to.parentId ? siblingsUnder(others, moved.parentId) : [];
  return allowed(
    changed(points, [...placesOf(target, to.parentId), ...placesOf(left, moved?.parentId ?? null)]),
  );
}

/** The places that change when points leave the agenda: those that stay close up. */
export function closeUp(points: readonly PointPlace[], gone: ReadonlySet<string>): readonly PointPlace[] {
  const staying = points.filter((point) => !gone.has(point.id));
  const parents = new Set(staying.map((point) => point.parentId));
  const places = [...parents].flatMap((parentId) => placesOf(siblingsUnder(staying, parentId), parentId));
  return changed(points, places);
}
