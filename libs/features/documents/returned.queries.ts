import type { EntityManager } from 'typeorm';
import type { ReturnedDocumentListView } from '../../contracts/returned-documents.js';
import type { ReturnedDocumentRow } from './returned-document.entity.js';

type Facts = ReturnedDocumentListView['items'][number];

/** Documents that came back, newest first: all of a meeting, or one. */
export async function readReturnedFacts(
  tx: EntityManager,
  { meetingId = null, id = null }: { readonly meetingId?: string | null; readonly id?: string | null },
): Promise<Facts[]> {
  const rows = await tx.query<(Facts & { returnedAt: Date; madeAt: Date })[]>(
    `SELECT r.id, r.meeting_id AS "meetingId", r.file_name AS "fileName", r.size, r.returned_at AS "returnedAt",
            person.name AS "returnedBy", d.created_at AS "madeAt"
     FROM returned_document r JOIN document d ON d.id = r.document_id
     LEFT JOIN person ON person.id = r.returned_by
     WHERE r.meeting_id = $1 OR r.id = $2 ORDER BY r.id DESC`,
    [meetingId, id],
  );
  return rows.map((row) => ({
    ...row,
    returnedAt: new Date(row.returnedAt).toISOString(),
    madeAt: new Date(row.madeAt).toISOString(),
  }));
}

/** The ids of the points that the document told of when it was made. */
export async function returnedPoints(
  tx: EntityManager,
  { documentId }: ReturnedDocumentRow,
): Promise<readonly string[]> {
  const [found] = await tx.query<[{ prints: string[] }?]>('SELECT prints FROM document WHERE id = $1', [
    documentId,
  ]);
  return found?.prints ?? [];
}
