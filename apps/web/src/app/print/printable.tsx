import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { MeetingView } from '../../../../../libs/contracts/meetings.js';
import { Loaded } from '../../components/ui/loaded.js';
import { Page } from '../../components/ui/page.js';
import { meetingQuery } from '../../features/meetings/api/meetings.js';
import { statusOf } from '../../lib/api/problem.js';
import { da } from '../../texts/da.js';
import { NotFoundPage } from '../pages/not-found.js';

interface PrintableProps {
  readonly meetingId: string;
  readonly children: (meeting: MeetingView) => ReactNode;
}

/** The meeting that something is printed of, while it is fetched, or that it is not there. */
export function Printable({ meetingId, children }: PrintableProps) {
  const meeting = useQuery(meetingQuery(meetingId));
  if (meeting.data !== undefined) return children(meeting.data);
  const status = statusOf(meeting.error);
  return (
    <main id="content" className="narrow" tabIndex={-1}>
      {status === 404 || status === 400 ? (
        <NotFoundPage />
      ) : (
        <Page title={da.meetings.meeting.one} context={da.meetings.title}>
          <Loaded what={da.meetings.meeting.theMeeting} query={meeting}>
            {() => null}
          </Loaded>
        </Page>
      )}
    </main>
  );
}
