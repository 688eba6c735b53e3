import { useQuery } from '@tanstack/react-query';
import { Navigate, getRouteApi, useParams } from '@tanstack/react-router';
import { Empty } from '../../components/ui/empty.js';
import { Loaded } from '../../components/ui/loaded.js';
import { Page } from '../../components/ui/page.js';
import { agendaQuery, meetingQuery } from '../../features/meetings/api/meetings.js';
import { statusOf } from '../../lib/api/problem.js';
import { da } from '../../texts/da.js';
import { reading as text } from '../../texts/reading.js';
import { inReadingOrder } from '../reading/order.js';
import { ReadingFrame } from '../reading/reading-frame.js';
import { useOwnReading } from '../reading/use-own-reading.js';
import { NotFoundPage } from './not-found.js';

const route = getRouteApi('/inside/meetings/$meetingId/read');

/** An agenda to read, point by point; without a point in its address it goes to the one to begin with. */
export default function ReadPage() {
  const { meetingId } = route.useParams();
  const { pointId } = useParams({ strict: false });
  return <Reading key={meetingId} meetingId={meetingId} pointId={pointId} />;
}

interface ReadingProps {
  readonly meetingId: string;
  readonly pointId: string | undefined;
}

function Reading({ meetingId, pointId }: ReadingProps) {
  const meeting = useQuery(meetingQuery(meetingId));
  const agenda = useQuery(agendaQuery(meetingId));
  const own = useOwnReading(meetingId);
  const errors = [meeting.error, agenda.error].map((error) => (error === null ? 200 : statusOf(error)));
  if (errors.some((status) => status === 404 || status === 400)) return <NotFoundPage />;
  const seeksPlace = pointId === undefined && own.isLoading;
  if (meeting.data === undefined || agenda.data === undefined || seeksPlace)
    return (
      <Page title={text.title} context={da.meetings.title}>
        <Loaded<unknown>
          what={da.meetings.meeting.theAgenda}
          query={meeting.data === undefined ? meeting : agenda.data === undefined ? agenda : own}
        >
          {() => null}
        </Loaded>
      </Page>
    );
  const points = inReadingOrder(agenda.data);
  const first = points.find(({ id }) => id === own.data?.place?.pointId) ?? points[0];
  if (pointId === undefined && first === undefined)
    return (
      <Page title={text.title} context={da.meetings.title}>
        <Empty>{da.meetings.meeting.noAgenda}</Empty>
      </Page>
    );
  if (pointId === undefined && first !== undefined) {
    const params = { meetingId, pointId: first.id };
    const { attachmentId = null, page = null } = own.data?.place ?? {};
    return first.id === own.data?.place?.pointId && attachmentId !== null ? (
      <Navigate
        replace
        to="/meetings/$meetingId/read/$pointId/attachments/$attachmentId"
        params={{ ...params, attachmentId }}
        search={{ page: page ?? undefined }}
      />
    ) : (
      <Navigate replace to="/meetings/$meetingId/read/$pointId" params={params} />
    );
  }
  const point = points.find(({ id }) => id === pointId);
  if (point === undefined) return <NotFoundPage />;
  return <ReadingFrame meeting={meeting.data} agenda={agenda.data} point={point} />;
}
