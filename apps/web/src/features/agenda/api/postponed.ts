import { queryOptions } from '@tanstack/react-query';
import type { AgendaPointView } from '../../../../../../libs/contracts/agenda-points.js';
import type { PostponedPointsView } from '../../../../../../libs/contracts/postponed-points.js';
import { api } from '../../../lib/api/client.js';

/** What the body of a meeting has put off and not taken on yet. */
export function postponedQuery(meetingId: string) {
  return queryOptions({
    queryKey: ['postponed', meetingId],
    queryFn: async ({ signal }) => {
      const answer = await api.get<PostponedPointsView>(`meetings/${meetingId}/postponed-points`, {}, signal);
      return answer.items;
    },
    gcTime: 0,
  });
}

/** Takes a point that was put off on again; without a position where the rule of the body says. */
export function takeOn(meetingId: string, asked: object): Promise<AgendaPointView> {
  return api.post<AgendaPointView>(`meetings/${meetingId}/postponed-points`, { body: asked });
}
