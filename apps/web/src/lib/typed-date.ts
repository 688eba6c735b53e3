import {
  WEEKDAYS,
  addDays,
  isoDate,
  partsOf,
  printClock,
  printDate,
  readClockTime,
  readDanishDate,
  weekdayOf,
} from '../../../../libs/domain/calendar/index.js';
import type { IsoDate } from '../../../../libs/domain/calendar/index.js';

/**
 * The date somebody typed: `1. nov. 2026`, `1/11-2026`, `01-11-26`, `011126`, a day of this year without one, or the
 * first `tirsdag` after today. Null when it is no date that exists.
 */
export function typedDate(text: string, today: IsoDate): IsoDate | null {
  const weekday = /^(?:på )?([a-zæøå]+)$/i.exec(text.trim());
  const named = weekday === null ? null : dayNamed(weekday[1] ?? '', today);
  if (named !== null) return named;
  const digits = /^(\d{2})(\d{2})(\d{2}|\d{4})$/.exec(text.trim());
  const words = digits === null ? text : `${digits[1] ?? ''}.${digits[2] ?? ''}.${digits[3] ?? ''}`;
  const written = readDanishDate(words.replace(/^(\d+\/\d+)-/, '$1/'));
  if (written === null) return null;
  return isoDate(written.year ?? partsOf(today).year, written.month, written.day);
}

/** The first day of a name after today. */
function dayNamed(name: string, today: IsoDate): IsoDate | null {
  const weekday = WEEKDAYS.findIndex((known) => known === name.toLocaleLowerCase('da-DK')) + 1;
  if (weekday === 0) return null;
  return addDays(today, ((weekday - weekdayOf(today) + 6) % 7) + 1);
}

/** A date as it was typed, in the form in which dates are printed; what is none stays as it is. */
export function dateAsPrinted(text: string, today: IsoDate): string {
  const date = typedDate(text, today);
  return date === null ? text : printDate(date);
}

/** A time of day as it was typed, in the form in which times are printed; what is none stays as it is. */
export function timeAsPrinted(text: string): string {
  const time = readClockTime(text);
  return time === null ? text : printClock(time);
}
