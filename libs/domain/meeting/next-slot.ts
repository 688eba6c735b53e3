import { addDays, daysBetween, holidayOn, isClosingDay, weekdayOf } from '../calendar/index.js';
import type { ClosingDay, IsoDate } from '../calendar/index.js';

/** The habit is read from so many of the last meetings. */
const LOOKED_AT = 12;
/** A body that has never met is offered a Tuesday, the day of the rådmandsmøder of the seeds. */
const USUAL_WEEKDAY = 2;
/** A body meets at least so often (weeks) that its next meeting can be guessed at all. */
const MOST_WEEKS = 26;

/**
 * The day on which a body would meet next by its own habit: the weekday it mostly meets on, so many weeks apart as its
 * meetings mostly lie, after its last meeting and after today, passing over public holidays and closing days. `dates` are
 * those of its ordinary meetings, of the past and planned, in any order.
 */
export function nextOrdinaryDate(
  dates: readonly IsoDate[],
  today: IsoDate,
  closingDays: readonly ClosingDay[],
): IsoDate {
  const known = [...new Set(dates)].sort();
  const recent = known.slice(-LOOKED_AT);
  const weekday = mostFrequent(recent.map(weekdayOf)) ?? USUAL_WEEKDAY;
  const weeks = weeksBetween(recent.filter((date) => weekdayOf(date) === weekday));
  const last = known.at(-1) ?? today;
  const onDay = addDays(last, -((weekdayOf(last) - weekday + 7) % 7));
  let date = onDay;
  while (date <= last || date <= today || isOff(date, closingDays)) date = addDays(date, 7 * weeks);
  return date;
}

function isOff(date: IsoDate, closingDays: readonly ClosingDay[]): boolean {
  return holidayOn(date) !== null || isClosingDay(date, closingDays);
}

/** The whole weeks that mostly lie between meetings in order; 1 where there are too few to say. */
function weeksBetween(dates: readonly IsoDate[]): number {
  const gaps = dates.slice(1).map((date, i) => Math.round(daysBetween(dates[i] ?? date, date) / 7));
  return mostFrequent(gaps.filter((weeks) => weeks >= 1 && weeks <= MOST_WEEKS)) ?? 1;
}

/** The value that comes most often, of several the latest. */
function mostFrequent(values: readonly number[]): number | null {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const most = Math.max(...counts.values());
  return [...values].reverse().find((value) => counts.get(value) === most) ?? null;
}
