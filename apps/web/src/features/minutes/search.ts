import type { RawSearch } from '../../lib/search-params.js';

/** What the address of minutes says: which part of them is shown. */
export interface MinutesSearch {
  readonly part?: 'closed' | undefined;
}

export function readMinutesSearch({ part }: RawSearch): MinutesSearch {
  return { part: part === 'closed' ? part : undefined };
}
