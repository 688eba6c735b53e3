import { Link } from '@tanstack/react-router';
import type { MeetingView } from '../../../../../../libs/contracts/meetings.js';
import { dateInText } from '../../../lib/formats.js';
import { da } from '../../../texts/da.js';

/** Whether an agenda is out: from then on its readers read it, whatever state the meeting is in. */
export function isToRead(state: MeetingView['state']): boolean {
  return ['sent', 'in-session', 'held', 'closed'].includes(state);
}

/** The way from a meeting in a list right into its agenda; nothing before that is sent. */
export function ReadLink({ meeting }: { readonly meeting: MeetingView }) {
  const { id, state, bodyName, date } = meeting;
  if (!isToRead(state)) return null;
  return (
    <Link className="read-link" to="/meetings/$meetingId/read" params={{ meetingId: id }}>
      {da.meetings.read}
      <span className="visually-hidden">: {`${bodyName}, ${dateInText(date)}`}</span>
    </Link>
  );
}
