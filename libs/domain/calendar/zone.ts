import { addDays, lastDayOfMonth, weekdayOf } from './iso-date.js';
import type { IsoDate } from './iso-date.js';
import type { ClockTime } from './clock-time.js';

/** A moment as clocks in Denmark show it: date and time, no zone. */
export interface LocalMoment {
  readonly date: IsoDate;
  readonly time: ClockTime;
}

/** A moment in UTC as ISO 8601 with a `Z`, e.g. `2025-01-14T08:00:00.000Z`. */
export type UtcInstant = string;

const HOUR_MS = 3_600_000;

/** The moment summer time begins or ends: 01:00 UTC on the last Sunday of March or October. */
function changeOf(year: number, month: 3 | 10): number {
  const last = lastDayOfMonth(year, month);
  const sunday = addDays(last, -(weekdayOf(last) % 7));
  return Date.parse(`${sunday}T01:00:00Z`);
}

/** Hours ahead of UTC in Denmark at a moment: 2 in summer time, otherwise 1. */
function offsetHours(epochMs: number): 1 | 2 {
  const year = new Date(epochMs).getUTCFullYear();
  return epochMs >= changeOf(year, 3) && epochMs < changeOf(year, 10) ? 2 : 1;
}

/**
 * The UTC instant of a Danish wall clock (Europe/Copenhagen; summer time by directive 2000/84/EC, from 1996 on).
 * A time in the hour that is skipped in March (02:00-02:59) is read as the clock before the change had gone on: 02:30
 * is 03:30 summer time. A time in the hour that comes twice in October is the first of the two. A date or time that
 * does not exist throws a RangeError: check with `isIsoDate` and `isClockTime` first.
 */
export function utcOf(date: IsoDate, time: ClockTime): UtcInstant {
  const asIfUtc = Date.parse(`${date}T${time}:00Z`);
  const summer = asIfUtc - 2 * HOUR_MS;
  const isSummer = offsetHours(summer) === 2;
  return new Date(isSummer ? summer : asIfUtc - HOUR_MS).toISOString();
}

/**
 * The Danish wall clock at a UTC instant, seconds cut off (Europe/Copenhagen, from 1996 on). A text that is no instant
 * throws a RangeError.
 */
export function localOf(instant: UtcInstant): LocalMoment {
  const epochMs = Date.parse(instant);
  const local = new Date(epochMs + offsetHours(epochMs) * HOUR_MS).toISOString();
  return { date: local.slice(0, 10), time: local.slice(11, 16) };
}
