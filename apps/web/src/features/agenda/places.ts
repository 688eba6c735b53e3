import type { AgendaPointView } from '../../../../../libs/contracts/agenda-points.js';

/** The ways to move a point within its agenda. */
export type Move = 'up' | 'down' | 'top' | 'bottom' | 'nest' | 'unnest' | { readonly after: string };

/** A place as the api takes it: under which parent, and as which of the others there, from 0. */
export interface Place {
  readonly parentId: string | null;
  readonly position: number;
}

type Placed = Pick<AgendaPointView, 'id' | 'parentId' | 'position' | 'part'>;

const byPosition = (a: Placed, b: Placed): number => a.position - b.position || (a.id < b.id ? -1 : 1);

/** The others under a parent in their order, of both parts of the agenda. */
function othersUnder<P extends Placed>(points: readonly P[], id: string, parentId: string | null): P[] {
  return points.filter((point) => point.parentId === parentId && point.id !== id).sort(byPosition);
}

/**
 * Where a move takes a point; null where there is nowhere to go that way. Up and down go past the neighbour that is seen:
 * the one in the same part of the agenda.
 */
export function placeFor(points: readonly Placed[], id: string, move: Move): Place | null {
  const point = points.find((each) => each.id === id);
  if (!point) return null;
  if (typeof move === 'object') return placeAfter(points, id, move.after);
  if (move === 'nest') return nested(points, point);
  if (move === 'unnest') return point.parentId === null ? null : placeAfter(points, id, point.parentId);
  const all = othersUnder(points, id, point.parentId);
  const seen = all.filter(({ part }) => part === point.part);
  const before = seen.filter((other) => byPosition(other, point) < 0);
  const after = seen.filter((other) => byPosition(other, point) > 0);
  const goal = { up: before.at(-1), top: before[0], down: after[0], bottom: after.at(-1) }[move];
  if (!goal) return null;
  const step = move === 'down' || move === 'bottom' ? 1 : 0;
  return { parentId: point.parentId, position: all.indexOf(goal) + step };
}

/** Below another point, as its sibling. */
function placeAfter(points: readonly Placed[], id: string, goalId: string): Place | null {
  const goal = points.find((each) => each.id === goalId);
  if (!goal || goal.id === id) return null;
  const siblings = othersUnder(points, id, goal.parentId);
  return { parentId: goal.parentId, position: siblings.indexOf(goal) + 1 };
}

/** Above another point, as its sibling. */
export function placeBefore(points: readonly Placed[], id: string, goalId: string): Place | null {
  const after = placeAfter(points, id, goalId);
  return after && { ...after, position: after.position - 1 };
}

/** Under the point that is seen above it, as the last there; not where it has sub-points itself. */
function nested(points: readonly Placed[], point: Placed): Place | null {
  if (point.parentId !== null || points.some(({ parentId }) => parentId === point.id)) return null;
  const above = othersUnder(points, point.id, null)
    .filter((other) => other.part === point.part && byPosition(other, point) < 0)
    .at(-1);
  if (!above) return null;
  return { parentId: above.id, position: othersUnder(points, point.id, above.id).length };
}

/** Whether a point may stand in a place: one with sub-points is nobody's sub-point. */
export function fits(points: readonly Placed[], id: string, place: Place): boolean {
  return place.parentId === null || !points.some(({ parentId }) => parentId === id);
}

/** The agenda with a point in its new place; positions are counted anew where it left and where it came. */
export function movedTo<P extends Placed>(points: readonly P[], id: string, place: Place): P[] {
  const moved = points.find((point) => point.id === id);
  if (!moved) return [...points];
  const there: P[] = othersUnder(points, id, place.parentId);
  there.splice(place.position, 0, { ...moved, parentId: place.parentId });
  const places = new Map(there.map((point, position) => [point.id, { parentId: place.parentId, position }]));
  if (place.parentId !== moved.parentId)
    for (const [position, { id: left }] of othersUnder(points, id, moved.parentId).entries())
      places.set(left, { parentId: moved.parentId, position });
  return points.map((point) => ({ ...point, ...places.get(point.id) }));
}

/** Which of those seen beside it a point is, from 1, and how many they are: `5 af 6`. */
export function standing(
  points: readonly Placed[],
  id: string,
): { readonly place: number; readonly of: number } {
  const point = points.find((each) => each.id === id);
  if (!point) return { place: 0, of: 0 };
  const siblings = points
    .filter(({ parentId, part }) => parentId === point.parentId && part === point.part)
    .sort(byPosition);
  return { place: siblings.indexOf(point) + 1, of: siblings.length };
}
