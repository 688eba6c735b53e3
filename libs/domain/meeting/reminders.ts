import { addWorkingDays } from '../calendar/index.js';
import type { ClosingDay, IsoDate, LocalMoment } from '../calendar/index.js';
import { deadlinesOf, hasPassed } from './deadlines.js';
import type { Deadline, DeadlineKind, DeadlineRules } from './deadlines.js';

/** The secretariat is reminded so many hverdage before a deadline. */
const REMINDED_BEFORE = 1;

/** A meeting whose agenda is not out, as far as reminding of its deadlines asks. */
export interface RemindedMeeting {
  readonly date: IsoDate;
  readonly rules: DeadlineRules;
  /** The kinds of deadline that somebody still has to do something for. */
  readonly unmet: readonly DeadlineKind[];
  /** What was reminded of already: a meeting that moves has other deadlines, and is reminded of those. */
  readonly reminded: readonly Deadline[];
}

/**
 * The deadlines of a meeting to remind of at a local moment, in the order of `DEADLINE_KINDS`: from one hverdag before each
 * (PRODUCT.md, rule 7), at the time of day of the deadline, until it has passed; those that are met, and those reminded of
 * already, are left out.
 */
export function remindersDue(
  { date, rules, unmet, reminded }: RemindedMeeting,
  now: LocalMoment,
  closingDays: readonly ClosingDay[],
): readonly Deadline[] {
  return deadlinesOf(rules, date, closingDays).filter((deadline) => {
    if (!unmet.includes(deadline.kind) || hasPassed(deadline, now)) return false;
    if (reminded.some((other) => isSame(other, deadline))) return false;
    return !isBefore(now, reminderOf(deadline, closingDays));
  });
}

/**
 * Whether a deadline that was reminded of is still to be heard of at a local moment: the meeting still has it, something is
 * still missing for it, and it has not passed.
 */
export function isStillOwing(
  { date, rules, unmet }: Omit<RemindedMeeting, 'reminded'>,
  deadline: Deadline,
  now: LocalMoment,
  closingDays: readonly ClosingDay[],
): boolean {
  if (!unmet.includes(deadline.kind) || hasPassed(deadline, now)) return false;
  return deadlinesOf(rules, date, closingDays).some((standing) => isSame(standing, deadline));
}

/** When the secretariat is reminded of a deadline: one hverdag before it, at the same time of day, as a local moment. */
export function reminderOf(deadline: LocalMoment, closingDays: readonly ClosingDay[]): LocalMoment {
  return { date: addWorkingDays(deadline.date, -REMINDED_BEFORE, closingDays), time: deadline.time };
}

function isSame(one: Deadline, other: Deadline): boolean {
  return one.kind === other.kind && one.date === other.date && one.time === other.time;
}

function isBefore(one: LocalMoment, other: LocalMoment): boolean {
  return one.date === other.date ? one.time < other.time : one.date < other.date;
}
