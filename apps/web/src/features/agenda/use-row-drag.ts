import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine';
import { draggable, dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import type { DragLocation } from '@atlaskit/pragmatic-drag-and-drop/types';
import { useEffect, useRef, useState } from 'react';
import { cardIn } from './cards.js';
import type { Card } from './cards.js';
import { fits, placeBefore, placeFor } from './places.js';
import type { Place } from './places.js';
import { takes } from './work.js';
import type { AgendaWork } from './work.js';

/** On which side of a row what is dragged would land; null while nothing is dragged over it. */
export type Edge = 'above' | 'below' | null;

/** Lets a row be dragged by its handle, and lets other rows of its part be dropped above and below it. */
export function useRowDrag(id: string, work: AgendaWork) {
  const row = useRef<HTMLLIElement>(null);
  const handle = useRef<HTMLSpanElement>(null);
  const [edge, setEdge] = useState<Edge>(null);
  const [dragged, setDragged] = useState(false);
  const mayDrag = takes(work, 'reorder');
  useEffect(() => {
    const [element, dragHandle] = [row.current, handle.current];
    if (!element || !dragHandle || !mayDrag) return;
    const placeOf = (source: Record<string, unknown>, location: DragLocation): Place | null => {
      const card = cardIn(source);
      return card
        ? cardPlace(work, id, card, edgeAt(element, location))
        : dropPlace(work, id, source.pointId, edgeAt(element, location));
    };
    return combine(
      draggable({
        element,
        dragHandle,
        getInitialData: () => ({ pointId: id }),
        onDragStart: () => setDragged(true),
        onDrop: () => setDragged(false),
      }),
      dropTargetForElements({
        element,
        canDrop: ({ source }) =>
          cardIn(source.data) !== undefined ||
          (typeof source.data.pointId === 'string' && source.data.pointId !== id),
        onDrag: ({ source, location }) =>
          setEdge(placeOf(source.data, location.current) === null ? null : edgeAt(element, location.current)),
        onDragLeave: () => setEdge(null),
        onDrop: ({ source, location }) => {
          setEdge(null);
          const { pointId } = source.data;
          const place = placeOf(source.data, location.current);
          if (typeof pointId === 'string') work.move(pointId, place, 'move');
          else if (place !== null) cardIn(source.data)?.place(place.position);
        },
      }),
    );
  }, [id, mayDrag, work]);
  return { row, handle, edge, dragged };
}

function edgeAt(element: Element, { input }: DragLocation): 'above' | 'below' {
  const { top, height } = element.getBoundingClientRect();
  return input.clientY < top + height / 2 ? 'above' : 'below';
}

/** The place beside a row that a card would take: at the top, past the sub-points of the row where it is dropped below. */
function cardPlace(work: AgendaWork, goalId: string, card: Card, edge: 'above' | 'below'): Place | null {
  const points = work.points();
  const goal = points.find((each) => each.id === goalId);
  const top = points.find((each) => each.id === (goal?.parentId ?? goalId));
  if (top?.part !== card.part) return null;
  return { parentId: null, position: top.position + (edge === 'above' && top === goal ? 0 : 1) };
}

/** The place beside a row that a dragged point would take; null where it cannot stand. */
function dropPlace(
  work: AgendaWork,
  goalId: string,
  pointId: unknown,
  edge: 'above' | 'below',
): Place | null {
  const points = work.points();
  const [point, goal] = [pointId, goalId].map((id) => points.find((each) => each.id === id));
  if (!point || !goal) return null;
  if (point.part !== goal.part) return null;
  const place =
    edge === 'above' ? placeBefore(points, point.id, goalId) : placeFor(points, point.id, { after: goalId });
  if (place === null) return null;
  return fits(points, point.id, place) ? place : null;
}
