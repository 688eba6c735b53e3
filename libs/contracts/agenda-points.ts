import { z } from 'zod';
import { clockTime, id, line, minutes, note, richText, version, visibility } from './common.js';
import { pointType } from './organisation.js';

const pointFields = {
  title: line,
  type: pointType,
  purpose: richText,
  method: note.nullable(),
  responsible: line.nullable(),
  attending: note.nullable(),
  minutes: minutes.nullable(),
  fixedStart: clockTime.nullable(),
  visibility,
  closedReason: note.nullable(),
  publicTitle: line.nullable(),
  publicDecision: richText,
  lateReason: note.nullable(),
};

/** A new point; where it lands is said by parent and position (past the end: last), or else by the rule of its body. */
export const createAgendaPoint = z.strictObject({
  title: pointFields.title,
  /** Left out: what the indstilling that is placed with it proposes, else a discussion. */
  type: pointFields.type.optional(),
  purpose: richText.default([]),
  method: pointFields.method.default(null),
  responsible: pointFields.responsible.default(null),
  attending: pointFields.attending.default(null),
  minutes: pointFields.minutes.default(null),
  fixedStart: pointFields.fixedStart.default(null),
  visibility: visibility.default('open'),
  closedReason: pointFields.closedReason.default(null),
  publicTitle: pointFields.publicTitle.default(null),
  publicDecision: richText.default([]),
  lateReason: pointFields.lateReason.default(null),
  parentId: id.nullable().default(null),
  position: z.int().min(0).max(10_000).nullable().default(null),
  /** An approved indstilling to place with the point. */
  indstillingId: id.nullable().default(null),
});
export type CreateAgendaPoint = z.infer<typeof createAgendaPoint>;

/** Several points at once, all or none: each lands as it would if they came one after the other. */
export const createAgendaPoints = z.strictObject({
  points: z.array(createAgendaPoint).min(1, 'must be at least one point').max(100),
});
export type CreateAgendaPoints = z.infer<typeof createAgendaPoints>;

export const changeAgendaPoint = z.strictObject(pointFields).partial();
export type ChangeAgendaPoint = z.infer<typeof changeAgendaPoint>;

/** A place in the same agenda, or another meeting to go to (with its sub-points). */
export const moveAgendaPoint = z.union([
  z.strictObject({ parentId: id.nullable(), position: z.int().min(0).max(10_000) }),
  z.strictObject({
    meetingId: id,
    lateReason: note.nullable().default(null),
    /** Back to where it came from: with the place and the number it had there, and as late as it was. */
    back: z.boolean().default(false),
  }),
]);
export type MoveAgendaPoint = z.infer<typeof moveAgendaPoint>;

export const withdrawAgendaPoint = z.strictObject({ reason: note.nullable().default(null) });
export type WithdrawAgendaPoint = z.infer<typeof withdrawAgendaPoint>;

export const agendaPoint = z
  .object({
    id,
    meetingId: id,
    parentId: id.nullable(),
    position: z.int(),
    /** `6`, `6A`; null for a point withdrawn before it was sent. */
    number: z.string().nullable(),
    part: z.enum(['main', 'closed']),
    ...pointFields,
    /** The strictest of the body's, the parent's and its own. */
    effectiveVisibility: visibility,
    from: clockTime.nullable(),
    to: clockTime.nullable(),
    indstillingId: id.nullable(),
    withdrawn: z.boolean(),
    withdrawnReason: z.string().nullable(),
    late: z.boolean(),
    version,
  })
  .meta({ id: 'AgendaPoint' });
export type AgendaPointView = z.infer<typeof agendaPoint>;

/** Points that were made together, in their order. */
export const createdAgendaPoints = z
  .object({ items: z.array(agendaPoint) })
  .meta({ id: 'CreatedAgendaPoints' });
export type CreatedAgendaPointsView = z.infer<typeof createdAgendaPoints>;

/** The times of an agenda; durations are minutes. */
export const agendaTimes = z
  .object({
    /** Null, with all that follows from it, when the meeting has no start. */
    start: clockTime.nullable(),
    ends: clockTime.nullable(),
    minutes: z.int(),
    bookedEnd: clockTime.nullable(),
    slack: z.int().nullable(),
    overrun: z.int().nullable(),
    withoutTime: z.array(id),
    /** The same in a Danish sentence. */
    inWords: z.string(),
  })
  .meta({ id: 'AgendaTimes' });

export const agendaPoints = z
  .object({ meetingId: id, points: z.array(agendaPoint), times: agendaTimes })
  .meta({ id: 'AgendaPoints' });
export type AgendaPointsView = z.infer<typeof agendaPoints>;

/** Who is disqualified (inhabil) on a point, and why where it is said. */
export const replaceDisqualifications = z.strictObject({
  people: z
    .array(z.strictObject({ personId: id, reason: note.nullable().default(null) }))
    .max(200)
    .refine((people) => new Set(people.map(({ personId }) => personId)).size === people.length, {
      message: 'must name each person once',
    }),
});
export type ReplaceDisqualifications = z.infer<typeof replaceDisqualifications>;
export const disqualifications = z
  .object({ people: z.array(z.object({ personId: id, name: z.string(), reason: z.string().nullable() })) })
  .meta({ id: 'Disqualifications' });
export type DisqualificationsView = z.infer<typeof disqualifications>;

/** Who is a guest of a point. */
export const replaceGuests = z.strictObject({
  people: z
    .array(z.strictObject({ personId: id }))
    .max(100)
    .refine((people) => new Set(people.map(({ personId }) => personId)).size === people.length, {
      message: 'must name each person once',
    }),
});
export type ReplaceGuests = z.infer<typeof replaceGuests>;
export const guests = z
  .object({ people: z.array(z.object({ personId: id, name: z.string() })) })
  .meta({ id: 'Guests' });
export type GuestsView = z.infer<typeof guests>;

/** At which point of the agenda somebody works; null: at none. */
export const sayPresence = z.strictObject({ pointId: id.nullable().default(null) });
export type SayPresence = z.infer<typeof sayPresence>;

/** Who else works on an agenda just now, and a mark that changes with all that is shown of it. */
export const agendaPresence = z
  .object({
    others: z.array(
      z.object({ personId: id, name: z.string(), initials: z.string().nullable(), pointId: id.nullable() }),
    ),
    mark: z.string(),
  })
  .meta({ id: 'AgendaPresence' });
export type AgendaPresenceView = z.infer<typeof agendaPresence>;
