import type { FollowUpNoteView, FollowUpView, PastDueView } from '../../contracts/follow-ups.js';
import { followUpActions, isOverdue } from '../../domain/follow-up/index.js';
import type { Due } from '../../domain/follow-up/index.js';
import type { FollowUpDueChangeRow, FollowUpNoteRow, FollowUpRow } from './follow-up.entity.js';

/** A follow-up as its readers get it; `today` is the Danish day that tells what is overdue. */
export function followUpView(row: FollowUpRow, today: string): FollowUpView {
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
