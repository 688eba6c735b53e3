import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { ownReadingQuery, sayPlace } from '../../features/reading/api/own-reading.js';
import { useSession } from '../session/session.js';

/** What one keeps for oneself of a meeting; nothing while one sees what somebody else sees. */
export function useOwnReading(meetingId: string) {
  const { viewAs } = useSession();
  const query = useQuery({ ...ownReadingQuery(meetingId), enabled: viewAs === null });
  return { ...query, isOwn: viewAs === null };
}

/** Remembers at which point one is, or where in one of its bilag. That it could not be remembered disturbs nobody who reads. */
export function useRememberedPlace(
  meetingId: string,
  pointId: string,
  attachmentId: string | null = null,
  page: number | null = null,
): void {
  const { viewAs } = useSession();
  const client = useQueryClient();
  const isOwn = viewAs === null;
  useEffect(() => {
    if (!isOwn) return;
    const place = { pointId, attachmentId, page };
    client.setQueryData(ownReadingQuery(meetingId).queryKey, (own) => own && { ...own, place });
    sayPlace(meetingId, place).catch(() => undefined);
  }, [client, isOwn, meetingId, pointId, attachmentId, page]);
}
