import { useQuery } from '@tanstack/react-query';
import { Link, getRouteApi } from '@tanstack/react-router';
import type { AgendaPointView, AgendaPointsView } from '../../../../../libs/contracts/agenda-points.js';
import type { MeetingView } from '../../../../../libs/contracts/meetings.js';
import { mayEditAgenda } from '../../../../../libs/domain/meeting/index.js';
import { Suspense, lazy } from 'react';
import type { ReactNode } from 'react';
import { Loaded } from '../../components/ui/loaded.js';
import { Loading } from '../../components/ui/loading.js';
import { Page } from '../../components/ui/page.js';
import { RichText } from '../../components/ui/rich-text.js';
import { Section } from '../../components/ui/section.js';
import { Bilag } from '../../features/attachments/components/bilag.js';
import { Course } from '../../features/course/components/course.js';
import { agendaQuery, meetingQuery } from '../../features/meetings/api/meetings.js';
import { PointChips, PointFacts, timeOf } from '../../features/meetings/components/agenda.js';
import { statusOf } from '../../lib/api/problem.js';
import { dateInText } from '../../lib/formats.js';
import { da } from '../../texts/da.js';
import { useSession } from '../session/session.js';
import { NotFoundPage } from './not-found.js';

const route = getRouteApi('/inside/meetings/$meetingId/points/$pointId');
const text = da.attachments.point;

export default function PointPage() {
  const { meetingId, pointId } = route.useParams();
  return <Point key={pointId} meetingId={meetingId} pointId={pointId} />;
}

interface PointProps {
  readonly meetingId: string;
  readonly pointId: string;
}

/** One point of an agenda with its bilag, and the ways to those beside it. */
function Point({ meetingId, pointId }: PointProps) {
  const meeting = useQuery(meetingQuery(meetingId));
  const agenda = useQuery(agendaQuery(meetingId));
  const statuses = [meeting.error, agenda.error].map((error) => (error === null ? 200 : statusOf(error)));
  const point = agenda.data?.points.find(({ id }) => id === pointId);
  if (statuses.some((status) => status === 404 || status === 400)) return <NotFoundPage />;
  if (meeting.data === undefined || agenda.data === undefined)
    return (
      <Page title={text.one} context={da.meetings.title}>
        <Loaded what={da.meetings.meeting.theAgenda} query={meeting.data === undefined ? meeting : agenda}>
          {() => null}
        </Loaded>
      </Page>
    );
  if (point === undefined) return <NotFoundPage />;
  return <PointOf meeting={meeting.data} agenda={agenda.data} point={point} />;
}

interface PointOfProps {
  readonly meeting: MeetingView;
  readonly agenda: AgendaPointsView;
  readonly point: AgendaPointView;
}

const EmbeddedIndstilling = lazy(() => import('../indstilling/embedded.js'));
/** For those who make the agenda only: nobody else fetches it. */
const PointDesk = lazy(() => import('../point/point-desk.js'));

function PointOf({ meeting, agenda, point }: PointOfProps) {
  const { viewAs } = useSession();
  const mayWrite = (['edit-point', 'change-visibility'] as const).some(
    (edit) => mayEditAgenda(meeting.state, edit).ok,
  );
  const writes = meeting.abilities.run === true && viewAs === null && mayWrite && !point.withdrawn;
  const frame = { meeting, agenda, point };
  if (!writes)
    return (
      <Around {...frame}>
        <Read {...frame} />
      </Around>
    );
  return (
    <Suspense
      fallback={
        <Around {...frame} isWritten>
          <Loading />
        </Around>
      }
    >
      <PointDesk
        meeting={meeting}
        agenda={agenda}
        pointId={point.id}
        around={(parts) => <Around {...frame} {...parts} isWritten />}
      />
    </Suspense>
  );
}

interface AroundProps extends PointOfProps {
  readonly isWritten?: boolean;
  readonly status?: ReactNode;
  readonly children: ReactNode;
}

/** What stands around a point, read or written: its name, what it is, and the points beside it. */
function Around({ meeting, agenda, point, isWritten = false, status, children }: AroundProps) {
  const { number, title, effectiveVisibility } = point;
  return (
    <Page
      title={number === null ? title : `${number}. ${title}`}
      context={`${meeting.bodyName}, ${dateInText(meeting.date)}`}
      breadcrumb={<WayHere meeting={meeting} />}
      status={
        <>
          <PointChips point={point} />
          {status}
        </>
      }
      actions={<Neighbours agenda={agenda} point={point} nextIsPrimary={isWritten} />}
    >
      {effectiveVisibility === 'closed' ? (
        <p className="closed-banner">{da.meetings.meeting.closedBanner}</p>
      ) : null}
      {children}
      {point.indstillingId === null ? null : (
        <Suspense fallback={<Loading />}>
          <EmbeddedIndstilling id={point.indstillingId} />
        </Suspense>
      )}
      <Course owner={{ of: 'agenda-points', id: point.id }} />
    </Page>
  );
}

function Read({ meeting, agenda, point }: PointOfProps) {
  const { viewAs } = useSession();
  const runs = meeting.abilities.run === true && viewAs === null;
  const time = timeOf(
    point,
    agenda.points.some(({ parentId }) => parentId === point.id),
  );
  return (
    <div className="meeting">
      <Section title={da.attachments.title}>
        <Bilag
          owner={`agenda-points/${point.id}`}
          isClosed={point.effectiveVisibility === 'closed'}
          mayEdit={runs && mayEditAgenda(meeting.state, 'edit-point').ok}
          mayOpenAndClose={runs && mayEditAgenda(meeting.state, 'change-visibility').ok}
        />
      </Section>
      <Section title={text.facts}>
        {time === '' ? null : (
          <p className="meta">
            {text.time}: {time}
          </p>
        )}
        <PointFacts point={point} />
        {point.purpose.length === 0 ? null : <RichText blocks={point.purpose} />}
      </Section>
    </div>
  );
}

function WayHere({ meeting }: Pick<PointOfProps, 'meeting'>) {
  return (
    <>
      <Link to="/meetings">{da.meetings.title}</Link>
      {' / '}
      <Link to="/meetings/$meetingId" params={{ meetingId: meeting.id }}>
        {`${meeting.bodyName}, ${dateInText(meeting.date)}`}
      </Link>
    </>
  );
}

interface NeighboursProps extends Pick<PointOfProps, 'agenda' | 'point'> {
  /** Whoever writes goes on to the next point: nothing is to be pressed to save. */
  readonly nextIsPrimary: boolean;
}

/** The points before and after, in the order in which the agenda is read: the closed part after the open one. */
function Neighbours({ agenda, point, nextIsPrimary }: NeighboursProps) {
  const inOrder = ['main', 'closed'].flatMap((part) => agenda.points.filter((one) => one.part === part));
  const at = inOrder.findIndex(({ id }) => id === point.id);
  const beside = [
    { label: text.previous, to: inOrder[at - 1] },
    { label: text.next, to: inOrder[at + 1] },
  ];
  return (
    <nav aria-label={text.around} className="point-neighbours">
      {beside.map(({ label, to }) =>
        to === undefined ? null : (
          <Link
            key={label}
            className={
              nextIsPrimary && label === text.next ? 'button button-primary' : 'button button-secondary'
            }
            to="/meetings/$meetingId/points/$pointId"
            params={{ meetingId: to.meetingId, pointId: to.id }}
          >
            {label}
          </Link>
        ),
      )}
    </nav>
  );
}
