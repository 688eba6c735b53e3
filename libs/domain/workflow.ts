import { allowed, refused } from './outcome.js';
import type { Outcome } from './outcome.js';

/** A workflow as data: for each state, what each action leads to. An action missing from a state is refused. */
export interface Workflow<State extends string, Action extends string> {
  readonly name: string;
  readonly states: readonly State[];
  readonly actions: readonly Action[];
  readonly table: Readonly<Record<State, Readonly<Partial<Record<Action, State>>>>>;
}

/**
 * The state an action leads to, or the refusal `<workflow>-<action>-not-from-<state>` naming both.
 */
export function nextState<State extends string, Action extends string>(
  workflow: Workflow<State, Action>,
  state: State,
  action: Action,
): Outcome<State> {
  const next: State | undefined = workflow.table[state][action];
  if (next !== undefined) return allowed(next);
  return refused('transition-not-allowed', `A ${workflow.name} that is "${state}" has no step "${action}".`, {
    at: 'action',
  });
}

/** The actions a state allows, in the order of the workflow's list. */
export function actionsFrom<State extends string, Action extends string>(
  workflow: Workflow<State, Action>,
  state: State,
): readonly Action[] {
  return workflow.actions.filter((action) => workflow.table[state][action] !== undefined);
}

/**
 * The faults of a workflow table, each a sentence: a state nothing leads to, a target that is no state. Checked when
 * the process starts, so that a slip in a table stops it there.
 */
export function workflowFaults<State extends string, Action extends string>(
  workflow: Workflow<State, Action>,
): readonly string[] {
  const faults: string[] = [];
  const reached = new Set<State>(workflow.states.slice(0, 1));
  for (const state of workflow.states) {
    for (const [action, target] of Object.entries(workflow.table[state]) as [Action, State][]) {
      if (!workflow.states.includes(target))
        faults.push(`${workflow.name}: ${state} -${action}-> ${target} is no state`);
      if (!workflow.actions.includes(action)) faults.push(`${workflow.name}: ${action} is no action`);
      reached.add(target);
    }
  }
  for (const state of workflow.states) {
    if (!reached.has(state)) faults.push(`${workflow.name}: nothing leads to ${state}`);
  }
  return faults;
}
