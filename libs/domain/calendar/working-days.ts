import { addDays, isoDate, partsOf, weekdayOf } from './iso-date.js';
import type { IsoDate } from './iso-date.js';

/** A day the municipality is closed: every year on a month and day, or once on a date. */
export type ClosingDay = { readonly month: number; readonly day: number } | { readonly date: IsoDate };

/** Closing days to begin with: Constitution Day, Christmas Eve and New Year's Eve (PRODUCT.md, rule 7). */
export const DEFAULT_CLOSING_DAYS: readonly ClosingDay[] = [
  { month: 6, day: 5 },
  { month: 12, day: 24 },
  { month: 12, day: 31 },
];

/** Easter Sunday of a Gregorian year (the anonymous algorithm of Meeus, Jones and Butcher). */
export function easterSunday(year: number): IsoDate {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const yearOfCentury = year % 100;
  const skippedLeapDays = century - Math.floor(century / 4) - Math.floor((8 * century + 13) / 25);
  const epact = (((19 * golden + skippedLeapDays + 15) % 30) + 30) % 30;
  const weekday =
    (((32 + 2 * (century % 4) + 2 * Math.floor(yearOfCentury / 4) - epact - (yearOfCentury % 4)) % 7) + 7) %
    7;
  const correction = Math.floor((golden + 11 * epact + 22 * weekday) / 451);
  const sum = epact + weekday - 7 * correction + 114;
  return isoDate(year, Math.floor(sum / 31), (sum % 31) + 1) ?? `${year}-04-01`;
}

/** A Danish public holiday: its date and its Danish name. */
export interface PublicHoliday {
  readonly date: IsoDate;
  readonly name: string;
}

const FROM_EASTER: readonly (readonly [number, string])[] = [
  [-3, 'skærtorsdag'],
  [-2, 'langfredag'],
  [0, 'påskedag'],
  [1, '2. påskedag'],
  [39, 'Kristi himmelfartsdag'],
  [49, 'pinsedag'],
  [50, '2. pinsedag'],
];

/**
 * The public holidays of a year, by date (lov om Folkekirkens bestyrelse og helligdage; store bededag was abolished
 * from 2024 by lov nr. 214 of 6 March 2023).
 */
export function publicHolidays(year: number): readonly PublicHoliday[] {
  const easter = easterSunday(year);
  const movable = FROM_EASTER.map(([offset, name]) => ({ date: addDays(easter, offset), name }));
  const bededag = year < 2024 ? [{ date: addDays(easter, 26), name: 'store bededag' }] : [];
  const fixed = [
    { date: `${year}-01-01`, name: 'nytårsdag' },
    { date: `${year}-12-25`, name: 'juledag' },
    { date: `${year}-12-26`, name: '2. juledag' },
  ];
  return [...movable, ...bededag, ...fixed].sort((a, b) => a.date.localeCompare(b.date));
}

/** The public holiday a date is; null when it is none. */
export function holidayOn(date: IsoDate): PublicHoliday | null {
  return publicHolidays(partsOf(date).year).find((holiday) => holiday.date === date) ?? null;
}

/** Tells whether the municipality is closed on a date by its own list; weekends and holidays are not asked about. */
export function isClosingDay(date: IsoDate, closingDays: readonly ClosingDay[]): boolean {
  const { month, day } = partsOf(date);
  return closingDays.some((closed) =>
    'date' in closed ? closed.date === date : closed.month === month && closed.day === day,
  );
}

/** Tells whether a date is a hverdag: Monday to Friday, no public holiday, no closing day of the municipality. */
export function isWorkingDay(date: IsoDate, closingDays: readonly ClosingDay[]): boolean {
  return weekdayOf(date) <= 5 && holidayOn(date) === null && !isClosingDay(date, closingDays);
}

/**
 * The hverdag that lies a number of hverdage after a date (before it when negative); 0 gives the date itself or, when
 * it is no hverdag, the hverdag before it: a deadline never falls after the day it is counted from.
 */
export function addWorkingDays(date: IsoDate, count: number, closingDays: readonly ClosingDay[]): IsoDate {
  const step = count > 0 ? 1 : -1;
  let at = date;
  if (count === 0) {
    while (!isWorkingDay(at, closingDays)) at = addDays(at, -1);
    return at;
  }
  for (let left = Math.abs(count); left > 0;) {
    at = addDays(at, step);
    if (isWorkingDay(at, closingDays)) left -= 1;
  }
  return at;
}
