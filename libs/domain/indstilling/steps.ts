import { allowed, refused } from '../outcome.js';
import type { Outcome } from '../outcome.js';

/** The kinds of approval step a body can choose from (PRODUCT.md, "Indstilling"). */
export const STEP_KINDS = ['leader', 'secretariat', 'director', 'raadmand'] as const;
export type StepKind = (typeof STEP_KINDS)[number];

/** The steps of a body for a rådmandsmøde, until it chooses others. */
export const RAADMAND_MEETING_STEPS: readonly StepKind[] = ['leader', 'secretariat', 'director'];

/** The steps of an udvalg, of the magistrat and of the byråd, until they choose others. */
export const POLITICAL_BODY_STEPS: readonly StepKind[] = STEP_KINDS;

/**
 * Checks the approval steps of a body: a sequence in the order the body wants, each kind at most once. Refusals:
 * `approval-steps-empty`, `approval-steps-repeated`.
 */
export function checkSteps(steps: readonly StepKind[]): Outcome<readonly StepKind[]> {
  if (steps.length === 0)
    return refused('approval-steps-empty', 'A body has at least one approval step.', { at: 'steps' });
  const repeated = steps.findIndex((step, index) => steps.indexOf(step) !== index);
  if (repeated < 0) return allowed(steps);
  return refused('approval-steps-repeated', 'An approval step comes only once.', {
    at: `steps[${repeated}]`,
  });
}

/** Every sequence of approval steps a body could choose: 64 of them, shortest first. */
export function everySequenceOfSteps(): readonly (readonly StepKind[])[] {
  let sequences: readonly (readonly StepKind[])[] = [[]];
  const all: (readonly StepKind[])[] = [];
  for (let length = 1; length <= STEP_KINDS.length; length += 1) {
    sequences = sequences.flatMap((start) =>
      STEP_KINDS.filter((step) => !start.includes(step)).map((step) => [...start, step]),
    );
    all.push(...sequences);
  }
  return all;
}
