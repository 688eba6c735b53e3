import { z } from 'zod';
import { FOLLOW_UP_ACTIONS, FOLLOW_UP_STAGES, FOLLOW_UP_STATUSES } from '../domain/follow-up/index.js';
import { flag, id, instant, isoDate, line, note, pageQuery, version } from './common.js';
import { abilitiesOf } from './rights.js';

export const followUpStage = z.enum(FOLLOW_UP_STAGES);
export const followUpStatus = z.enum(FOLLOW_UP_STATUSES);
export const followUpAction = z.enum(FOLLOW_UP_ACTIONS);

/** When it is due: how sure, in which words, and the date where one is fixed. */
export const due = z
  .strictObject({
    kind: z.enum(['none', 'proposed', 'firm', 'recurring', 'event']),
    text: line.nullable().default(null),
    date: isoDate.nullable().default(null),
  })
  .meta({ id: 'Due' });
export type DueEntry = z.infer<typeof due>;

const followUpFields = {
  /** What is to be done. */
  action: note,
  /** Who does it, as written; an unnamed responsible stays empty. */
  responsible: line.nullable(),
  unitId: id.nullable(),
  personId: id.nullable(),
  /** Who brought it up, as written. */
  raisedBy: line.nullable(),
};

/** A follow-up written by hand. It hangs on one of body, meeting and point; the others follow from it. */
export const createFollowUp = z
  .strictObject({
    ...{ bodyId: id.optional(), meetingId: id.optional(), pointId: id.optional() },
    action: followUpFields.action,
    responsible: followUpFields.responsible.default(null),
    /** Left out together with `personId`: whom the text of `responsible` names, when it names one. */
    unitId: followUpFields.unitId.optional(),
    personId: followUpFields.personId.optional(),
    raisedBy: followUpFields.raisedBy.default(null),
    due: due.default({ kind: 'none', text: null, date: null }),
  })
  .refine(
    ({ bodyId, meetingId, pointId }) =>
      [bodyId, meetingId, pointId].filter((origin) => origin !== undefined).length === 1,
    'exactly one of bodyId, meetingId and pointId says where it comes from',
  );
export type CreateFollowUp = z.infer<typeof createFollowUp>;

/** A new due keeps the old one in the history, with the reason. */
export const changeFollowUp = z
  .strictObject({
    ...followUpFields,
    due: z.strictObject({ ...due.shape, reason: note.nullable().default(null) }),
  })
  .partial();
export type ChangeFollowUp = z.infer<typeof changeFollowUp>;

export const followUpStep = z.strictObject({ action: followUpAction, note: note.nullable().default(null) });
export type FollowUpStepRequest = z.infer<typeof followUpStep>;

export const followUp = z
  .object({
    id,
    bodyId: id,
    meetingId: id.nullable(),
    pointId: id.nullable(),
    action: z.string(),
    /** The words of the minutes it was read from; null when it was written by hand. */
    sentence: z.string().nullable(),
    responsible: z.string().nullable(),
    unitId: id.nullable(),
    personId: id.nullable(),
    raisedBy: z.string().nullable(),
    due: z.object({ kind: due.shape.kind, text: z.string().nullable(), date: isoDate.nullable() }),
    stage: followUpStage,
    status: followUpStatus,
    /** Confirmed, not ended, and the date lies before today in Denmark. */
    overdue: z.boolean(),
    /** What the workflow allows from here. */
    actions: z.array(followUpAction),
    createdAt: instant,
    version,
    /** `changeDue` asks whoever is not the secretariat for a reason. */
    abilities: abilitiesOf(['change', 'changeDue', 'note', ...FOLLOW_UP_ACTIONS]),
  })
  .meta({ id: 'FollowUp' });
export type FollowUpView = z.infer<typeof followUp>;

/** Given once or several times: `status=new&status=waiting`. */
function several<Value extends z.ZodType>(value: Value) {
  return z.union([value, z.array(value).min(1).max(10)]).optional();
}

export const followUpQuery = z.strictObject({
  ...pageQuery,
  unitId: id.optional(),
  /** The unit by its code or an alias, capitals not counted. */
  unit: line.optional(),
  personId: id.optional(),
  bodyId: id.optional(),
  meetingId: id.optional(),
  pointId: id.optional(),
  /** Left out: those that somebody has confirmed. */
  stage: several(followUpStage).default(['confirmed', 'issued']),
  status: several(followUpStatus),
  overdue: flag.optional(),
  /** The first and the last day it may be due; what has no date is left out. */
  dueFrom: isoDate.optional(),
  dueTo: isoDate.optional(),
});
export type FollowUpQuery = z.infer<typeof followUpQuery>;

/** The follow-ups of one point. */
export const followUpsOfPoint = z.object({ items: z.array(followUp) });
export type FollowUpsOfPoint = z.infer<typeof followUpsOfPoint>;

export const createFollowUpNote = z.strictObject({ text: note });
export type CreateFollowUpNote = z.infer<typeof createFollowUpNote>;

export const followUpNote = z
  .object({
    id,
    at: instant,
    /** The step it was written with; null for a note by itself. */
    action: followUpAction.nullable(),
    text: z.string(),
  })
  .meta({ id: 'FollowUpNote' });
export type FollowUpNoteView = z.infer<typeof followUpNote>;

/** A due that was replaced: what it was, when it was replaced, and why. */
export const pastDue = z
  .object({ id, at: instant, due: followUp.shape.due, reason: z.string().nullable() })
  .meta({ id: 'PastDue' });
export type PastDueView = z.infer<typeof pastDue>;

export const followUpTrailQuery = z.strictObject({ ...pageQuery });
export type FollowUpTrailQuery = z.infer<typeof followUpTrailQuery>;
