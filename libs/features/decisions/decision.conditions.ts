import { MINUTES_STATES, areLocked } from '../../domain/minutes/index.js';
import { mayReadMinuted } from './decisions.policy.js';

/** What the rule is asked with: SQL expressions for the state of the minutes, the body of the meeting, and the point. */
interface Minuted {
  readonly state: string;
  readonly bodyId: string;
  readonly pointId: string;
}

/**
 * The rule `mayReadMinuted` of the policy as a condition, so that lists are asked with it. The parameters are those of
 * `minutedParameters`, and the bodies (`draftsOf`, `closedOf`, `openOf`) and points (`guestOf`) of the one who asks. It is
 * never null.
 */
export function minutedCondition({ state, bodyId, pointId }: Minuted): string {
  return `((${bodyId} = ANY(:draftsOf)
    OR (${state} = ANY(:minutesForClosed) AND ${bodyId} = ANY(:closedOf))
    OR (${state} = ANY(:minutesForOpen) AND (${bodyId} = ANY(:openOf) OR ${pointId} = ANY(:guestOf)))) IS TRUE)`;
}

/** The states of minutes that are there for those who read closed papers, and for those who read open ones or are guests. */
export function minutedParameters(): Record<string, unknown> {
  return {
    minutesForClosed: MINUTES_STATES.filter((state) =>
      mayReadMinuted({ insight: 'closed', isGuest: false }, state),
    ),
    minutesForOpen: MINUTES_STATES.filter(areLocked),
  };
}
