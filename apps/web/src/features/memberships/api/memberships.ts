import { queryOptions } from '@tanstack/react-query';
import type { CreateMembership, MembershipView } from '../../../../../../libs/contracts/rights.js';
import { api } from '../../../lib/api/client.js';
import { wholeList } from '../../../lib/api/pages.js';

export function membershipsQuery(personId: string) {
  return queryOptions({
    queryKey: ['memberships', personId],
    queryFn: ({ signal }) => wholeList<MembershipView>('memberships', { personId }, signal),
  });
}

export function giveMembership(body: CreateMembership): Promise<MembershipView> {
  return api.post<MembershipView>('memberships', { body });
}

/** Sets the last day a membership is in force; null: until further notice. */
export function endMembership(
  { id, version }: MembershipView,
  validTo: string | null,
): Promise<MembershipView> {
  return api.patch<MembershipView>(`memberships/${id}`, { version, body: { validTo } });
}
