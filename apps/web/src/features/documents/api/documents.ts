import { infiniteQueryOptions } from '@tanstack/react-query';
import type { InfiniteData, QueryClient } from '@tanstack/react-query';
import type {
  DocumentView,
  RequestIndstillingDocument,
  RequestMeetingDocument,
} from '../../../../../../libs/contracts/documents.js';
import { api } from '../../../lib/api/client.js';
import type { PageOf } from '../../../lib/api/pages.js';
import type { DocumentSearch } from '../search.js';

const PAGE_SIZE = 50;

/** The documents one may read, newest first, page by page; of one meeting when its id is given. */
export function documentsQuery(search: DocumentSearch, subjectId?: string) {
  const query = { ...search, subjectId };
  return infiniteQueryOptions({
    queryKey: ['documents', query],
    queryFn: ({ signal, pageParam }) =>
      api.get<PageOf<DocumentView>>('documents', { ...query, limit: PAGE_SIZE, cursor: pageParam }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
}

export function askForDocument(meetingId: string, request: RequestMeetingDocument): Promise<DocumentView> {
  return api.post<DocumentView>(`meetings/${meetingId}/documents`, { body: request });
}

export function askForIndstilling(
  indstillingId: string,
  request: RequestIndstillingDocument,
): Promise<DocumentView> {
  return api.post<DocumentView>(`indstillinger/${indstillingId}/documents`, { body: request });
}

export function retryDocument(id: string): Promise<DocumentView> {
  return api.post<DocumentView>(`documents/${id}/retry`);
}

export function fileAddress(id: string): string {
  return `/api/v1/documents/${id}/file`;
}

/** Shows what is known of a document now in the lists it stands in. */
export function showDocument(client: QueryClient, document: DocumentView): void {
  client.setQueriesData<InfiniteData<PageOf<DocumentView>>>({ queryKey: ['documents'] }, (shown) =>
    shown === undefined
      ? undefined
      : {
          ...shown,
          pages: shown.pages.map((page) => ({
            ...page,
            items: page.items.map((item) => (item.id === document.id ? document : item)),
          })),
        },
  );
}
