import { areLocked } from '../minutes/index.js';
import type { MinutesState } from '../minutes/index.js';
import { allowed, refused } from '../outcome.js';
import type { Outcome } from '../outcome.js';
import { agendaIsToCome } from './agenda-out.js';
import type { MeetingState } from './workflow.js';

/**
 * What can be done to the points of an agenda. `remove-point` leaves no trace, `withdraw-point` leaves the number with
 * "Punktet udgår"; `edit-point` covers texts, minutes, responsible and attachments; `move-to-meeting` takes the point,
 * with its attachments, to another meeting.
 */
export const AGENDA_EDITS = [
  'add-point',
  'edit-point',
  'reorder',
  'nest',
  'remove-point',
  'withdraw-point',
  'change-visibility',
  'move-to-meeting',
] as const;
export type AgendaEdit = (typeof AGENDA_EDITS)[number];

/**
 * The edits each state of a meeting allows (PRODUCT.md, "Meeting" and "Agenda point"). Not in the paragraph, and
 * decided here: a planned meeting takes points, since postponed ones land there; a sent agenda can have a point closed
 * at once, since one that was sent open by mistake cannot wait; the points of a cancelled meeting can be moved on.
 */
export const AGENDA_EDITS_BY_STATE: Readonly<Record<MeetingState, readonly AgendaEdit[]>> = {
  planned: AGENDA_EDITS,
  drafting: AGENDA_EDITS,
  sent: ['add-point', 'edit-point', 'withdraw-point', 'change-visibility', 'move-to-meeting'],
  'in-session': ['add-point', 'reorder', 'withdraw-point', 'change-visibility', 'move-to-meeting'],
  held: [],
  closed: [],
  cancelled: ['move-to-meeting'],
};

/** The fields of a point that say how open it is: a sent agenda takes changes of these too. */
const OF_VISIBILITY: readonly string[] = ['visibility', 'closedReason', 'publicTitle', 'publicDecision'];

/** What kinds of edit a change of these fields of a point is; opening and closing are asked apart from the rest. */
export function editsOfFields(names: readonly string[]): readonly AgendaEdit[] {
  return [
    ...(names.some((name) => OF_VISIBILITY.includes(name)) ? (['change-visibility'] as const) : []),
    ...(names.some((name) => !OF_VISIBILITY.includes(name)) ? (['edit-point'] as const) : []),
  ];
}

interface StateRule {
  readonly code: string;
  readonly rule: string;
  readonly liftedBy?: string;
}

const RULES: Readonly<Record<MeetingState, StateRule>> = {
  planned: { code: 'meeting-planned', rule: 'The agenda of a planned meeting takes every change.' },
  drafting: { code: 'meeting-drafting', rule: 'The agenda being drafted takes every change.' },
  sent: {
    code: 'agenda-sent',
    rule: 'A sent agenda is only corrected, given late points, or has points withdrawn or moved: its numbers and order stand.',
    liftedBy: 'secretariat',
  },
  'in-session': {
    code: 'meeting-in-session',
    rule: 'During the meeting points are only added, reordered, withdrawn, moved, opened or closed.',
    liftedBy: 'secretariat',
  },
  held: {
    code: 'meeting-held',
    rule: 'The agenda of a meeting that was held stands.',
    liftedBy: 'secretariat',
  },
  closed: { code: 'meeting-closed', rule: 'A closed meeting takes no change.' },
  cancelled: {
    code: 'meeting-cancelled',
    rule: 'The points of a cancelled meeting are only moved to another meeting.',
  },
};

/**
 * Whether the points of a meeting in this state may be edited so. Refusals, by state: `agenda-sent`,
 * `meeting-in-session`, `meeting-held` (lifted by the secretariat, stepping back), `meeting-closed`,
 * `meeting-cancelled` (lifted by nobody).
 */
export function mayEditAgenda(state: MeetingState, edit: AgendaEdit): Outcome<AgendaEdit> {
  if (AGENDA_EDITS_BY_STATE[state].includes(edit)) return allowed(edit);
  const { code, rule, ...more } = RULES[state];
  return refused(code, rule, { at: edit, ...more });
}

