import { z } from 'zod';
import { MINUTES_ACTIONS, MINUTES_STATES } from '../domain/minutes/index.js';
import { audience, id, instant, line, note, richText, version } from './common.js';
import { decision } from './decisions.js';
import { followUp } from './follow-ups.js';
import { proposal } from './proposals.js';
import { abilitiesOf } from './rights.js';

export const minutesState = z.enum(MINUTES_STATES);
export const minutesAction = z.enum(MINUTES_ACTIONS);

/** Whom minutes are read as: whoever may read all of them may ask for what is open. */
export const minutesQuery = z.strictObject({ audience: audience.default('all') });
export type MinutesQuery = z.infer<typeof minutesQuery>;

/** A step of the minutes; returning them and taking a publication back ask for a reason. */
export const minutesStep = z.strictObject({ action: minutesAction, reason: note.nullable().default(null) });
export type MinutesStepRequest = z.infer<typeof minutesStep>;

/** A correction of approved minutes, dated and named; the minutes themselves stay as they were approved. */
export const createMinutesCorrection = z.strictObject({
  by: line,
  text: richText,
  pointId: id.nullable().default(null),
});
export type CreateMinutesCorrection = z.infer<typeof createMinutesCorrection>;

export const minutesCorrection = z
  .object({ id, at: instant, by: z.string(), text: richText, pointId: id.nullable() })
  .meta({ id: 'MinutesCorrection' });
export type MinutesCorrectionView = z.infer<typeof minutesCorrection>;

const minutesPoint = z.object({
  pointId: id,
  number: z.string().nullable(),
  part: z.enum(['main', 'closed']),
  title: z.string(),
  withdrawn: z.boolean(),
  /** What the indstilling on it proposes, for those who write the minutes while they are a draft; else null. */
  proposal: proposal.nullable(),
  decision: decision.nullable(),
  /** What a closed point says in public to those who may not read it; else empty. */
  publicDecision: richText,
  followUps: z.array(followUp),
});

/** The minutes of a meeting, point by point in the order of its agenda. */
export const minutesView = z
  .object({
    id,
    meetingId: id,
    state: minutesState,
    approvedAt: instant.nullable(),
    /** What the workflow allows from here. */
    actions: z.array(minutesAction),
    points: z.array(minutesPoint),
    /** Follow-ups of the meeting that hang on no point of it. */
    followUps: z.array(followUp),
    /** Follow-ups that were read from the text and nobody has confirmed or ignored yet. */
    unsettledFollowUps: z.int(),
    corrections: z.array(minutesCorrection),
    version,
    abilities: abilitiesOf(['correct', 'close', ...MINUTES_ACTIONS]),
  })
  .meta({ id: 'Minutes' });
export type MinutesView = z.infer<typeof minutesView>;
