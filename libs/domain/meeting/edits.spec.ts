import { describe, expect, it } from '@jest/globals';
import { AGENDA_EDITS, isLateIn, mayEditAgenda, mayEditMeeting, mayRecordDecision } from './edits.js';
import type { AgendaEdit } from './edits.js';
import { MEETING_STATES } from './workflow.js';
import type { MeetingState } from './workflow.js';

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
  MEETING_STATES.forEach((state, column) => {
    for (const edit of AGENDA_EDITS) {
      const expected = CELLS[edit][column] === '+';
      it(`${expected ? 'allow' : 'refuse'} ${edit} while the meeting is ${state}`, () => {
        const outcome = mayEditAgenda(state, edit);
        expect(outcome.ok).toBe(expected);
        if (outcome.ok) return;
        const [code, liftedBy] = REFUSALS[state];
        expect(outcome.refusal.code).toBe(code);
        expect(outcome.refusal.liftedBy).toBe(liftedBy);
        expect(outcome.refusal.at).toBe(edit);
        expect(outcome.refusal.rule).toMatch(/^[A-Z].*\.$/);
      });
    }
  });

  it('are late once the agenda has been sent', () => {
    expect(MEETING_STATES.filter(isLateIn)).toEqual(['sent', 'in-session', 'held', 'closed']);
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
