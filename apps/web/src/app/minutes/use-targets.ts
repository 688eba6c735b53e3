import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { MeetingView } from '../../../../../libs/contracts/meetings.js';
import { addDays } from '../../../../../libs/domain/calendar/index.js';
import { meetingsQuery } from '../../features/meetings/api/meetings.js';
import type { TargetOptions } from '../../features/minutes/components/target-choice.js';
import type { Targets } from '../../features/minutes/outcomes.js';
import { bodiesQuery } from '../../features/organisation/api/lists.js';
import { dateInList } from '../../lib/formats.js';

/** Where a point of a meeting can be sent: the body's later meetings, and the other bodies. */
export function useTargets(meeting: MeetingView): { options: TargetOptions; targets: Targets } {
  const { data: bodies } = useQuery(bodiesQuery);
  const { data: meetings } = useQuery(
    meetingsQuery({ bodyId: meeting.bodyId, from: addDays(meeting.date, 1) }),
  );
  return useMemo(() => {
    const later = (meetings ?? []).filter(({ state }) => state === 'planned' || state === 'drafting');
    const others = (bodies ?? []).filter(({ id }) => id !== meeting.bodyId);
    return {
      options: {
        meetings: later.map(({ id, bodyName, date }) => ({ id, name: `${bodyName} ${dateInList(date)}` })),
        bodies: others.map(({ id, name }) => ({ id, name })),
      },
      targets: {
        bodyName: (id) => others.find((body) => body.id === id)?.name ?? null,
        meetingDate: (id) => later.find((each) => each.id === id)?.date ?? null,
      },
    };
  }, [bodies, meetings, meeting.bodyId]);
}
