import type { EntityManager } from 'typeorm';
import { attachmentsFor } from '../../domain/agenda/index.js';
import type { Actor } from '../../domain/rights/index.js';
import { notFound } from '../../platform/http/problem-error.js';
import { findSeenAttachments } from './attachment.access.js';
import { AttachmentRow } from './attachment.entity.js';
import { ownerOf, savePositions, siblingsOf } from './attachment.owners.js';
import { keptAttachments } from './kept-attachments.js';

/** What is kept of a removed attachment, for an actor who would see it; any other is as one that does not exist. */
export async function loadRemovedAttachment(
  tx: EntityManager,
  actor: Actor,
  id: string,
  options: { lock?: boolean } = {},
): Promise<AttachmentRow> {
  const [row] = await keptAttachments(tx, [id], options);
  if (!row) throw notFound('attachment', id);
  const seen = await findSeenAttachments(tx, actor, ownerOf(row));
  const [shown] = seen ? attachmentsFor([row], seen.visibility, seen.audience) : [];
  const isBarred = row.pointId !== null && actor.disqualifiedFrom.includes(row.pointId);
  if (!shown || (isBarred && shown.visibility === 'closed')) throw notFound('attachment', id);
  return row;
}

/** Puts a removed attachment back where it stood, or last where its siblings are fewer now; its owner is locked. */
export async function putAttachmentBack(tx: EntityManager, row: AttachmentRow): Promise<void> {
  const siblings = await siblingsOf(tx, ownerOf(row), { lock: true });
  const place = Math.min(row.position, siblings.length);
  // Whoever read it before it was removed has read another version.
  Object.assign(row, { position: siblings.length, version: row.version + 1 });
  await tx.insert(AttachmentRow, row);
  await tx.query(
    `INSERT INTO attachment_version SELECT row.* FROM removed_attachment,
       jsonb_populate_recordset(NULL::attachment_version, kept->'attachment_version') row
     WHERE removed_attachment.id = $1`,
    [row.id],
  );
  await savePositions(tx, [...siblings.slice(0, place), row, ...siblings.slice(place)]);
  // It is there again and says itself how open it is.
  await tx.query('DELETE FROM gone WHERE id = $1', [row.id]);
  await tx.query('DELETE FROM removed_attachment WHERE id = $1', [row.id]);
}
