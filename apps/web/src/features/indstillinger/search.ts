import { oneOf, textOf } from '../../lib/search-params.js';
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

/** What the address of a comparison says: the numbers of the two versions. */
export interface CompareSearch {
  readonly from?: number | undefined;
  readonly to?: number | undefined;
}

export function readCompareSearch({ from, to }: RawSearch): CompareSearch {
  const numberOf = (value: unknown): number | undefined => {
    const text = textOf(value);
    return text !== undefined && /^[1-9]\d{0,4}$/.test(text) ? Number(text) : undefined;
  };
  return { from: numberOf(from), to: numberOf(to) };
}
