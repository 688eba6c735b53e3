import { oneOf } from '../../lib/search-params.js';
import type { RawSearch } from '../../lib/search-params.js';

/** What the address of a printed page says: only its open or its closed part, or both. */
export interface PrintSearch {
  readonly part?: 'open' | 'closed' | undefined;
}

export function readPrintSearch({ part }: RawSearch): PrintSearch {
  return { part: oneOf(['open', 'closed'], part) };
}
