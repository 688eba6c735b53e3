import { Link } from '@tanstack/react-router';
import type { MeetingView } from '../../../../../../libs/contracts/meetings.js';
import { agendaIsOut } from '../../../../../../libs/domain/meeting/index.js';
import { dateInText } from '../../../lib/formats.js';
import { da } from '../../../texts/da.js';

/** The way from a meeting in a list right into its agenda; nothing before that is sent. */
export function ReadLink({ meeting }: { readonly meeting: MeetingView }) {
  const { id, state, bodyName, date } = meeting;
  if (!agendaIsOut(state)) return null;
  return (
    <Link className="read-link" to="/meetings/$meetingId/read" params={{ meetingId: id }}>
      {da.meetings.read}
      <span className="visually-hidden">: {`${bodyName}, ${dateInText(date)}`}</span>
    </Link>
  );
}
