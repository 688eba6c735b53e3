import { areLocked } from '../../domain/minutes/index.js';
import type { MinutesState } from '../../domain/minutes/index.js';
import { atLeast } from '../../domain/rights/index.js';
import type { Actor, Insight, May } from '../../domain/rights/index.js';
import { mayRunMeetings } from '../meetings/index.js';

/**
 * Whether what was minuted is there for somebody with this insight into the body, or for a guest of the point: for those
 * who write it at any time, for those who read closed papers once it is out for reading, for everybody else once it is
 * approved. Null: there are no minutes yet.
 */
export function mayReadMinuted(
  { insight, isGuest }: { readonly insight: Insight; readonly isGuest: boolean },
  minutes: MinutesState | null,
): boolean {
  if (insight === 'drafts') return true;
  if (minutes === null || minutes === 'draft') return false;
  return atLeast(insight, 'closed') || (areLocked(minutes) && (isGuest || atLeast(insight, 'open')));
}

/** Decisions are written by those who write the minutes. */
export function mayWriteDecision(actor: Actor, bodyId: string): May {
  return mayRunMeetings(actor, bodyId);
}
