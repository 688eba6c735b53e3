import { z } from 'zod';
import { audience, id, instant, pageQuery } from './common.js';
import { abilitiesOf } from './rights.js';

export const documentKind = z.enum(['agenda', 'minutes', 'indstilling']);
/** A Word document, or the PDF made from that very document. */
export const documentFormat = z.enum(['docx', 'pdf']);
export const documentState = z.enum(['queued', 'running', 'ready', 'failed']);

/** A document of a meeting to make; an agenda is the newest sent version unless another, or the draft, is asked for. */
export const requestMeetingDocument = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('agenda'),
    audience: audience.default('all'),
    format: documentFormat.default('docx'),
    agendaVersion: z.union([z.int().min(1), z.literal('draft')]).optional(),
  }),
  z.strictObject({
    kind: z.literal('minutes'),
    audience: audience.default('all'),
    format: documentFormat.default('docx'),
  }),
]);
export type RequestMeetingDocument = z.infer<typeof requestMeetingDocument>;

export const requestIndstillingDocument = z.strictObject({
  audience: audience.default('all'),
  format: documentFormat.default('docx'),
  /** The number of a submitted version; left out: the text as it is. */
  submission: z.int().min(1).max(2_147_483_647).optional(),
});
export type RequestIndstillingDocument = z.infer<typeof requestIndstillingDocument>;

/** A document and the job that makes it. */
export const documentView = z
  .object({
    id,
    kind: documentKind,
    subjectId: id,
    audience,
    format: documentFormat,
    fileName: z.string(),
    /** The number of the submitted version of an indstilling that it is of; 0 where it is of none. */
    submission: z.int().min(0),
    state: documentState,
    /** Per cent. */
    progress: z.int(),
    attempts: z.int(),
    /** Why it could not be made, in plain words; null unless it failed. */
    reason: z.string().nullable(),
    sha256: z.string().nullable(),
    size: z.int().nullable(),
    createdAt: instant,
    abilities: abilitiesOf(['retry']),
  })
  .meta({ id: 'Document' });
export type DocumentView = z.infer<typeof documentView>;

export const documentQuery = z.strictObject({
  ...pageQuery,
  subjectId: id.optional(),
  kind: documentKind.optional(),
  audience: audience.optional(),
  format: documentFormat.optional(),
  state: documentState.optional(),
});
export type DocumentQuery = z.infer<typeof documentQuery>;
