import type { AgendaPointView, AgendaPointsView } from '../../../../../libs/contracts/agenda-points.js';

/** The points in the order in which an agenda is read: the closed part after the open one. */
export function inReadingOrder({ points }: AgendaPointsView): readonly AgendaPointView[] {
  return [...points.filter(({ part }) => part === 'main'), ...points.filter(({ part }) => part === 'closed')];
}

/** What a point is called where it stands by itself: `3. Mål i politisk retning`. */
export function nameOfPoint({ number, title }: Pick<AgendaPointView, 'number' | 'title'>): string {
  return number === null ? title : `${number}. ${title}`;
}
