import type { DocumentView } from '../../contracts/documents.js';
import type { DocumentRow } from './document.entity.js';

export function documentView(row: DocumentRow): DocumentView {
  const { id, kind, subjectId, audience, format, fileName, submission } = row;
  const { state, progress, attempts, reason, sha256, size } = row;
  const createdAt = row.createdAt.toISOString();
  return {
    id,
    kind,
    subjectId,
    audience,
    format,
    fileName,
    submission,
    state,
    progress,
    attempts,
    reason,
    sha256,
    size,
    createdAt,
    // Whoever may read it could have it made.
    abilities: { retry: true },
  };
}
