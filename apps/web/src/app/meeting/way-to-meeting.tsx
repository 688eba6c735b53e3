import { Link } from '@tanstack/react-router';
import type { MeetingView } from '../../../../../libs/contracts/meetings.js';
import { dateInText } from '../../lib/formats.js';
import { da } from '../../texts/da.js';

/** "Rådmandsmøde, 24. november 2026". */
export function nameOfMeeting({ bodyName, date }: MeetingView): string {
  return `${bodyName}, ${dateInText(date)}`;
}

interface WayToMeetingProps {
  readonly meetingId: string;
  /** Undefined until it is here. */
  readonly meeting: MeetingView | undefined;
}

/** The way from all meetings to the one a page is about. */
export function WayToMeeting({ meetingId, meeting }: WayToMeetingProps) {
  return (
    <>
      <Link to="/meetings">{da.meetings.title}</Link> /{' '}
      <Link to="/meetings/$meetingId" params={{ meetingId }}>
        {meeting === undefined ? da.meetings.meeting.one : nameOfMeeting(meeting)}
      </Link>
    </>
  );
}
