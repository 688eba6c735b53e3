import type { IsoDate } from '../calendar/index.js';
import { allowed, refused } from '../outcome.js';
import type { Outcome } from '../outcome.js';
import { actionsFrom, nextState } from '../workflow.js';
import type { Workflow } from '../workflow.js';

/** How far a follow-up has come from the minutes to the one who does it (PRODUCT.md, "Follow-up"). */
export const FOLLOW_UP_STAGES = ['suggested', 'confirmed', 'issued', 'ignored'] as const;
export type FollowUpStage = (typeof FOLLOW_UP_STAGES)[number];

/** What can be done about the stage; `issue` sends it out to the one who does it. */
export const STAGE_ACTIONS = ['confirm', 'ignore', 'issue'] as const;
export type StageAction = (typeof STAGE_ACTIONS)[number];

/** How far the work itself has come. */
export const FOLLOW_UP_STATUSES = ['new', 'in-progress', 'waiting', 'done', 'dropped'] as const;
export type FollowUpStatus = (typeof FOLLOW_UP_STATUSES)[number];

/** What can be done about the status. */
export const STATUS_ACTIONS = ['start', 'wait', 'finish', 'drop', 'reopen', 'reset'] as const;
export type StatusAction = (typeof STATUS_ACTIONS)[number];

/** Every step of a follow-up, those of its stage first. */
export const FOLLOW_UP_ACTIONS = [...STAGE_ACTIONS, ...STATUS_ACTIONS] as const;
export type FollowUpAction = StageAction | StatusAction;

/**
 * `suggested -> confirmed -> issued`, or ignored. What was ignored by mistake is confirmed again; what was issued
 * stays so, since somebody has it: it is dropped with a reason instead.
 */
export const FOLLOW_UP_STAGE_WORKFLOW: Workflow<FollowUpStage, StageAction> = {
  name: 'follow-up',
  states: FOLLOW_UP_STAGES,
  actions: STAGE_ACTIONS,
  table: {
    suggested: { confirm: 'confirmed', ignore: 'ignored' },
    confirmed: { issue: 'issued', ignore: 'ignored' },
    issued: {},
    ignored: { confirm: 'confirmed' },
  },
};

/**
 * The work: new, in progress, waiting, done or dropped; what was ended can be taken up again. `reset` makes it new again,
 * so that a status set by mistake can be taken back.
 */
export const FOLLOW_UP_STATUS_WORKFLOW: Workflow<FollowUpStatus, StatusAction> = {
  name: 'follow-up',
  states: FOLLOW_UP_STATUSES,
  actions: STATUS_ACTIONS,
  table: {
    new: { start: 'in-progress', wait: 'waiting', finish: 'done', drop: 'dropped' },
    'in-progress': { wait: 'waiting', finish: 'done', drop: 'dropped', reset: 'new' },
    waiting: { start: 'in-progress', finish: 'done', drop: 'dropped', reset: 'new' },
    done: { reopen: 'in-progress' },
    dropped: { reopen: 'in-progress' },
  },
};

/** Where a follow-up stands. */
export interface FollowUpState {
  readonly stage: FollowUpStage;
  readonly status: FollowUpStatus;
}

/** The steps that ask for words: what came of it, why it is dropped, why it is taken up again. */
const NEEDS_NOTE: readonly FollowUpAction[] = ['finish', 'drop', 'reopen'];

/**
 * Where a step brings a follow-up. Refusals: `transition-not-allowed`; `follow-up-not-confirmed` for work on one that
 * is only suggested or was ignored (lifted by the minute taker); `note-required` to finish and reopen,
 * `reason-required` to drop (PRODUCT.md, "done needs a note, dropped a reason").
 */
export function takeFollowUpStep(
  state: FollowUpState,
  action: FollowUpAction,
  note: string | null = null,
): Outcome<FollowUpState> {
  const next = isStageAction(action)
    ? mapped(nextState(FOLLOW_UP_STAGE_WORKFLOW, state.stage, action), (stage) => ({ ...state, stage }))
    : workedOn(state, action);
  if (!next.ok || !NEEDS_NOTE.includes(action) || (note ?? '').trim() !== '') return next;
  if (action === 'drop')
    return refused('reason-required', 'A follow-up is dropped only with a reason.', { at: 'note' });
  return refused('note-required', `A follow-up takes the step "${action}" only with a note.`, { at: 'note' });
}

/** The steps the tables allow from here; whether a note is missing is said when one is tried. */
export function followUpActions({ stage, status }: FollowUpState): readonly FollowUpAction[] {
  const onWork = isAtWork(stage) ? actionsFrom(FOLLOW_UP_STATUS_WORKFLOW, status) : [];
  return [...actionsFrom(FOLLOW_UP_STAGE_WORKFLOW, stage), ...onWork];
}

/** Tells whether work on a follow-up of this stage counts: it was confirmed, whether issued yet or not. */
export function isAtWork(stage: FollowUpStage): boolean {
  return stage === 'confirmed' || stage === 'issued';
}

/** The statuses of a follow-up that is not ended. */
export const OPEN_STATUSES: readonly FollowUpStatus[] = ['new', 'in-progress', 'waiting'];

/**
 * Tells whether a follow-up is overdue: confirmed, not ended, and its date lies before `today` (a Danish calendar day).
 * One without a date never is.
 */
export function isOverdue(followUp: FollowUpState & { dueDate: IsoDate | null }, today: IsoDate): boolean {
  const { stage, status, dueDate } = followUp;
  return isAtWork(stage) && OPEN_STATUSES.includes(status) && dueDate !== null && dueDate < today;
}

function isStageAction(action: FollowUpAction): action is StageAction {
  return STAGE_ACTIONS.some((known) => known === action);
}

function workedOn(state: FollowUpState, action: StatusAction): Outcome<FollowUpState> {
  if (!isAtWork(state.stage))
    return refused('follow-up-not-confirmed', `A follow-up that is "${state.stage}" is not worked on.`, {
      at: 'action',
      liftedBy: 'minute-taker',
    });
  return mapped(nextState(FOLLOW_UP_STATUS_WORKFLOW, state.status, action), (status) => ({
    ...state,
    status,
  }));
}

function mapped<A, B>(outcome: Outcome<A>, map: (value: A) => B): Outcome<B> {
  return outcome.ok ? allowed(map(outcome.value)) : outcome;
}
