import { queryOptions } from '@tanstack/react-query';
import type { AarshjulItem, AarshjulView } from '../../../../../../libs/contracts/aarshjul.js';
import { api } from '../../../lib/api/client.js';

/** What a body takes up every year. */
export function aarshjulQuery(bodyId: string) {
  return queryOptions({
    queryKey: ['aarshjul', bodyId],
    queryFn: ({ signal }) => api.get<AarshjulView>(`bodies/${bodyId}/aarshjul`, {}, signal),
  });
}

/** The same of several bodies at once: nobody keeps many. */
export function aarshjulOfBodiesQuery(bodyIds: readonly string[]) {
  return queryOptions({
    queryKey: ['aarshjul', 'several', bodyIds],
    queryFn: ({ signal }) =>
      Promise.all(bodyIds.map((id) => api.get<AarshjulView>(`bodies/${id}/aarshjul`, {}, signal))),
  });
}

export function saveAarshjul(
  bodyId: string,
  version: number,
  items: readonly AarshjulItem[],
): Promise<AarshjulView> {
  return api.put<AarshjulView>(`bodies/${bodyId}/aarshjul`, { version, body: { items } });
}
