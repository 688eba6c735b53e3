import { fromMinutes, isClockTime, toMinutes } from '../calendar/index.js';
import type { ClockTime } from '../calendar/index.js';
import { allowed, refused } from '../outcome.js';
import type { Outcome } from '../outcome.js';
import type { AgendaPart } from './agenda-point.js';
import type { NumberedPoint } from './numbering.js';

/** The time of one point. All durations are minutes. */
export interface TimeSlot {
  readonly id: string;
  readonly part: AgendaPart;
  /** The minutes it takes; null for a point without time. */
  readonly minutes: number | null;
  readonly from: ClockTime | null;
  /** Null for a point that only has a fixed start. */
  readonly to: ClockTime | null;
  /** Minutes of waiting before its fixed start; 0 when there is none. */
  readonly wait: number;
  /** Minutes its fixed start lies before the end of what comes before it; 0 when it does not. */
  readonly overlap: number;
}

/** The times of an agenda. All durations are minutes. */
export interface Timetable {
  /** One per point, in the order of the agenda. */
  readonly slots: readonly TimeSlot[];
  readonly start: ClockTime;
  /** When the points end by the minutes typed; the start when no point has time. */
  readonly ends: ClockTime;
  /** The sum of the points' minutes, without waiting. */
  readonly minutes: number;
  /** The booked end; null when the meeting has none. */
  readonly bookedEnd: ClockTime | null;
  /** Minutes left before the booked end; 0 when it is reached or overrun, null without a booked end. */
  readonly slack: number | null;
  /** Minutes past the booked end; 0 when it holds, null without a booked end. */
  readonly overrun: number | null;
  /** The ids of active points that ought to have minutes and have none: neither written information nor parents. */
  readonly withoutTime: readonly string[];
}

const DAY = 1440;

/**
 * The refusal of minutes that are not a whole number (`minutes-not-whole`) or not 0-1,440 (`minutes-out-of-range`);
 * null, for a point without time, is allowed.
 */
export function checkMinutes(minutes: number | null, at = 'minutes'): Outcome<number | null> {
  if (minutes === null) return allowed(null);
  if (!Number.isInteger(minutes))
    return refused('minutes-not-whole', 'The time of a point is a whole number of minutes.', { at });
  if (minutes < 0 || minutes > DAY)
    return refused('minutes-out-of-range', 'The time of a point is 0 to 1,440 minutes.', { at });
  return allowed(minutes);
}

/** A time of the meeting as minutes from midnight of its first day; after midnight when the meeting runs past it. */
function onTimeline(time: ClockTime, start: number, pastMidnight: boolean): number {
  const minutes = toMinutes(time);
  return pastMidnight && minutes < start ? minutes + DAY : minutes;
}

/** Points that take up time: not withdrawn, and not written information. */
function takesTime({ point, withdrawn }: NumberedPoint): boolean {
  return !withdrawn && point.type !== 'written-information';
}

function firstFault(
  agenda: readonly NumberedPoint[],
  start: ClockTime,
  end: ClockTime | null,
): Outcome<null> {
  for (const [at, time] of [
    ['start', start],
    ['end', end],
  ] as const) {
    if (time !== null && !isClockTime(time))
      return refused('not-a-clock-time', 'A time of day is HH:MM, 00:00 to 23:59.', { at });
  }
  for (const [index, entry] of agenda.entries()) {
    const { minutes, fixedStart } = entry.point;
    const checked = checkMinutes(minutes, `points[${index}].minutes`);
    if (!checked.ok) return checked;
    if (fixedStart !== null && takesTime(entry) && !isClockTime(fixedStart))
      return refused('not-a-clock-time', 'A time of day is HH:MM, 00:00 to 23:59.', {
        at: `points[${index}].fixedStart`,
      });
  }
  return allowed(null);
}

const runsPastMidnight = (start: ClockTime, end: ClockTime | null): boolean => end !== null && end <= start;

/**
 * Refuses fixed starts that contradict the order of the points (`fixed-start-before-previous-point`): asked of a change to an
 * agenda. The times of one that became so by another way, such as a later end of the meeting, are worked out all the same.
 */
export function checkFixedStarts(
  agenda: readonly NumberedPoint[],
  start: ClockTime | null,
  end: ClockTime | null,
): Outcome<null> {
  const from = start ?? '00:00';
  const pastMidnight = start !== null && runsPastMidnight(start, end);
  let previous = 0;
  for (const [index, entry] of agenda.entries()) {
    const { fixedStart } = entry.point;
    if (fixedStart === null || !takesTime(entry)) continue;
    const fixed = onTimeline(fixedStart, toMinutes(from), pastMidnight);
    if (fixed < previous)
      return refused(
        'fixed-start-before-previous-point',
        'A fixed start cannot lie before the fixed start of a point that stands before it.',
        { at: `points[${index}].fixedStart`, liftedBy: 'secretariat' },
      );
    previous = fixed;
  }
  return allowed(null);
}

/** A slot while it is being worked out, in minutes from midnight. */
interface Span {
  readonly minutes: number | null;
  readonly from: number | null;
  readonly to: number | null;
  readonly wait: number;
  readonly overlap: number;
}

const NO_TIME: Span = { minutes: null, from: null, to: null, wait: 0, overlap: 0 };

