import { addWorkingDays, isClockTime } from '../calendar/index.js';
import type { ClockTime, ClosingDay, IsoDate, LocalMoment } from '../calendar/index.js';
import { allowed, refused } from '../outcome.js';
import type { Outcome } from '../outcome.js';

/** What a body sets deadlines for: indstillinger handed in, other material handed in, the agenda sent out. */
export const DEADLINE_KINDS = ['indstillinger', 'material', 'agenda'] as const;
export type DeadlineKind = (typeof DEADLINE_KINDS)[number];

/** A deadline before a meeting: so many hverdage before its date, at a local clock time. */
export interface DeadlineRule {
  /** Hverdage before the meeting's date, 0-60; 0 is the day of the meeting. */
  readonly workingDaysBefore: number;
  readonly time: ClockTime;
}

/** The deadlines of a body; one that is absent is not kept. */
export type DeadlineRules = Readonly<Partial<Record<DeadlineKind, DeadlineRule>>>;

/** A deadline of one meeting, as a local Danish date and time. */
export interface Deadline extends LocalMoment {
  readonly kind: DeadlineKind;
}

const MOST_WORKING_DAYS = 60;

/**
 * Checks the deadlines of a body. Refusals: `deadline-days` (not a whole number from 0 to 60), `deadline-time`,
 * `deadline-after-agenda` (something is to be handed in after the agenda has gone out).
 */
export function checkDeadlineRules(rules: DeadlineRules): Outcome<DeadlineRules> {
  for (const kind of DEADLINE_KINDS) {
    const rule = rules[kind];
    if (rule === undefined) continue;
    const { workingDaysBefore: days, time } = rule;
    if (!Number.isInteger(days) || days < 0 || days > MOST_WORKING_DAYS)
      return refused(
        'deadline-days',
        'A deadline is a whole number of hverdage, 0 to 60, before the meeting.',
        {
          at: `${kind}.workingDaysBefore`,
        },
      );
    if (!isClockTime(time))
      return refused('deadline-time', 'A deadline has a clock time from 00:00 to 23:59.', {
        at: `${kind}.time`,
      });
  }
  const late = (['indstillinger', 'material'] as const).find((kind) => isAfter(rules[kind], rules.agenda));
  if (late === undefined) return allowed(rules);
  return refused(
    'deadline-after-agenda',
    'What goes into an agenda is handed in before the agenda goes out.',
    {
      at: late,
    },
  );
}

function isAfter(rule: DeadlineRule | undefined, agenda: DeadlineRule | undefined): boolean {
  if (rule === undefined || agenda === undefined) return false;
  if (rule.workingDaysBefore !== agenda.workingDaysBefore)
    return rule.workingDaysBefore < agenda.workingDaysBefore;
  return rule.time > agenda.time;
}

/** When a deadline falls for a meeting on a date, counted back in hverdage (PRODUCT.md, rule 7). */
export function deadlineOf(
  rule: DeadlineRule,
  meetingDate: IsoDate,
  closingDays: readonly ClosingDay[],
): LocalMoment {
  return { date: addWorkingDays(meetingDate, -rule.workingDaysBefore, closingDays), time: rule.time };
}

/** The deadlines of a meeting, in the order of `DEADLINE_KINDS`; kinds the body sets no rule for are left out. */
export function deadlinesOf(
  rules: DeadlineRules,
  meetingDate: IsoDate,
  closingDays: readonly ClosingDay[],
): readonly Deadline[] {
  return DEADLINE_KINDS.flatMap((kind) => {
    const rule = rules[kind];
    return rule === undefined ? [] : [{ kind, ...deadlineOf(rule, meetingDate, closingDays) }];
  });
}

/** Tells whether a deadline has passed at a local moment; the minute of the deadline itself is in time. */
export function hasPassed(deadline: LocalMoment, now: LocalMoment): boolean {
  return now.date === deadline.date ? now.time > deadline.time : now.date > deadline.date;
}

/**
 * The reason printed with a point, trimmed: required when the point is late, or when it came after the deadline, and
 * null when there is none (PRODUCT.md, rule 7). Refusal: `late-reason-required`, lifted by the secretariat.
 */
export function checkLateReason(point: {
  readonly late: boolean;
  readonly reason: string | null;
}): Outcome<string | null> {
  const reason = (point.reason ?? '').trim();
  if (reason !== '') return allowed(reason);
  if (!point.late) return allowed(null);
  return refused('late-reason-required', 'A late point carries the reason that is printed with it.', {
    at: 'lateReason',
    liftedBy: 'secretariat',
  });
}
