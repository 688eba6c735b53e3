import { textOf } from '../../lib/search-params.js';
import type { RawSearch } from '../../lib/search-params.js';

/** What the address of a comparison says: the number of the earlier version, and of the later one or `draft`. */
export interface ChangesSearch {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

export function readChangesSearch({ from, to }: RawSearch): ChangesSearch {
  const numberOf = (value: unknown): string | undefined => {
    const text = textOf(value);
    return text !== undefined && /^[1-9]\d{0,4}$/.test(text) ? text : undefined;
  };
  return { from: numberOf(from), to: to === 'draft' ? to : numberOf(to) };
}
