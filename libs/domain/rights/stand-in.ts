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

/** What is known of the two on those days. */
export interface StandInPeople {
  /** Whether the one who stands in still works here. */
  readonly isActive: boolean;
  /** Whether the one who is away holds one of `STOOD_IN_ROLES` on some of the days, as what they are stood in for. */
  readonly judges: boolean;
}

/**
 * Holds a stand-in to its shape: somebody else (`stand-in-for-oneself`) who still works here (`stand-in-has-left`; who is
 * away may have left), for days that begin before they end (`stand-in-dates`) and are not all over (`stand-in-over`), on some
 * of which the one who is away has something to judge (`stand-in-without-step`).
 */
export function checkStandIn(
  wanted: WantedStandIn,
  { isActive, judges }: StandInPeople,
  today: IsoDate,
): Outcome<true> {
  const { personId, standInId, from, to } = wanted;
  if (personId === standInId)
    return refused('stand-in-for-oneself', 'Nobody stands in for themselves.', { at: 'standInId' });
  if (!isActive)
    return refused('stand-in-has-left', 'Who has left stands in for nobody.', { at: 'standInId' });
  if (to < from) return refused('stand-in-dates', 'It cannot end before it begins.', { at: 'to' });
  if (to < today) return refused('stand-in-over', 'These days are over.', { at: 'to' });
  if (!judges)
    return refused('stand-in-without-step', 'Who is away has nothing to judge on these days.', {
      at: 'personId',
    });
  return allowed(true);
}
