import { useQuery } from '@tanstack/react-query';
import { Suspense, lazy } from 'react';
import type { AgendaPointsView } from '../../../../../libs/contracts/agenda-points.js';
import type { MeetingView } from '../../../../../libs/contracts/meetings.js';
import { Link, getRouteApi } from '@tanstack/react-router';
import { Loaded } from '../../components/ui/loaded.js';
import { Page } from '../../components/ui/page.js';
import { agendaQuery, meetingQuery } from '../../features/meetings/api/meetings.js';
import { Agenda } from '../../features/meetings/components/agenda.js';
import { MeetingFacts } from '../../features/meetings/components/meeting-facts.js';
import { MeetingTabs } from '../../features/meetings/components/meeting-tabs.js';
import { ownReviewQuery } from '../../features/reviews/api/reviews.js';
import { MeetingStateChip } from '../../features/meetings/components/state-chip.js';
import { ChangeMarks } from '../../components/ui/changed-chip.js';
import { useChangeMarks } from '../../features/changes/use-change-marks.js';
import { statusOf } from '../../lib/api/problem.js';
import { dateInText } from '../../lib/formats.js';
import { da } from '../../texts/da.js';
import { meetingDetails } from '../../texts/meeting-details.js';
import { ChangesLink } from '../changes/changes-link.js';
import { NotFoundPage } from './not-found.js';

const ReviewStrip = lazy(() => import('../../features/reviews/components/review-strip.js'));

const route = getRouteApi('/inside/meetings/$meetingId');

export default function MeetingPage() {
  const { meetingId } = route.useParams();
  return <Meeting key={meetingId} meetingId={meetingId} />;
}

/** A meeting to read: what it is, and its agenda with the times. */
function Meeting({ meetingId }: { readonly meetingId: string }) {
  const meeting = useQuery(meetingQuery(meetingId));
  const agenda = useQuery(agendaQuery(meetingId));
  const status = statusOf(meeting.error);
  // What is not a meeting's id can be nobody's meeting.
  if (meeting.error !== null && (status === 404 || status === 400)) return <NotFoundPage />;
  const { data } = meeting;
  const title = data === undefined ? da.meetings.meeting.one : `${data.bodyName}, ${dateInText(data.date)}`;
  return (
    <Page
      title={title}
      context={da.meetings.title}
      breadcrumb={<Link to="/meetings">{da.meetings.title}</Link>}
      status={data === undefined ? undefined : <MeetingStateChip state={data.state} />}
      actions={<Acts meetingId={meetingId} meeting={data} />}
    >
      <MeetingTabs meeting={data} />
      {data === undefined ? null : <Review meeting={data} />}
      <div className="meeting">
        <section aria-labelledby="agenda-title" className="meeting-agenda">
          <h2 id="agenda-title">{da.meetings.meeting.agenda}</h2>
          <Loaded what={da.meetings.meeting.theAgenda} query={agenda}>
            {(loaded) => (data === undefined ? null : <Marked meeting={data} agenda={loaded} />)}
          </Loaded>
        </section>
        <section aria-labelledby="facts-title" className="meeting-facts">
          <h2 id="facts-title">{da.meetings.meeting.facts}</h2>
          <Loaded what={da.meetings.meeting.theMeeting} query={meeting} rows={4}>
            {(loaded) => (
              <>
                <MeetingFacts meeting={loaded} />
                {loaded.abilities.run === true ? (
                  <Link className="panel-link" to="/meetings/$meetingId/details" params={{ meetingId }}>
                    {meetingDetails.change}
                  </Link>
                ) : null}
              </>
            )}
          </Loaded>
        </section>
      </div>
    </Page>
  );
}

interface ActsProps {
  readonly meetingId: string;
  /** Undefined until it is read. */
  readonly meeting: MeetingView | undefined;
}

/** What is done with a meeting that is read; to correct its agenda comes first for those who do. */
function Acts({ meetingId, meeting }: ActsProps) {
  const corrects = meeting?.state === 'sent' && meeting.abilities.run === true;
  return (
    <>
      {corrects ? (
        <Link className="button button-primary" to="/meetings/$meetingId/agenda" params={{ meetingId }}>
          {da.agenda.correct}
        </Link>
      ) : null}
      {/* It stands there from the start, so that nothing beside it moves. */}
      {meeting?.state === 'planned' || meeting?.state === 'cancelled' ? null : (
        <Link
          className={corrects ? 'button button-secondary' : 'button button-primary'}
          to="/meetings/$meetingId/read"
          params={{ meetingId }}
        >
          {da.overview.read}
        </Link>
      )}
      <Link className="button button-secondary" to="/print/meetings/$meetingId/agenda" params={{ meetingId }}>
        {da.common.print}
      </Link>
      <Link
        className="button button-secondary"
        to="/follow-ups"
        search={{ meeting: meetingId, status: 'all' }}
      >
        {da.meetings.meeting.followUps}
      </Link>
    </>
  );
}

/** The agenda with what is new in it. */
function Marked({ meeting, agenda }: { readonly meeting: MeetingView; readonly agenda: AgendaPointsView }) {
  const marks = useChangeMarks(meeting, agenda);
  return (
    <ChangeMarks value={marks}>
      <ChangesLink meeting={meeting} asReader />
      <Agenda agenda={agenda} />
    </ChangeMarks>
  );
}

/** What stands above an agenda that is not sent, for those who are asked to read it through. */
function Review({ meeting }: { readonly meeting: MeetingView }) {
  const isBefore = meeting.state === 'planned' || meeting.state === 'drafting';
  const mayBeAsked = isBefore && meeting.abilities.run !== true;
  const { data } = useQuery({ ...ownReviewQuery(meeting.id), enabled: mayBeAsked });
  if (!mayBeAsked || data?.review == null) return null;
  return (
    <Suspense>
      <ReviewStrip meetingId={meeting.id} review={data.review} />
    </Suspense>
  );
}
