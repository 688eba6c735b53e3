import { z } from 'zod';
import { id, line, version, visibility } from './common.js';

const attachmentFields = { title: line, visibility };

/** A new attachment, at the end of the list; closed until somebody opens it. */
export const createAttachment = z.strictObject({
  title: attachmentFields.title,
  visibility: visibility.default('closed'),
});
export const changeAttachment = z.strictObject(attachmentFields).partial();

/** The place to move an attachment to in the printed order; 0 is first. */
export const moveAttachmentTo = z.strictObject({ position: z.int().min(0).max(10_000) });

/** A bilag of an agenda point or of an indstilling. */
export const attachment = z
  .object({
    id,
    /** The point it hangs on; null when it hangs on an indstilling. */
    pointId: id.nullable(),
    indstillingId: id.nullable(),
    /** As printed, from 1: "Bilag 2". Closed ones of an open point come after the open ones. */
    number: z.int().min(1),
    /** The place in the printed order, from 0. */
    position: z.int().min(0),
    ...attachmentFields,
    /** The strictest of its own, its point's, the parent point's and the body's. */
    effectiveVisibility: visibility,
    /** A better title when its own begins with "Bilag n" or is the name of a file; null otherwise. It is never changed by itself. */
    offeredTitle: z.string().nullable(),
    version,
  })
  .meta({ id: 'Attachment' });
export const attachmentList = z.object({ items: z.array(attachment) }).meta({ id: 'AttachmentList' });

export type CreateAttachment = z.infer<typeof createAttachment>;
export type ChangeAttachment = z.infer<typeof changeAttachment>;
export type MoveAttachmentTo = z.infer<typeof moveAttachmentTo>;
export type AttachmentView = z.infer<typeof attachment>;
export type AttachmentListView = z.infer<typeof attachmentList>;
