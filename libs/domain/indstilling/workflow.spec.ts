import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { workflowFaults } from '../workflow.js';
import { rolesFor } from './actors.js';
import {
  POLITICAL_BODY_STEPS,
  RAADMAND_MEETING_STEPS,
  STEP_KINDS,
  checkSteps,
  everySequenceOfSteps,
} from './steps.js';
import type { StepKind } from './steps.js';
import {
  INDSTILLING_ACTIONS,
  INDSTILLING_STATES,
  completesApproval,
  indstillingWorkflow,
  isUnfinished,
  stepOf,
  takeIndstillingStep,
} from './workflow.js';
import type { IndstillingAction, IndstillingState } from './workflow.js';

type Cells = Readonly<
  Partial<Record<IndstillingState, Readonly<Partial<Record<IndstillingAction, IndstillingState>>>>>
>;

/** The cells that are the same whatever the steps, given where a text goes first. */
const common = (first: IndstillingState): Cells => ({
  draft: { submit: first, revise: 'draft', withdraw: 'withdrawn' },
  returned: { submit: first, revise: 'returned', withdraw: 'withdrawn' },
  approved: { place: 'on-agenda', revise: first, withdraw: 'withdrawn' },
  'on-agenda': {
    'take-off': 'approved',
    postpone: 'on-agenda',
    decide: 'decided',
    revise: first,
    withdraw: 'withdrawn',
  },
});

const TABLES: readonly (readonly [string, readonly StepKind[], Cells])[] = [
  [
    'a rådmandsmøde',
    RAADMAND_MEETING_STEPS,
    {
      ...common('with-leader'),
      'with-leader': {
        approve: 'with-secretariat',
        return: 'returned',
        revise: 'with-leader',
        withdraw: 'withdrawn',
      },
      'with-secretariat': {
        approve: 'with-director',
        return: 'returned',
        revise: 'with-leader',
        withdraw: 'withdrawn',
      },
      'with-director': {
        approve: 'approved',
        return: 'returned',
        reject: 'rejected',
        revise: 'with-leader',
        withdraw: 'withdrawn',
      },
    },
  ],
  [
    'an udvalg',
    POLITICAL_BODY_STEPS,
    {
      ...common('with-leader'),
      'with-leader': {
        approve: 'with-secretariat',
        return: 'returned',
        revise: 'with-leader',
        withdraw: 'withdrawn',
      },
      'with-secretariat': {
        approve: 'with-director',
        return: 'returned',
        revise: 'with-leader',
        withdraw: 'withdrawn',
      },
      'with-director': {
        approve: 'with-raadmand',
        return: 'returned',
        reject: 'rejected',
        revise: 'with-leader',
        withdraw: 'withdrawn',
      },
      'with-raadmand': {
        approve: 'approved',
        return: 'returned',
        reject: 'rejected',
        revise: 'with-leader',
        withdraw: 'withdrawn',
      },
    },
  ],
  [
    'a body with the secretariat alone',
    ['secretariat'],
    {
      ...common('with-secretariat'),
      'with-secretariat': {
        approve: 'approved',
        return: 'returned',
        revise: 'with-secretariat',
        withdraw: 'withdrawn',
      },
    },
  ],
  [
    'a body that asks the director before the secretariat',
    ['director', 'secretariat'],
    {
      ...common('with-director'),
      'with-director': {
        approve: 'with-secretariat',
        return: 'returned',
        reject: 'rejected',
        revise: 'with-director',
        withdraw: 'withdrawn',
      },
      'with-secretariat': {
        approve: 'approved',
        return: 'returned',
        revise: 'with-director',
        withdraw: 'withdrawn',
      },
    },
  ],
];

const taken = (
  state: IndstillingState,
  steps: readonly StepKind[],
  action: IndstillingAction,
  reason: string | null = 'Økonomien mangler',
): string => {
  const outcome = takeIndstillingStep({ state, steps, action, reason });
  return outcome.ok ? outcome.value : outcome.refusal.code;
};

describe.each(TABLES)('an indstilling for %s', (_body, steps, cells) => {
  it.each(INDSTILLING_STATES)('goes from %s as the table says, and nowhere else', (state) => {
    const row = Object.fromEntries(
      INDSTILLING_ACTIONS.map((action) => [action, taken(state, steps, action)]),
    );
    const refusedAll = Object.fromEntries(
      INDSTILLING_ACTIONS.map((action) => [action, 'transition-not-allowed']),
    );
    expect(row).toEqual({ ...refusedAll, ...cells[state] });
  });
});

describe('an indstilling that somebody still has something to do with', () => {
  it('is one that is being written or judged', () => {
    expect(INDSTILLING_STATES.filter(isUnfinished)).toEqual([
      ...['draft', 'with-leader', 'with-secretariat', 'with-director', 'with-raadmand', 'returned'],
    ]);
  });
});