/**
 * Whether a point may leave without a trace, `group` being it and its sub-points: only what nobody was ever sent, with this agenda
 * or (`sentBefore`) with that of another meeting that it has left. The versions that were sent go on telling of it, and what is
 * withdrawn stays to say how open it is, and for whom it is not. A late point that no version has yet leaves
 * a sent agenda so, too: who added it by mistake takes that back. Refusals: those of `mayEditAgenda`, `point-was-sent` (lifted by
 * nobody: it is withdrawn).
 */
export function mayRemovePoint(
  state: MeetingState,
  group: readonly { readonly frozenNumber: string | null; readonly late: boolean }[],
  sentBefore: boolean,
): Outcome<MeetingState> {
  const wasSent = sentBefore || group.some(({ frozenNumber }) => frozenNumber !== null);
  if (state === 'sent' && !wasSent && group.every(({ late }) => late)) return allowed(state);
  const edit = mayEditAgenda(state, 'remove-point');
  if (!edit.ok) return edit;
  if (!wasSent) return allowed(state);
  return refused('point-was-sent', 'A point that was sent is withdrawn ("Punktet udgår"), not removed.');
}

/**
 * Whether a withdrawn point may come back under the number it has: where points may be withdrawn. Refusals: those of
 * `mayEditAgenda`, `point-not-withdrawn`.
 */
export function mayReinstatePoint(
  state: MeetingState,
  point: { readonly withdrawn: boolean },
): Outcome<MeetingState> {
  const edit = mayEditAgenda(state, 'withdraw-point');
  if (!edit.ok) return edit;
  return point.withdrawn ? allowed(state) : refused('point-not-withdrawn', 'The point is on the agenda.');
}

/**
 * Whether an agenda may be given to named people to read through: before it is out (PRODUCT.md, `review`). Refusals:
 * `agenda-sent`, `meeting-in-session`, `meeting-held`, `meeting-closed`, `meeting-cancelled`.
 */
export function mayGiveToReview(state: MeetingState): Outcome<MeetingState> {
  if (agendaIsToCome(state)) return allowed(state);
  const { code, liftedBy } = RULES[state];
  const rule = 'An agenda is read through before it is sent.';
  return refused(code, rule, liftedBy === undefined ? {} : { liftedBy });
}

/**
 * Whether date, times, place and participants of a meeting may still be changed. Refusals: `meeting-closed`,
 * `meeting-cancelled`.
 */
export function mayEditMeeting(state: MeetingState): Outcome<MeetingState> {
  if (state !== 'closed' && state !== 'cancelled') return allowed(state);
  return refused(`meeting-${state}`, `A ${state} meeting is not changed.`);
}

/**
 * Whether decisions may be written: from the start of the meeting until its minutes are approved. Refusals:
 * `meeting-not-started` (lifted by the secretariat, starting it), `meeting-closed`, `meeting-cancelled`,
 * `minutes-locked` (corrections are additions, PRODUCT.md, "Minutes").
 */
export function mayRecordDecision(state: MeetingState, minutes: MinutesState | null): Outcome<MeetingState> {
  if (state === 'closed' || state === 'cancelled') return mayEditMeeting(state);
  if (minutes !== null && areLocked(minutes))
    return refused('minutes-locked', 'Approved minutes are not changed; a correction is added to them.');
  if (state === 'in-session' || state === 'held') return allowed(state);
  return refused('meeting-not-started', 'Decisions are written once the meeting has started.', {
    liftedBy: 'secretariat',
  });
}

/**
 * Whether the minutes of a meeting may be taken a step on or corrected: once it has started, and still when it is
 * closed. Refusals: `meeting-not-started` (also after stepping back), `meeting-cancelled`.
 */
export function mayWorkOnMinutes(state: MeetingState): Outcome<MeetingState> {
  if (state === 'cancelled') return mayEditMeeting(state);
  if (state === 'in-session' || state === 'held' || state === 'closed') return allowed(state);
  return refused('meeting-not-started', 'Minutes are worked on once the meeting has started.', {
    liftedBy: 'secretariat',
  });
}
