import { allowed, refused } from '../outcome.js';
import type { Outcome } from '../outcome.js';
import { mayEditAgenda, mayRemovePoint } from './edits.js';
import type { AgendaEdit } from './edits.js';
import type { MeetingState } from './workflow.js';

/** A point that something was done to, as it stands now, as far as taking that back asks. */
export interface PointStanding {
  /** On the agenda it is taken back on, on that of another meeting, or removed. */
  readonly where: 'here' | 'elsewhere' | 'removed';
  /** The state of the meeting it is taken back on. */
  readonly state: MeetingState;
  /** Whether it stands already as it would when that were taken back. */
  readonly standsSo: boolean;
}

/**
 * Whether something that was done to a point can still be taken back by these edits (UX.md, B.0: the history keeps
 * "Fortryd" where it is still possible). Refusals: `point-removed`, `point-elsewhere`, `stands-so`, those of
 * `mayEditAgenda`.
 */
export function mayTakeBack(edits: readonly AgendaEdit[], point: PointStanding): Outcome<null> {
  if (point.where === 'removed')
    return refused('point-removed', 'The point was removed: it is given back first.', {
      liftedBy: 'secretariat',
    });
  if (point.where === 'elsewhere')
    return refused('point-elsewhere', 'The point is on the agenda of another meeting.', {
      liftedBy: 'secretariat',
    });
  if (point.standsSo) return refused('stands-so', 'It stands so already.');
  for (const edit of edits) {
    const may = mayEditAgenda(point.state, edit);
    if (!may.ok) return may;
  }
  return allowed(null);
}

/**
 * Whether a point that was removed can still be given back; null: nothing of it is kept. Refusals: `stands-so` (it is there
 * again), those of `mayRemovePoint`.
 */
export function mayGiveBack(
  state: MeetingState,
  kept: { readonly frozenNumber: string | null; readonly late: boolean } | null,
): Outcome<null> {
  if (kept === null) return refused('stands-so', 'It is on the agenda again.');
  const may = mayRemovePoint(state, [kept], false);
  return may.ok ? allowed(null) : may;
}

/**
 * Whether a bilag that was removed from a point can still be given back. Refusals: `stands-so` (it is there again), those of
 * `mayEditAgenda`.
 */
export function mayGiveBilagBack(state: MeetingState, isRemoved: boolean): Outcome<null> {
  if (!isRemoved) return refused('stands-so', 'It is among the bilag of its point again.');
  const may = mayEditAgenda(state, 'edit-point');
  return may.ok ? allowed(null) : may;
}

/**
 * Whether a point that went to another meeting can be brought back from there. Refusals: `stands-so` (it is here
 * again), `point-out-of-reach`, `late-reason-required` (this agenda went out without it: it would
 * come as a late point, whose reason somebody writes), those of `mayEditAgenda` for leaving one agenda and landing on the other.
 */
export function mayBringBack(
  from: { readonly state: MeetingState } | null,
  here: { readonly state: MeetingState; readonly comesLate: boolean; readonly isHereAgain: boolean },
): Outcome<null> {
  if (here.isHereAgain) return refused('stands-so', 'The point is on this agenda again.');
  if (from === null)
    return refused('point-out-of-reach', 'The point is on no agenda that one may take it from.', {
      liftedBy: 'the secretariat of the body it went to',
    });
  const leaves = mayEditAgenda(from.state, 'move-to-meeting');
  if (!leaves.ok) return leaves;
  const lands = mayEditAgenda(here.state, 'add-point');
  if (!lands.ok) return lands;
  if (!here.comesLate) return allowed(null);
  return refused(
    'late-reason-required',
    'This agenda went out without the point, which comes as a late one, with a reason.',
    { liftedBy: 'secretariat' },
  );
}
