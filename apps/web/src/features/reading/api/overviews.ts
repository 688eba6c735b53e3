import { queryOptions } from '@tanstack/react-query';
import type { MeetingCommentsView, OwnNotesView } from '../../../../../../libs/contracts/reading.js';
import { api } from '../../../lib/api/client.js';

/** All that one has written to the points of a meeting for oneself, in their order. */
export function ownNotesQuery(meetingId: string) {
  return queryOptions({
    queryKey: ['reading', 'notes', meetingId],
    queryFn: ({ signal }) => api.get<OwnNotesView>(`meetings/${meetingId}/my-notes`, {}, signal),
    staleTime: 0,
  });
}

/** The comments to the points of a meeting that one wrote or that are shared with one, in the order of the points. */
export function meetingCommentsQuery(meetingId: string) {
  return queryOptions({
    queryKey: ['reading', 'comments-of', meetingId],
    queryFn: ({ signal }) => api.get<MeetingCommentsView>(`meetings/${meetingId}/my-comments`, {}, signal),
    staleTime: 0,
  });
}
