import { z } from 'zod';
import { COURSE_KINDS } from '../domain/indstilling/index.js';
import { id, isoDate, richText } from './common.js';
import { outcomeCode } from './decisions.js';

/** No more things that happened to a case are told at once: the newest of them. */
export const MOST_OF_COURSE = 200;

/** The point that something happened on, as the one who asks reads it. */
const coursePoint = z.object({
  id,
  meetingId: id,
  /** As the agenda was sent; null before that. */
  number: z.string().nullable(),
  title: z.string(),
  closed: z.boolean(),
  /** It is there to be read on the agenda of the meeting; if not, its minutes or the meeting itself tell of it. */
  onAgenda: z.boolean(),
});

/** One thing that happened to a case: at a meeting (`point`), or to an indstilling of it (`indstilling`). */
export const courseEntry = z
  .object({
    kind: z.enum(COURSE_KINDS),
    date: isoDate,
    bodyName: z.string(),
    point: coursePoint.nullable(),
    /** The indstilling that took the step; null where it happened at a meeting. */
    indstilling: z.object({ id, title: z.string() }).nullable(),
    /** What was decided, and the words as minuted; once the minutes are there for the one who asks. */
    outcome: outcomeCode.nullable(),
    text: richText,
    /** Where it was put off to, or sent on to, where that is known and theirs to see. */
    toMeeting: z.object({ id, date: isoDate }).nullable(),
    toBody: z.string().nullable(),
  })
  .meta({ id: 'CourseEntry' });
export type CourseEntryView = z.infer<typeof courseEntry>;

/** The course of a case across bodies and years (sagens forløb), the first thing first. */
export const course = z
  .object({
    entries: z.array(courseEntry).max(MOST_OF_COURSE),
    /** There were others before them. */
    more: z.boolean(),
  })
  .meta({ id: 'Course' });
export type CourseView = z.infer<typeof course>;
