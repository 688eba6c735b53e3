import {
  addDays,
  holidayOn,
  isClosingDay,
  isIsoDate,
  isoWeekOf,
  partsOf,
  weekdayOf,
} from '../calendar/index.js';
import type { ClosingDay, IsoDate } from '../calendar/index.js';
import { allowed, refused } from '../outcome.js';
import type { Outcome } from '../outcome.js';

/** When a body meets: every so many weeks on a weekday, between two dates, both included. */
export interface MeetingRhythm {
  /** 1 Monday - 7 Sunday. */
  readonly weekday: number;
  /** 1 is every week, 2 every other; at most 52. */
  readonly everyWeeks: number;
  readonly from: IsoDate;
  /** At most three years after `from`. */
  readonly to: IsoDate;
  /** ISO weeks without meetings (1-53), in every year of the span, e.g. 7, 29, 30, 42. */
  readonly exceptWeeks: readonly number[];
}

/** A date the rhythm falls on that gets no meeting: why, and the holiday's Danish name where it is one. */
export interface SkippedDate {
  readonly date: IsoDate;
  readonly reason: 'excepted-week' | 'public-holiday' | 'closing-day';
  readonly name: string | null;
}

/** The dates of a series of meetings, and those passed over, both in order. */
export interface MeetingSeries {
  readonly dates: readonly IsoDate[];
  readonly skipped: readonly SkippedDate[];
}

const MOST_YEARS = 3;

/** The same day so many years later; for comparing, since 29 February may not exist then. */
function yearsLater(date: IsoDate, years: number): string {
  return `${partsOf(date).year + years}${date.slice(4)}`;
}

/**
 * The dates a rhythm gives, first the first such weekday on or after `from`; a date passed over does not shift the
 * ones after it, and a Saturday or Sunday that is asked for is given. Refusals: `rhythm-dates`, `rhythm-weekday`,
 * `rhythm-every-weeks`, `rhythm-except-weeks`, `rhythm-too-long`, `rhythm-hits-no-date`.
 */
export function seriesOf(rhythm: MeetingRhythm, closingDays: readonly ClosingDay[]): Outcome<MeetingSeries> {
  const checked = checkRhythm(rhythm);
  if (!checked.ok) return checked;
  const dates: IsoDate[] = [];
  const skipped: SkippedDate[] = [];
  const first = addDays(rhythm.from, (rhythm.weekday - weekdayOf(rhythm.from) + 7) % 7);
  for (let date = first; date <= rhythm.to; date = addDays(date, 7 * rhythm.everyWeeks)) {
    const passedOver = skip(date, rhythm.exceptWeeks, closingDays);
    if (passedOver === null) dates.push(date);
    else skipped.push(passedOver);
  }
  if (dates.length > 0) return allowed({ dates, skipped });
  return refused('rhythm-hits-no-date', 'A rhythm gives at least one meeting between its two dates.', {
    at: 'to',
  });
}

function skip(
  date: IsoDate,
  exceptWeeks: readonly number[],
  closingDays: readonly ClosingDay[],
): SkippedDate | null {
  if (exceptWeeks.includes(isoWeekOf(date).week)) return { date, reason: 'excepted-week', name: null };
  const holiday = holidayOn(date);
  if (holiday !== null) return { date, reason: 'public-holiday', name: holiday.name };
  return isClosingDay(date, closingDays) ? { date, reason: 'closing-day', name: null } : null;
}

function checkRhythm(rhythm: MeetingRhythm): Outcome<MeetingRhythm> {
  const { from, to, weekday, everyWeeks, exceptWeeks } = rhythm;
  if (!isIsoDate(from) || !isIsoDate(to) || to < from)
    return refused('rhythm-dates', 'A rhythm runs from one existing date to the same or a later one.', {
      at: isIsoDate(from) ? 'to' : 'from',
    });
  if (to > yearsLater(from, MOST_YEARS))
    return refused('rhythm-too-long', 'A rhythm runs for at most three years.', { at: 'to' });
  if (!isWithin(weekday, 1, 7))
    return refused('rhythm-weekday', 'The weekday of a rhythm is 1 (Monday) to 7 (Sunday).', {
      at: 'weekday',
    });
  if (!isWithin(everyWeeks, 1, 52))
    return refused('rhythm-every-weeks', 'A rhythm comes every 1 to 52 weeks.', { at: 'everyWeeks' });
  if (!exceptWeeks.every((week) => isWithin(week, 1, 53)))
    return refused('rhythm-except-weeks', 'Excepted weeks are ISO weeks from 1 to 53.', {
      at: 'exceptWeeks',
    });
  return allowed(rhythm);
}

function isWithin(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && value >= least && value <= most;
}

/**
 * The dates of a series to make, in order, where the body has no meeting yet. Refusals: `series-date-twice`,
 * `series-date-taken` (a second meeting on one day is planned by itself, knowingly); `at` says which.
 */
export function checkSeriesDates(
  dates: readonly IsoDate[],
  taken: ReadonlySet<IsoDate>,
): Outcome<readonly IsoDate[]> {
  const seen = new Set<IsoDate>();
  for (const [i, date] of dates.entries()) {
    const at = `dates[${i}]`;
    if (seen.has(date)) return refused('series-date-twice', 'A series names each date once.', { at });
    if (taken.has(date)) return refused('series-date-taken', `The body meets on ${date} already.`, { at });
    seen.add(date);
  }
  return allowed([...dates].sort());
}
