import { queryOptions } from '@tanstack/react-query';
import type { FollowUpNoteView, PastDueView } from '../../../../../../libs/contracts/follow-ups.js';
import { wholeList } from '../../../lib/api/pages.js';

/** The notes of a follow-up and the due dates it has had. */
export function trailQuery(id: string) {
  return queryOptions({
    queryKey: ['follow-ups', 'trail', id],
    queryFn: async ({ signal }) => {
      const [notes, pastDues] = await Promise.all([
        wholeList<FollowUpNoteView>(`follow-ups/${id}/notes`, {}, signal),
        wholeList<PastDueView>(`follow-ups/${id}/due-dates`, {}, signal),
      ]);
      return { notes, pastDues };
    },
  });
}
