import { z } from 'zod';
import { id, isoDate, minutes, note, visibility } from './common.js';
import { pointType } from './organisation.js';

/** A point that was put off at an earlier meeting of the body, or was left by one that was cancelled. */
export const postponedPoint = z
  .object({
    id,
    title: z.string(),
    type: pointType,
    minutes: minutes.nullable(),
    meetingId: id,
    meetingDate: isoDate,
    effectiveVisibility: visibility,
    why: z.enum(['deferred', 'cancelled']),
    /** It was put off to the meeting that is asked about. */
    isForThis: z.boolean(),
    indstillingId: id.nullable(),
    /** How many bilag come along. */
    attachments: z.int(),
  })
  .meta({ id: 'PostponedPoint' });
export type PostponedPointView = z.infer<typeof postponedPoint>;

/** Those that stand on no later agenda, the ones put off to this meeting first, then the oldest. */
export const postponedPoints = z.object({ items: z.array(postponedPoint) }).meta({ id: 'PostponedPoints' });
export type PostponedPointsView = z.infer<typeof postponedPoints>;

/** Takes a point that was put off on again; where nothing is said, the rule of the body says where. */
export const takeOnPoint = z.strictObject({
  pointId: id,
  position: z.int().min(0).max(10_000).nullable().default(null),
  lateReason: note.nullable().default(null),
});
export type TakeOnPoint = z.infer<typeof takeOnPoint>;
