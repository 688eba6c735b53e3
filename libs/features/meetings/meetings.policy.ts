import { agendaIsOut, mayEditMeeting, mayGiveToReview } from '../../domain/meeting/index.js';
import type { MeetingState } from '../../domain/meeting/index.js';
import { atLeast, holds, insightInto, isProduct, onlyFor } from '../../domain/rights/index.js';
import type { Actor, BodyFacts, Insight, May } from '../../domain/rights/index.js';

/** The agenda of a body's meetings, and the meetings themselves, are its secretariat's to make. */
export function mayRunMeetings(actor: Actor, bodyId: string): May {
  return onlyFor(isProduct(actor) || holds(actor, ['secretariat'], bodyId), 'the secretariat of the body');
}

/** The facts of a meeting stand as long as the meeting can be planned. */
export function mayChangeMeeting(actor: Actor, meeting: { bodyId: string; state: MeetingState }): May {
  const right = mayRunMeetings(actor, meeting.bodyId);
  if (right !== true) return right;
  const edit = mayEditMeeting(meeting.state);
  return edit.ok || { liftedBy: 'nobody', ...edit.refusal };
}

/** The history of a meeting tells of corrections to what is closed: it is for those who read that. */
export function mayReadHistory(actor: Actor, body: BodyFacts): May {
  return onlyFor(atLeast(insightInto(actor, body), 'closed'), 'those who read closed papers of the body');
}

/** Whether the agenda of a meeting is there for somebody with this insight into its body. */
export function maySeeAgenda(insight: Insight, state: MeetingState): boolean {
  return insight === 'drafts' || (agendaIsOut(state) && atLeast(insight, 'open'));
}

/**
 * Whether somebody who is asked to read an agenda through sees it before it is sent. Being asked gives sight of what is not out
 * yet, and never of a meeting or of what is closed: that their insight decides, as for what is sent.
 */
export function mayReviewAgenda(insight: Insight, state: MeetingState, isAsked: boolean): boolean {
  return isAsked && atLeast(insight, 'open') && mayGiveToReview(state).ok;
}
