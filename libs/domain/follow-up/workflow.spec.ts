import { describe, expect, it } from '@jest/globals';
import { workflowFaults } from '../workflow.js';
import {
  changeDue,
  FOLLOW_UP_STAGES,
  FOLLOW_UP_STATUSES,
  firstStage,
  isClosed,
  isOverdue,
  moveStage,
  moveStatus,
  wordsAskedBy,
} from './workflow.js';
import type {
  DueHistory,
  FollowUpDue,
  FollowUpStage,
  FollowUpStageAction,
  FollowUpStatus,
  FollowUpStatusAction,
} from './workflow.js';

const no = null;

describe('The stage of a follow-up', () => {
  const table: Record<FollowUpStage, Record<FollowUpStageAction, FollowUpStage | null>> = {
    suggested: { confirm: 'confirmed', ignore: 'ignored', issue: no },
    confirmed: { confirm: no, ignore: 'ignored', issue: 'issued' },
    issued: { confirm: no, ignore: no, issue: no },
    ignored: { confirm: 'confirmed', ignore: no, issue: no },
  };

  for (const stage of FOLLOW_UP_STAGES.states) {
    for (const action of FOLLOW_UP_STAGES.actions) {
      const target = table[stage][action];
      it(`${stage} -${action}-> ${target ?? 'is refused'}`, () => {
        const moved = moveStage(stage, action);
        expect(moved.ok ? moved.value : moved.refusal.code).toBe(target ?? 'transition-not-allowed');
      });
    }
  }

  it('starts as a suggestion when it was read and as confirmed when it was written by hand', () => {
    expect(firstStage('read')).toBe('suggested');
    expect(firstStage('written')).toBe('confirmed');
  });

  it('has a table without faults', () => {
    expect(workflowFaults(FOLLOW_UP_STAGES)).toEqual([]);
    expect(workflowFaults(FOLLOW_UP_STATUSES)).toEqual([]);
  });
});

describe('The status of a follow-up', () => {
  const table: Record<FollowUpStatus, Record<FollowUpStatusAction, FollowUpStatus | null>> = {
    new: { start: 'in-progress', wait: 'waiting', finish: 'done', drop: 'dropped', reopen: no },
    'in-progress': { start: no, wait: 'waiting', finish: 'done', drop: 'dropped', reopen: no },
    waiting: { start: 'in-progress', wait: no, finish: 'done', drop: 'dropped', reopen: no },
    done: { start: no, wait: no, finish: no, drop: no, reopen: 'in-progress' },
    dropped: { start: no, wait: no, finish: no, drop: no, reopen: 'in-progress' },
  };

  for (const status of FOLLOW_UP_STATUSES.states) {
    for (const action of FOLLOW_UP_STATUSES.actions) {
      const target = table[status][action];
      it(`${status} -${action}-> ${target ?? 'is refused'}`, () => {
        const moved = moveStatus(status, action, 'Sendt til udvalget.');
        expect(moved.ok ? moved.value : moved.refusal.code).toBe(target ?? 'transition-not-allowed');
      });
    }
  }

  it.each([
    ['finish', 'new', 'note-required'],
    ['drop', 'waiting', 'reason-required'],
    ['reopen', 'done', 'note-required'],
    ['reopen', 'dropped', 'note-required'],
  ] as const)('refuses to %s without words', (action, status, code) => {
    for (const words of [null, '', '  \n']) {
      const moved = moveStatus(status, action, words);
      expect(moved.ok ? 'moved' : moved.refusal.code).toBe(code);
    }
  });

  it('says first that a step does not exist, then that its note is missing', () => {
    const moved = moveStatus('done', 'drop');
    expect(moved.ok ? 'moved' : moved.refusal.code).toBe('transition-not-allowed');
  });

  it('asks for nothing when work starts or waits', () => {
    expect(wordsAskedBy('start')).toBeNull();
    expect(moveStatus('new', 'start')).toEqual({ ok: true, value: 'in-progress' });
    expect(moveStatus('new', 'wait')).toEqual({ ok: true, value: 'waiting' });
  });

  it('is closed when done or dropped', () => {
    expect(FOLLOW_UP_STATUSES.states.filter(isClosed)).toEqual(['done', 'dropped']);
  });
});

