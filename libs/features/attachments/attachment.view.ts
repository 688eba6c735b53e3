import type { AttachmentView } from '../../contracts/attachments.js';
import { attachmentsFor } from '../../domain/agenda/index.js';
import type { Audience, Visibility } from '../../domain/agenda/index.js';
import { offeredTitle } from '../../domain/attachment/index.js';
import { notFound } from '../../platform/http/problem-error.js';
import type { AttachmentRow } from './attachment.entity.js';

/** The attachments of one point or indstilling that an audience may see, numbered and in their printed order. */
export function attachmentViews(
  siblings: readonly AttachmentRow[],
  owner: Visibility,
  audience: Audience = 'all',
): AttachmentView[] {
  return attachmentsFor(siblings, owner, audience).map(({ attachment: row, number, visibility }) => {
    const { id, pointId, indstillingId, title, version } = row;
    return {
      ...{ id, pointId, indstillingId, number, title, version },
      position: number - 1,
      visibility: row.visibility,
      effectiveVisibility: visibility,
      offeredTitle: offeredTitle(title),
    };
  });
}

/** One attachment, numbered among its siblings. */
export function attachmentViewIn(
  siblings: readonly AttachmentRow[],
  owner: Visibility,
  id: string,
  audience: Audience = 'all',
): AttachmentView {
  const view = attachmentViews(siblings, owner, audience).find((attachment) => attachment.id === id);
  if (!view) throw notFound('attachment', id);
  return view;
}
