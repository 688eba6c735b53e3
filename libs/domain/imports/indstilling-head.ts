import { bodyOf } from './meeting-head.js';
import { dateIn } from './written-dates.js';
import type { IsoDate } from '../calendar/index.js';

/** The line over an indstilling: which meeting it is for, when, and how many minutes it wants. */
export interface IndstillingHead {
  readonly body: string | null;
  readonly date: IsoDate | null;
  readonly minutes: number | null;
}

/** A line is read from its end: one expression for all of it would try every way of parting its blanks and dashes. */
const MINUTES = /[–-]\s*(\d{1,3})\s*min(?:utter|ut)?\.?$/u;
const DATE = /(\d{1,2}\.?\s+\p{L}+\s+\d{4}|\d{1,2}[./-]\d{1,2}[./-]\d{4})\s*$/u;
const BODY = /^\p{Lu}[\p{L}\- ]*$/u;
/** In characters; no line over an indstilling is as long. */
const LONGEST = 300;

/** Reads `Rådmandsmøde 14. januar 2025 - 10 minutter`; null when a line is not written so. */
export function indstillingHead(text: string): IndstillingHead | null {
  const minutes = text.length > LONGEST ? null : MINUTES.exec(text);
  if (!minutes) return null;
  const before = text.slice(0, minutes.index);
  const written = DATE.exec(before);
  const name = nameIn(written ? before.slice(0, written.index) : before);
  if ((name === '' && !written) || (name !== '' && !BODY.test(name))) return null;
  const date = written ? dateIn(written[1] ?? '') : null;
  if (date === null && !/(møde|råd|udvalg|magistrat|direktion)/i.test(name)) return null;
  return { body: name === '' ? null : bodyOf(name), date, minutes: Number(minutes[1]) };
}

/** The words before a date, without `den` and what parts the two. */
function nameIn(before: string): string {
  const words = before.replace(/den\s+$/u, '');
  let end = words.length;
  while (/[\s,–-]/u.test(words.charAt(end - 1))) end -= 1;
  return words.slice(0, end);
}
