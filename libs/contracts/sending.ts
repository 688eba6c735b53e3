import { z } from 'zod';
import { POINT_CHANGES } from '../domain/agenda/index.js';
import { agendaPoint, agendaTimes } from './agenda-points.js';
import { audience, clockTime, id, instant, isoDate, visibility } from './common.js';
import { meetingKind, participant } from './meetings.js';
import { bodySettings, letterhead } from './organisation.js';

/** A bilag as an agenda lists it: one number per document under its point. */
export const agendaAttachment = z.object({
  id,
  number: z.int(),
  title: z.string(),
  visibility,
  /** The version of its file that is meant; null where it has none. */
  fileVersionId: id.nullable(),
});

/** Somebody who is invited to one point, as its agenda prints them. */
export const agendaGuest = z.object({ name: z.string(), title: z.string().nullable() });

export const agendaEntry = agendaPoint
  .extend({
    attachments: z.array(agendaAttachment),
    /** Left out where there are none, as in all that was sent before agendas named them. */
    guests: z.array(agendaGuest).optional(),
  })
  .meta({ id: 'AgendaEntry' });
export type AgendaEntry = z.infer<typeof agendaEntry>;

/** A whole agenda: the facts of its meeting, its points with their bilag, and its times; the same shape live and sent. */
export const agenda = z
  .object({
    meetingId: id,
    body: z.object({
      id,
      name: z.string(),
      visibility,
      numbering: bodySettings.shape.numbering,
      form: bodySettings.shape.agendaForm,
    }),
    meeting: z.object({
      kind: meetingKind,
      date: isoDate,
      start: clockTime.nullable(),
      end: clockTime.nullable(),
      place: z.string().nullable(),
      caseNumber: z.string().nullable(),
      participants: z.array(participant),
      chair: z.string().nullable(),
      minuteTaker: z.string().nullable(),
      caseworkers: z.array(z.string()),
      documentDate: isoDate.nullable(),
      letterhead: letterhead.nullable(),
    }),
    points: z.array(agendaEntry),
    times: agendaTimes,
  })
  .meta({ id: 'Agenda' });
export type AgendaView = z.infer<typeof agenda>;

export const agendaQuery = z.strictObject({ audience: audience.default('all') });
export type AgendaQuery = z.infer<typeof agendaQuery>;

/** A sent agenda: a snapshot for ever. */
export const agendaVersion = z
  .object({ id, meetingId: id, number: z.int(), sentAt: instant, agenda })
  .meta({ id: 'AgendaVersion' });
export type AgendaVersionView = z.infer<typeof agendaVersion>;

export const agendaVersionList = z
  .object({ items: z.array(agendaVersion.omit({ agenda: true })) })
  .meta({ id: 'AgendaVersionList' });
export type AgendaVersionListView = z.infer<typeof agendaVersionList>;

/** Two versions by the numbers the reader knows them by; the later one may be the agenda being drafted. */
export const compareQuery = z.strictObject({
  from: z.coerce.number().int().min(1),
  to: z.union([z.literal('draft'), z.coerce.number().int().min(1)]),
});
export type CompareQuery = z.infer<typeof compareQuery>;

const comparedPoint = agendaPoint.pick({ number: true, title: true, minutes: true, from: true, to: true });

/** What changed from one version of an agenda to another, of what the reader sees of both. */
export const agendaChanges = z
  .object({
    from: z.int(),
    to: z.union([z.literal('draft'), z.int()]),
    unchanged: z.boolean(),
    /** Facts of the meeting that are others now, by name. */
    meeting: z.array(
      z.object({ field: z.string(), before: z.string().nullable(), after: z.string().nullable() }),
    ),
    points: z.array(
      z.object({
        id,
        kinds: z.array(z.enum(POINT_CHANGES)),
        /** Names of the texts that are others now; `indstilling`: the text of the indstilling on it. */
        texts: z.array(z.string()),
        papers: z.object({
          added: z.array(agendaAttachment),
          removed: z.array(agendaAttachment),
          changed: z.array(agendaAttachment),
        }),
        before: comparedPoint.nullable(),
        after: comparedPoint.nullable(),
      }),
    ),
  })
  .meta({ id: 'AgendaChanges' });
export type AgendaChangesView = z.infer<typeof agendaChanges>;
