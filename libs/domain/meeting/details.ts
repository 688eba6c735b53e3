import { isClockTime, isIsoDate, toMinutes } from '../calendar/index.js';
import type { ClockTime, IsoDate } from '../calendar/index.js';
import { allowed, refused } from '../outcome.js';
import type { Outcome } from '../outcome.js';

/** The kinds of meeting (PRODUCT.md, "Meeting"). */
export const MEETING_KINDS = ['ordinary', 'extraordinary'] as const;
export type MeetingKind = (typeof MEETING_KINDS)[number];

/** When a meeting is: a date, and start and end as local Danish clock times; what is not fixed is null. */
export interface MeetingTimes {
  readonly date: IsoDate | null;
  readonly start: ClockTime | null;
  readonly end: ClockTime | null;
}

/**
 * Checks when a meeting is. Refusals: `date-does-not-exist`, `time-does-not-exist`, `end-without-start`,
 * `end-not-after-start` (a meeting ends the day it begins). What is null is not checked.
 */
export function checkTimes<T extends MeetingTimes>(times: T): Outcome<T> {
  const { date, start, end } = times;
  if (date !== null && !isIsoDate(date))
    return refused('date-does-not-exist', 'The date of a meeting exists in the calendar.', { at: 'date' });
  for (const [at, time] of [
    ['start', start],
    ['end', end],
  ] as const) {
    if (time !== null && !isClockTime(time))
      return refused('time-does-not-exist', `The ${at} of a meeting is a clock time from 00:00 to 23:59.`, {
        at,
      });
  }
  if (end === null) return allowed(times);
  if (start === null)
    return refused('end-without-start', 'A meeting with an end has a start.', { at: 'start' });
  if (toMinutes(end) <= toMinutes(start))
    return refused('end-not-after-start', 'A meeting ends after its start, on the same day.', { at: 'end' });
  return allowed(times);
}
