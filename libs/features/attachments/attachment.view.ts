import type { AttachmentView } from '../../contracts/attachments.js';
import { attachmentsFor } from '../../domain/agenda/index.js';
import type { Audience, Visibility } from '../../domain/agenda/index.js';
import { offeredTitle } from '../../domain/attachment/index.js';
import { notFound } from '../../platform/http/problem-error.js';
import type { AttachmentRow } from './attachment.entity.js';
import { currentFile, fileView } from './attachment.files.js';
import type { SeenFiles } from './attachment.files.js';

/** The attachments of one point or indstilling as somebody is shown them. */
export interface ShownAttachments {
  readonly rows: readonly AttachmentRow[];
  /** What they inherit. */
  readonly visibility: Visibility;
  readonly audience: Audience;
  readonly files: SeenFiles;
}

/** The attachments that an audience may see, numbered and in their printed order. */
export function attachmentViews({
  rows,
  visibility: owner,
  audience,
  files,
}: ShownAttachments): AttachmentView[] {
  return attachmentsFor(rows, owner, audience).map(({ attachment: row, number, visibility }) => {
    const { id, pointId, indstillingId, title, version } = row;
    const file = currentFile(row, files);
    return {
      ...{ id, pointId, indstillingId, number, title, version },
      position: number - 1,
      visibility: row.visibility,
      effectiveVisibility: visibility,
      offeredTitle: offeredTitle(title),
      file: file && fileView(file),
    };
  });
}

/** One attachment, numbered among its siblings. */
export function attachmentViewIn(shown: ShownAttachments, id: string): AttachmentView {
  const view = attachmentViews(shown).find((attachment) => attachment.id === id);
  if (!view) throw notFound('attachment', id);
  return view;
}
