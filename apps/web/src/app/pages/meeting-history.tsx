import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Button } from '../../components/ui/button.js';
import { Empty } from '../../components/ui/empty.js';
import { Loaded } from '../../components/ui/loaded.js';
import { Page } from '../../components/ui/page.js';
import { historyQuery } from '../../features/history/api/history.js';
import { HistoryList } from '../../features/history/components/history-list.js';
import { meetingQuery } from '../../features/meetings/api/meetings.js';
import { MeetingTabs } from '../../features/meetings/components/meeting-tabs.js';
import { statusOf } from '../../lib/api/problem.js';
import { da } from '../../texts/da.js';
import { history } from '../../texts/history.js';
import { ChangesLink } from '../changes/changes-link.js';
import { WayToMeeting, nameOfMeeting } from '../meeting/way-to-meeting.js';
import { NotFoundPage } from './not-found.js';

const route = getRouteApi('/inside/meetings/$meetingId/history');

/** What happened to a meeting and its points, and the way back where there is one. */
export default function MeetingHistoryPage() {
  const { meetingId } = route.useParams();
  const meeting = useQuery(meetingQuery(meetingId));
  const events = useInfiniteQuery(historyQuery(meetingId));
  const status = statusOf(meeting.error ?? events.error);
  const failed = meeting.error !== null || events.error !== null;
  if (failed && (status === 404 || status === 400)) return <NotFoundPage />;
  const { data } = meeting;
  return (
    <Page
      title={data === undefined ? history.title : history.of(nameOfMeeting(data))}
      context={da.meetings.title}
      breadcrumb={<WayToMeeting meetingId={meetingId} meeting={data} />}
    >
      <MeetingTabs meeting={data} />
      <p className="meta">{data?.abilities.run === true ? history.intro : history.introReader}</p>
      {data === undefined ? null : <ChangesLink meeting={data} />}
      <Loaded what={history.these} query={events}>
        {({ pages }) => {
          const all = pages.flatMap(({ items }) => items);
          return all.length === 0 ? (
            <Empty>{history.empty}</Empty>
          ) : (
            <HistoryList meetingId={meetingId} events={all} />
          );
        }}
      </Loaded>
      {events.hasNextPage ? (
        <p className="history-older">
          <Button busy={events.isFetchingNextPage} onClick={() => void events.fetchNextPage()}>
            {history.older}
          </Button>
        </p>
      ) : null}
    </Page>
  );
}
