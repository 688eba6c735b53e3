import { z } from 'zod';
import { FILE_KIND_NAMES } from '../domain/attachment/index.js';
import { flag, id, instant, line, version, visibility } from './common.js';

const attachmentFields = { title: line, visibility };

/** A new attachment, at the end of the list; closed until somebody opens it. */
export const createAttachment = z.strictObject({
  title: attachmentFields.title,
  visibility: visibility.default('closed'),
});
export const changeAttachment = z.strictObject(attachmentFields).partial();

/** The place to move an attachment to in the printed order; 0 is first. */
export const moveAttachmentTo = z.strictObject({ position: z.int().min(0).max(10_000) });

/** A new bilag by its file; closed until somebody opens it. The title is made of the name, which is a whole one with its ending. */
export const attachFile = z.strictObject({
  fileName: line.max(255),
  visibility: visibility.default('closed'),
});
export const replaceFile = z.strictObject({ fileName: line.max(255) });

/** Whether a browser is to show the file by itself, where it is of a kind that browsers show; else it is saved. */
export const fetchFile = z.strictObject({ shown: flag.optional() });

const fileFields = {
  /** From 1, each new file of the bilag one more; readers of a sent agenda count those they were sent. */
  number: z.int().min(1),
  fileName: z.string(),
  kind: z.enum(FILE_KIND_NAMES),
  /** In bytes. */
  size: z.int().min(1),
  /** What is pending or failed is told to nobody. */
  state: z.enum(['pending', 'ready', 'failed']),
};

/** The file of a bilag, as it is now or as it was sent. */
export const attachmentFile = z.object(fileFields).meta({ id: 'AttachmentFile' });

/** One version of the file of a bilag; who brought it and when is told to those who draft the agenda or write the indstilling. */
export const attachmentVersion = z
  .object({
    ...fileFields,
    uploadedAt: instant.nullable(),
    uploadedBy: z.object({ id, name: z.string() }).nullable(),
  })
  .meta({ id: 'AttachmentVersion' });
/** Newest first. */
export const attachmentVersionList = z
  .object({ items: z.array(attachmentVersion) })
  .meta({ id: 'AttachmentVersionList' });

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
    /** Null while it is a title only. */
    file: attachmentFile.nullable(),
    version,
  })
  .meta({ id: 'Attachment' });
export const attachmentList = z.object({ items: z.array(attachment) }).meta({ id: 'AttachmentList' });

export type CreateAttachment = z.infer<typeof createAttachment>;
export type ChangeAttachment = z.infer<typeof changeAttachment>;
export type MoveAttachmentTo = z.infer<typeof moveAttachmentTo>;
export type AttachmentView = z.infer<typeof attachment>;
export type AttachmentListView = z.infer<typeof attachmentList>;
export type AttachFile = z.infer<typeof attachFile>;
export type FetchFile = z.infer<typeof fetchFile>;
export type ReplaceFile = z.infer<typeof replaceFile>;
export type AttachmentFileView = z.infer<typeof attachmentFile>;
export type AttachmentVersionListView = z.infer<typeof attachmentVersionList>;
