import { isoDate, readClockTime, readDanishDate } from '../calendar/index.js';
import type { ClockTime, IsoDate } from '../calendar/index.js';

const LONG_DATE =
  /\d{1,2}\.?\s+(?:januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december)\s+\d{4}/i;
const SHORT_DATE = /\d{1,2}[./-]\d{1,2}[./-]\d{4}/;
const CLOCK = String.raw`\d{1,2}(?:[.:]\d{2})?`;
const RANGE = new RegExp(
  String.raw`(?:kl\.?\s*)?(${CLOCK})\s*(?:-|–|—|til)\s*(?:kl\.?\s*)?(${CLOCK})(?!\d)`,
  'i',
);

/** The ISO date of the first Danish date with a year in a text; null when there is none or no such day exists. */
export function dateIn(text: string): IsoDate | null {
  const written = LONG_DATE.exec(text)?.[0] ?? SHORT_DATE.exec(text)?.[0];
  const date = written === undefined ? null : readDanishDate(written);
  return date?.year == null ? null : isoDate(date.year, date.month, date.day);
}

/** Tells whether a text is nothing but a date with a year, a weekday allowed before it. */
export function isDateOnly(text: string): boolean {
  const rest = text.replace(LONG_DATE, '').replace(SHORT_DATE, '');
  return dateIn(text) !== null && /^\W*((man|tirs|ons|tors|fre|lør|søn)dag)?\W*(den|dato)?\W*$/i.test(rest);
}

/** A span of clock times as people write it (`Kl. 18:15 – 19.45`, `19.30–19.32`), with the minutes in brackets. */
export interface WrittenTimes {
  readonly from: ClockTime | null;
  readonly to: ClockTime | null;
  readonly minutes: number | null;
}

/** Reads times in any of the notations in use; parts that are not there are null. */
export function timesIn(text: string): WrittenTimes {
  const range = RANGE.exec(text);
  const minutes = /(\d{1,3})\s*min/i.exec(text)?.[1];
  const single = range ? null : /(?:^|kl\.?\s*)(\d{1,2}[.:]\d{2})(?!\d)/i.exec(text)?.[1];
  return {
    from: range ? readClockTime(range[1] ?? '') : single ? readClockTime(single) : null,
    to: range ? readClockTime(range[2] ?? '') : null,
    minutes: minutes === undefined ? null : Number(minutes),
  };
}

/** Tells whether a text is nothing but times and minutes, so that no word of it is lost when only those are kept. */
export const isTimesOnly = (text: string): boolean =>
  text.replace(/kl\.?|minutter|min\.?|til|[\d\s.:()–—-]/gi, '') === '' && /\d/.test(text);
