import { isIsoDate } from '../calendar/index.js';
import type { IsoDate } from '../calendar/index.js';
import { allowed, refused } from '../outcome.js';
import type { Outcome } from '../outcome.js';
import { areLocked } from './workflow.js';
import type { MinutesState } from './workflow.js';

/** A correction added to approved minutes ("Rettelse til referat"): what, when and by whom. */
export interface MinutesCorrection {
  readonly date: IsoDate;
  /** The name printed under the correction. */
  readonly by: string;
  readonly text: string;
}

/**
 * The corrections of minutes with one more at the end, name and text trimmed; earlier ones never change. Refusals:
 * `minutes-not-approved` (correct the text itself), `correction-date` (does not exist or lies before the last one),
 * `correction-name`, `correction-text`.
 */
export function addCorrection(
  state: MinutesState,
  corrections: readonly MinutesCorrection[],
  added: MinutesCorrection,
): Outcome<readonly MinutesCorrection[]> {
  const correction = { date: added.date, by: added.by.trim(), text: added.text.trim() };
  if (!areLocked(state))
    return refused(
      'minutes-not-approved',
      'Minutes are corrected in their own text until they are approved.',
    );
  if (!isIsoDate(correction.date) || correction.date < (corrections.at(-1)?.date ?? ''))
    return refused('correction-date', 'A correction has a date, not before the one it follows.', {
      at: 'date',
    });
  if (correction.by === '') return refused('correction-name', 'A correction carries a name.', { at: 'by' });
  if (correction.text === '') return refused('correction-text', 'A correction has a text.', { at: 'text' });
  return allowed([...corrections, correction]);
}
