import { getRouteApi } from '@tanstack/react-router';
import { Suspense, lazy } from 'react';
import type { MeetingView } from '../../../../../libs/contracts/meetings.js';
import { Section } from '../../components/ui/section.js';
import { MadeDocuments } from '../../features/documents/components/made-documents.js';
import { da } from '../../texts/da.js';
import { AskForAgenda, AskForMinutes } from '../documents/ask-for-papers.js';
import { MeetingPage } from '../meeting/meeting-page.js';
import { readsClosed } from '../session/reads-closed.js';
import { useSession } from '../session/session.js';

/** For the secretariat only: nobody else fetches it. */
const ReturnedDocuments = lazy(() => import('../documents/returned-documents.js'));

const route = getRouteApi('/inside/meetings/$meetingId/documents');

export default function MeetingDocumentsPage() {
  const { meetingId } = route.useParams();
  return (
    <MeetingPage meetingId={meetingId} title={da.documents.title} of={da.documents.of}>
      {(meeting) => <Papers meeting={meeting} />}
    </MeetingPage>
  );
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
