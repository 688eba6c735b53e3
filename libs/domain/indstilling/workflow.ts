import { refused } from '../outcome.js';
import type { Outcome } from '../outcome.js';
import { nextState } from '../workflow.js';
import type { Workflow } from '../workflow.js';
import type { StepKind } from './steps.js';

/** The state of an indstilling that waits at a step. */
export type WaitingState = `with-${StepKind}`;

/** The states of an indstilling, the waiting ones in the order of `STEP_KINDS` (PRODUCT.md, "Indstilling"). */
export const INDSTILLING_STATES = [
  'draft',
  'with-leader',
  'with-secretariat',
  'with-director',
  'with-raadmand',
  'approved',
  'on-agenda',
  'decided',
  'returned',
  'rejected',
  'withdrawn',
] as const;
export type IndstillingState = (typeof INDSTILLING_STATES)[number];

/** Tells whether an indstilling has passed its last step: from then on the body it goes to may read it, and it prints as no draft. */
export function isApproved(state: IndstillingState): boolean {
  return state === 'approved' || state === 'on-agenda' || state === 'decided';
}

/** Tells whether somebody still has something to do with an indstilling before it is approved: to write it, or to judge it. */
export function isUnfinished(state: IndstillingState): boolean {
  return state === 'draft' || state === 'returned' || stepOf(state) !== null;
}

/**
 * Tells whether a step is the last approval of a text: what was submitted last is from then on what an agenda is sent
 * with, until another text has been approved by all (PRODUCT.md, "Indstilling").
 */
export function completesApproval(from: IndstillingState, to: IndstillingState): boolean {
  return !isApproved(from) && isApproved(to);
}

/** What can be done to an indstilling; `revise` is a change of its text. */
export const INDSTILLING_ACTIONS = [
  'submit',
  'revise',
  'approve',
  'return',
  'reject',
  'withdraw',
  'place',
  'take-off',
  'postpone',
  'decide',
] as const;
export type IndstillingAction = (typeof INDSTILLING_ACTIONS)[number];

type Row = Readonly<Partial<Record<IndstillingAction, IndstillingState>>>;
export type IndstillingWorkflow = Workflow<IndstillingState, IndstillingAction>;

/** The steps whose holder may reject; the others return. */
const MAY_REJECT: readonly StepKind[] = ['director', 'raadmand'];

/**
 * The workflow of an indstilling for a sequence of approval steps (checked with `checkSteps`). States the sequence
 * never reaches are left out of its list and take no action; `rejected` is one of them when neither the director nor
 * the raadmand has a step. A text changed after an approval goes back to the first step, also from the agenda, which
 * takes it off the agenda.
 */
export function indstillingWorkflow(steps: readonly StepKind[]): IndstillingWorkflow {
  const [firstStep] = steps;
  const first: IndstillingState = firstStep === undefined ? 'approved' : `with-${firstStep}`;
  const table: Record<IndstillingState, Row> = {
    draft: { submit: first, revise: 'draft', withdraw: 'withdrawn' },
    'with-leader': {},
    'with-secretariat': {},
    'with-director': {},
    'with-raadmand': {},
    approved: { place: 'on-agenda', revise: first, withdraw: 'withdrawn' },
    'on-agenda': {
      'take-off': 'approved',
      postpone: 'on-agenda',
      decide: 'decided',
      revise: first,
      withdraw: 'withdrawn',
    },
    decided: {},
    returned: { submit: first, revise: 'returned', withdraw: 'withdrawn' },
    rejected: {},
    withdrawn: {},
  };
  steps.forEach((step, index) => {
    const next = steps[index + 1];
    table[`with-${step}`] = {
      approve: next === undefined ? 'approved' : `with-${next}`,
      return: 'returned',
      ...(MAY_REJECT.includes(step) ? { reject: 'rejected' } : {}),
      revise: first,
      withdraw: 'withdrawn',
    };
  });
  return {
    name: 'indstilling',
    states: INDSTILLING_STATES.filter((state) => isReachable(state, steps)),
    actions: INDSTILLING_ACTIONS.filter((action) => action !== 'reject' || canBeRejected(steps)),
    table,
  };
}

function canBeRejected(steps: readonly StepKind[]): boolean {
  return steps.some((step) => MAY_REJECT.includes(step));
}

function isReachable(state: IndstillingState, steps: readonly StepKind[]): boolean {
  if (state === 'rejected') return canBeRejected(steps);
  const step = stepOf(state);
  return step === null || steps.includes(step);
}

/** The step an indstilling waits at; null when it waits at none. */
export function stepOf(state: IndstillingState): StepKind | null {
  switch (state) {
    case 'with-leader':
      return 'leader';
    case 'with-secretariat':
      return 'secretariat';
    case 'with-director':
      return 'director';
    case 'with-raadmand':
      return 'raadmand';
    default:
      return null;
  }
}

/** The actions that ask for a reason. */
const NEEDS_REASON: readonly IndstillingAction[] = ['return', 'reject'];

/** One step asked for: the state, the steps the indstilling was submitted under, the action, and why. */
export interface IndstillingStep {
  readonly state: IndstillingState;
  readonly steps: readonly StepKind[];
  readonly action: IndstillingAction;
  readonly reason: string | null;
}

/**
 * The state a step brings an indstilling to. Refusals: `transition-not-allowed`; `reason-required` to return or
 * reject (PRODUCT.md, "Indstilling"). Whether it is complete enough to be submitted is asked of `checkSubmission`.
 */
export function takeIndstillingStep(step: IndstillingStep): Outcome<IndstillingState> {
  const next = nextState(indstillingWorkflow(step.steps), step.state, step.action);
  if (next.ok && NEEDS_REASON.includes(step.action) && (step.reason ?? '').trim() === '')
    return refused('reason-required', `An indstilling takes the step "${step.action}" only with a reason.`, {
      at: 'reason',
    });
  return next;
}
