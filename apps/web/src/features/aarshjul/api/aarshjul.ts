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

export function saveAarshjul(
  bodyId: string,
  version: number,
  items: readonly AarshjulItem[],
): Promise<AarshjulView> {
  return api.put<AarshjulView>(`bodies/${bodyId}/aarshjul`, { version, body: { items } });
}
