import { describe, expect, it } from '@jest/globals';
import { workflowFaults } from '../workflow.js';
import {
  FOLLOW_UP_ACTIONS,
  FOLLOW_UP_STAGES,
  FOLLOW_UP_STAGE_WORKFLOW,
  FOLLOW_UP_STATUSES,
  FOLLOW_UP_STATUS_WORKFLOW,
  followUpActions,
  isOverdue,
  takeFollowUpStep,
} from './workflow.js';
import type { FollowUpAction, FollowUpState } from './workflow.js';

/** Where each step leads from each stage and status that has it, as `stage status`; any other is refused. */
const WORK: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  new: { start: 'in-progress', wait: 'waiting', finish: 'done', drop: 'dropped' },
  'in-progress': { wait: 'waiting', finish: 'done', drop: 'dropped', reset: 'new' },
  waiting: { start: 'in-progress', finish: 'done', drop: 'dropped', reset: 'new' },
  done: { reopen: 'in-progress' },
  dropped: { reopen: 'in-progress' },
};
const STAGES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  suggested: { confirm: 'confirmed', ignore: 'ignored' },
  confirmed: { issue: 'issued', ignore: 'ignored' },
  issued: {},
  ignored: { confirm: 'confirmed' },
};

function expected({ stage, status }: FollowUpState, action: FollowUpAction): string {
  if (['confirm', 'ignore', 'issue'].includes(action)) {
    const to = STAGES[stage]?.[action];
    return to === undefined ? 'transition-not-allowed' : `${to} ${status}`;
  }
  if (stage === 'suggested' || stage === 'ignored') return 'follow-up-not-confirmed';
  const to = WORK[status]?.[action];
  return to === undefined ? 'transition-not-allowed' : `${stage} ${to}`;
}

function taken(state: FollowUpState, action: FollowUpAction, note: string | null): string {
  const step = takeFollowUpStep(state, action, note);
  return step.ok ? `${step.value.stage} ${step.value.status}` : step.refusal.code;
}

describe('the workflow of follow-ups', () => {
  it('is sound', () => {
    expect(workflowFaults(FOLLOW_UP_STAGE_WORKFLOW)).toEqual([]);
    expect(workflowFaults(FOLLOW_UP_STATUS_WORKFLOW)).toEqual([]);
  });

  for (const stage of FOLLOW_UP_STAGES)
    for (const status of FOLLOW_UP_STATUSES)
      for (const action of FOLLOW_UP_ACTIONS) {
        const to = expected({ stage, status }, action);
        it(`${stage}, ${status} -${action}-> ${to}`, () => {
          expect(taken({ stage, status }, action, 'Sendt til alle.')).toBe(to);
          expect(followUpActions({ stage, status }).includes(action)).toBe(to.includes(' '));
        });
      }

  it('asks for a note to finish and to reopen, and for a reason to drop', () => {
    expect(taken({ stage: 'issued', status: 'new' }, 'finish', ' ')).toBe('note-required');
    expect(taken({ stage: 'issued', status: 'done' }, 'reopen', null)).toBe('note-required');
    expect(taken({ stage: 'issued', status: 'new' }, 'drop', null)).toBe('reason-required');
    expect(taken({ stage: 'issued', status: 'new' }, 'start', null)).toBe('issued in-progress');
  });
});

describe('a follow-up is overdue', () => {
  it.each([
    ['issued', 'new', '2026-03-09', true],
    ['confirmed', 'waiting', '2026-03-09', true],
    ['issued', 'in-progress', '2026-03-10', false],
    ['issued', 'new', null, false],
    ['issued', 'done', '2026-03-09', false],
    ['issued', 'dropped', '2026-03-09', false],
    ['suggested', 'new', '2026-03-09', false],
    ['ignored', 'new', '2026-03-09', false],
  ] as const)('when it is %s, %s and due %s: %s', (stage, status, dueDate, overdue) => {
    expect(isOverdue({ stage, status, dueDate }, '2026-03-10')).toBe(overdue);
  });
});
