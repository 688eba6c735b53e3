import { idOf, oneOf, textOf } from '../../lib/search-params.js';
import type { RawSearch } from '../../lib/search-params.js';

/** What the address of an administration page says: what is chosen (`new`: something to make), and what is looked for. */
export interface AdminSearch {
  readonly id?: string | undefined;
  readonly q?: string | undefined;
  /** Which of the things kept about what is chosen; without it, the first. */
  readonly part?: (typeof BODY_PARTS)[number] | undefined;
}

/** What is kept about a body, each with a form of its own. */
export const BODY_PARTS = ['sections', 'standing', 'aarshjul', 'stand-ins'] as const;

export function readAdminSearch(search: RawSearch): AdminSearch {
  return {
    id: search.id === 'new' ? 'new' : idOf(search.id),
    q: textOf(search.q),
    part: oneOf(BODY_PARTS, search.part),
  };
}
