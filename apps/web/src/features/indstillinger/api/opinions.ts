import { queryOptions } from '@tanstack/react-query';
import type {
  AnswerOpinion,
  AskOpinion,
  OpinionView,
  OpinionsView,
} from '../../../../../../libs/contracts/opinions.js';
import { api } from '../../../lib/api/client.js';

/** The units that are asked about an indstilling, and what they answered. */
export function opinionsQuery(indstillingId: string) {
  return queryOptions({
    queryKey: ['indstillinger', 'opinions', indstillingId],
    queryFn: ({ signal }) => api.get<OpinionsView>(`indstillinger/${indstillingId}/opinions`, {}, signal),
  });
}

export function askOpinion(indstillingId: string, body: AskOpinion): Promise<OpinionView> {
  return api.post<OpinionView>(`indstillinger/${indstillingId}/opinions`, { body });
}

type Named = Pick<OpinionView, 'id' | 'version'>;

export function answerOpinion({ id, version }: Named, body: AnswerOpinion): Promise<OpinionView> {
  return api.post<OpinionView>(`opinions/${id}/answer`, { version, body });
}

export function withdrawOpinion({ id, version }: Named): Promise<null> {
  return api.remove(`opinions/${id}`, { version });
}
