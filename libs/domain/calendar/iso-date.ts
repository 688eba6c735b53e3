/** A calendar day as `YYYY-MM-DD`, without time or zone. */
export type IsoDate = string;

const DAY_MS = 86_400_000;

/** Makes the ISO date of a year, a month (1-12) and a day; null when no such day exists (30 February). */
export function isoDate(year: number, month: number, day: number): IsoDate | null {
  const utc = new Date(Date.UTC(year, month - 1, day));
  if (year < 1000 || year > 9999) return null;
  if (utc.getUTCFullYear() !== year || utc.getUTCMonth() !== month - 1 || utc.getUTCDate() !== day)
    return null;
  return utc.toISOString().slice(0, 10);
}

/** Tells whether a text is an ISO date that exists in the calendar. */
export function isIsoDate(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return match !== null && isoDate(Number(match[1]), Number(match[2]), Number(match[3])) === text;
}

/** The parts of an ISO date: year, month 1-12, day 1-31. */
export function partsOf(date: IsoDate): { year: number; month: number; day: number } {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  return { year, month, day };
}

/** The date a number of days later (earlier when negative). */
export function addDays(date: IsoDate, days: number): IsoDate {
  return new Date(Date.parse(date) + days * DAY_MS).toISOString().slice(0, 10);
}

/** Whole days from one date to another; negative when `to` comes first. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
}

/** The weekday by ISO 8601: 1 is Monday, 7 is Sunday. */
export function weekdayOf(date: IsoDate): number {
  return new Date(Date.parse(date)).getUTCDay() || 7;
}

/** The last day of a month (1-12) as an ISO date. */
export function lastDayOfMonth(year: number, month: number): IsoDate {
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}

/** The ISO 8601 week of a date: the week holding the year's first Thursday is week 1. */
export function isoWeekOf(date: IsoDate): { year: number; week: number } {
  const thursday = addDays(date, 4 - weekdayOf(date));
  const { year } = partsOf(thursday);
  const week = 1 + Math.floor(daysBetween(`${year}-01-01`, thursday) / 7);
  return { year, week };
}

/** The date of a weekday (1 Monday - 7 Sunday) in an ISO week; null when there is no such weekday, or no such week in the year. */
export function dateInIsoWeek(year: number, week: number, weekday: number): IsoDate | null {
  if (!Number.isInteger(weekday) || weekday < 1 || weekday > 7) return null;
  const fourthOfJanuary = `${year}-01-04`;
  const monday = addDays(fourthOfJanuary, 1 - weekdayOf(fourthOfJanuary) + (week - 1) * 7);
  return isoWeekOf(monday).year === year && isoWeekOf(monday).week === week
    ? addDays(monday, weekday - 1)
    : null;
}
