import { useQuery } from '@tanstack/react-query';
import { Link, getRouteApi } from '@tanstack/react-router';
import type { MeetingView } from '../../../../../libs/contracts/meetings.js';
import { Loaded } from '../../components/ui/loaded.js';
import { Page } from '../../components/ui/page.js';
import { agendaQuery, meetingQuery } from '../../features/meetings/api/meetings.js';
import { MeetingTabs } from '../../features/meetings/components/meeting-tabs.js';
import { minutesQuery } from '../../features/minutes/api/minutes.js';
import { statusOf } from '../../lib/api/problem.js';
import { dateInText } from '../../lib/formats.js';
import { da } from '../../texts/da.js';
import { BeginMinutes } from '../minutes/begin-minutes.js';
import { Minutes } from '../minutes/minutes.js';
import { NotFoundPage } from './not-found.js';

const route = getRouteApi('/inside/meetings/$meetingId/minutes');

export default function MinutesPage() {
  const { meetingId } = route.useParams();
  const { part } = route.useSearch();
  const meeting = useQuery(meetingQuery(meetingId));
  const status = statusOf(meeting.error);
  if (meeting.error !== null && (status === 404 || status === 400)) return <NotFoundPage />;
  if (meeting.data === undefined)
    return (
      <Page title={da.minutes.title} context={da.meetings.title}>
        <Loaded what={da.meetings.meeting.theMeeting} query={meeting}>
          {() => null}
        </Loaded>
      </Page>
    );
  return <MeetingMinutes key={meetingId} meeting={meeting.data} part={part ?? 'main'} />;
}

interface MeetingMinutesProps {
  readonly meeting: MeetingView;
  readonly part: 'main' | 'closed';
}

function MeetingMinutes({ meeting, part }: MeetingMinutesProps) {
  const minutes = useQuery(minutesQuery(meeting.id));
  const agenda = useQuery(agendaQuery(meeting.id));
  const head = { title: minutesTitle(meeting), breadcrumb: <MinutesBreadcrumb meeting={meeting} /> };
  if (minutes.data && agenda.data)
    return <Minutes minutes={minutes.data} agenda={agenda.data} {...{ meeting, part, head }} />;
  const query = minutes.data === undefined ? minutes : agenda;
  return (
    <Page {...head} context={da.meetings.title}>
      <MeetingTabs meeting={meeting} />
      {minutes.data === null ? (
        <BeginMinutes meeting={meeting} />
      ) : (
        <Loaded what={da.minutes.these} query={query}>
          {() => null}
        </Loaded>
      )}
    </Page>
  );
}

function minutesTitle({ bodyName, date }: MeetingView): string {
  return da.minutes.of(`${bodyName}, ${dateInText(date)}`);
}

function MinutesBreadcrumb({ meeting }: { readonly meeting: MeetingView }) {
  return (
    <>
      <Link to="/meetings">{da.meetings.title}</Link> /{' '}
      <Link to="/meetings/$meetingId" params={{ meetingId: meeting.id }}>
        {meeting.bodyName} {dateInText(meeting.date)}
      </Link>
    </>
  );
}
