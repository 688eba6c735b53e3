import { areLocked } from '../minutes/index.js';
import { refused } from '../outcome.js';
import type { Outcome } from '../outcome.js';
import { nextState } from '../workflow.js';
import type { Workflow } from '../workflow.js';
import { pointsWithoutOutcome } from './facts.js';
import type { MeetingFacts } from './facts.js';
import { checkSending } from './sending.js';

/** The states of a meeting, in order; `cancelled` stands beside them (PRODUCT.md, "Meeting"). */
export const MEETING_STATES = [
  'planned',
  'drafting',
  'sent',
  'in-session',
  'held',
  'closed',
  'cancelled',
] as const;
export type MeetingState = (typeof MEETING_STATES)[number];

/** What can be done to a meeting as a whole; `end` leads to `held`, `send-correction` sends a new version. */
export const MEETING_ACTIONS = [
  'draft',
  'send',
  'send-correction',
  'start',
  'end',
  'close',
  'cancel',
  'step-back',
] as const;
export type MeetingAction = (typeof MEETING_ACTIONS)[number];

/**
 * `planned -> drafting -> sent -> in-session -> held -> closed`, cancelled before held, one step back until the
 * minutes are approved. A closed meeting has approved minutes, so it has no step back. A cancelled meeting comes back as a
 * draft, from wherever it was cancelled: calendars have lost it, so its agenda is sent anew.
 */
export const MEETING_WORKFLOW: Workflow<MeetingState, MeetingAction> = {
  name: 'meeting',
  states: MEETING_STATES,
  actions: MEETING_ACTIONS,
  table: {
    planned: { draft: 'drafting', cancel: 'cancelled' },
    drafting: { send: 'sent', cancel: 'cancelled', 'step-back': 'planned' },
    sent: { 'send-correction': 'sent', start: 'in-session', cancel: 'cancelled', 'step-back': 'drafting' },
    'in-session': { end: 'held', cancel: 'cancelled', 'step-back': 'sent' },
    held: { close: 'closed', 'step-back': 'in-session' },
    closed: {},
    cancelled: { 'step-back': 'drafting' },
  },
};

/** One step asked for: the meeting as it stands, what is to be done, and why (needed to step back). */
export interface MeetingStep {
  readonly state: MeetingState;
  readonly action: MeetingAction;
  readonly reason: string | null;
  readonly facts: MeetingFacts;
}

type Guard = (step: MeetingStep) => Outcome<unknown> | null;

const GUARDS: Readonly<Partial<Record<MeetingAction, Guard>>> = {
  send: (step) => sendingRefusal(step, 'first'),
  'send-correction': (step) => sendingRefusal(step, 'correction'),
  close: closingRefusal,
  'step-back': steppingBackRefusal,
};

/**
 * The state a step brings a meeting to. Refusals: `transition-not-allowed`; those of `checkSending` for `send` and
 * `send-correction`; `points-without-outcome`, `minutes-not-approved` for `close`; `minutes-approved`,
 * `reason-required` for `step-back` (PRODUCT.md, "Meeting").
 */
export function takeMeetingStep(step: MeetingStep): Outcome<MeetingState> {
  const next = nextState(MEETING_WORKFLOW, step.state, step.action);
  if (!next.ok) return next;
  const stopped = GUARDS[step.action]?.(step) ?? null;
  return stopped !== null && !stopped.ok ? stopped : next;
}

function sendingRefusal(step: MeetingStep, sending: 'first' | 'correction'): Outcome<never> | null {
  const [refusal] = checkSending(step.facts, sending).refusals;
  return refusal === undefined ? null : { ok: false, refusal };
}

function closingRefusal({ facts }: MeetingStep): Outcome<never> | null {
  const [missing] = pointsWithoutOutcome(facts.points);
  if (missing !== undefined)
    return refused(
      'points-without-outcome',
      'A meeting is closed only when every point that was not withdrawn has an outcome.',
      { at: `points[${facts.points.indexOf(missing)}].outcome`, liftedBy: 'minute-taker' },
    );
  if (facts.minutes !== null && areLocked(facts.minutes)) return null;
  return refused('minutes-not-approved', 'A meeting is closed only when its minutes are approved.', {
    at: 'minutes',
    liftedBy: 'chair',
  });
}

function steppingBackRefusal({ facts, reason }: MeetingStep): Outcome<never> | null {
  if (facts.minutes !== null && areLocked(facts.minutes))
    return refused('minutes-approved', 'A meeting whose minutes are approved is not stepped back.', {
      at: 'minutes',
    });
  if ((reason ?? '').trim() !== '') return null;
  return refused('reason-required', 'A meeting is stepped back only with a reason.', { at: 'reason' });
}
