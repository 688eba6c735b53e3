import { queryOptions } from '@tanstack/react-query';
import type { GuestsView } from '../../../../../../libs/contracts/agenda-points.js';
import { api } from '../../../lib/api/client.js';

/** Who is a guest of a point. */
export function guestsQuery(pointId: string) {
  return queryOptions({
    queryKey: ['agenda-points', 'guests', pointId],
    queryFn: ({ signal }) => api.get<GuestsView>(`agenda-points/${pointId}/guests`, {}, signal),
    staleTime: 0,
  });
}

export function saveGuests(pointId: string, ids: readonly string[]): Promise<GuestsView> {
  return api.put<GuestsView>(`agenda-points/${pointId}/guests`, {
    body: { people: ids.map((personId) => ({ personId })) },
  });
}
