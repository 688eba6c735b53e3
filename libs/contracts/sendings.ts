import { z } from 'zod';
import { MAIL_CAUSES, RECIPIENT_GROUPS } from '../domain/sending/index.js';
import { id, instant, line, note } from './common.js';
import { abilitiesOf } from './rights.js';

const finding = z.object({
  code: z.string(),
  rule: z.string(),
  at: z.string().optional(),
  /** The point it is about, where it is about one. */
  pointId: id.optional(),
  /** The person it is about, where it is about one. */
  personId: id.optional(),
  name: z.string().optional(),
});

const recipientGroup = z.enum(RECIPIENT_GROUPS);

/** Somebody the agenda would be sent to now. */
export const plannedRecipient = z
  .object({
    personId: id,
    name: z.string(),
    address: z.string().nullable(),
    group: recipientGroup,
    seesClosed: z.boolean(),
    /** Whether they get this one: of a correction that changes nothing they may read they are not told. */
    told: z.boolean(),
  })
  .meta({ id: 'PlannedRecipient' });
export type PlannedRecipientView = z.infer<typeof plannedRecipient>;

/** What stops the sending of an agenda, what only stands out, and whom it goes to, worked out by the server. */
export const sendingCheck = z
  .object({
    kind: z.enum(['first', 'correction']),
    refusals: z.array(finding.extend({ liftedBy: z.string().optional() })),
    warnings: z.array(finding),
    /** The version that a correction would only repeat; null where it would not. */
    unchangedSince: z.int().nullable(),
    recipients: z.array(plannedRecipient),
    /** Of the points and bilag that are closed: how many, and how many of the recipients read them. */
    closed: z.object({ points: z.int(), attachments: z.int(), seenBy: z.int() }),
    /** The points of the agenda, and how many of them have minutes; indstillinger on it, and how many are approved. */
    counts: z.object({
      ...{ points: z.int(), withMinutes: z.int(), indstillinger: z.int(), approved: z.int() },
      ...{ attachments: z.int() },
    }),
  })
  .meta({ id: 'SendingCheck' });
export type SendingCheckView = z.infer<typeof sendingCheck>;

export const requestSending = z.strictObject({
  kind: z.enum(['first', 'correction']),
  /** What was corrected, in a line that all recipients read. */
  reason: line.nullable().default(null),
  /** What the sender adds, the same words to all. */
  message: note.nullable().default(null),
  /** Ids of the people it goes to, of those that the check names; all of them when left out. */
  recipients: z.array(id).max(1000).optional(),
});
export type RequestSending = z.infer<typeof requestSending>;

/** One recipient of a sending, and how far the mail to them is. */
export const sendingRecipient = z
  .object({
    id,
    personId: id,
    name: z.string(),
    address: z.string().nullable(),
    group: recipientGroup,
    seesClosed: z.boolean(),
    /** `cancel`: the meeting is taken out of their calendar. */
    method: z.enum(['request', 'cancel']),
    state: z.enum(['waiting', 'queued', 'sent', 'failed']),
    /** Why it has not arrived; also while it is tried again. */
    cause: z.enum(MAIL_CAUSES).nullable(),
    attempts: z.int(),
    nextTryAt: instant.nullable(),
    sentAt: instant.nullable(),
  })
  .meta({ id: 'SendingRecipient' });
export type SendingRecipientView = z.infer<typeof sendingRecipient>;

/** What is sent of a meeting: an agenda, a correction of it, or what calendars are told. */
export const sending = z
  .object({
    id,
    meetingId: id,
    kind: z.enum(['first', 'correction', 'update', 'cancellation']),
    /** `waiting`: may be taken back; `stopped`: what stands could not be sent any more. */
    state: z.enum(['waiting', 'regretted', 'stopped', 'released']),
    reason: z.string().nullable(),
    message: z.string().nullable(),
    requestedAt: instant,
    /** When it is released, by the server's clock. */
    dueAt: instant,
    /** How long that is from now, in milliseconds; 0 when it is not waiting. */
    dueInMs: z.int(),
    releasedAt: instant.nullable(),
    /** The code of the rule that stopped it. */
    stoppedBecause: z.string().nullable(),
    recipients: z.array(sendingRecipient),
    abilities: abilitiesOf(['regret']),
  })
  .meta({ id: 'Sending' });
export type SendingView = z.infer<typeof sending>;

export const sendingList = z.object({ items: z.array(sending) }).meta({ id: 'SendingList' });
export type SendingListView = z.infer<typeof sendingList>;
