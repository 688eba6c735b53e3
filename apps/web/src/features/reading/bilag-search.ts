import type { RawSearch } from '../../lib/search-params.js';

/** The page of a bilag that its address names. */
export interface BilagSearch {
  readonly page?: number | undefined;
}

export function readBilagSearch({ page }: RawSearch): BilagSearch {
  const text = String(page);
  return { page: /^[1-9]\d{0,4}$/.test(text) ? Number(text) : undefined };
}
