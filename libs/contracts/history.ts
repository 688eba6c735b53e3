import { z } from 'zod';
import { id, instant, pageQuery, version } from './common.js';
import { SUBJECT_KINDS } from './events.js';
import { obstacle } from './rights.js';

export const subjectKind = z.enum(SUBJECT_KINDS);
export const historyQuery = z.strictObject(pageQuery);
export type HistoryQuery = z.infer<typeof historyQuery>;

const somebody = z.object({ id, name: z.string() });

/** One field of a change; `withheld`: what it held is not for the one who asks, and both values are null. */
export const fieldChange = z
  .object({ field: z.string(), before: z.unknown(), after: z.unknown(), withheld: z.boolean() })
  .meta({ id: 'FieldChange' });

/** One thing that happened to a resource. */
export const historyEvent = z
  .object({
    id,
    at: instant,
    name: z.string().meta({ example: 'meeting.changed' }),
    person: somebody.nullable().meta({ description: 'Who did it; null: the product itself' }),
    actingRole: z.string().nullable(),
    viewedAs: somebody.nullable().meta({ description: 'Whose view it was seen in' }),
    changes: z.array(fieldChange),
    note: z.string().nullable().meta({ description: 'The reason that was given' }),
  })
  .meta({ id: 'HistoryEvent' });
export type HistoryEvent = z.infer<typeof historyEvent>;
export type HistoryChange = z.infer<typeof fieldChange>;

/** What can be done to take back what happened, and what stops it where something does. */
export const takeBack = z
  .object({
    act: z.enum([
      ...(['restore-point', 'reinstate-point', 'withdraw-point', 'change-point', 'move-point'] as const),
      ...(['bring-back-point', 'change-meeting', 'restore-attachment'] as const),
    ]),
    /** The thing it is done to, and its version (If-Match); null where none is asked for. */
    id,
    version: version.nullable(),
    /** What is sent: the values from before, or the place it had; null where nothing is. */
    fields: z.record(z.string(), z.unknown()).nullable(),
    refusal: obstacle.nullable(),
  })
  .meta({ id: 'TakeBack' });
export type TakeBackView = z.infer<typeof takeBack>;

/** One thing that happened to a meeting or to something on its agenda. */
export const meetingHistoryEvent = z
  .object({
    ...historyEvent.shape,
    about: z.object({
      kind: z.enum(['meeting', 'agenda-point', 'attachment', 'decision', 'minutes']),
      id,
      pointId: id
        .nullable()
        .meta({ description: 'The point it is, or hangs on, where that stands on the agenda' }),
      number: z.string().nullable(),
      title: z.string().nullable().meta({ description: 'What the point or bilag is called today' }),
      closed: z.boolean().meta({ description: 'Whether the point or bilag is closed today' }),
    }),
    takeBack: takeBack.nullable().meta({ description: 'Null: nothing that one takes back here' }),
  })
  .meta({ id: 'MeetingHistoryEvent' });
export type MeetingHistoryEvent = z.infer<typeof meetingHistoryEvent>;

const rows = z.array(z.record(z.string(), z.unknown()));

/** Everything recorded about one person (GDPR article 15), section by section. */
export const personRecord = z
  .object({
    exportedAt: instant,
    person: rows.meta({ description: 'The row of the person' }),
    identities: rows.meta({ description: 'Who they are to the identity providers' }),
    memberships: rows.meta({ description: 'Roles, with their dates' }),
    sessions: rows.meta({ description: 'Sessions, without their secrets' }),
    disqualifications: rows.meta({ description: 'Points they are disqualified (inhabil) on' }),
    meetings: rows.meta({ description: 'Meetings they are named in, and as what' }),
    indstillinger: rows.meta({ description: 'Indstillinger they are the author of' }),
    followUps: rows.meta({ description: 'Follow-ups they are responsible for' }),
    decisions: rows.meta({ description: 'Decisions they are named in' }),
    mails: rows.meta({ description: 'Mails they were sent about meetings; for themselves only' }),
    reminders: rows.meta({ description: 'Mails that reminded them of deadlines; for themselves only' }),
    indstillingMails: rows.meta({
      description: 'Mails about indstillinger that came to them; for themselves only',
    }),
    mailChoices: rows.meta({ description: 'How often they want such mails; for themselves only' }),
    reviews: rows.meta({ description: 'Agendas they were asked to read through; for themselves only' }),
    calendar: rows.meta({
      description: 'Meetings their calendar was told of, and what it was told last; for themselves only',
    }),
    ownNotes: rows.meta({ description: 'What they wrote to points for themself; in their own hands only' }),
    ownHighlights: rows.meta({ description: 'What they highlighted for themself; in their own hands only' }),
    comments: rows.meta({ description: 'Their comments to points; in their own hands only' }),
    ownMarks: rows.meta({ description: 'Points they marked as read; in their own hands only' }),
    ownIndstillingReadings: rows.meta({
      description: 'Submissions of indstillinger they read last; in their own hands only',
    }),
    ownPlaces: rows.meta({ description: 'Where they are in packages; in their own hands only' }),
    eventsBy: rows.meta({ description: 'What they did: which fields they changed, not what those held' }),
    eventsAbout: rows.meta({ description: 'What was done to their row, roles and sessions, or names them' }),
  })
  .meta({ id: 'PersonRecord' });
