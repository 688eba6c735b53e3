import type { ClockTime, IsoDate, LocalMoment } from '../calendar/index.js';
import type { OutcomeCode } from '../decision/index.js';
import type { IndstillingAction, IndstillingState } from './workflow.js';

/** What happened to a case, in the order in which it usually does. */
export const COURSE_KINDS = [
  'submitted',
  'returned',
  'approved',
  'rejected',
  'withdrawn',
  'on-agenda',
  'moved',
  'cancelled',
  'removed',
  'deferred',
  'referred',
  'decided',
] as const;
export type CourseKind = (typeof COURSE_KINDS)[number];

/** A point that the case was, or is, on the agenda with. */
export interface CoursePoint {
  readonly id: string;
  /** The day of its meeting, and when that begins where it is known. */
  readonly date: IsoDate;
  readonly start: ClockTime | null;
  /** Its meeting was cancelled. */
  readonly cancelled: boolean;
  /** It left the agenda of the meeting for that of another. */
  readonly moved: boolean;
  readonly withdrawn: boolean;
  /** What was decided on it; null where nothing was, and outcome null where it was put in no code. */
  readonly decision: { readonly outcome: OutcomeCode | null } | null;
}

/** A step that an indstilling of the case took. */
export interface CourseStep {
  readonly id: string;
  readonly at: LocalMoment;
  readonly action: IndstillingAction;
  readonly to: IndstillingState;
}

/** One thing that happened to a case: at a meeting, or to an indstilling of it. */
export type CourseEntry<Point extends CoursePoint, Step extends CourseStep> =
  | { readonly kind: CourseKind; readonly date: IsoDate; readonly point: Point; readonly step: null }
  | { readonly kind: CourseKind; readonly date: IsoDate; readonly point: null; readonly step: Step };

/** The course of a case (sagens forløb), the first thing first. */
export interface Course<Point extends CoursePoint, Step extends CourseStep> {
  readonly entries: readonly CourseEntry<Point, Step>[];
  /** There were others before them. */
  readonly more: boolean;
}

/**
 * What tells a case: its number, however it is spaced, hyphenated or capitalised (`EMN-2024-034734`, `emn 2024 - 034734`).
 * Null where there is no number: such a case is nothing but the indstilling itself.
 */
export function caseKey(caseNumber: string | null): string | null {
  const key = (caseNumber ?? '')
    .replace(/[\s\u2010-\u2015-]+/gu, '-')
    .replace(/^-|-$/g, '')
    .toUpperCase();
  return key === '' ? null : key;
}

/** What became of a point at its meeting: what was decided counts, before that it never came to that. */
function kindOfPoint({ cancelled, moved, withdrawn, decision }: CoursePoint): CourseKind {
  if (moved) return 'moved';
  switch (decision?.outcome) {
    case 'deferred':
    case 'referred':
    case 'removed':
      return decision.outcome;
    default:
  }
  if (decision !== null) return 'decided';
  if (cancelled) return 'cancelled';
  return withdrawn ? 'removed' : 'on-agenda';
}

/**
 * What a step of an indstilling tells of its case; null for those that change nothing for it: on its way from one to the next,
 * or told by the meetings themselves.
 */
function kindOfStep({ action, to }: CourseStep): CourseKind | null {
  switch (action) {
    case 'submit':
      return 'submitted';
    case 'return':
      return 'returned';
    case 'reject':
      return 'rejected';
    case 'withdraw':
      return 'withdrawn';
    case 'approve':
      return to === 'approved' ? 'approved' : null;
    default:
      return null;
  }
}

/** The actions of the steps that a course is told from. */
export const COURSE_ACTIONS: readonly IndstillingAction[] = [
  'submit',
  'return',
  'reject',
  'withdraw',
  'approve',
];

/** Meetings that nobody knows the hour of come after what was done on their day. */
const END_OF_DAY = '24:00';

/**
 * The course of a case across bodies and years, from the points it was on and the steps of its indstillinger, in the order of
 * time; of more than `most` things the newest.
 */
export function courseOf<Point extends CoursePoint, Step extends CourseStep>(
  points: readonly Point[],
  steps: readonly Step[],
  most: number,
): Course<Point, Step> {
  const ofPoints = points.map((point) => ({
    when: `${point.date} ${point.start ?? END_OF_DAY}`,
    entry: { kind: kindOfPoint(point), date: point.date, point, step: null },
  }));
  const ofSteps = steps.flatMap((step) => {
    const kind = kindOfStep(step);
    const { date, time } = step.at;
    return kind === null ? [] : [{ when: `${date} ${time}`, entry: { kind, date, point: null, step } }];
  });
  // Sorting keeps what is of one moment as it was given: the steps in theirs, the points in that of the agenda.
  const all = [...ofSteps, ...ofPoints].sort((a, b) => (a.when < b.when ? -1 : a.when > b.when ? 1 : 0));
  return { entries: all.slice(-most).map(({ entry }) => entry), more: all.length > most };
}
