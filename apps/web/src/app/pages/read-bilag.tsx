import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Loaded } from '../../components/ui/loaded.js';
import { Page } from '../../components/ui/page.js';
import { agendaQuery, meetingQuery } from '../../features/meetings/api/meetings.js';
import { statusOf } from '../../lib/api/problem.js';
import { readingBilag as text } from '../../texts/reading-bilag.js';
import { BilagFrame } from '../reading/bilag-frame.js';
import { useOwnReading } from '../reading/use-own-reading.js';
import { usePointBilag } from '../reading/use-read-point.js';
import { NotFoundPage } from './not-found.js';

const route = getRouteApi('/inside/meetings/$meetingId/read/$pointId/attachments/$attachmentId');

/** One bilag of a point that is read, on a page of its own. */
export default function ReadBilagPage() {
  const { meetingId, pointId, attachmentId } = route.useParams();
  const { page } = route.useSearch();
  const own = useOwnReading(meetingId);
  const meeting = useQuery(meetingQuery(meetingId));
  const agenda = useQuery(agendaQuery(meetingId));
  const point = agenda.data?.points.find(({ id }) => id === pointId);
  const bilag = usePointBilag(pointId, point);
  const errors = [meeting.error, agenda.error, bilag.error].map((error) =>
    error === null ? 200 : statusOf(error),
  );
  if (errors.some((status) => status === 404 || status === 400)) return <NotFoundPage />;
  if (agenda.data !== undefined && point === undefined) return <NotFoundPage />;
  const awaited = [meeting, agenda, ...bilag.awaited].find(({ data }) => data === undefined);
  // Where the address names no page, one goes on where one was.
  const seeksPlace = page === undefined && own.isLoading;
  if (meeting.data === undefined || point === undefined || awaited !== undefined || seeksPlace)
    return (
      <Page title={text.these}>
        <Loaded<unknown> what={text.these} query={awaited ?? own}>
          {() => null}
        </Loaded>
      </Page>
    );
  if (!bilag.items.some(({ id }) => id === attachmentId)) return <NotFoundPage />;
  return (
    <BilagFrame key={attachmentId} {...{ point, attachmentId }} meeting={meeting.data} items={bilag.items} />
  );
}