describe('the approval of an indstilling', () => {
  it('is a sound table for every sequence of steps', () => {
    expect(everySequenceOfSteps()).toHaveLength(64);
    expect(everySequenceOfSteps().flatMap((steps) => workflowFaults(indstillingWorkflow(steps)))).toEqual([]);
  });

  it('passes each step once, in order, and ends approved', () => {
    for (const steps of everySequenceOfSteps()) {
      const path: string[] = [];
      let state = taken('draft', steps, 'submit') as IndstillingState;
      while (stepOf(state) !== null) {
        path.push(state);
        state = taken(state, steps, 'approve') as IndstillingState;
      }
      expect(path).toEqual(steps.map((step) => `with-${step}`));
      expect(state).toBe('approved');
    }
  });

  it('is never approved without passing every step after the last change of its text', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...everySequenceOfSteps()),
        fc.array(fc.constantFrom(...INDSTILLING_ACTIONS), { maxLength: 40 }),
        (steps, actions) => {
          let state: IndstillingState = 'draft';
          let approvals: string[] = [];
          for (const action of actions) {
            const outcome = takeIndstillingStep({ state, steps, action, reason: 'x' });
            if (!outcome.ok) continue;
            if (action === 'submit' || action === 'revise') approvals = [];
            if (action === 'approve') approvals.push(stepOf(state) ?? '');
            state = outcome.value;
            const isThrough = ['approved', 'on-agenda', 'decided'].includes(state);
            if (isThrough && approvals.join() !== steps.join()) return false;
          }
          return true;
        },
      ),
    );
  });

  it('asks for a reason to return and to reject, and for nothing else', () => {
    expect(taken('with-director', STEP_KINDS, 'return', ' ')).toBe('reason-required');
    expect(taken('with-director', STEP_KINDS, 'reject', null)).toBe('reason-required');
    expect(taken('with-director', STEP_KINDS, 'approve', null)).toBe('with-raadmand');
    expect(taken('with-director', STEP_KINDS, 'withdraw', null)).toBe('withdrawn');
  });

  it('refuses the illegal step before it asks for a reason', () => {
    expect(taken('with-leader', STEP_KINDS, 'reject', null)).toBe('transition-not-allowed');
  });
});

describe('the approval steps of a body', () => {
  it('come in any order, at least one, none twice', () => {
    expect(checkSteps(['raadmand', 'leader'])).toEqual({ ok: true, value: ['raadmand', 'leader'] });
    expect(checkSteps([])).toMatchObject({ refusal: { code: 'approval-steps-empty' } });
    expect(checkSteps(['leader', 'director', 'leader'])).toMatchObject({
      refusal: { code: 'approval-steps-repeated', at: 'steps[2]' },
    });
  });

  it('are leader, secretariat, director for a rådmandsmøde, and the raadmand besides for the others', () => {
    expect(RAADMAND_MEETING_STEPS).toEqual(['leader', 'secretariat', 'director']);
    expect(POLITICAL_BODY_STEPS).toEqual(['leader', 'secretariat', 'director', 'raadmand']);
  });
});

describe('who acts on an indstilling', () => {
  it('is the holder of the step for approve, return and reject, and nobody elsewhere', () => {
    for (const action of ['approve', 'return', 'reject'] as const) {
      expect(rolesFor('with-leader', action)).toEqual(['leader']);
      expect(rolesFor('with-raadmand', action)).toEqual(['raadmand']);
      expect(rolesFor('approved', action)).toEqual([]);
    }
  });

  it('is the author, their leader or the secretariat to withdraw', () => {
    expect(rolesFor('on-agenda', 'withdraw')).toEqual(['author', 'leader', 'secretariat']);
  });

  it('is somebody for every cell of the table', () => {
    const workflow = indstillingWorkflow(STEP_KINDS);
    const nobody = INDSTILLING_STATES.flatMap((state) =>
      INDSTILLING_ACTIONS.filter(
        (action) => workflow.table[state][action] !== undefined && rolesFor(state, action).length === 0,
      ),
    );
    expect(nobody).toEqual([]);
  });
});

describe('the last approval of a text', () => {
  it('is a step into the approved states from outside of them, and no step between them', () => {
    const done = INDSTILLING_STATES.flatMap((from) =>
      INDSTILLING_STATES.filter((to) => completesApproval(from, to)).map((to) => `${from} ${to}`),
    );
    const before = ['draft', 'with-leader', 'with-secretariat', 'with-director', 'with-raadmand'];
    const after = ['returned', 'rejected', 'withdrawn'];
    expect(done).toEqual(
      [...before, ...after].flatMap((from) =>
        ['approved', 'on-agenda', 'decided'].map((to) => `${from} ${to}`),
      ),
    );
    expect(completesApproval('on-agenda', 'approved')).toBe(false);
  });
});
