import { z } from 'zod';
import { id } from './common.js';

/** Every job of the worker: its name and what it carries. Payloads hold ids only; the handler reloads what it needs. */
export const JOBS = {
  'documents.make': z.strictObject({ documentId: id }),
  'documents.of-submissions': z.strictObject({ indstillingId: id }),
  'sendings.release': z.strictObject({ sendingId: id }),
  'sendings.deliver': z.strictObject({ sendingId: id }),
  'sendings.tell-changes': z.strictObject({ meetingId: id }),
  'reviews.deliver': z.strictObject({ meetingId: id }),
  'reminders.deliver': z.strictObject({ reminderId: id }),
  'indstilling-notices.deliver': z.strictObject({ mailId: id }),
  'follow-ups.suggest': z.strictObject({ pointId: id }),
} as const;

export type JobName = keyof typeof JOBS;
export type JobPayload<Name extends JobName> = z.infer<(typeof JOBS)[Name]>;
export const JOB_NAMES = Object.keys(JOBS) as JobName[];
