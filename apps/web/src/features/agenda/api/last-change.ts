import { queryOptions } from '@tanstack/react-query';
import type { MeetingHistoryEvent } from '../../../../../../libs/contracts/history.js';
import { api } from '../../../lib/api/client.js';
import type { PageOf } from '../../../lib/api/pages.js';

/** Who changed a point last to a version, and when; null where the history does not tell. */
export interface LastChange {
  readonly name: string;
  readonly at: string;
}

/** What happened lately is looked through, so many events of it. */
const AT_MOST = 50;

export function lastChangeQuery(meetingId: string, pointId: string, version: number) {
  return queryOptions({
    queryKey: ['last-change', pointId, version],
    queryFn: async ({ signal }): Promise<LastChange | null> => {
      const { items } = await api.get<PageOf<MeetingHistoryEvent>>(
        `meetings/${meetingId}/history`,
        { limit: AT_MOST },
        signal,
      );
      const last = items.find(
        ({ about, name }) =>
          about.kind === 'agenda-point' && about.id === pointId && name.endsWith('.changed'),
      );
      return last?.person ? { name: last.person.name, at: last.at } : null;
    },
    retry: false,
    gcTime: 0,
  });
}
