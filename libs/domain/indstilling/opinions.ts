import { addWorkingDays } from '../calendar/index.js';
import type { ClosingDay, IsoDate } from '../calendar/index.js';
import { allowed, refused } from '../outcome.js';
import type { Outcome } from '../outcome.js';
import { UNDER_WAY } from './lists.js';
import { isUnfinished } from './workflow.js';
import type { IndstillingState } from './workflow.js';

/** What a unit says of an indstilling that it is asked about ("koordineret med"). */
export const OPINION_ANSWERS = ['agrees', 'remarks'] as const;
export type OpinionAnswer = (typeof OPINION_ANSWERS)[number];

/** How far a question has come: waited for, waited for too long, or what was answered. */
export const OPINION_STATES = ['awaited', 'overdue', ...OPINION_ANSWERS] as const;
export type OpinionState = (typeof OPINION_STATES)[number];

/** How many hverdage a unit has to answer in, where nobody says otherwise. */
const DAYS_TO_ANSWER = 5;

/** The last day to answer on, for a question that is asked today without a day of its own. */
export function opinionDeadline(today: IsoDate, closingDays: readonly ClosingDay[]): IsoDate {
  return addWorkingDays(today, DAYS_TO_ANSWER, closingDays);
}

/** Where a question stands today; on the day it is due it is not overdue yet. */
export function opinionState(
  { answer, dueOn }: { readonly answer: OpinionAnswer | null; readonly dueOn: IsoDate },
  today: IsoDate,
): OpinionState {
  return answer ?? (dueOn < today ? 'overdue' : 'awaited');
}

/** A unit that somebody wants the opinion of. */
export interface OpinionQuestion {
  readonly state: IndstillingState;
  /** The unit of the indstilling itself; null where none is named. */
  readonly ownUnitId: string | null;
  readonly unitId: string;
  /** The units that have not answered yet. */
  readonly awaited: readonly string[];
  readonly dueOn: IsoDate;
  readonly today: IsoDate;
}

/**
 * Whether a unit can be asked. Refusals: `opinion-not-now` once the indstilling is approved or has ended,
 * `opinion-of-own-unit`, `opinion-awaited` while it has not answered, `opinion-due-passed` for a day that is over.
 */
export function checkAsking(question: OpinionQuestion): Outcome<true> {
  const { state, ownUnitId, unitId, awaited, dueOn, today } = question;
  if (!isUnfinished(state))
    return refused('opinion-not-now', 'Opinions are asked for until the indstilling is approved.');
  if (unitId === ownUnitId)
    return refused('opinion-of-own-unit', 'The unit of the indstilling is not asked about it.', {
      at: 'unitId',
    });
  if (awaited.includes(unitId))
    return refused('opinion-awaited', 'The unit is asked already and has not answered yet.', {
      at: 'unitId',
    });
  if (dueOn < today)
    return refused('opinion-due-passed', 'The last day to answer on is over.', { at: 'dueOn' });
  return allowed(true);
}

/** An answer that somebody gives for a unit. */
export interface OpinionGiven {
  readonly state: IndstillingState;
  readonly isAnswered: boolean;
  readonly answer: OpinionAnswer;
  readonly text: string | null;
}

/**
 * Whether a unit can answer so. Refusals: `opinion-given` once it has answered, `opinion-too-late` when the indstilling
 * has ended, `opinion-text-missing` for remarks without words.
 */
export function checkAnswering({ state, isAnswered, answer, text }: OpinionGiven): Outcome<true> {
  if (isAnswered) return refused('opinion-given', 'The unit has answered already.');
  if (!UNDER_WAY.includes(state))
    return refused('opinion-too-late', 'The indstilling is decided, rejected or withdrawn.');
  if (answer === 'remarks' && (text ?? '').trim() === '')
    return refused('opinion-text-missing', 'Remarks are given in words.', { at: 'text' });
  return allowed(true);
}

/** Whether a question can be taken back: `opinion-given` once it is answered. */
export function checkWithdrawing({ isAnswered }: { readonly isAnswered: boolean }): Outcome<true> {
  return isAnswered ? refused('opinion-given', 'The unit has answered already.') : allowed(true);
}
