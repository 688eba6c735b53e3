import { allowed, refused } from './outcome.js';
import type { Outcome } from './outcome.js';

/**
 * A workflow as data: for each state, what each action leads to. An action missing from a state is refused. The first
 * state of the list is where everything begins.
 */
export interface Workflow<State extends string, Action extends string> {
  readonly name: string;
  readonly states: readonly State[];
  readonly actions: readonly Action[];
  readonly table: Readonly<Record<State, Readonly<Partial<Record<Action, State>>>>>;
}

/** What an action leads to, looked up without the names every object inherits (`constructor`). */
function targetOf<State extends string, Action extends string>(
  workflow: Workflow<State, Action>,
  state: State,
  action: Action,
): State | undefined {
  if (!Object.hasOwn(workflow.table, state)) return undefined;
  const row = workflow.table[state];
  return Object.hasOwn(row, action) ? row[action] : undefined;
}

/**
 * The state an action leads to, or the refusal `transition-not-allowed` whose rule names the workflow, the state and
 * the action (ARCHITECTURE.md, "Workflows are tables").
 */
export function nextState<State extends string, Action extends string>(
  workflow: Workflow<State, Action>,
  state: State,
  action: Action,
): Outcome<State> {
  const next = targetOf(workflow, state, action);
  if (next !== undefined) return allowed(next);
  const rule = `The ${workflow.name} is "${state}", and from there no step "${action}" leads on.`;
  return refused('transition-not-allowed', rule, { at: 'action' });
}

/** The actions a state allows, in the order of the workflow's list. */
export function actionsFrom<State extends string, Action extends string>(
  workflow: Workflow<State, Action>,
  state: State,
): readonly Action[] {
  return workflow.actions.filter((action) => targetOf(workflow, state, action) !== undefined);
}

/**
 * The faults of a workflow table, each a sentence: a name listed twice, an action or a target that is not on the
 * lists, an action no state has, a state that cannot be reached from the first. Checked when the api starts, so that
 * a slip in a table stops it there.
 */
export function workflowFaults<State extends string, Action extends string>(
  workflow: Workflow<State, Action>,
): readonly string[] {
  const { name, states, actions } = workflow;
  const rows = states.flatMap((state) => stepsFrom(workflow, state));
  const taken = new Set<string>(rows.map((row) => row.action));
  const reached = reachable(workflow);
  return [
    ...repeated([...states]).map((state) => `${name}: state ${state} is listed twice`),
    ...repeated([...actions]).map((action) => `${name}: action ${action} is listed twice`),
    ...rows.flatMap((row) => [
      ...(includes(states, row.target)
        ? []
        : [`${name}: ${row.state} -${row.action}-> ${row.target} is no state`]),
      ...(includes(actions, row.action) ? [] : [`${name}: ${row.action} is no action`]),
    ]),
    ...states.filter((state) => !reached.has(state)).map((state) => `${name}: nothing leads to ${state}`),
    ...actions.filter((action) => !taken.has(action)).map((action) => `${name}: no state has ${action}`),
  ];
}

interface Step {
  readonly state: string;
  readonly action: string;
  readonly target: string;
}

function stepsFrom<State extends string, Action extends string>(
  workflow: Workflow<State, Action>,
  state: State,
): readonly Step[] {
  if (!Object.hasOwn(workflow.table, state)) return [];
  return Object.entries<State | undefined>(workflow.table[state]).flatMap(([action, target]) =>
    target === undefined ? [] : [{ state, action, target }],
  );
}

function reachable<State extends string, Action extends string>(
  workflow: Workflow<State, Action>,
): ReadonlySet<string> {
  const reached = new Set<string>(workflow.states.slice(0, 1));
  // A Set is walked in order of insertion, what is added on the way included.
  for (const name of reached) {
    const state = workflow.states.find((known) => known === name);
    if (state === undefined) continue;
    for (const step of stepsFrom(workflow, state)) reached.add(step.target);
  }
  return reached;
}

function includes(list: readonly string[], name: string): boolean {
  return list.includes(name);
}

function repeated(list: readonly string[]): readonly string[] {
  return list.filter((name, index) => list.indexOf(name) !== index);
}