/** Places one point without sub-points at the running time `now`. */
function place(minutes: number | null, fixed: number | null, now: number): Span {
  const length = minutes === 0 ? null : minutes;
  if (length === null && fixed === null) return NO_TIME;
  const from = fixed ?? now;
  const to = length === null ? null : from + length;
  return { minutes: length, from, to, wait: Math.max(0, from - now), overlap: Math.max(0, now - from) };
}

/** A parent spans its sub-points and takes the sum of their minutes. */
function around(spans: readonly Span[]): Span {
  const timed = spans.filter((span) => span.minutes !== null);
  const starts = spans.flatMap((span) => span.from ?? []);
  const ends = spans.flatMap((span) => span.to ?? []);
  return {
    minutes: timed.length === 0 ? null : timed.reduce((sum, span) => sum + (span.minutes ?? 0), 0),
    from: starts.length === 0 ? null : Math.min(...starts),
    to: ends.length === 0 ? null : Math.max(...ends),
    wait: spans[0]?.wait ?? 0,
    overlap: spans[0]?.overlap ?? 0,
  };
}

/** The sub-points that are still on, by the id of the parent they stand under. */
function activeSubPoints(agenda: readonly NumberedPoint[]): ReadonlyMap<string, readonly NumberedPoint[]> {
  const subPoints = new Map<string, NumberedPoint[]>();
  for (const entry of agenda) {
    if (entry.parentId === null || entry.withdrawn) continue;
    const siblings = subPoints.get(entry.parentId);
    if (siblings) siblings.push(entry);
    else subPoints.set(entry.parentId, [entry]);
  }
  return subPoints;
}

/** The running time through an agenda. */
class RunningTime {
  readonly spans = new Map<string, Span>();
  minutes = 0;

  constructor(
    public now: number,
    private readonly fixedOf: (time: ClockTime) => number,
  ) {}

  /** Places a point without sub-points and moves on to its end. */
  take(entry: NumberedPoint, fixedStart: ClockTime | null): Span {
    if (!takesTime(entry)) return this.keep(entry, NO_TIME);
    const fixed = fixedStart === null ? null : this.fixedOf(fixedStart);
    const span = place(entry.point.minutes, fixed, this.now);
    this.now = Math.max(this.now, span.to ?? span.from ?? this.now);
    this.minutes += span.minutes ?? 0;
    return this.keep(entry, span);
  }

  keep(entry: NumberedPoint, span: Span): Span {
    this.spans.set(entry.point.id, span);
    return span;
  }
}

function run(agenda: readonly NumberedPoint[], running: RunningTime): void {
  const subPoints = activeSubPoints(agenda);
  for (const entry of agenda) {
    if (entry.parentId !== null) continue;
    const subs = subPoints.get(entry.point.id) ?? [];
    if (subs.length === 0) {
      running.take(entry, entry.point.fixedStart);
      continue;
    }
    const inherited = entry.point.fixedStart;
    const first = subs.findIndex(takesTime);
    const spans = subs.map((sub, i) =>
      running.take(sub, sub.point.fixedStart ?? (i === first ? inherited : null)),
    );
    running.keep(entry, around(spans.filter((_, i) => i >= first)));
  }
}

function slotOf(entry: NumberedPoint, span: Span): TimeSlot {
  const clock = (minutes: number | null): ClockTime | null =>
    minutes === null ? null : fromMinutes(minutes);
  const { minutes, wait, overlap } = span;
  const { part } = entry;
  return { id: entry.point.id, part, minutes, from: clock(span.from), to: clock(span.to), wait, overlap };
}

/**
 * The clock times of an agenda in order, from the minutes typed (PRODUCT.md, Times). A fixed start after the running
 * time leaves a wait, one before it an overlap; both are stated, as are slack and overrun against the booked end, and
 * none refuses. A parent takes the sum of its active sub-points and spans them; written information, withdrawn points
 * and points with no minutes (or 0) take none. The closed part follows the main part, so the times of the main part
 * never depend on it. An end at or before the start lies on the next day.
 *
 * Refusals: `minutes-not-whole`, `minutes-out-of-range`, `not-a-clock-time`.
 */
export function timetable(
  agenda: readonly NumberedPoint[],
  start: ClockTime,
  end: ClockTime | null,
): Outcome<Timetable> {
  const fault = firstFault(agenda, start, end);
  if (!fault.ok) return fault;
  const from = toMinutes(start);
  const pastMidnight = runsPastMidnight(start, end);
  const running = new RunningTime(from, (time) => onTimeline(time, from, pastMidnight));
  run(agenda, running);
  const slots = agenda.map((entry) => slotOf(entry, running.spans.get(entry.point.id) ?? NO_TIME));
  const left = end === null ? null : toMinutes(end) + (pastMidnight ? DAY : 0) - running.now;
  const parents = new Set(activeSubPoints(agenda).keys());
  const untimed = (entry: NumberedPoint): boolean =>
    takesTime(entry) && !parents.has(entry.point.id) && running.spans.get(entry.point.id)?.minutes == null;
  return allowed({
    slots,
    start,
    ends: fromMinutes(running.now),
    minutes: running.minutes,
    bookedEnd: end,
    slack: left === null ? null : Math.max(0, left),
    overrun: left === null ? null : Math.max(0, -left),
    withoutTime: agenda.filter(untimed).map((entry) => entry.point.id),
  });
}
