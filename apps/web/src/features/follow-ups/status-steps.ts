import type { FollowUpAction, FollowUpStatus } from '../../../../../libs/domain/follow-up/workflow.js';

export interface StepWithNote {
  readonly action: FollowUpAction;
  readonly note: string | null;
}

/** The step that leads to a status. Back to "in progress" is `start` from an open one, `reopen` from an ended one. */
const STEPS_TO: Readonly<Record<FollowUpStatus, readonly FollowUpAction[]>> = {
  new: ['reset'],
  'in-progress': ['start', 'reopen'],
  waiting: ['wait'],
  done: ['finish'],
  dropped: ['drop'],
};

/** The one step that leads a follow-up to a status, among those it allows; null when none does. */
export function stepTo(actions: readonly FollowUpAction[], status: FollowUpStatus): FollowUpAction | null {
  return STEPS_TO[status].find((action) => actions.includes(action)) ?? null;
}

/** Whether a step asks for words: what came of it, why it is dropped or taken up again. */
export function needsNote(action: FollowUpAction): boolean {
  return action === 'finish' || action === 'drop' || action === 'reopen';
}

/**
 * The steps that bring a follow-up back from one status to the one it had. From an ended one it is first taken up again;
 * back to an ended one it is ended again. Each carries the note, which the history keeps.
 */
export function stepsBack(from: FollowUpStatus, to: FollowUpStatus, note: string): readonly StepWithNote[] {
  if (from === to) return [];
  const isEnded = from === 'done' || from === 'dropped';
  const reopened: readonly StepWithNote[] = isEnded ? [{ action: 'reopen', note }] : [];
  if (isEnded && to === 'in-progress') return reopened;
  const last: Readonly<Record<FollowUpStatus, FollowUpAction>> = {
    new: 'reset',
    'in-progress': 'start',
    waiting: 'wait',
    done: 'finish',
    dropped: 'drop',
  };
  return [...reopened, { action: last[to], note }];
}
