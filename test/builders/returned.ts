import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { documentView } from '../../libs/contracts/documents.js';
import type { DocumentModel } from '../../libs/domain/document/index.js';
import { renderDocument } from '../../libs/rendering/docx/index.js';
import type { TestApi } from '../support/test-api.js';

/** The Word document that was asked for, as the job makes it. */
export async function docxOfDocument(api: TestApi, documentId: string): Promise<Uint8Array> {
  const [row] = await api.database.query<{ source: DocumentModel }>(
    'SELECT source FROM document WHERE id = $1',
    [documentId],
  );
  if (!row) throw new Error('The document was not asked for.');
  return renderDocument(row.source);
}

/** The agenda of a meeting as it stands, as a Word document. */
export async function draftDocx(
  api: TestApi,
  meetingId: string,
  audience: 'all' | 'open' = 'all',
): Promise<Uint8Array> {
  const request = { kind: 'agenda', agendaVersion: 'draft', audience };
  return docxOfDocument(
    api,
    (await api.take(documentView, 'post', `meetings/${meetingId}/documents`, request)).id,
  );
}

/** A Word document with its body changed by hand; throws where there is nothing of the kind to change. */
export function editedDocx(
  bytes: Uint8Array,
  ...changes: readonly (readonly [string | RegExp, string])[]
): Uint8Array {
  const parts = unzipSync(bytes);
  let xml = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
  for (const [from, to] of changes) {
    const changed = xml.replaceAll(typeof from === 'string' ? from : new RegExp(from, 'g'), to);
    if (changed === xml) throw new Error(`${String(from)} is not in the document.`);
    xml = changed;
  }
  return zipSync({ ...parts, 'word/document.xml': strToU8(xml) });
}

/** A Word document that does not say where it comes from any more. */
export function namelessDocx(bytes: Uint8Array): Uint8Array {
  return zipSync({ ...unzipSync(bytes), 'docProps/custom.xml': strToU8('<Properties/>') });
}
