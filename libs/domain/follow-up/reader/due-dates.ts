import {
  addDays,
  addWorkingDays,
  dateInIsoWeek,
  DEFAULT_CLOSING_DAYS,
  isoDate,
  isoWeekOf,
  lastDayOfMonth,
  monthNumber,
  partsOf,
  weekdayOf,
  WEEKDAYS,
} from '../../calendar/index.js';
import type { IsoDate } from '../../calendar/index.js';
import type { DueKind, ReadingContext } from '../reading.js';

/** What a due phrase fixes. */
export interface DueValue {
  readonly kind: Exclude<DueKind, 'none'>;
  readonly date: IsoDate | null;
  /** Names one day (and not a week, a month or an occasion). */
  readonly isDay: boolean;
}

/** A fixed date (null when it cannot be worked out); `isDay` unless it is the end of a longer time. */
export const firm = (date: IsoDate | null, isDay = true): DueValue => ({ kind: 'firm', date, isDay });
/** A vague period: proposed, without a date. */
export const vague = (): DueValue => ({ kind: 'proposed', date: null, isDay: false });
/** It depends on something else. */
export const event = (): DueValue => ({ kind: 'event', date: null, isDay: false });
/** A routine. */
export const recurring = (): DueValue => ({ kind: 'recurring', date: null, isDay: false });

export const NUMBERS: Readonly<Record<string, number>> = {
  en: 1, et: 1, én: 1, ét: 1, to: 2, tre: 3, fire: 4, fem: 5, seks: 6, syv: 7, otte: 8, ni: 9, ti: 10, elleve: 11, tolv: 12, fjorten: 14,
}; // prettier-ignore
/** A day and month without a year lies in the meeting's year, or the next when it would be before the meeting. */
function dayAfterMeeting(context: ReadingContext, month: number, day: number): IsoDate | null {
  if (context.meetingDate === null) return null;
  const { year } = partsOf(context.meetingDate);
  const sameYear = isoDate(year, month, day);
  return sameYear !== null && sameYear >= context.meetingDate ? sameYear : isoDate(year + 1, month, day);
}

/** A day and month as written, with or without a year; null when no such day exists or it lies before the meeting. */
export function namedDay(
  context: ReadingContext,
  day: number,
  month: number | null,
  writtenYear: string | undefined,
): DueValue | null {
  if (month === null) return null;
  if (writtenYear === undefined)
    return isoDate(2024, month, day) === null ? null : firm(dayAfterMeeting(context, month, day));
  const date = isoDate(Number(writtenYear) + (writtenYear.length === 2 ? 2000 : 0), month, day);
  if (date === null || (context.meetingDate !== null && date < context.meetingDate)) return null;
  return firm(date);
}

/** The year a month lies in, counted from the meeting: this year's, or next year's when it is over. */
function yearOfMonth(context: ReadingContext, month: number, written: string | undefined): number | null {
  if (written !== undefined) return Number(written);
  if (context.meetingDate === null) return null;
  const { year, month: now } = partsOf(context.meetingDate);
  return month < now ? year + 1 : year;
}

/** A fixed day (or the last) of a named month. */
export function dayOfMonth(
  context: ReadingContext,
  name: string,
  written: string | undefined,
  day: number | 'last',
): DueValue | null {
  const month = monthNumber(name);
  if (month === null) return null;
  const year = yearOfMonth(context, month, written);
  if (year === null) return firm(null);
  return firm(day === 'last' ? lastDayOfMonth(year, month) : isoDate(year, month, day));
}

const fridayOf = (date: IsoDate): IsoDate => addDays(date, 5 - weekdayOf(date));

/** A weekday (1 Monday - 7 Sunday) of an ISO week; a week before the meeting's is next year's. */
export function fridayOfWeek(
  context: ReadingContext,
  week: number,
  written: string | undefined,
  weekday: number,
): DueValue {
  if (context.meetingDate === null && written === undefined) return firm(null, false);
  const now = isoWeekOf(context.meetingDate ?? `${written ?? ''}-01-04`);
  const year = written === undefined ? now.year + (week < now.week ? 1 : 0) : Number(written);
  return firm(dateInIsoWeek(year, week, weekday), weekday !== 5);
}

/** The first such weekday after the meeting. */
export function nextWeekday(context: ReadingContext, name: string): DueValue {
  const wanted = WEEKDAYS.findIndex((weekday) => weekday === name.toLowerCase()) + 1;
  if (context.meetingDate === null || wanted === 0) return firm(null);
  return firm(addDays(context.meetingDate, ((wanted - weekdayOf(context.meetingDate) + 6) % 7) + 1));
}

/** The number a written count names (`tre`, `14`); NaN when it names none. */
export const countOf = (text: string | undefined): number =>
  NUMBERS[(text ?? '').toLowerCase()] ?? Number(text);

function addMonths(date: IsoDate, months: number): IsoDate {
  const { year, month, day } = partsOf(date);
  const zero = year * 12 + month - 1 + months;
  const target = { year: Math.floor(zero / 12), month: (zero % 12) + 1 };
  return isoDate(target.year, target.month, day) ?? lastDayOfMonth(target.year, target.month);
}

/** `inden for tre uger`: the meeting and that much. */
export function span(context: ReadingContext, count: number, unit: string): DueValue {
  const from = context.meetingDate;
  if (from === null || !Number.isFinite(count)) return firm(null, false);
  if (/^(?:hver|arbejds)dag/.test(unit))
    return firm(addWorkingDays(from, count, DEFAULT_CLOSING_DAYS), false);
  if (unit.startsWith('dag')) return firm(addDays(from, count), false);
  if (unit.startsWith('ug')) return firm(addDays(from, 7 * count), false);
  return firm(addMonths(from, unit.startsWith('år') ? 12 * count : count), false);
}

/** The last day of a quarter (1-4), the running one when none is given. */
export function quarterEnd(context: ReadingContext, quarter: string | undefined): DueValue {
  if (context.meetingDate === null) return firm(null);
  const { year, month } = partsOf(context.meetingDate);
  const current = Math.floor((month - 1) / 3) + 1;
  const wanted = quarter === undefined ? current : Number(quarter);
  if (wanted < 1 || wanted > 4) return firm(null);
  return firm(lastDayOfMonth(wanted < current ? year + 1 : year, wanted * 3));
}

/** The last day of what is running: `måneden`, `året`, `ugen`, `kvartalet`. */
export function endOf(context: ReadingContext, period: string): DueValue {
  const from = context.meetingDate;
  if (from === null) return firm(null);
  const { year, month } = partsOf(from);
  if (period.includes('uge')) return firm(fridayOf(period.includes('næste') ? addDays(from, 7) : from));
  if (period.includes('kvartal')) return quarterEnd(context, undefined);
  if (period.includes('måned')) {
    const next = addMonths(`${from.slice(0, 7)}-01`, 1);
    return firm(
      period.includes('næste')
        ? lastDayOfMonth(partsOf(next).year, partsOf(next).month)
        : lastDayOfMonth(year, month),
    );
  }
  return firm(`${period.includes('næste') ? year + 1 : year}-12-31`);
}

/** The body's next meeting; an occasion when its date is not known. */
export const nextMeeting = (context: ReadingContext): DueValue =>
  context.nextMeetingDate === null ? event() : firm(context.nextMeetingDate);
