import { describe, expect, it } from '@jest/globals';
import { actionsFrom, workflowFaults } from '../workflow.js';
import { meetingFacts, pointFacts } from './facts.fixture.js';
import { MEETING_ACTIONS, MEETING_STATES, MEETING_WORKFLOW, takeMeetingStep } from './workflow.js';
import type { MeetingAction, MeetingState, MeetingStep } from './workflow.js';

const step = (more: Partial<MeetingStep> & Pick<MeetingStep, 'state' | 'action'>): MeetingStep => ({
  reason: 'Forkert dato',
  facts: meetingFacts({ minutes: more.action === 'close' ? 'approved' : 'draft' }),
  ...more,
});

const codeOf = (asked: MeetingStep): string => {
  const taken = takeMeetingStep(asked);
  return taken.ok ? `-> ${taken.value}` : taken.refusal.code;
};

/** Every cell that leads somewhere; all others are refused. */
const TARGETS: Readonly<Record<MeetingState, Readonly<Partial<Record<MeetingAction, MeetingState>>>>> = {
  planned: { draft: 'drafting', cancel: 'cancelled' },
  drafting: { send: 'sent', cancel: 'cancelled', 'step-back': 'planned' },
  sent: { 'send-correction': 'sent', start: 'in-session', cancel: 'cancelled', 'step-back': 'drafting' },
  'in-session': { end: 'held', cancel: 'cancelled', 'step-back': 'sent' },
  held: { close: 'closed', 'step-back': 'in-session' },
  closed: {},
  cancelled: {},
};

describe('the workflow of a meeting', () => {
  it('is sound', () => expect(workflowFaults(MEETING_WORKFLOW)).toEqual([]));

  for (const state of MEETING_STATES)
    for (const action of MEETING_ACTIONS) {
      const target = TARGETS[state][action];
      it(`${state} -${action}-> ${target ?? 'refused'}`, () => {
        expect(codeOf(step({ state, action }))).toBe(
          target === undefined ? 'transition-not-allowed' : `-> ${target}`,
        );
      });
    }

  it('offers what each state allows', () => {
    expect(actionsFrom(MEETING_WORKFLOW, 'sent')).toEqual([
      'send-correction',
      'start',
      'cancel',
      'step-back',
    ]);
  });
});

describe('closing a meeting', () => {
  const close = (facts: MeetingStep['facts']): string =>
    codeOf({ state: 'held', action: 'close', reason: null, facts });

  it('is refused while a point has no outcome, pointing at it', () => {
    const facts = meetingFacts({
      minutes: 'approved',
      points: [pointFacts({ id: 'a', outcome: 'approved' }), pointFacts({ id: 'b', outcome: null })],
    });
    const taken = takeMeetingStep({ state: 'held', action: 'close', reason: null, facts });
    expect(taken).toMatchObject({
      ok: false,
      refusal: { code: 'points-without-outcome', at: 'points[1].outcome', liftedBy: 'minute-taker' },
    });
  });

  it.each([
    ['a withdrawn point', [pointFacts({ id: 'a', outcome: null, withdrawn: true })]],
    [
      'a parent of sub-points',
      [pointFacts({ id: 'a', outcome: null }), pointFacts({ id: 'b', parentId: 'a', outcome: 'noted' })],
    ],
    [
      'a sub-point of a withdrawn point',
      [
        pointFacts({ id: 'a', outcome: null, withdrawn: true }),
        pointFacts({ id: 'b', parentId: 'a', outcome: null }),
      ],
    ],
    [
      'a parent whose only sub-point is withdrawn',
      [
        pointFacts({ id: 'a', outcome: null }),
        pointFacts({ id: 'b', parentId: 'a', outcome: null, withdrawn: true }),
      ],
    ],
  ])('does not wait for the outcome of %s', (_name, points) => {
    expect(close(meetingFacts({ minutes: 'approved', points }))).toBe('-> closed');
  });

  it('waits for the outcome of a sub-point', () => {
    const points = [pointFacts({ id: 'a' }), pointFacts({ id: 'b', parentId: 'a', outcome: null })];
    expect(close(meetingFacts({ minutes: 'approved', points }))).toBe('points-without-outcome');
  });

  it.each([
    [null, 'minutes-not-approved'],
    ['draft', 'minutes-not-approved'],
    ['in-review', 'minutes-not-approved'],
    ['approved', '-> closed'],
    ['published', '-> closed'],
  ] as const)('with minutes %s gives %s', (minutes, expected) => {
    expect(close(meetingFacts({ minutes }))).toBe(expected);
  });
});

describe('stepping a meeting back', () => {
  const back = (minutes: MeetingStep['facts']['minutes'], reason: string | null): string =>
    codeOf({ state: 'held', action: 'step-back', reason, facts: meetingFacts({ minutes }) });

  it('asks for a reason, and blanks are none', () => {
    expect(back('draft', null)).toBe('reason-required');
    expect(back('draft', '  ')).toBe('reason-required');
    expect(back('draft', 'Et punkt mangler')).toBe('-> in-session');
  });

  it('ends when the minutes are approved, reason or not', () => {
    expect(back('in-review', 'x')).toBe('-> in-session');
    expect(back('approved', 'x')).toBe('minutes-approved');
    expect(back('published', 'x')).toBe('minutes-approved');
  });
});

describe('sending from the workflow', () => {
  it.each(['send', 'send-correction'] as const)('%s is stopped by what stops the sending', (action) => {
    const state = action === 'send' ? 'drafting' : 'sent';
    expect(codeOf(step({ state, action, facts: meetingFacts({ points: [] }) }))).toBe('agenda-empty');
    expect(codeOf(step({ state, action, facts: meetingFacts({ start: null, end: null }) }))).toBe(
      'meeting-start-missing',
    );
  });
});
