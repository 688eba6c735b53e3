import { Link } from '@tanstack/react-router';
import type { MeetingView } from '../../../../../../libs/contracts/meetings.js';
import { da } from '../../../texts/da.js';

const { tabs } = da.agenda;

interface MeetingTabsProps {
  /** Nothing while it is fetched: the tabs keep their room, and nothing below moves when they come. */
  readonly meeting: Pick<MeetingView, 'id' | 'abilities'> | undefined;
}

/** The pages of one meeting. Who does not make the agenda has nothing to do where it is made. */
export function MeetingTabs({ meeting }: MeetingTabsProps) {
  if (meeting === undefined) return <div className="tabs" />;
  const params = { meetingId: meeting.id };
  const activeOptions = { exact: true };
  return (
    <nav aria-label={tabs.label} className="tabs">
      {meeting.abilities.run === true ? (
        <Link to="/meetings/$meetingId/agenda" params={params} activeOptions={activeOptions}>
          {tabs.agenda}
        </Link>
      ) : null}
      {meeting.abilities.run === true ? (
        <Link to="/meetings/$meetingId/send" params={params} activeOptions={activeOptions}>
          {da.sending.tab}
        </Link>
      ) : null}
      <Link to="/meetings/$meetingId" params={params} activeOptions={activeOptions}>
        {tabs.read}
      </Link>
      <Link to="/meetings/$meetingId/minutes" params={params}>
        {tabs.minutes}
      </Link>
      <Link to="/meetings/$meetingId/documents" params={params} activeOptions={activeOptions}>
        {tabs.documents}
      </Link>
      {meeting.abilities.history === true ? (
        <Link to="/meetings/$meetingId/history" params={params}>
          {tabs.history}
        </Link>
      ) : null}
    </nav>
  );
}
