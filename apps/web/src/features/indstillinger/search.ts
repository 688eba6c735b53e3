import { oneOf } from '../../lib/search-params.js';
import type { RawSearch } from '../../lib/search-params.js';

export const INDSTILLING_LISTS = ['mine', 'with-me', 'ready', 'all'] as const;
export type IndstillingListName = (typeof INDSTILLING_LISTS)[number];

/** What the address of the indstillinger says: which are shown; nothing: those that suit the role. */
export interface IndstillingSearch {
  readonly view?: IndstillingListName | undefined;
}

export function readIndstillingSearch({ view }: RawSearch): IndstillingSearch {
  return { view: oneOf(INDSTILLING_LISTS, view) };
}
