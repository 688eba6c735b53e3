import { idOf, textOf } from '../../lib/search-params.js';
import type { RawSearch } from '../../lib/search-params.js';

/** What the address of an administration page says: what is chosen (`new`: something to make), and what is looked for. */
export interface AdminSearch {
  readonly id?: string | undefined;
  readonly q?: string | undefined;
}

export function readAdminSearch(search: RawSearch): AdminSearch {
  return { id: search.id === 'new' ? 'new' : idOf(search.id), q: textOf(search.q) };
}
