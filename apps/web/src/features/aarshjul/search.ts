import { idOf, textOf } from '../../lib/search-params.js';
import type { RawSearch } from '../../lib/search-params.js';

/** What the address of the year says: which, and of which body. */
export interface AarshjulSearch {
  /** Without it this one. */
  readonly year?: string | undefined;
  readonly body?: string | undefined;
}

export function readAarshjulSearch(search: RawSearch): AarshjulSearch {
  const year = textOf(search.year);
  return { year: year !== undefined && /^20\d\d$/.test(year) ? year : undefined, body: idOf(search.body) };
}
