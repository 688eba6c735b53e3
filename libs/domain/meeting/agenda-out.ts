import type { MeetingState } from './workflow.js';

/**
 * Tells whether the agenda of a meeting is out: sent, and not being drafted anew. Those with insight read it, and a point added
 * now is a late one ("Tillægspunkt", PRODUCT.md, *Numbers*).
 */
export function agendaIsOut(state: MeetingState): boolean {
  return state === 'sent' || state === 'in-session' || state === 'held' || state === 'closed';
}

/** Tells whether the agenda of a meeting is still to come out, the first time or again. */
export function agendaIsToCome(state: MeetingState): boolean {
  return state === 'planned' || state === 'drafting';
}
