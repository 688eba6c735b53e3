import type { IsoDate } from '../calendar/index.js';
import { allowed, refused } from '../outcome.js';
import type { Outcome } from '../outcome.js';
import { nextState } from '../workflow.js';
import type { Workflow } from '../workflow.js';
import type { DueKind } from './reading.js';

/** How far a follow-up has come from the minutes to the one who does it (PRODUCT.md, Follow-up). */
export type FollowUpStage = 'suggested' | 'confirmed' | 'issued' | 'ignored';
export type FollowUpStageAction = 'confirm' | 'ignore' | 'issue';

/** The reader suggests, the minute taker confirms or ignores, and it is issued when the minutes go to review. */
export const FOLLOW_UP_STAGES: Workflow<FollowUpStage, FollowUpStageAction> = {
  name: 'follow-up',
  states: ['suggested', 'confirmed', 'issued', 'ignored'],
  actions: ['confirm', 'ignore', 'issue'],
  table: {
    suggested: { confirm: 'confirmed', ignore: 'ignored' },
    confirmed: { ignore: 'ignored', issue: 'issued' },
    issued: {},
    ignored: { confirm: 'confirmed' },
  },
};

/** The stage a follow-up starts in: what somebody wrote by hand needs no confirming. */
export const firstStage = (origin: 'read' | 'written'): FollowUpStage =>
  origin === 'read' ? 'suggested' : 'confirmed';

/** How the work on a follow-up stands. */
export type FollowUpStatus = 'new' | 'in-progress' | 'waiting' | 'done' | 'dropped';
export type FollowUpStatusAction = 'start' | 'wait' | 'finish' | 'drop' | 'reopen';

/** Work goes to and fro until it is done or dropped; either can be reopened. */
export const FOLLOW_UP_STATUSES: Workflow<FollowUpStatus, FollowUpStatusAction> = {
  name: 'follow-up',
  states: ['new', 'in-progress', 'waiting', 'done', 'dropped'],
  actions: ['start', 'wait', 'finish', 'drop', 'reopen'],
  table: {
    new: { start: 'in-progress', wait: 'waiting', finish: 'done', drop: 'dropped' },
    'in-progress': { wait: 'waiting', finish: 'done', drop: 'dropped' },
    waiting: { start: 'in-progress', finish: 'done', drop: 'dropped' },
    done: { reopen: 'in-progress' },
    dropped: { reopen: 'in-progress' },
  },
};

/** What an action asks for in words: a note of what was done or why it is taken up again, a reason for dropping it. */
const WORDS_ASKED: Readonly<Partial<Record<FollowUpStatusAction, 'note' | 'reason'>>> = {
  finish: 'note',
  reopen: 'note',
  drop: 'reason',
};

/** Whether a status action asks for a note or a reason; null when it asks for neither. */
export const wordsAskedBy = (action: FollowUpStatusAction): 'note' | 'reason' | null =>
  WORDS_ASKED[action] ?? null;

/**
 * The stage a follow-up comes to by an action, or the refusal `transition-not-allowed`.
 */
export function moveStage(stage: FollowUpStage, action: FollowUpStageAction): Outcome<FollowUpStage> {
  return nextState(FOLLOW_UP_STAGES, stage, action);
}

/**
 * The status a follow-up comes to by an action. `words` is the note or reason given with it; refused with
 * `note-required` or `reason-required` when the action asks for one and none but blanks is given, and with
 * `transition-not-allowed` when the status has no such step.
 */
export function moveStatus(
  status: FollowUpStatus,
  action: FollowUpStatusAction,
  words: string | null = null,
): Outcome<FollowUpStatus> {
  const next = nextState(FOLLOW_UP_STATUSES, status, action);
  const asked = wordsAskedBy(action);
  if (!next.ok || asked === null || (words ?? '').trim() !== '') return next;
  return refused(
    `${asked}-required`,
    `A follow-up needs a ${asked} before it can take the step "${action}".`,
    {
      at: asked,
    },
  );
}

/** Whether nothing more is to be done: the follow-up is done or dropped. */
export const isClosed = (status: FollowUpStatus): boolean => status === 'done' || status === 'dropped';

/** When a follow-up is due, as written and, where a day is fixed, as a date. */
export interface FollowUpDue {
  readonly text: string | null;
  readonly date: IsoDate | null;
  readonly kind: DueKind;
}

/** What overdue hangs on. */
export interface DatedFollowUp {
  readonly status: FollowUpStatus;
  readonly due: Pick<FollowUpDue, 'date' | 'kind'>;
}

/**
 * Whether a follow-up is overdue on a day: it is open, and its fixed date lies before that day. A proposed date, an
 * occasion or a routine is never overdue; the due day itself is still in time.
 */
export function isOverdue({ status, due }: DatedFollowUp, today: IsoDate): boolean {
  return !isClosed(status) && due.kind === 'firm' && due.date !== null && due.date < today;
}

/** A due date that was once given, and the day it was changed. */
export interface FormerDue {
  readonly due: FollowUpDue;
  readonly changedOn: IsoDate;
}

/** A due date with those it replaced, the oldest first. */
export interface DueHistory {
  readonly due: FollowUpDue;
  readonly former: readonly FormerDue[];
}

const isSameDue = (a: FollowUpDue, b: FollowUpDue): boolean =>
  a.text === b.text && a.date === b.date && a.kind === b.kind;

/** Whether kind, date and text contradict each other; the refusal `due-contradicts-itself` says how. */
function checkedDue(due: FollowUpDue): Outcome<FollowUpDue> {
  const contradiction =
    due.kind === 'none'
      ? (due.text !== null || due.date !== null) && 'A due date of kind "none" has neither text nor date.'
      : due.kind !== 'firm' && due.kind !== 'proposed' && due.date !== null
        ? `A due date of kind "${due.kind}" hangs on something else and has no date.`
        : due.text === null &&
          due.date === null &&
          `A due date of kind "${due.kind}" needs a text or a date.`;
  return contradiction ? refused('due-contradicts-itself', contradiction, { at: 'due' }) : allowed(due);
}

/**
 * Gives a follow-up a new due date and keeps the old one in its history; `today` is the day of the change. The same
 * due date again changes nothing. Refused with `due-contradicts-itself` when kind, date and text do not fit, and with
 * `follow-up-closed` when the follow-up is done or dropped (reopening lifts that).
 */
export function changeDue(
  history: DueHistory,
  due: FollowUpDue,
  { status, today }: { readonly status: FollowUpStatus; readonly today: IsoDate },
): Outcome<DueHistory> {
  const checked = checkedDue(due);
  if (!checked.ok) return checked;
  if (isSameDue(history.due, due)) return allowed(history);
  if (isClosed(status))
    return refused(
      'follow-up-closed',
      `A follow-up that is "${status}" keeps its due date until it is reopened.`,
      {
        at: 'status',
      },
    );
  return allowed({ due, former: [...history.former, { due: history.due, changedOn: today }] });
}
