import { z } from 'zod';
import { id, instant, pageQuery } from './common.js';
import { SUBJECT_KINDS } from './events.js';

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
    calendar: rows.meta({
      description: 'Meetings their calendar was told of, and what it was told last; for themselves only',
    }),
    eventsBy: rows.meta({ description: 'What they did: which fields they changed, not what those held' }),
    eventsAbout: rows.meta({ description: 'What was done to their row, roles and sessions, or names them' }),
  })
  .meta({ id: 'PersonRecord' });
