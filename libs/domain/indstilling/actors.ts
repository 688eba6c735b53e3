import type { IndstillingAction, IndstillingState } from './workflow.js';
import { stepOf } from './workflow.js';

/** Who acts on an indstilling: a part played towards it, not a person. */
export const INDSTILLING_ROLES = [
  'author',
  'leader',
  'secretariat',
  'director',
  'raadmand',
  'minute-taker',
] as const;
export type IndstillingRole = (typeof INDSTILLING_ROLES)[number];

/** The actions that belong to whoever holds the step the indstilling waits at. */
const AT_THE_STEP: readonly IndstillingAction[] = ['approve', 'return', 'reject'];

/** Tells whether an action judges the indstilling at its step, which a stand-in may do in another's stead. */
export function judges(action: IndstillingAction): boolean {
  return AT_THE_STEP.includes(action);
}

const ROLES_BY_ACTION: Readonly<Partial<Record<IndstillingAction, readonly IndstillingRole[]>>> = {
  submit: ['author', 'leader', 'secretariat'],
  revise: ['author', 'leader', 'secretariat'],
  withdraw: ['author', 'leader', 'secretariat'],
  place: ['secretariat'],
  'take-off': ['secretariat'],
  postpone: ['secretariat', 'minute-taker'],
  decide: ['secretariat', 'minute-taker'],
};

/**
 * The roles that may take an action in a state: approve, return and reject only for the holder of the step (PRODUCT.md,
 * "Indstilling"); none when nobody waits. Whether a person has a role is judged elsewhere; `leader` is the author's own.
 */
export function rolesFor(state: IndstillingState, action: IndstillingAction): readonly IndstillingRole[] {
  if (!AT_THE_STEP.includes(action)) return ROLES_BY_ACTION[action] ?? [];
  const step = stepOf(state);
  return step === null ? [] : [step];
}
