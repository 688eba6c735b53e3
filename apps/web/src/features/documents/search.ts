import { oneOf, textOf } from '../../lib/search-params.js';
import type { RawSearch } from '../../lib/search-params.js';

export const DOCUMENT_KINDS = ['agenda', 'minutes', 'indstilling'] as const;
export const DOCUMENT_AUDIENCES = ['all', 'open'] as const;
export const DOCUMENT_FORMATS = ['docx', 'pdf'] as const;
export const DOCUMENT_STATES = ['queued', 'running', 'ready', 'failed'] as const;

/** What the address of the documents says: which are shown. */
export interface DocumentSearch {
  readonly kind?: (typeof DOCUMENT_KINDS)[number] | undefined;
  readonly audience?: (typeof DOCUMENT_AUDIENCES)[number] | undefined;
  readonly format?: (typeof DOCUMENT_FORMATS)[number] | undefined;
  readonly state?: (typeof DOCUMENT_STATES)[number] | undefined;
}

export function readDocumentSearch({ kind, audience, format, state }: RawSearch): DocumentSearch {
  return {
    kind: oneOf(DOCUMENT_KINDS, kind),
    audience: oneOf(DOCUMENT_AUDIENCES, audience),
    format: oneOf(DOCUMENT_FORMATS, format),
    state: oneOf(DOCUMENT_STATES, state),
  };
}

/** What the address of a page for Word files says: which file is shown, and whether the indstilling was begun with it. */
export interface WordSearch {
  readonly reading?: string | undefined;
  readonly begun?: 'yes' | undefined;
}

export function readWordSearch({ reading, begun }: RawSearch): WordSearch {
  return { reading: textOf(reading), begun: oneOf(['yes'], begun) };
}
