import { INDSTILLING_LISTS, INDSTILLING_STATES } from '../../../../../libs/domain/indstilling/index.js';
import type { IndstillingListName, IndstillingState } from '../../../../../libs/domain/indstilling/index.js';
import { idOf, oneOf, textOf } from '../../lib/search-params.js';
import type { RawSearch } from '../../lib/search-params.js';

/** What the address of the indstillinger says: which list, nothing being the one that suits the role, and what of it. */
export interface IndstillingSearch {
  readonly view?: IndstillingListName | undefined;
  /** Words of the title or of the case number. */
  readonly q?: string | undefined;
  readonly state?: IndstillingState | undefined;
  readonly body?: string | undefined;
  readonly unit?: string | undefined;
}

export function readIndstillingSearch(search: RawSearch): IndstillingSearch {
  return {
    view: oneOf(INDSTILLING_LISTS, search.view),
    q: textOf(search.q),
    state: oneOf(INDSTILLING_STATES, search.state),
    body: idOf(search.body),
    unit: idOf(search.unit),
  };
}

/** Whether the address leaves something of its list out. */
export function isFiltered({ q, state, body, unit }: IndstillingSearch): boolean {
  return [q, state, body, unit].some((filter) => filter !== undefined);
}

/** The same list, whole. */
export function withoutFilters({ view }: IndstillingSearch): IndstillingSearch {
  return { view, q: undefined, state: undefined, body: undefined, unit: undefined };
}

/** What the address of a comparison says: the numbers of the two versions. */
export interface CompareSearch {
  readonly from?: number | undefined;
  readonly to?: number | undefined;
}

export function readCompareSearch({ from, to }: RawSearch): CompareSearch {
  const numberOf = (value: unknown): number | undefined => {
    // An address holds texts, a link within the product numbers.
    const text = typeof value === 'number' ? String(value) : textOf(value);
    return text !== undefined && /^[1-9]\d{0,4}$/.test(text) ? Number(text) : undefined;
  };
  return { from: numberOf(from), to: numberOf(to) };
}

/** What the address of a printed comparison says besides: what stayed is printed too, or only what changed. */
export interface PrintedCompareSearch extends CompareSearch {
  readonly all?: 'yes' | undefined;
}

export function readPrintedCompareSearch(search: RawSearch): PrintedCompareSearch {
  return { ...readCompareSearch(search), all: oneOf(['yes'], search.all) };
}
