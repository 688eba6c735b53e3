import { z } from 'zod';
import { clockTime, id, isoDate, line } from './common.js';
import { meeting } from './meetings.js';

const whole = (least: number, most: number) => z.coerce.number().int().min(least).max(most);

/** ISO weeks as the address has them: `7,42`. */
const weeks = z
  .string()
  .regex(/^(\d{1,2}(,\d{1,2})*)?$/, 'must be week numbers with commas between them')
  .transform((text) => (text === '' ? [] : text.split(',').map(Number)));

/** When a body is to meet; the bounds of each are the rule's to say (`seriesOf`). */
export const rhythmQuery = z.strictObject({
  /** 1 Monday - 7 Sunday. */
  weekday: whole(1, 7),
  everyWeeks: whole(1, 52).default(1),
  from: isoDate,
  to: isoDate,
  exceptWeeks: weeks.default([]),
});
export type RhythmQuery = z.infer<typeof rhythmQuery>;

/** What a rhythm would give: nothing is made yet. */
export const meetingDates = z
  .object({
    bodyId: id,
    dates: z.array(
      z.object({
        date: isoDate,
        /** The body meets on this day already. */
        taken: z.boolean(),
      }),
    ),
    skipped: z.array(
      z.object({
        date: isoDate,
        reason: z.enum(['excepted-week', 'public-holiday', 'closing-day']),
        /** The holiday's name. */
        name: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'MeetingDates' });
export type MeetingDatesView = z.infer<typeof meetingDates>;

/** Three years of meetings every week. */
export const MOST_IN_SERIES = 160;

/** Meetings on some days, each like a meeting planned by itself; what is left out comes from the body's settings. */
export const createMeetingSeries = z.strictObject({
  bodyId: id,
  dates: z.array(isoDate).min(1, 'must be at least one date').max(MOST_IN_SERIES),
  ...z
    .strictObject({ start: clockTime.nullable(), end: clockTime.nullable(), place: line.nullable() })
    .partial().shape,
});
export type CreateMeetingSeries = z.infer<typeof createMeetingSeries>;

/** The meetings of a series, in the order of their dates; by its id it is taken back. */
export const meetingSeries = z.object({ id, items: z.array(meeting) }).meta({ id: 'MeetingSeries' });
export type MeetingSeriesView = z.infer<typeof meetingSeries>;

/** What came of taking a series back: how many meetings went, and those that stay since somebody has worked on them. */
export const takenBackSeries = z
  .object({ removed: z.int(), kept: z.array(z.object({ id, date: isoDate })) })
  .meta({ id: 'TakenBackSeries' });
export type TakenBackSeriesView = z.infer<typeof takenBackSeries>;

/** When and where a body would meet next by its own habit and settings; nothing is made. */
export const nextSlot = z
  .object({
    bodyId: id,
    date: isoDate,
    start: clockTime.nullable(),
    end: clockTime.nullable(),
    place: z.string().nullable(),
  })
  .meta({ id: 'NextSlot' });
export type NextSlotView = z.infer<typeof nextSlot>;
