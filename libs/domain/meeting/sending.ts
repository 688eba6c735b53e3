import { checkLateReason } from './deadlines.js';
import { checkTimes } from './details.js';
import { pointsToTreat } from './facts.js';
import type { MeetingFacts, MeetingPointFacts } from './facts.js';
import { isApproved, leftoversIn } from '../indstilling/index.js';
import type { Refusal } from '../outcome.js';

/** What stands out in an agenda about to be sent: a stable code, one English sentence, and where. */
export interface AgendaWarning {
  readonly code: string;
  readonly rule: string;
  readonly at?: string;
}

/** The texts of one point, plain. */
export interface PointTexts {
  readonly id: string;
  readonly texts: readonly string[];
}

/** Refusals stop the sending; warnings are shown and do not. */
export interface SendingCheck {
  readonly refusals: readonly Refusal[];
  readonly warnings: readonly AgendaWarning[];
}

/**
 * Checks an agenda before it is sent, all findings at once.
 * Refusals: `meeting-date-missing`, `meeting-start-missing`, those of `checkTimes`, `agenda-empty`,
 * `point-title-missing`, `late-reason-required`, `indstilling-withdrawn`. Warnings: `meeting-end-missing`, `meeting-place-missing`,
 * `point-without-minutes`, `indstilling-not-approved`, `withdrawn-before-sending` (a first sending prints "Punktet
 * udgår" for a point nobody has seen). Times that do not add up warn elsewhere, in the timetable.
 */
export function checkSending(facts: MeetingFacts, sending: 'first' | 'correction'): SendingCheck {
  const treated = new Set(pointsToTreat(facts.points));
  return {
    refusals: [
      ...meetingRefusals(facts, treated.size),
      ...facts.points.flatMap((point, index) => pointRefusals(point, index)),
      ...facts.points.flatMap((point, index) => (treated.has(point) ? treatedRefusals(point, index) : [])),
    ],
    warnings: [
      ...meetingWarnings(facts),
      ...facts.points.flatMap((point, index) => [
        ...(treated.has(point) ? treatedWarnings(point, index) : []),
        ...(sending === 'first' && point.withdrawn ? [withdrawnWarning(index)] : []),
      ]),
    ],
  };
}

function meetingRefusals(facts: MeetingFacts, treated: number): readonly Refusal[] {
  const refusals: Refusal[] = [];
  if (facts.date === null)
    refusals.push({
      code: 'meeting-date-missing',
      rule: 'An agenda is sent for a meeting with a date.',
      at: 'date',
      liftedBy: 'secretariat',
    });
  if (facts.start === null)
    refusals.push({
      code: 'meeting-start-missing',
      rule: 'An agenda is sent for a meeting with a start time.',
      at: 'start',
      liftedBy: 'secretariat',
    });
  const times = checkTimes(facts);
  if (!times.ok) refusals.push(times.refusal);
  if (treated === 0)
    refusals.push({
      code: 'agenda-empty',
      rule: 'An agenda is sent with at least one point that is not withdrawn.',
      at: 'points',
      liftedBy: 'secretariat',
    });
  return refusals;
}

function pointRefusals(point: MeetingPointFacts, index: number): readonly Refusal[] {
  const refusals: Refusal[] = [];
  if (point.title.trim() === '')
    refusals.push({
      code: 'point-title-missing',
      rule: 'Every point of an agenda that is sent has a title.',
      at: `points[${index}].title`,
      liftedBy: 'secretariat',
    });
  const reason = checkLateReason({ late: point.late, reason: point.lateReason });
  if (!reason.ok) refusals.push({ ...reason.refusal, at: `points[${index}].lateReason` });
  return refusals;
}

/** A text that its author has taken back is not released by the agenda it once was placed on. */
function treatedRefusals(point: MeetingPointFacts, index: number): readonly Refusal[] {
  if (point.indstilling !== 'withdrawn') return [];
  return [
    {
      code: 'indstilling-withdrawn',
      rule: 'The indstilling of the point was withdrawn: the point is withdrawn too, or goes without it.',
      at: `points[${index}].indstilling`,
      liftedBy: 'secretariat',
    },
  ];
}

function meetingWarnings(facts: MeetingFacts): readonly AgendaWarning[] {
  const warnings: AgendaWarning[] = [];
  if (facts.end === null)
    warnings.push({ code: 'meeting-end-missing', rule: 'The meeting has no end time.', at: 'end' });
  if ((facts.place ?? '').trim() === '')
    warnings.push({ code: 'meeting-place-missing', rule: 'The meeting has no place.', at: 'place' });
  return warnings;
}

function treatedWarnings(point: MeetingPointFacts, index: number): readonly AgendaWarning[] {
  const warnings: AgendaWarning[] = [];
  if (point.minutes === null && point.type !== 'written-information')
    warnings.push({
      code: 'point-without-minutes',
      rule: 'The point has no minutes of time.',
      at: `points[${index}].minutes`,
    });
  const { indstilling } = point;
  if (indstilling !== null && indstilling !== 'withdrawn' && !isApproved(indstilling))
    warnings.push({
      code: 'indstilling-not-approved',
      rule: 'The indstilling of the point is not approved.',
      at: `points[${index}].indstilling`,
    });
  return warnings;
}

function withdrawnWarning(index: number): AgendaWarning {
  return {
    code: 'withdrawn-before-sending',
    rule: 'The point was withdrawn before anybody saw it and is printed as "Punktet udgår".',
    at: `points[${index}].withdrawn`,
  };
}

/**
 * Refuses what is left over of a template in the texts of points, once for each point (`placeholder-left`, PRODUCT.md,
 * "Indstilling": `[...]`, `HUSK`, `xx`, `at ...`). `at` is `points.<id>`.
 */
export function leftoverRefusals(points: readonly PointTexts[]): readonly Refusal[] {
  return points
    .filter(({ texts }) => texts.some((text) => leftoversIn(text).length > 0))
    .map(({ id }) => ({
      code: 'placeholder-left',
      rule: 'Something is left over of a template in the texts of the point.',
      at: `points.${id}`,
      liftedBy: 'secretariat',
    }));
}
