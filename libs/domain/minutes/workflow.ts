import { refused } from '../outcome.js';
import type { Outcome } from '../outcome.js';
import { nextState } from '../workflow.js';
import type { Workflow } from '../workflow.js';

/** The states of minutes, in order (PRODUCT.md, "Minutes"). */
export const MINUTES_STATES = ['draft', 'in-review', 'approved', 'published'] as const;
export type MinutesState = (typeof MINUTES_STATES)[number];

/** What can be done to minutes; `review` lays them out for reading (til gennemlæsning). */
export const MINUTES_ACTIONS = ['review', 'return', 'approve', 'publish', 'unpublish'] as const;
export type MinutesAction = (typeof MINUTES_ACTIONS)[number];

/** The workflow of minutes: `draft -> in-review -> approved -> published`; approved minutes never become a draft again. */
export const MINUTES_WORKFLOW: Workflow<MinutesState, MinutesAction> = {
  name: 'minutes',
  states: MINUTES_STATES,
  actions: MINUTES_ACTIONS,
  table: {
    draft: { review: 'in-review' },
    'in-review': { return: 'draft', approve: 'approved' },
    approved: { publish: 'published' },
    published: { unpublish: 'approved' },
  },
};

/** The actions that ask for a reason: a correction asked for, and a publication taken back. */
const NEEDS_REASON: readonly MinutesAction[] = ['return', 'unpublish'];

/**
 * The state an action brings minutes to. Refusals: `transition-not-allowed`; `reason-required` when minutes are
 * returned or taken back from publication without a word.
 */
export function takeMinutesStep(
  state: MinutesState,
  action: MinutesAction,
  reason: string | null = null,
): Outcome<MinutesState> {
  const next = nextState(MINUTES_WORKFLOW, state, action);
  if (next.ok && NEEDS_REASON.includes(action) && (reason ?? '').trim() === '')
    return refused('reason-required', `Minutes take the step "${action}" only with a reason.`, {
      at: 'reason',
    });
  return next;
}

/** Tells whether minutes are locked: approved or published (PRODUCT.md, "Approved minutes are locked"). */
export function areLocked(state: MinutesState): boolean {
  return state === 'approved' || state === 'published';
}
