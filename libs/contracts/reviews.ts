import { z } from 'zod';
import { MAIL_CAUSES } from '../domain/sending/index.js';
import { id, instant, note } from './common.js';

/** Who is to read an agenda through before it is sent: those named and no others, each asked once by mail. */
export const askReviewers = z.strictObject({
  personIds: z
    .array(id)
    .max(100)
    .refine((ids) => new Set(ids).size === ids.length, { message: 'must name each person once' }),
  /** What those who are asked now are told, the same words to all. */
  message: note.nullable().default(null),
});
export type AskReviewers = z.infer<typeof askReviewers>;

/** Somebody who is asked to read an agenda through, and what they said. */
export const reviewer = z
  .object({
    id,
    personId: id,
    name: z.string(),
    askedAt: instant,
    /** How far the mail to them is; `failed` also where they have no address. */
    mail: z.enum(['queued', 'sent', 'failed', 'dropped']),
    /** Why it failed, or is tried again. */
    cause: z.enum(MAIL_CAUSES).nullable(),
    readAt: instant.nullable(),
    comment: z.string().nullable(),
  })
  .meta({ id: 'Reviewer' });

/** Somebody who could be asked: they hold a right in the body. */
const candidate = z.object({ personId: id, name: z.string(), seesClosed: z.boolean() });

export const reviewers = z
  .object({
    /** Raised by whoever asks somebody or takes the agenda back: a list is replaced as it was read, or not at all. */
    version: z.int(),
    items: z.array(reviewer),
    candidates: z.array(candidate),
  })
  .meta({ id: 'Reviewers' });
export type ReviewersView = z.infer<typeof reviewers>;

/** A reviewer has read the agenda, with what they want to say about it. */
export const sayRead = z.strictObject({ comment: note.nullable().default(null) });
export type SayRead = z.infer<typeof sayRead>;

/** The review that the one who asks is asked for; null where they are not. */
export const ownReview = z
  .object({
    review: z
      .object({ askedAt: instant, readAt: instant.nullable(), comment: z.string().nullable() })
      .nullable(),
  })
  .meta({ id: 'OwnReview' });
export type OwnReviewView = z.infer<typeof ownReview>;
