import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { FollowUpView } from '../../../../../../libs/contracts/follow-ups.js';
import { api } from '../../../lib/api/client.js';
import type { PageOf } from '../../../lib/api/pages.js';
import { todayInDenmark } from '../../../lib/formats.js';
import { apiQueryOf } from '../search.js';
import type { FollowUpSearch } from '../search.js';

const PAGE_SIZE = 100;

/** The follow-ups an address asks for, by due date, page by page. */
export function followUpsQuery(search: FollowUpSearch) {
  const query = apiQueryOf(search, todayInDenmark());
  return infiniteQueryOptions({
    queryKey: ['follow-ups', 'list', query],
    queryFn: ({ signal, pageParam }) =>
      api.get<PageOf<FollowUpView>>('follow-ups', { ...query, limit: PAGE_SIZE, cursor: pageParam }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
}

export function followUpQuery(id: string) {
  return queryOptions({
    queryKey: ['follow-ups', 'one', id],
    queryFn: ({ signal }) => api.get<FollowUpView>(`follow-ups/${id}`, {}, signal),
  });
}