describe('Overdue', () => {
  const firm = { date: '2026-04-20', kind: 'firm' } as const;

  it('is what is open and was due before today; the due day itself is in time', () => {
    for (const status of ['new', 'in-progress', 'waiting'] as const) {
      expect(isOverdue({ status, due: firm }, '2026-04-20')).toBe(false);
      expect(isOverdue({ status, due: firm }, '2026-04-21')).toBe(true);
    }
  });

  it('is never what is done or dropped', () => {
    expect(isOverdue({ status: 'done', due: firm }, '2027-01-01')).toBe(false);
    expect(isOverdue({ status: 'dropped', due: firm }, '2027-01-01')).toBe(false);
  });

  it('is never a proposed date, an occasion, a routine or no date at all', () => {
    const later = '2027-01-01';
    expect(isOverdue({ status: 'new', due: { date: '2026-04-20', kind: 'proposed' } }, later)).toBe(false);
    for (const kind of ['none', 'recurring', 'event', 'firm'] as const)
      expect(isOverdue({ status: 'new', due: { date: null, kind } }, later)).toBe(false);
  });
});

describe('A new due date', () => {
  const old: FollowUpDue = { text: 'inden 1. maj', date: '2026-05-01', kind: 'firm' };
  const next: FollowUpDue = { text: null, date: '2026-06-01', kind: 'firm' };
  const history: DueHistory = { due: old, former: [] };
  const open = { status: 'in-progress', today: '2026-04-28' } as const;

  it('keeps the old one in the history, the oldest first', () => {
    const once = changeDue(history, next, open);
    if (!once.ok) throw new Error(once.refusal.rule);
    expect(once.value).toEqual({ due: next, former: [{ due: old, changedOn: '2026-04-28' }] });
    const twice = changeDue(once.value, old, { status: 'waiting', today: '2026-05-30' });
    if (!twice.ok) throw new Error(twice.refusal.rule);
    expect(twice.value.former.map(({ due }) => due.date)).toEqual(['2026-05-01', '2026-06-01']);
    expect(history.former).toEqual([]);
  });

  it('that is the old one changes nothing, not even when the follow-up is done', () => {
    expect(changeDue(history, { ...old }, open)).toEqual({ ok: true, value: history });
    expect(changeDue(history, { ...old }, { ...open, status: 'done' })).toEqual({ ok: true, value: history });
  });

  it('is refused when the follow-up is closed', () => {
    for (const status of ['done', 'dropped'] as const) {
      const changed = changeDue(history, next, { ...open, status });
      expect(changed.ok ? 'changed' : changed.refusal.code).toBe('follow-up-closed');
    }
  });

  it.each<[string, FollowUpDue]>([
    ['none with a date', { text: null, date: '2026-06-01', kind: 'none' }],
    ['none with a text', { text: 'snart', date: null, kind: 'none' }],
    ['an occasion with a date', { text: 'inden jul', date: '2026-12-24', kind: 'event' }],
    ['a routine with a date', { text: 'løbende', date: '2026-12-24', kind: 'recurring' }],
    ['firm with nothing', { text: null, date: null, kind: 'firm' }],
    ['proposed with nothing', { text: null, date: null, kind: 'proposed' }],
  ])('is refused when it contradicts itself: %s', (_, due) => {
    const changed = changeDue(history, due, open);
    expect(changed.ok ? 'changed' : changed.refusal.code).toBe('due-contradicts-itself');
  });

  it('may be taken away', () => {
    const changed = changeDue(history, { text: null, date: null, kind: 'none' }, open);
    expect(changed.ok && changed.value.due.kind).toBe('none');
  });
});
