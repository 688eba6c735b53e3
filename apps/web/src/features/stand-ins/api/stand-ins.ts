import { queryOptions } from '@tanstack/react-query';
import type { CreateStandIn, StandInView, StandInsView } from '../../../../../../libs/contracts/stand-ins.js';
import { api } from '../../../lib/api/client.js';

/** Who stands in for somebody, and for whom they do, now and to come; without a person all that one sees. */
export function standInsQuery(personId?: string) {
  return queryOptions({
    queryKey: ['stand-ins', personId],
    queryFn: async ({ signal }) => (await api.get<StandInsView>('stand-ins', { personId }, signal)).items,
  });
}

export function makeStandIn(body: CreateStandIn): Promise<StandInView> {
  return api.post<StandInView>('stand-ins', { body });
}

export function endStandIn({ id, version }: Pick<StandInView, 'id' | 'version'>): Promise<null> {
  return api.remove(`stand-ins/${id}`, { version });
}
