import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { IndstillingCounts, ListedIndstilling } from '../../../../../../libs/contracts/indstillinger.js';
import type {
  IndstillingListName,
  IndstillingState,
} from '../../../../../../libs/domain/indstilling/index.js';
import { api } from '../../../lib/api/client.js';
import { wholeList } from '../../../lib/api/pages.js';
import type { PageOf } from '../../../lib/api/pages.js';
import type { IndstillingSearch } from '../search.js';

interface IndstillingerWanted {
  readonly view?: IndstillingListName;
  readonly state?: readonly IndstillingState[];
  readonly unitId?: string;
}

/** The whole of a list that is short by nature: what waits, what is ready, what a unit has under way. */
export function indstillingerQuery({ view, state, unitId }: IndstillingerWanted) {
  return queryOptions({
    queryKey: ['indstillinger', 'list', { view, state, unitId }],
    queryFn: ({ signal }) => wholeList<ListedIndstilling>('indstillinger', { view, state, unitId }, signal),
  });
}

const PAGE_SIZE = 50;

/** What an address asks for of a list, newest first, page by page. */
export function indstillingListQuery(view: IndstillingListName, { q, state, body, unit }: IndstillingSearch) {
  const query = { view, q, state, bodyId: body, unitId: unit };
  return infiniteQueryOptions({
    queryKey: ['indstillinger', 'pages', query],
    queryFn: ({ signal, pageParam }) =>
      api.get<PageOf<ListedIndstilling>>(
        'indstillinger',
        { ...query, limit: PAGE_SIZE, cursor: pageParam },
        signal,
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
}

/** How many stand in each list. */
export function indstillingCountsQuery() {
  return queryOptions({
    queryKey: ['indstillinger', 'counts'],
    queryFn: ({ signal }) => api.get<IndstillingCounts>('indstillinger/counts', {}, signal),
  });
}
