import type { EntityManager } from 'typeorm';
import { notFound } from '../../platform/http/problem-error.js';
import { AttachmentVersionRow } from './attachment-version.entity.js';
import { AttachmentRow } from './attachment.entity.js';

/** Keeps an attachment that is about to be removed, with the versions of its file. */
export async function keepRemovedAttachment(tx: EntityManager, { id }: AttachmentRow): Promise<void> {
  await tx.query(
    `INSERT INTO removed_attachment (id, kept)
     SELECT $1::uuid, jsonb_build_object(
       'attachment', (SELECT jsonb_agg(a) FROM attachment a WHERE id = $1),
       'attachment_version', (SELECT coalesce(jsonb_agg(v), '[]') FROM attachment_version v
                              WHERE attachment_id = $1 AND state = 'ready'))
     ON CONFLICT (id) DO UPDATE SET kept = excluded.kept, removed_at = now()`,
    [id],
  );
}

/**
 * Removed attachments as they were when they were removed, by their ids; who may see them is for the caller. Of a point that was
 * removed too there are none: who was disqualified on it is told nowhere but with the point.
 */
export async function keptAttachments(
  tx: EntityManager,
  ids: readonly string[],
  options: { lock?: boolean } = {},
): Promise<AttachmentRow[]> {
  if (ids.length === 0) return [];
  const rows = await tx.query<AttachmentRow[]>(
    `SELECT row.id, row.point_id AS "pointId", row.indstilling_id AS "indstillingId", row.position, row.title,
            row.visibility, row.imported_text AS "importedText", row.file_version_id AS "fileVersionId", row.version
     FROM removed_attachment, jsonb_populate_recordset(NULL::attachment, kept->'attachment') row
     WHERE removed_attachment.id = ANY($1::uuid[])
       AND (row.point_id IS NULL OR EXISTS (SELECT FROM agenda_point WHERE agenda_point.id = row.point_id))
     ${options.lock ? 'FOR UPDATE OF removed_attachment' : ''}`,
    [ids],
  );
  return rows.map((row) => tx.create(AttachmentRow, row));
}

/** The files that removed attachments had, oldest first. */
export async function keptVersions(
  tx: EntityManager,
  ids: readonly string[],
): Promise<AttachmentVersionRow[]> {
  if (ids.length === 0) return [];
  const rows = await tx.query<AttachmentVersionRow[]>(
    // PostgreSQL gives eight-byte numbers as text; no file is so large that a double does not tell its size.
    `SELECT row.id, row.attachment_id AS "attachmentId", row.number, row.file_name AS "fileName", row.kind,
            row.size::float8 AS size, row.sha256, row.state, row.reason, row.uploaded_by AS "uploadedBy",
            row.ready_at AS "readyAt"
     FROM removed_attachment, jsonb_populate_recordset(NULL::attachment_version, kept->'attachment_version') row
     WHERE removed_attachment.id = ANY($1::uuid[]) ORDER BY row.number`,
    [ids],
  );
  return rows.map((row) => tx.create(AttachmentVersionRow, row));
}

/** An attachment that is there, or was until it was removed: readers of a sent agenda have both. */
export async function loadThereOrKept(tx: EntityManager, id: string): Promise<AttachmentRow> {
  const row = (await tx.findOneBy(AttachmentRow, { id })) ?? (await keptAttachments(tx, [id]))[0];
  if (!row) throw notFound('attachment', id);
  return row;
}

const isNewest = (version: string): string =>
  `NOT EXISTS (SELECT FROM agenda_version newer
               WHERE newer.meeting_id = ${version}.meeting_id AND newer.number > ${version}.number)`;

/**
 * Whether the attachment of the row `removed` is what readers still have: of a point that the newest version of an agenda was
 * sent with, or of an indstilling as one was sent with it, or as who drafts agendas has it.
 */
export const IS_STILL_READ = `(
  EXISTS (SELECT FROM agenda_version sent
    WHERE sent.content->'points' @> jsonb_build_array(jsonb_build_object(
            'attachments', jsonb_build_array(jsonb_build_object('id', removed.id))))
      AND ${isNewest('sent')})
  OR EXISTS (SELECT FROM indstilling_version submitted
    JOIN indstilling ON indstilling.id = submitted.indstilling_id
    WHERE submitted.indstilling_id = (removed.kept->'attachment'->0->>'indstilling_id')::uuid
      AND submitted.content->'attachments' @> jsonb_build_array(jsonb_build_object('id', removed.id))
      AND (submitted.number = indstilling.approved_submission
        OR EXISTS (SELECT FROM sent_indstilling went LEFT JOIN agenda_version sent ON sent.id = went.version_id
          WHERE went.indstilling_id = submitted.indstilling_id AND went.submission = submitted.number
            AND ${isNewest('sent')}))))`;
