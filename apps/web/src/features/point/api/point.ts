import { queryOptions } from '@tanstack/react-query';
import type { AgendaPointView } from '../../../../../../libs/contracts/agenda-points.js';
import { api } from '../../../lib/api/client.js';

/** A point as it stands for those who make the agenda. */
export function pointQuery(id: string) {
  return queryOptions({
    queryKey: ['agenda-points', 'one', id],
    queryFn: ({ signal }) => api.get<AgendaPointView>(`agenda-points/${id}`, {}, signal),
    staleTime: 0,
  });
}

export function changePoint(
  id: string,
  version: number,
  fields: object,
  leaving: boolean,
): Promise<AgendaPointView> {
  return api.patch<AgendaPointView>(`agenda-points/${id}`, { version, body: fields, leaving });
}
