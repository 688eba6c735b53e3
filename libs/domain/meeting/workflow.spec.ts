import { describe, expect, it } from '@jest/globals';
import { actionsFrom, workflowFaults } from '../workflow.js';
import { agendaIsOut, agendaIsToCome } from './agenda-out.js';
import {
  AGENDA_EDITS,
  mayEditAgenda,
  mayRemovePoint,
  mayEditMeeting,
  mayRecordDecision,
  mayWorkOnMinutes,
} from './edits.js';
import type { AgendaEdit } from './edits.js';
import { meetingFacts, pointFacts } from './facts.fixture.js';
import type { MeetingFacts } from './facts.js';
import { checkSending } from './sending.js';
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
  cancelled: { 'step-back': 'drafting' },
};

describe('the workflow of a meeting', () => {
  it('is sound', () => expect(workflowFaults(MEETING_WORKFLOW)).toEqual([]));

  it.each(MEETING_STATES)('goes from %s as the table says, and nowhere else', (state) => {
    for (const action of MEETING_ACTIONS) {
      const target = TARGETS[state][action];
      const expected = target === undefined ? 'transition-not-allowed' : `-> ${target}`;
      expect(`${action} ${codeOf(step({ state, action }))}`).toBe(`${action} ${expected}`);
    }
  });

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

/** For each edit, in the order of `MEETING_STATES`, whether it is allowed (+) or not (.). */
const CELLS: Readonly<Record<AgendaEdit, string>> = {
  'add-point': '++++...',
  'edit-point': '+++....',
  reorder: '++.+...',
  nest: '++.....',
  'remove-point': '++.....',
  'withdraw-point': '++++...',
  'change-visibility': '++++...',
  'move-to-meeting': '++++..+',
};

const REFUSALS: Readonly<Record<MeetingState, readonly [string, string | undefined]>> = {
  planned: ['', undefined],
  drafting: ['', undefined],
  sent: ['agenda-sent', 'secretariat'],
  'in-session': ['meeting-in-session', 'secretariat'],
  held: ['meeting-held', 'secretariat'],
  closed: ['meeting-closed', undefined],
  cancelled: ['meeting-cancelled', undefined],
};

describe('the points of an agenda', () => {
  it.each(MEETING_STATES)('take the edits of a %s meeting and refuse the others by its rule', (state) => {
    const column = MEETING_STATES.indexOf(state);
    const [code, liftedBy] = REFUSALS[state];
    for (const edit of AGENDA_EDITS) {
      const outcome = mayEditAgenda(state, edit);
      expect(`${edit} ${outcome.ok ? '+' : '.'}`).toBe(`${edit} ${CELLS[edit][column] ?? ''}`);
      if (outcome.ok) continue;
      expect(outcome.refusal).toMatchObject({ code, at: edit });
      expect(outcome.refusal.liftedBy).toBe(liftedBy);
      expect(outcome.refusal.rule).toMatch(/^[A-Z].*\.$/);
    }
  });

  it('leave without a trace only where neither they nor what lies under them was sent', () => {
    const [unsent, sent] = [
      { frozenNumber: null, late: false },
      { frozenNumber: '3', late: false },
    ];
    expect(mayRemovePoint('drafting', [unsent, unsent], false).ok).toBe(true);
    for (const group of [[sent], [unsent, sent]])
      expect(mayRemovePoint('drafting', group, false)).toMatchObject({ refusal: { code: 'point-was-sent' } });
    expect(mayRemovePoint('sent', [unsent], false)).toMatchObject({ refusal: { code: 'agenda-sent' } });
    const another = mayRemovePoint('drafting', [unsent], true);
    expect(another).toMatchObject({ refusal: { code: 'point-was-sent' } });
  });

  it('leave a sent agenda without a trace only where they were added late and sent to nobody', () => {
    const late = { frozenNumber: null, late: true };
    expect(mayRemovePoint('sent', [late, late], false).ok).toBe(true);
    for (const group of [[{ frozenNumber: '3', late: true }], [late, { frozenNumber: null, late: false }]])
      expect(mayRemovePoint('sent', group, false)).toMatchObject({ refusal: { code: 'agenda-sent' } });
    expect(mayRemovePoint('in-session', [late], false)).toMatchObject({
      refusal: { code: 'meeting-in-session' },
    });
  });

  it('are late once the agenda has been sent', () => {
    expect(MEETING_STATES.filter(agendaIsOut)).toEqual(['sent', 'in-session', 'held', 'closed']);
  });

  it('are to come on an agenda until it is sent', () => {
    expect(MEETING_STATES.filter(agendaIsToCome)).toEqual(['planned', 'drafting']);
  });
});

describe('the facts of a meeting', () => {
  it('may be changed until it is closed or cancelled', () => {
    expect(MEETING_STATES.filter((state) => mayEditMeeting(state).ok)).toEqual([
      'planned',
      'drafting',
      'sent',
      'in-session',
      'held',
    ]);
    expect(mayEditMeeting('cancelled')).toMatchObject({ refusal: { code: 'meeting-cancelled' } });
  });
});

describe('a decision', () => {
  const codeOf = (
    state: MeetingState,
    minutes: 'draft' | 'in-review' | 'approved' | 'published' | null,
  ): string => {
    const outcome = mayRecordDecision(state, minutes);
    return outcome.ok ? 'ok' : outcome.refusal.code;
  };

  it.each([
    ['planned', null, 'meeting-not-started'],
    ['drafting', null, 'meeting-not-started'],
    ['sent', null, 'meeting-not-started'],
    ['in-session', null, 'ok'],
    ['in-session', 'draft', 'ok'],
    ['held', 'in-review', 'ok'],
    ['held', 'approved', 'minutes-locked'],
    ['held', 'published', 'minutes-locked'],
    ['closed', 'approved', 'meeting-closed'],
    ['cancelled', null, 'meeting-cancelled'],
  ] as const)('in a %s meeting with minutes %s: %s', (state, minutes, expected) => {
    expect(codeOf(state, minutes)).toBe(expected);
  });
});

describe('the minutes are worked on', () => {
  it.each([
    ['planned', 'meeting-not-started'],
    ['drafting', 'meeting-not-started'],
    ['sent', 'meeting-not-started'],
    ['in-session', 'ok'],
    ['held', 'ok'],
    ['closed', 'ok'],
    ['cancelled', 'meeting-cancelled'],
  ] as const)('in a meeting that is %s: %s', (state, expected) => {
    const outcome = mayWorkOnMinutes(state);
    expect(outcome.ok ? 'ok' : outcome.refusal.code).toBe(expected);
  });
});

const refusalsOf = (facts: MeetingFacts): string[] =>
  checkSending(facts, 'first').refusals.map((r) => `${r.code} ${r.at ?? ''}`.trim());
const warningsOf = (facts: MeetingFacts, sending: 'first' | 'correction' = 'first'): string[] =>
  checkSending(facts, sending).warnings.map((w) => `${w.code} ${w.at ?? ''}`.trim());

describe('an agenda about to be sent', () => {
  it('passes without a remark when all is in place', () => {
    expect(checkSending(meetingFacts(), 'first')).toEqual({ refusals: [], warnings: [] });
  });

  it.each<[string, Partial<MeetingFacts>, string]>([
    ['no date', { date: null }, 'meeting-date-missing date'],
    ['no start', { start: null, end: null }, 'meeting-start-missing start'],
    ['a date that does not exist', { date: '2025-02-29' }, 'date-does-not-exist date'],
    ['an end before its start', { end: '08:59' }, 'end-not-after-start end'],
    ['no point', { points: [] }, 'agenda-empty points'],
    ['only withdrawn points', { points: [pointFacts({ withdrawn: true })] }, 'agenda-empty points'],
    [
      'a point without title',
      { points: [pointFacts({ title: ' ' })] },
      'point-title-missing points[0].title',
    ],
    [
      'a late point without reason',
      { points: [pointFacts({ late: true, lateReason: ' ' })] },
      'late-reason-required points[0].lateReason',
    ],
  ])('is refused with %s', (_name, more, expected) => {
    expect(refusalsOf(meetingFacts(more))).toEqual([expected]);
  });

  it('names everything that stops it at once', () => {
    expect(refusalsOf(meetingFacts({ date: null, start: null, end: null, points: [] }))).toEqual([
      'meeting-date-missing date',
      'meeting-start-missing start',
      'agenda-empty points',
    ]);
  });

  it.each<[string, Partial<MeetingFacts>, string]>([
    ['no end', { end: null }, 'meeting-end-missing end'],
    ['no place', { place: ' ' }, 'meeting-place-missing place'],
    [
      'a point without minutes',
      { points: [pointFacts({ minutes: null })] },
      'point-without-minutes points[0].minutes',
    ],
    [
      'an indstilling still on its way',
      { points: [pointFacts({ indstilling: 'with-director' })] },
      'indstilling-not-approved points[0].indstilling',
    ],
  ])('is sent with a warning for %s', (_name, more, expected) => {
    expect(refusalsOf(meetingFacts(more))).toEqual([]);
    expect(warningsOf(meetingFacts(more))).toEqual([expected]);
  });

  it('is not sent with an indstilling that was withdrawn, unless its point was too', () => {
    const point = pointFacts({ id: 'a', indstilling: 'withdrawn' });
    const others = [pointFacts({ id: 'b' })];
    expect(refusalsOf(meetingFacts({ points: [point, ...others] }))).toEqual([
      'indstilling-withdrawn points[0].indstilling',
    ]);
    expect(warningsOf(meetingFacts({ points: [point, ...others] }))).toEqual([]);
    const gone = { ...point, withdrawn: true };
    expect(refusalsOf(meetingFacts({ points: [gone, ...others] }))).toEqual([]);
  });

  it('does not warn of an indstilling that is approved or on the agenda', () => {
    const points = [
      pointFacts({ id: 'a', indstilling: 'approved' }),
      pointFacts({ id: 'b', indstilling: 'on-agenda' }),
    ];
    expect(warningsOf(meetingFacts({ points }))).toEqual([]);
  });

  it('asks no minutes of written information, of a parent, or of a withdrawn point', () => {
    const points = [
      pointFacts({ id: 'a', minutes: null }),
      pointFacts({ id: 'b', parentId: 'a' }),
      pointFacts({ id: 'c', minutes: null, type: 'written-information' }),
      pointFacts({ id: 'd', minutes: null, withdrawn: true }),
    ];
    expect(warningsOf(meetingFacts({ points }), 'correction')).toEqual([]);
  });

  it('warns of a withdrawn point the first time only, since a correction has to show it', () => {
    const facts = meetingFacts({ points: [pointFacts(), pointFacts({ id: 'b', withdrawn: true })] });
    expect(warningsOf(facts, 'first')).toEqual(['withdrawn-before-sending points[1].withdrawn']);
    expect(warningsOf(facts, 'correction')).toEqual([]);
  });
});
