import type { MeetingView } from '../../contracts/meetings.js';
import type { ClosingDay, LocalMoment } from '../../domain/calendar/index.js';
import { MEETING_WORKFLOW, deadlinesOf, hasPassed } from '../../domain/meeting/index.js';
import { actionsFrom } from '../../domain/workflow.js';
import type { Actor } from '../../domain/rights/index.js';
import { abilityOf } from '../../platform/http/problem-error.js';
import { mayChangeMeeting, mayReadHistory, mayRunMeetings } from './meetings.policy.js';
import type { BodyRow } from '../organisation/index.js';
import type { MeetingRow } from './meeting.entity.js';

/** What a meeting's deadlines are counted with: the municipality's closing days, and the moment it is looked at. */
export interface DeadlineCalendar {
  readonly closingDays: readonly ClosingDay[];
  readonly now: LocalMoment;
}

export function meetingView(
  row: MeetingRow,
  body: BodyRow,
  calendar: DeadlineCalendar,
  actor: Actor,
): MeetingView {
  const { id, bodyId, kind, date, start, end, place, caseNumber, participants, state } = row;
  // How often it was saved tells of corrections that its readers may not know of; they change nothing, so need none.
  const version = mayRunMeetings(actor, row.bodyId) === true ? row.version : 1;
  const { chairId, minuteTakerId, caseworkers, documentDate, letterhead, cancelledBecause } = row;
  const deadlines = deadlinesOf(body.settings.deadlines, row.date, calendar.closingDays);
  return {
    ...{ id, bodyId, kind, date, start, end, place, caseNumber, participants, state, version },
    ...{ chairId, minuteTakerId, caseworkers, documentDate, letterhead, cancelledBecause },
    bodyName: body.name,
    abilities: {
      change: abilityOf(mayChangeMeeting(actor, row)),
      run: abilityOf(mayRunMeetings(actor, row.bodyId)),
      history: abilityOf(mayReadHistory(actor, body)),
    },
    actions: [...actionsFrom(MEETING_WORKFLOW, row.state)],
    deadlines: deadlines.map((deadline) => ({ ...deadline, passed: hasPassed(deadline, calendar.now) })),
  };
}
