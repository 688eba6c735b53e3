import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { MeetingView } from '../../../../../libs/contracts/meetings.js';
import { Loaded } from '../../components/ui/loaded.js';
import { Page } from '../../components/ui/page.js';
import { meetingQuery } from '../../features/meetings/api/meetings.js';
import { MeetingTabs } from '../../features/meetings/components/meeting-tabs.js';
import { statusOf } from '../../lib/api/problem.js';
import { da } from '../../texts/da.js';
import { NotFoundPage } from '../pages/not-found.js';
import { WayToMeeting, nameOfMeeting } from './way-to-meeting.js';

interface MeetingPageProps {
  readonly meetingId: string;
  /** The heading, whichever meeting it is; the meeting's name then stands beside it in the title of the window. */
  readonly title: string;
  /** The heading with the meeting's name in it, as soon as that is known. */
  readonly of?: (name: string) => string;
  /** What stands beside the heading: how the meeting stands. */
  readonly status?: (meeting: MeetingView) => ReactNode;
  readonly faults?: number;
  readonly children: (meeting: MeetingView) => ReactNode;
}

/** One of the pages of a meeting: the way to it, its tabs, and what the page shows of it. */
export function MeetingPage({ meetingId, title, of, status, faults = 0, children }: MeetingPageProps) {
  const meeting = useQuery(meetingQuery(meetingId));
  const code = statusOf(meeting.error);
  if (meeting.error !== null && (code === 404 || code === 400)) return <NotFoundPage />;
  const { data } = meeting;
  const name = data === undefined ? undefined : nameOfMeeting(data);
  return (
    <Page
      title={of === undefined || name === undefined ? title : of(name)}
      context={of === undefined && name !== undefined ? name : da.meetings.title}
      faults={faults}
      breadcrumb={<WayToMeeting meetingId={meetingId} meeting={data} />}
      status={data === undefined ? undefined : status?.(data)}
    >
      <MeetingTabs meeting={data} />
      <Loaded what={da.meetings.meeting.theMeeting} query={meeting}>
        {children}
      </Loaded>
    </Page>
  );
}
