import { z } from 'zod';
import { id, instant, minutes, pageQuery, visibility } from './common.js';
import {
  indstillingAction,
  indstillingAuthor,
  indstillingSections,
  indstillingState,
  templateKey,
} from './indstillinger.js';

/** What was submitted, as it stood at that moment. */
export const submittedContent = z.object({
  template: templateKey,
  title: z.string(),
  minutes: minutes.nullable(),
  caseNumber: z.string().nullable(),
  author: indstillingAuthor,
  unitId: id.nullable(),
  month: z.string().nullable(),
  sections: indstillingSections,
  /** In their printed order. */
  attachments: z.array(
    z.object({
      ...{ id, title: z.string(), visibility },
      /** The version of its file that it was submitted with; left out by those submitted before bilag had files. */
      fileVersionId: id.nullable().optional(),
    }),
  ),
});

const versionFields = {
  number: z.int().min(1),
  submittedAt: instant,
  /** The same for the same content. */
  contentHash: z.string(),
  /** The step that submitted it was taken back. */
  takenBack: z.boolean(),
};
export const indstillingVersionSummary = z.object(versionFields).meta({ id: 'IndstillingVersionSummary' });
export const indstillingVersion = z
  .object({ ...versionFields, content: submittedContent })
  .meta({ id: 'IndstillingVersion' });
export const versionNumber = z.coerce.number().int().min(1).max(2_147_483_647);

/** A step that was taken. */
export const takenStep = z
  .object({
    id,
    at: instant,
    /** Who took it; null where that was not kept. */
    by: z.string().nullable(),
    /** In whose stead; null: in their own right. */
    insteadOf: z.string().nullable(),
    action: indstillingAction,
    from: indstillingState,
    to: indstillingState,
    reason: z.string().nullable(),
    /** The number of the submitted version it was about; 0 before the first. */
    submission: z.int().min(0),
    /** When it was taken back; null when it stands. */
    takenBackAt: instant.nullable(),
    /** Until when the one who asks may take it back; null when it is not theirs to take back, or something came after it. */
    regretUntil: instant.nullable(),
  })
  .meta({ id: 'IndstillingTakenStep' });
export const trailQuery = z.strictObject({ ...pageQuery });

export type TrailQuery = z.infer<typeof trailQuery>;
export type SubmittedContent = z.infer<typeof submittedContent>;
export type IndstillingVersionSummary = z.infer<typeof indstillingVersionSummary>;
export type IndstillingVersionView = z.infer<typeof indstillingVersion>;
export type TakenStep = z.infer<typeof takenStep>;
