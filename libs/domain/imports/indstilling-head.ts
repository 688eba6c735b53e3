import { bodyOf } from './meeting-head.js';
import { dateIn } from './written-dates.js';
import type { IsoDate } from '../calendar/index.js';

/** The line over an indstilling: which meeting it is for, when, and how many minutes it wants. */
export interface IndstillingHead {
  readonly body: string | null;
  readonly date: IsoDate | null;
  readonly minutes: number | null;
}

const HEAD =
  /^(\p{Lu}[\p{L}\- ]*?)?[\s,–-]*(?:den\s+)?(\d{1,2}\.?\s+\p{L}+\s+\d{4}|\d{1,2}[./-]\d{1,2}[./-]\d{4})?\s*[–-]\s*(\d{1,3})\s*min(?:utter|ut)?\.?$/u;

/** Reads `Rådmandsmøde 14. januar 2025 - 10 minutter`; null when a line is not written so. */
export function indstillingHead(text: string): IndstillingHead | null {
  const match = HEAD.exec(text);
  if (!match || (match[1] === undefined && match[2] === undefined) || match[3] === undefined) return null;
  const date = match[2] === undefined ? null : dateIn(match[2]);
  if (date === null && !/(møde|råd|udvalg|magistrat|direktion)/i.test(match[1] ?? '')) return null;
  return { body: match[1] ? bodyOf(match[1]) : null, date, minutes: Number(match[3]) };
}
