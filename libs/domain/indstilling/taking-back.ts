import { allowed, refused } from '../outcome.js';
import type { Outcome } from '../outcome.js';
import type { IndstillingAction } from './workflow.js';

/**
 * The steps that whoever took one may take back for a moment (UX.md, R4). What is done on an agenda is undone there, and
 * a changed text by writing it once more.
 */
export const REGRETTABLE_STEPS: readonly IndstillingAction[] = [
  'submit',
  'approve',
  'return',
  'reject',
  'withdraw',
];

/** Tells whether a step is one that can be taken back at all. */
export function isRegrettable(action: IndstillingAction): boolean {
  return REGRETTABLE_STEPS.includes(action);
}

/** Until when a step that was taken `at` a moment can be taken back, with so many seconds to regret it in. */
export function regretUntil(at: Date, seconds: number): Date {
  return new Date(at.getTime() + seconds * 1000);
}

/** A step that somebody wants to take back. */
export interface StepToTakeBack {
  readonly action: IndstillingAction;
  /** Until when it can be; at that moment it no longer can. */
  readonly until: Date;
  readonly now: Date;
  /** No step was taken after it, but such as were taken back themselves. */
  readonly isNewest: boolean;
  /** Its words, facts and bilag are as the step left them, and no agenda has gone out with what it approved. */
  readonly isAsLeft: boolean;
}

/**
 * Whether a step can be taken back, so that all is as it was before. Refusals: `step-not-regrettable` for what is no step
 * of the approval, `regret-passed` when it was taken too long ago, `step-not-newest` when something came after it.
 */
export function checkTakingBack(step: StepToTakeBack): Outcome<true> {
  if (!isRegrettable(step.action))
    return refused('step-not-regrettable', `The step "${step.action}" is not taken back on its own.`);
  if (step.now >= step.until)
    return refused('regret-passed', 'The step was taken too long ago to be taken back.');
  if (!step.isNewest || !step.isAsLeft)
    return refused('step-not-newest', 'Something was done with the indstilling after the step.');
  return allowed(true);
}
