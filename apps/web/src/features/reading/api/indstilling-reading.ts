import { queryOptions } from '@tanstack/react-query';
import type { IndstillingReadingView } from '../../../../../../libs/contracts/reading.js';
import { api } from '../../../lib/api/client.js';
import { statusOf } from '../../../lib/api/problem.js';

/** Which submission of an indstilling one read last; null for none. It stands for as long as the page is open. */
export function indstillingReadingQuery(id: string) {
  return queryOptions({
    queryKey: ['reading', 'indstilling', id],
    queryFn: async ({ signal }): Promise<IndstillingReadingView | null> => {
      try {
        return await api.get<IndstillingReadingView>(`indstillinger/${id}/my-reading`, {}, signal);
      } catch (error) {
        if (statusOf(error) === 404) return null;
        throw error;
      }
    },
    staleTime: Infinity,
  });
}

export function sayIndstillingRead(id: string, submission: number): Promise<IndstillingReadingView> {
  return api.put<IndstillingReadingView>(`indstillinger/${id}/my-reading`, { body: { submission } });
}
