import { describe, expect, it } from '@jest/globals';
import { allowed, refused } from './outcome.js';
import { actionsFrom, nextState, workflowFaults } from './workflow.js';
import type { Workflow } from './workflow.js';
import { allWorkflowFaults } from './workflows.js';

type State = 'open' | 'shut' | 'lost';
type Action = 'shut' | 'open';

const door = (
  table: Workflow<State, Action>['table'],
  states: readonly State[] = ['open', 'shut'],
): Workflow<State, Action> => ({ name: 'door', states, actions: ['shut', 'open'], table });

const SOUND = door({ open: { shut: 'shut' }, shut: { open: 'open' }, lost: {} });

describe('a step in a workflow', () => {
  it('leads where the table says', () => {
    expect(nextState(SOUND, 'open', 'shut')).toEqual({ ok: true, value: 'shut' });
  });

  it('is refused when the state has no such action, naming both', () => {
    expect(nextState(SOUND, 'open', 'open')).toEqual({
      ok: false,
      refusal: {
        code: 'transition-not-allowed',
        rule: 'The door is "open", and from there no step "open" leads on.',
        at: 'action',
      },
    });
  });

  it('is refused for names every object inherits, and for a state outside the table', () => {
    const workflow: Workflow<string, string> = {
      name: 'door',
      states: ['a'],
      actions: ['b'],
      table: { a: {} },
    };
    expect(nextState(workflow, 'a', 'constructor').ok).toBe(false);
    expect(nextState(workflow, 'toString', 'call').ok).toBe(false);
    expect(nextState(workflow, 'nowhere', 'b').ok).toBe(false);
  });

  it('is on offer in the order of the list of actions', () => {
    const both = door({ open: { open: 'open', shut: 'shut' }, shut: {}, lost: {} });
    expect(actionsFrom(both, 'open')).toEqual(['shut', 'open']);
    expect(actionsFrom(both, 'shut')).toEqual([]);
  });
});

describe('the check of a workflow', () => {
  it('finds nothing in a sound table', () => expect(workflowFaults(SOUND)).toEqual([]));

  it('finds a target that is not on the list of states', () => {
    const table = { open: { shut: 'lost' }, shut: { open: 'open' }, lost: {} } as const;
    expect(workflowFaults(door(table))).toContain('door: open -shut-> lost is no state');
  });

  it('finds states that only lead to each other', () => {
    const table = { open: {}, shut: { open: 'lost' }, lost: { shut: 'shut' } } as const;
    expect(workflowFaults(door(table, ['open', 'shut', 'lost']))).toEqual([
      'door: nothing leads to shut',
      'door: nothing leads to lost',
    ]);
  });

  it('finds an action that no state has, and one that is not listed', () => {
    const table = { open: { shut: 'shut' }, shut: {}, lost: {} } as const;
    expect(workflowFaults(door(table))).toEqual(['door: no state has open']);
    expect(workflowFaults({ ...SOUND, actions: ['shut'] })).toEqual(['door: open is no action']);
  });

  it('finds names listed twice', () => {
    expect(workflowFaults({ ...SOUND, states: ['open', 'shut', 'open'] })).toContain(
      'door: state open is listed twice',
    );
    expect(workflowFaults({ ...SOUND, actions: ['shut', 'open', 'shut'] })).toContain(
      'door: action shut is listed twice',
    );
  });
});

describe('the workflows of the product', () => {
  it('have no fault', () => expect(allWorkflowFaults()).toEqual([]));
});

describe('an outcome', () => {
  it('carries the value a rule allows', () => expect(allowed(7)).toEqual({ ok: true, value: 7 }));

  it('carries the code and the sentence of the rule that refused', () => {
    expect(refused('no', 'Never.')).toEqual({ ok: false, refusal: { code: 'no', rule: 'Never.' } });
  });

  it('says where the fault stands and who can lift it, when known', () => {
    expect(refused('no', 'Never.', { at: 'points[3]', liftedBy: 'secretariat' })).toEqual({
      ok: false,
      refusal: { code: 'no', rule: 'Never.', at: 'points[3]', liftedBy: 'secretariat' },
    });
  });
});
