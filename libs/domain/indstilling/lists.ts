import { INDSTILLING_STATES } from './workflow.js';
import type { IndstillingState } from './workflow.js';

/**
 * The lists of indstillinger that a person chooses among: one's own that are under way, those that wait for a step one
 * holds, those that are ready for an agenda, and all that one may read.
 */
export const INDSTILLING_LISTS = ['mine', 'with-me', 'ready', 'all'] as const;
export type IndstillingListName = (typeof INDSTILLING_LISTS)[number];

const ENDED: readonly IndstillingState[] = ['decided', 'rejected', 'withdrawn'];

/** The states of an indstilling that is under way still: nobody has decided, rejected or withdrawn it. */
export const UNDER_WAY: readonly IndstillingState[] = INDSTILLING_STATES.filter(
  (state) => !ENDED.includes(state),
);
