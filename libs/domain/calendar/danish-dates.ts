import { isoDate, partsOf, weekdayOf } from './iso-date.js';
import type { IsoDate } from './iso-date.js';

/** Danish month names, January first. */
export const MONTHS = [
  'januar',
  'februar',
  'marts',
  'april',
  'maj',
  'juni',
  'juli',
  'august',
  'september',
  'oktober',
  'november',
  'december',
] as const;

/** Danish weekday names, Monday first (ISO weekday 1). */
export const WEEKDAYS = ['mandag', 'tirsdag', 'onsdag', 'torsdag', 'fredag', 'lørdag', 'søndag'] as const;

/** Prints a date in text: `14. januar 2025`. */
export function printDate(date: IsoDate): string {
  const { year, month, day } = partsOf(date);
  return `${day}. ${MONTHS[month - 1] ?? ''} ${year}`;
}

/**
 * Prints a month as it stands alone at the foot of an indstilling: `2026-11` is `November 2026`; a month in words stays
 * as it was written.
 */
export function printMonth(month: string): string {
  const match = /^(\d{4})-(\d{2})$/.exec(month);
  const name = MONTHS[Number(match?.[2]) - 1];
  if (!match || name === undefined) return month;
  return `${name.charAt(0).toUpperCase()}${name.slice(1)} ${match[1] ?? ''}`;
}

/** Prints a date with its weekday: `tirsdag den 14. januar 2025`. */
export function printWeekdayDate(date: IsoDate): string {
  return `${WEEKDAYS[weekdayOf(date) - 1] ?? ''} den ${printDate(date)}`;
}

/** Short month names as lists print them, January first; `maj` has no stop. */
const SHORT_MONTHS = [
  'jan.',
  'feb.',
  'mar.',
  'apr.',
  'maj',
  'jun.',
  'jul.',
  'aug.',
  'sep.',
  'okt.',
  'nov.',
  'dec.',
] as const;

const SHORT_WEEKDAYS = ['man.', 'tirs.', 'ons.', 'tors.', 'fre.', 'lør.', 'søn.'] as const;

/** Prints a date for a list: `14. jan. 2025`, without its year when that is the year given: `14. jan.`. */
export function printShortDate(date: IsoDate, withoutYear: number | null = null): string {
  const { year, month, day } = partsOf(date);
  const dayAndMonth = `${day}. ${SHORT_MONTHS[month - 1] ?? ''}`;
  return year === withoutYear ? dayAndMonth : `${dayAndMonth} ${year}`;
}

/** Prints a date for a list with its weekday: `tirs. 14. jan.`, and its year unless that is the year given. */
export function printShortWeekdayDate(date: IsoDate, withoutYear: number | null = null): string {
  return `${SHORT_WEEKDAYS[weekdayOf(date) - 1] ?? ''} ${printShortDate(date, withoutYear)}`;
}

/** The number (1-12) of a Danish month, full or shortened (`jan.`, `sept`); null when it is none. */
export function monthNumber(name: string): number | null {
  const key = name.toLowerCase().replace(/\.$/, '');
  if (key.length < 3) return null;
  const index = MONTHS.findIndex((month) => month === key || (key.length <= 4 && month.startsWith(key)));
  return index < 0 ? null : index + 1;
}

/** A date as written, the year null when it was left out. */
export interface WrittenDate {
  readonly year: number | null;
  readonly month: number;
  readonly day: number;
}

const LONG = /^(?:den\s+|d\.\s*)?(\d{1,2})(?:\.\s*|\s+)([a-z]{3,9}\.?)(?:\s+(\d{4})\.?)?$/i;
const SHORT = /^(?:den\s+|d\.\s*)?(\d{1,2})\s*[./-]\s*(\d{1,2})(?:\s*[./-]\s*(\d{4}|\d{2}))?\.?$/i;

/**
 * Reads a whole text as a Danish date: `14. januar 2025`, `d. 1.maj`, `den 19. februar`, `22/4`, `20.04.2026`, `14-01-25`.
 * Null when the text is anything else or the day does not exist in any year.
 */
export function readDanishDate(text: string): WrittenDate | null {
  const long = LONG.exec(text.trim());
  const short = long ? null : SHORT.exec(text.trim());
  const match = long ?? short;
  if (!match) return null;
  const month = long ? monthNumber(match[2] ?? '') : Number(match[2]);
  const day = Number(match[1]);
  const year = match[3] === undefined ? null : Number(match[3]) + (match[3].length === 2 ? 2000 : 0);
  if (month === null || isoDate(year ?? 2024, month, day) === null) return null;
  return { year, month, day };
}
