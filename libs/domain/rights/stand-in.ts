import type { IsoDate } from '../calendar/index.js';
import { allowed, refused } from '../outcome.js';
import type { Outcome } from '../outcome.js';
import type { Role } from './actor.js';

/** The roles whose steps a stand-in takes; a secretariat has others of its own. */
export const STOOD_IN_ROLES: readonly Role[] = ['leader', 'director', 'raadmand'];

/** Somebody to stand in for another from a day to a day, both counted. */
export interface WantedStandIn {
  readonly personId: string;
  readonly standInId: string;
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/**
 * Holds a stand-in to its shape: somebody else (`stand-in-for-oneself`) who still works here (`stand-in-has-left`; who is
 * away may have left), for days that begin before they end (`stand-in-dates`) and are not all over (`stand-in-over`).
 */
export function checkStandIn(wanted: WantedStandIn, isActive: boolean, today: IsoDate): Outcome<true> {
  const { personId, standInId, from, to } = wanted;
  if (personId === standInId)
    return refused('stand-in-for-oneself', 'Nobody stands in for themselves.', { at: 'standInId' });
  if (!isActive)
    return refused('stand-in-has-left', 'Who has left stands in for nobody.', { at: 'standInId' });
  if (to < from) return refused('stand-in-dates', 'It cannot end before it begins.', { at: 'to' });
  if (to < today) return refused('stand-in-over', 'These days are over.', { at: 'to' });
  return allowed(true);
}
