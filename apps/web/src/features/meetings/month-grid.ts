import {
  addDays,
  isoWeekOf,
  lastDayOfMonth,
  partsOf,
  weekdayOf,
} from '../../../../../libs/domain/calendar/index.js';
import type { IsoDate } from '../../../../../libs/domain/calendar/index.js';

/** A week of a month grid, Monday first; days of the months beside it are among its days. */
export interface GridWeek {
  readonly week: number;
  readonly days: readonly IsoDate[];
}

/** The weeks that a month (`2026-11`) touches, by ISO 8601. */
export function weeksOf(month: string): readonly GridWeek[] {
  const { first, last } = boundsOf(month);
  const weeks: GridWeek[] = [];
  for (let monday = addDays(first, 1 - weekdayOf(first)); monday <= last; monday = addDays(monday, 7)) {
    const days = Array.from({ length: 7 }, (_, day) => addDays(monday, day));
    weeks.push({ week: isoWeekOf(monday).week, days });
  }
  return weeks;
}

/** The first and the last day of a month. */
export function boundsOf(month: string): { readonly first: IsoDate; readonly last: IsoDate } {
  const { year, month: number } = partsOf(`${month}-01`);
  return { first: `${month}-01`, last: lastDayOfMonth(year, number) };
}

/** The first and the last day of the weeks that a month touches. */
export function gridBoundsOf(month: string): { readonly first: IsoDate; readonly last: IsoDate } {
  const { first, last } = boundsOf(month);
  return { first: addDays(first, 1 - weekdayOf(first)), last: addDays(last, 7 - weekdayOf(last)) };
}

/** The month of a date, and the months beside it. */
export function monthOfDate(date: IsoDate): string {
  return date.slice(0, 7);
}
export function monthBefore(month: string): string {
  return monthOfDate(addDays(boundsOf(month).first, -1));
}
export function monthAfter(month: string): string {
  return monthOfDate(addDays(boundsOf(month).last, 1));
}
