import { getRouteApi } from '@tanstack/react-router';
import { useCallback, useEffect, useState } from 'react';
import { keepLastPage, lastPageOf } from './left-bilag.js';
import { useOwnReading, useRememberedPlace } from './use-own-reading.js';

const route = getRouteApi('/inside/meetings/$meetingId/read/$pointId/attachments/$attachmentId');

/** How long a page is looked at until it is the one that is read, in milliseconds: scrolling past is not reading. */
const SETTLED_MS = 300;

interface BilagPlace {
  readonly meetingId: string;
  readonly pointId: string;
  readonly attachmentId: string;
  readonly isPaged: boolean;
}

/**
 * The page of a bilag that is read: kept in the address, remembered while the product is open, and as the place where one
 * goes on reading. `first` is where to begin: what the address says, else where one was.
 */
export function useBilagPage({ meetingId, pointId, attachmentId, isPaged }: BilagPlace) {
  const { page: asked } = route.useSearch();
  const navigate = route.useNavigate();
  const place = useOwnReading(meetingId).data?.place;
  const kept = place?.attachmentId === attachmentId ? place.page : null;
  const [first] = useState(asked ?? lastPageOf(attachmentId) ?? kept ?? 1);
  const [seen, setSeen] = useState(first);
  const [page, setPage] = useState(first);
  useEffect(() => {
    if (seen === page) return;
    const timer = setTimeout(() => setPage(seen), SETTLED_MS);
    return () => clearTimeout(timer);
  }, [seen, page]);
  useEffect(() => {
    if (!isPaged) return;
    keepLastPage(attachmentId, page);
    if (page !== (asked ?? 1))
      void navigate({
        search: { page: page === 1 ? undefined : page },
        state: true,
        replace: true,
        resetScroll: false,
      });
    // Only what is read changes the address, never the other way round.
    // The address is read once, at the beginning.
  }, [attachmentId, isPaged, page]);
  useRememberedPlace(meetingId, pointId, attachmentId, isPaged ? page : null);
  return { first, page, onPage: useCallback((next: number) => setSeen(next), []) };
}
