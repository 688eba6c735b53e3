import type { FollowUpView } from '../../../../../libs/contracts/follow-ups.js';
import { OPEN_STATUSES } from '../../../../../libs/domain/follow-up/workflow.js';
import { compareDanish, endOfWeek } from '../../lib/formats.js';
import { da } from '../../texts/da.js';
import type { GROUPINGS } from './search.js';

/** The names of what follow-ups point to; null where it is not known or not to be seen. */
export interface Names {
  readonly unitCode: (id: string | null) => string | null;
  readonly unitName: (id: string | null) => string | null;
  readonly initials: (personId: string | null) => string | null;
  readonly meeting: (id: string | null) => string | null;
}

export interface Group {
  readonly title: string;
  readonly tone: 'err' | 'neutral';
  readonly followUps: readonly FollowUpView[];
}

type DueGroup = 'overdue' | 'this-week' | 'later' | 'without-date' | 'ended';
const DUE_GROUPS: readonly DueGroup[] = ['overdue', 'this-week', 'later', 'without-date', 'ended'];

/** Which part of the list by due date a follow-up stands in; `today` is the Danish day. */
export function dueGroupOf({ overdue, status, due }: FollowUpView, today: string): DueGroup {
  if (overdue) return 'overdue';
  if (!OPEN_STATUSES.includes(status)) return 'ended';
  if (due.date === null) return 'without-date';
  return due.date <= endOfWeek(today) ? 'this-week' : 'later';
}

/** The follow-ups in groups, in the order they come within each; empty groups are left out. */
export function grouped(
  followUps: readonly FollowUpView[],
  by: (typeof GROUPINGS)[number],
  names: Names,
  today: string,
): readonly Group[] {
  const { groups } = da.followUps;
  if (by === 'due')
    return DUE_GROUPS.map((group) => ({
      title: groups[group],
      tone: group === 'overdue' ? ('err' as const) : ('neutral' as const),
      followUps: followUps.filter((followUp) => dueGroupOf(followUp, today) === group),
    })).filter((group) => group.followUps.length > 0);
  const titleOf = (followUp: FollowUpView): string =>
    by === 'unit' ? unitTitle(followUp, names) : (names.meeting(followUp.meetingId) ?? groups.withoutMeeting);
  const titles = [...new Set(followUps.map(titleOf))].sort(compareDanish);
  return titles.map((title) => ({
    title,
    tone: 'neutral' as const,
    followUps: followUps.filter((followUp) => titleOf(followUp) === title),
  }));
}

function unitTitle({ unitId }: FollowUpView, names: Names): string {
  const code = names.unitCode(unitId);
  const name = names.unitName(unitId);
  if (code === null) return da.followUps.groups.withoutUnit;
  return name === null ? code : `${code} – ${name}`;
}

/** Who does it: `FAS · JKJ`, as the minutes have it when neither is known, or a dash. */
export function responsibleOf({ unitId, personId, responsible }: FollowUpView, names: Names): string | null {
  const known = [names.unitCode(unitId), names.initials(personId)].filter((name) => name !== null);
  return known.length > 0 ? known.join(' · ') : responsible;
}
