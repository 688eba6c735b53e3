import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { ownReadingQuery, sayPlace } from '../../features/reading/api/own-reading.js';
import { useSession } from '../session/session.js';

/** What one keeps for oneself of a meeting; nothing while one sees what somebody else sees. */
export function useOwnReading(meetingId: string) {
  const { viewAs } = useSession();
  const query = useQuery({ ...ownReadingQuery(meetingId), enabled: viewAs === null });
  return { ...query, isOwn: viewAs === null };
}

/** Remembers at which point one is. That it could not be remembered disturbs nobody who reads. */
export function useRememberedPlace(meetingId: string, pointId: string): void {
  const { viewAs } = useSession();
  const isOwn = viewAs === null;
  useEffect(() => {
    if (isOwn) sayPlace(meetingId, { pointId }).catch(() => undefined);
  }, [isOwn, meetingId, pointId]);
}
