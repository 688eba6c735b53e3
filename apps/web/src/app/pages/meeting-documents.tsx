import { useQuery } from '@tanstack/react-query';
import { Link, getRouteApi } from '@tanstack/react-router';
import { Suspense, lazy } from 'react';
import type { MeetingView } from '../../../../../libs/contracts/meetings.js';
import { Loaded } from '../../components/ui/loaded.js';
import { Page } from '../../components/ui/page.js';
import { Section } from '../../components/ui/section.js';
import { MadeDocuments } from '../../features/documents/components/made-documents.js';
import { meetingQuery } from '../../features/meetings/api/meetings.js';
import { MeetingTabs } from '../../features/meetings/components/meeting-tabs.js';
import { statusOf } from '../../lib/api/problem.js';
import { dateInText } from '../../lib/formats.js';
import { da } from '../../texts/da.js';
import { AskForAgenda, AskForMinutes } from '../documents/ask-for-papers.js';
import { readsClosed } from '../session/reads-closed.js';
import { useSession } from '../session/session.js';
import { NotFoundPage } from './not-found.js';

/** For the secretariat only: nobody else fetches it. */
const ReturnedDocuments = lazy(() => import('../documents/returned-documents.js'));

const route = getRouteApi('/inside/meetings/$meetingId/documents');

export default function MeetingDocumentsPage() {
  const { meetingId } = route.useParams();
  const meeting = useQuery(meetingQuery(meetingId));
  const status = statusOf(meeting.error);
  if (meeting.error !== null && (status === 404 || status === 400)) return <NotFoundPage />;
  const { data } = meeting;
  return (
    <Page
      title={data === undefined ? da.documents.title : da.documents.of(nameOf(data))}
      context={da.meetings.title}
      breadcrumb={
        <>
          <Link to="/meetings">{da.meetings.title}</Link> /{' '}
          <Link to="/meetings/$meetingId" params={{ meetingId }}>
            {data === undefined ? da.meetings.meeting.one : nameOf(data)}
          </Link>
        </>
      }
    >
      <MeetingTabs meeting={data} />
      <Loaded what={da.meetings.meeting.theMeeting} query={meeting}>
        {(loaded) => <Papers meeting={loaded} />}
      </Loaded>
    </Page>
  );
}

function nameOf({ bodyName, date }: MeetingView): string {
  return `${bodyName}, ${dateInText(date)}`;
}

/** What can be made of the meeting's papers, and what was. */
function Papers({ meeting }: { readonly meeting: MeetingView }) {
  const audiences = readsClosed(useSession(), meeting) ? (['all', 'open'] as const) : (['open'] as const);
  return (
    <div className="papers">
      <div className="papers-to-make">
        <AskForMinutes meeting={meeting} audiences={audiences} />
        <AskForAgenda meeting={meeting} audiences={audiences} />
      </div>
      <Section title={da.documents.made}>
        <MadeDocuments search={{}} subjectId={meeting.id} />
      </Section>
      {meeting.abilities.run === true ? (
        <Suspense>
          <ReturnedDocuments meetingId={meeting.id} />
        </Suspense>
      ) : null}
    </div>
  );
}
