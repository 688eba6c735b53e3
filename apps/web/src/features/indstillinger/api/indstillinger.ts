import { queryOptions } from '@tanstack/react-query';
import type { IndstillingSummary } from '../../../../../../libs/contracts/indstillinger.js';
import { wholeList } from '../../../lib/api/pages.js';

interface IndstillingerWanted {
  readonly state?: IndstillingSummary['state'];
  readonly unitId?: string;
}

export function indstillingerQuery({ state, unitId }: IndstillingerWanted) {
  return queryOptions({
    queryKey: ['indstillinger', 'list', { state, unitId }],
    queryFn: ({ signal }) => wholeList<IndstillingSummary>('indstillinger', { state, unitId }, signal),
  });
}
