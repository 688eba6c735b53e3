import type { FollowUpNoteView, FollowUpView, PastDueView } from '../../contracts/follow-ups.js';
import { followUpActions, isOverdue } from '../../domain/follow-up/index.js';
import type { Due, FollowUpAction } from '../../domain/follow-up/index.js';
import type { Actor } from '../../domain/rights/index.js';
import { abilityOf } from '../../platform/http/problem-error.js';
import type { FollowUpDueChangeRow, FollowUpNoteRow, FollowUpRow } from './follow-up.entity.js';
import { mayRunFollowUp, mayTakeFollowUpStep, mayWorkOnFollowUp } from './follow-ups.policy.js';

/** A follow-up as its readers get it; `today` is the Danish day that tells what is overdue, `actor` the one who reads it. */
export function followUpView(row: FollowUpRow, today: string, actor: Actor): FollowUpView {
  const { id, bodyId, meetingId, pointId, action, sentence, responsible, unitId, personId, raisedBy } = row;
  const { stage, status, version } = row;
  return {
    ...{ id, bodyId, meetingId, pointId, action, sentence, responsible, unitId, personId, raisedBy },
    due: dueOf(row),
    ...{ stage, status },
    overdue: isOverdue(row, today),
    actions: [...followUpActions(row)],
    createdAt: row.createdAt.toISOString(),
    version,
    abilities: abilitiesOn(row, actor),
  };
}

function abilitiesOn(row: FollowUpRow, actor: Actor): FollowUpView['abilities'] {
  const step = (action: FollowUpAction) => abilityOf(mayTakeFollowUpStep(actor, row, action));
  const work = abilityOf(mayWorkOnFollowUp(actor, row));
  return {
    ...{ change: abilityOf(mayRunFollowUp(actor, row)), changeDue: work, note: work },
    ...{ confirm: step('confirm'), ignore: step('ignore'), issue: step('issue'), start: step('start') },
    ...{ wait: step('wait'), finish: step('finish'), drop: step('drop'), reopen: step('reopen') },
    reset: step('reset'),
  };
}

type DueColumns = Pick<FollowUpRow, 'dueKind' | 'dueText' | 'dueDate'>;

export function dueOf({ dueKind, dueText, dueDate }: DueColumns): Due {
  return { kind: dueKind, text: dueText, date: dueDate };
}

export function dueColumns({ kind, text, date }: Due): DueColumns {
  return { dueKind: kind, dueText: text, dueDate: date };
}

export function followUpNoteView({ id, at, action, text }: FollowUpNoteRow): FollowUpNoteView {
  return { id, at: at.toISOString(), action, text };
}

export function pastDueView(row: FollowUpDueChangeRow): PastDueView {
  return { id: row.id, at: row.at.toISOString(), due: dueOf(row), reason: row.reason };
}
