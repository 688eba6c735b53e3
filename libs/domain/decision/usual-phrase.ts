import { printDate } from '../calendar/index.js';
import type { IsoDate } from '../calendar/index.js';
import { OUTCOMES } from './outcomes.js';

/** Where a decision sends a point: the date of the meeting it is deferred to, the name of the body it is referred to. */
export interface DecisionTarget {
  readonly meetingDate: IsoDate | null;
  readonly bodyName: string | null;
}

/**
 * The sentence that an outcome is usually minuted by, with its target where there is one: `Godkendt.`, `Udsat til mødet
 * den 24. marts 2026.`, `Oversendes til Social- og Beskæftigelsesudvalget.` (PRODUCT.md, "Decision"). Empty for a code that is none.
 */
export function usualPhrase(outcome: string, target: DecisionTarget): string {
  if (outcome === 'deferred' && target.meetingDate !== null)
    return `Udsat til mødet den ${printDate(target.meetingDate)}.`;
  if (outcome === 'referred' && target.bodyName !== null) return `Oversendes til ${target.bodyName}.`;
  return OUTCOMES.find(({ code }) => code === outcome)?.phrase ?? '';
}
