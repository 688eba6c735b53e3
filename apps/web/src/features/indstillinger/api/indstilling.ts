import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type {
  Completeness,
  IndstillingAfterStep,
  IndstillingView,
} from '../../../../../../libs/contracts/indstillinger.js';
import type {
  IndstillingVersionSummary,
  IndstillingVersionView,
  TakenStep,
} from '../../../../../../libs/contracts/indstilling-trail.js';
import { api } from '../../../lib/api/client.js';
import { wholeList } from '../../../lib/api/pages.js';

/** The steps that are taken with an indstilling on its own page. */
export type Step = 'submit' | 'approve' | 'return' | 'reject' | 'withdraw';

export function indstillingQuery(id: string) {
  return queryOptions({
    queryKey: ['indstillinger', 'one', id],
    queryFn: ({ signal }) => api.get<IndstillingView>(`indstillinger/${id}`, {}, signal),
    staleTime: 0,
  });
}

/** What is missing in an indstilling at a version. */
export function completenessQuery({ id, version }: Pick<IndstillingView, 'id' | 'version'>) {
  return queryOptions({
    queryKey: ['indstillinger', 'completeness', id, version],
    queryFn: ({ signal }) => api.get<Completeness>(`indstillinger/${id}/completeness`, {}, signal),
    placeholderData: keepPreviousData,
  });
}

/** The steps that an indstilling has taken, oldest first; a new state is a new step. */
export function takenStepsQuery({ id, version }: Pick<IndstillingView, 'id' | 'version'>) {
  return queryOptions({
    queryKey: ['indstillinger', 'steps', id, version],
    queryFn: ({ signal }) => wholeList<TakenStep>(`indstillinger/${id}/steps`, {}, signal),
    placeholderData: keepPreviousData,
  });
}

export function createIndstilling(fields: object): Promise<IndstillingView> {
  return api.post<IndstillingView>('indstillinger', { body: fields });
}

export function changeIndstilling(
  id: string,
  version: number,
  fields: object,
  leaving: boolean,
): Promise<IndstillingView> {
  return api.patch<IndstillingView>(`indstillinger/${id}`, { version, body: fields, leaving });
}

export function takeStep(
  { id, version }: Pick<IndstillingView, 'id' | 'version'>,
  action: Step,
  reason: string | null,
): Promise<IndstillingAfterStep> {
  return api.post<IndstillingAfterStep>(`indstillinger/${id}/steps`, { version, body: { action, reason } });
}

export function takeBackStep(
  { id, version }: Pick<IndstillingView, 'id' | 'version'>,
  stepId: string,
): Promise<IndstillingView> {
  return api.remove<IndstillingView>(`indstillinger/${id}/steps/${stepId}`, { version });
}

/** The submitted versions that one may read, newest first. */
export function versionsQuery(id: string) {
  return queryOptions({
    queryKey: ['indstillinger', 'versions', id],
    queryFn: ({ signal }) => wholeList<IndstillingVersionSummary>(`indstillinger/${id}/versions`, {}, signal),
    staleTime: 0,
  });
}

/** A submitted version with its content, which never changes. */
export function versionQuery(id: string, number: number) {
  return queryOptions({
    queryKey: ['indstillinger', 'version', id, number],
    queryFn: ({ signal }) =>
      api.get<IndstillingVersionView>(`indstillinger/${id}/versions/${number}`, {}, signal),
    staleTime: Infinity,
  });
}
