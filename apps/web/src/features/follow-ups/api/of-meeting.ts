import { queryOptions } from '@tanstack/react-query';
import type { FollowUpView } from '../../../../../../libs/contracts/follow-ups.js';
import { FOLLOW_UP_STAGES } from '../../../../../../libs/domain/follow-up/workflow.js';
import { api } from '../../../lib/api/client.js';
import type { PageOf } from '../../../lib/api/pages.js';

/** More than a meeting ever leads to. */
const LIMIT = 200;

/** Everything to be followed up from a meeting, suggestions and those ignored too; of whoever asks. */
export function followUpsOfMeetingQuery(meetingId: string) {
  return queryOptions({
    queryKey: ['follow-ups', 'of-meeting', meetingId],
    queryFn: async ({ signal }): Promise<readonly FollowUpView[]> => {
      const query = { meetingId, stage: FOLLOW_UP_STAGES, limit: LIMIT };
      const { items } = await api.get<PageOf<FollowUpView>>('follow-ups', query, signal);
      return inOrder(items);
    },
  });
}

/** In the order they were found or written. */
export function inOrder(followUps: readonly FollowUpView[]): readonly FollowUpView[] {
  return [...followUps].sort((one, other) => (one.id < other.id ? -1 : 1));
}
