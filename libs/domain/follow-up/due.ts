import type { IsoDate } from '../calendar/index.js';
import { allowed, refused } from '../outcome.js';
import type { Outcome } from '../outcome.js';
import type { DueKind } from './reading.js';

/** When a follow-up is due: how sure, in which words, and the date where one is fixed. */
export interface Due {
  readonly kind: DueKind;
  readonly text: string | null;
  readonly date: IsoDate | null;
}

/**
 * The due itself, or a refusal: `due-none-with-date` (a date or words beside "none"), `due-without-date-or-text`
 * (anything else says when, by a date or in words). PRODUCT.md, "Follow-up".
 */
export function checkDue(due: Due): Outcome<Due> {
  const says = due.date !== null || (due.text ?? '').trim() !== '';
  if (due.kind === 'none' && says)
    return refused('due-none-with-date', 'A follow-up that is not due has neither a date nor words for it.', {
      at: 'due.kind',
    });
  if (due.kind !== 'none' && !says)
    return refused('due-without-date-or-text', `A due that is "${due.kind}" has a date or words for it.`, {
      at: 'due.date',
    });
  return allowed(due);
}
