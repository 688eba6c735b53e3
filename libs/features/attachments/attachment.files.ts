import type { EntityManager } from 'typeorm';
import { In } from 'typeorm';
import type { AttachmentFileView } from '../../contracts/attachments.js';
import type { Audience } from '../../domain/agenda/index.js';
import type { FileKind } from '../../domain/attachment/index.js';
import { AttachmentVersionRow } from './attachment-version.entity.js';
import type { AttachmentRow } from './attachment.entity.js';
import { keptVersions } from './kept-attachments.js';

/** A file that is there, as one reader counts it. */
export interface SeenFile {
  readonly id: string;
  readonly number: number;
  readonly fileName: string;
  readonly kind: FileKind;
  readonly size: number;
  readonly sha256: string;
  readonly uploadedAt: Date;
  readonly uploadedBy: string | null;
}

/** The files of attachments that somebody sees, oldest first, by the id of the attachment. */
export type SeenFiles = ReadonlyMap<string, readonly SeenFile[]>;

/**
 * The files of attachments in one query, or two where one was removed. `among`: only these versions are seen, counted as if
 * there were no others; null for all there are.
 */
export async function filesOf(
  tx: EntityManager,
  rows: readonly Pick<AttachmentRow, 'id' | 'fileVersionId'>[],
  among: ReadonlySet<string> | null,
): Promise<SeenFiles> {
  const ids = rows.filter(({ fileVersionId }) => fileVersionId !== null).map(({ id }) => id);
  if (ids.length === 0) return new Map();
  const versions = await versionsOf(tx, ids);
  const files = new Map<string, SeenFile[]>();
  for (const version of versions) {
    const { attachmentId } = version;
    if (attachmentId === null || (among && !among.has(version.id))) continue;
    const earlier = files.get(attachmentId) ?? [];
    files.set(attachmentId, [...earlier, seenFile(version, earlier.length + 1)]);
  }
  return files;
}

/** All files of attachments that have one; what was removed took the rows of its files with it. */
async function versionsOf(tx: EntityManager, ids: readonly string[]): Promise<AttachmentVersionRow[]> {
  const there = await tx.find(AttachmentVersionRow, {
    where: { attachmentId: In(ids), state: 'ready' },
    order: { number: 'ASC' },
  });
  const found = new Set(there.map(({ attachmentId }) => attachmentId));
  const removed = ids.filter((id) => !found.has(id));
  return [...there, ...(await keptVersions(tx, removed))];
}

/**
 * The versions of files that the agenda of a meeting was ever sent with, of these attachments; for `open` those that were
 * sent open: a bilag that is opened today may have had another file while it was closed.
 */
export async function sentVersions(
  tx: EntityManager,
  meetingId: string,
  attachments: readonly Pick<AttachmentRow, 'id'>[],
  audience: Audience,
): Promise<ReadonlySet<string>> {
  if (attachments.length === 0) return new Set();
  const rows = await tx.query<{ id: string }[]>(
    `SELECT DISTINCT bilag->>'fileVersionId' AS id
     FROM agenda_version sent, jsonb_array_elements(sent.content->'points') point,
       jsonb_array_elements(point->'attachments') bilag
     WHERE sent.meeting_id = $1 AND bilag->>'id' = ANY($2) AND bilag->>'fileVersionId' IS NOT NULL
       AND ($3 = 'all' OR (point->>'effectiveVisibility' = 'open' AND bilag->>'visibility' = 'open'))`,
    [meetingId, attachments.map(({ id }) => id), audience],
  );
  return new Set(rows.map(({ id }) => id));
}

/** The file that an attachment has for somebody, or null. */
export function currentFile(
  { id, fileVersionId }: Pick<AttachmentRow, 'id' | 'fileVersionId'>,
  files: SeenFiles,
): SeenFile | null {
  return files.get(id)?.find((file) => file.id === fileVersionId) ?? null;
}

/** A file as it is told of. */
export function fileView({ number, fileName, kind, size }: SeenFile): AttachmentFileView {
  return { number, fileName, kind, size, state: 'ready' };
}

function seenFile(row: AttachmentVersionRow, number: number): SeenFile {
  const { id, fileName, kind, size, sha256, readyAt: uploadedAt, uploadedBy } = row;
  if (kind === null || size === null || sha256 === null || uploadedAt === null)
    throw new Error(`The file ${id} is ready and not there.`);
  return { id, number, fileName, kind, size, sha256, uploadedAt, uploadedBy };
}
