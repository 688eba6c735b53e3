import { describe, expect, it } from '@jest/globals';
import { checkTakingBack, regretUntil } from './taking-back.js';
import type { StepToTakeBack } from './taking-back.js';
import { INDSTILLING_ACTIONS } from './workflow.js';

const AT = new Date('2026-11-02T08:00:00.000Z');
const after = (seconds: number): Date => new Date(AT.getTime() + seconds * 1000);
const step = (more: Partial<StepToTakeBack> = {}): StepToTakeBack => ({
  ...{ action: 'approve', until: regretUntil(AT, 30), now: after(5), isNewest: true, isAsLeft: true },
  ...more,
});
const told = (more: Partial<StepToTakeBack>): string => {
  const outcome = checkTakingBack(step(more));
  return outcome.ok ? 'taken back' : outcome.refusal.code;
};

describe('taking a step back', () => {
  it.each<[string, Partial<StepToTakeBack>, string]>([
    ['at once', { now: AT }, 'taken back'],
    ['just before the time is over', { now: after(29.999) }, 'taken back'],
    ['the moment it is over', { now: after(30) }, 'regret-passed'],
    ['later', { now: after(31) }, 'regret-passed'],
    ['where there is no time to regret', { until: regretUntil(AT, 0), now: AT }, 'regret-passed'],
    ['after another step', { isNewest: false }, 'step-not-newest'],
    ['after a change', { isAsLeft: false }, 'step-not-newest'],
    ['late and after another step', { now: after(40), isNewest: false }, 'regret-passed'],
    ['of another kind, and late', { action: 'place', now: after(40) }, 'step-not-regrettable'],
  ])('%s', (_, more, expected) => {
    expect(told(more)).toBe(expected);
  });

  it('is for the steps of the approval only', () => {
    const regrettable = INDSTILLING_ACTIONS.filter((action) => told({ action }) === 'taken back');
    expect(regrettable).toEqual(['submit', 'approve', 'return', 'reject', 'withdraw']);
  });
});
