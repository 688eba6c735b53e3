import { draggable } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { useEffect, useId, useRef } from 'react';
import type { AgendaPart } from '../../../../../libs/domain/agenda/index.js';
import { takes, useWork } from './work.js';

/** Something beside the agenda that can be laid on it. */
export interface Card {
  /** The part of the agenda it belongs in: it is dropped on rows of that only. */
  readonly part: AgendaPart;
  /** Lays it on the agenda, at a place among the points at the top; null: where the rule of the body says. */
  readonly place: (position: number | null) => void;
}

/** The cards on the page: what is dragged carries only the name of its card. */
const cards = new Map<string, Card>();

/** The card that is dragged; undefined where it is none. */
export function cardIn(dragged: Record<string, unknown>): Card | undefined {
  return typeof dragged.card === 'string' ? cards.get(dragged.card) : undefined;
}

/** Lets a card be dragged to a row, as long as the agenda takes new points. */
export function useCardDrag(card: Card) {
  const element = useRef<HTMLLIElement>(null);
  const id = useId();
  const mayDrag = takes(useWork(), 'add-point');
  useEffect(() => {
    cards.set(id, card);
    return () => {
      cards.delete(id);
    };
  });
  useEffect(() => {
    if (!element.current || !mayDrag) return;
    return draggable({ element: element.current, getInitialData: () => ({ card: id }) });
  }, [id, mayDrag]);
  return { element, mayDrag };
}
