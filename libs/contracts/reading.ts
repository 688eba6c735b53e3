import { z } from 'zod';
import { id, instant, note, plainText, version } from './common.js';
import { abilitiesOf } from './rights.js';

/** The longest private note, in characters. */
export const MOST_NOTE = 20_000;

/** The version of a private note: 0 until it is first written. */
const noteVersion = z.int().min(0);

/** A private note, whole; an empty text removes it. If-Match is the version it was read with, "0" where there is none. */
export const writeOwnNote = z.strictObject({ text: plainText(MOST_NOTE) });
export type WriteOwnNote = z.infer<typeof writeOwnNote>;

/** What somebody has written to a point for themself; empty where they have not. */
export const ownNote = z
  .object({
    pointId: id,
    text: z.string(),
    version: noteVersion,
    /** Null where nothing was ever written. */
    changedAt: instant.nullable(),
    /**
     * The point that this one goes on from (it was postponed), whose note is shown until this one is written to; null
     * where the note is the point's own.
     */
    fromPointId: id.nullable(),
  })
  .meta({ id: 'OwnNote' });
export type OwnNoteView = z.infer<typeof ownNote>;

/** Why something of one's own is not among what is read: it stands on a point that was withdrawn, that left the agenda, or that is not theirs to read any more. */
export const keptWhy = z.enum(['withdrawn', 'left', 'unreadable']);
export type KeptWhy = z.infer<typeof keptWhy>;

/** A note whose point does not fit any more; notes of withdrawn points, which are still read, stand among the notes too. */
export const keptNote = z
  .object({
    pointId: id,
    /** As they knew it; null where it is not theirs to know any more. */
    title: z.string().nullable(),
    why: keptWhy,
    text: z.string(),
    version: noteVersion,
    changedAt: instant,
  })
  .meta({ id: 'KeptNote' });
export type KeptNoteView = z.infer<typeof keptNote>;

/** Says that a point is read, or not after all. */
export const sayRead = z.strictObject({ read: z.boolean() });
export type SayRead = z.infer<typeof sayRead>;

/** That somebody has read a point, and what they read. */
export const readMark = z
  .object({
    pointId: id,
    readAt: instant,
    /** Of what the point said when it was read: another content has another key. */
    contentKey: z.string(),
    /** What they read of it today is not what they read then. */
    changed: z.boolean(),
  })
  .meta({ id: 'ReadMark' });
export type ReadMarkView = z.infer<typeof readMark>;

/** The mark of a point, or that it has none. */
export const pointMark = z.object({ pointId: id, mark: readMark.nullable() }).meta({ id: 'PointMark' });
export type PointMarkView = z.infer<typeof pointMark>;

/** Where somebody is in a meeting's package: at a point, or on a page of one of its bilag. */
export const sayPlace = z.strictObject({
  pointId: id,
  attachmentId: id.nullable().default(null),
  page: z.int().min(1).max(100_000).nullable().default(null),
});
export type SayPlace = z.infer<typeof sayPlace>;
export const readingPlace = z
  .object({ pointId: id, attachmentId: id.nullable(), page: z.int().nullable() })
  .meta({ id: 'ReadingPlace' });
export type ReadingPlaceView = z.infer<typeof readingPlace>;

/** How many passages of a point one person highlights at most. */
export const MOST_HIGHLIGHTS = 500;

/** The parts of a point that highlights stand in, beside the sections of its indstilling (by their keys). */
export const POINT_SECTIONS = ['purpose', 'method', 'attending'] as const;

/** A highlight, whole: the words it marks with some of what stands around them, and a note to it. */
export const writeHighlight = z.strictObject({
  /** The key of a section of the indstilling, or one of `POINT_SECTIONS`. */
  section: z.string().regex(/^[a-z][a-z0-9-]{0,59}$/, 'must be the key of a section'),
  quote: plainText(2000).min(1, 'must not be empty'),
  prefix: plainText(64),
  suffix: plainText(64),
  note: plainText(4000).nullable().default(null),
});
export type WriteHighlight = z.infer<typeof writeHighlight>;
export const highlight = z
  .object({
    id,
    pointId: id,
    section: z.string(),
    quote: z.string(),
    prefix: z.string(),
    suffix: z.string(),
    note: z.string().nullable(),
    changedAt: instant,
  })
  .meta({ id: 'Highlight' });
export type HighlightView = z.infer<typeof highlight>;

/** A highlight on a point that is not read any more; what it marked is told to those who may still know it. */
export const fallenHighlight = z
  .object({
    id,
    pointId: id,
    title: z.string().nullable(),
    why: keptWhy,
    quote: z.string().nullable(),
    note: z.string().nullable(),
    changedAt: instant,
  })
  .meta({ id: 'FallenHighlight' });
export type FallenHighlightView = z.infer<typeof fallenHighlight>;

/** All that somebody keeps for themself of a meeting; nobody else is ever given it. */
export const ownReading = z
  .object({
    /** Of points they read now; those with an empty text are left out. */
    notes: z.array(ownNote),
    marks: z.array(readMark),
    place: readingPlace.nullable(),
    highlights: z.array(highlight),
    kept: z.array(keptNote),
    fallen: z.array(fallenHighlight),
  })
  .meta({ id: 'OwnReading' });
export type OwnReadingView = z.infer<typeof ownReading>;

/** With whom a comment is shared: those who meet, or chosen people who may read its point. */
export const shareWith = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('circle') }),
  z.strictObject({
    kind: z.literal('people'),
    personIds: z
      .array(id)
      .min(1, 'must name somebody')
      .max(200)
      .refine((ids) => new Set(ids).size === ids.length, { message: 'must name each person once' }),
  }),
]);
export type ShareWith = z.infer<typeof shareWith>;

/** A comment under an id of its client's own making: sent again it is there once. */
export const createComment = z.strictObject({ id, text: note, with: shareWith });
export type CreateComment = z.infer<typeof createComment>;
export const changeComment = z.strictObject({ text: note, with: shareWith }).partial();
export type ChangeComment = z.infer<typeof changeComment>;

const namedPerson = z.object({ personId: id, name: z.string() });

/** A comment to a point, for its author and those it is shared with. */
export const comment = z
  .object({
    id,
    pointId: id,
    author: namedPerson,
    text: z.string(),
    with: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('circle') }),
      z.object({ kind: z.literal('people'), people: z.array(namedPerson) }),
    ]),
    createdAt: instant,
    /** Null where it is as it was first written. */
    changedAt: instant.nullable(),
    version,
    abilities: abilitiesOf(['change']),
  })
  .meta({ id: 'Comment' });
export type CommentView = z.infer<typeof comment>;
export const comments = z.object({ items: z.array(comment) }).meta({ id: 'Comments' });
export type CommentsView = z.infer<typeof comments>;

/** Those who may read a point, by name: whom something to it may be shared with. */
export const pointReaders = z.object({ items: z.array(namedPerson) }).meta({ id: 'PointReaders' });
export type PointReadersView = z.infer<typeof pointReaders>;

/** A point as it is named over what one has written to it. */
const namedPoint = { pointId: id, number: z.string().nullable(), title: z.string(), closed: z.boolean() };

/** All that somebody has written to the points of a meeting for themself, in the order of the points; points without are left out. */
export const ownNotes = z
  .object({
    points: z.array(z.object({ ...namedPoint, note: ownNote.nullable(), highlights: z.array(highlight) })),
    kept: z.array(keptNote),
    fallen: z.array(fallenHighlight),
  })
  .meta({ id: 'OwnNotes' });
export type OwnNotesView = z.infer<typeof ownNotes>;

/** The comments to the points of a meeting that somebody wrote or that are shared with them, in the order of the points. */
export const meetingComments = z
  .object({ points: z.array(z.object({ ...namedPoint, comments: z.array(comment) })) })
  .meta({ id: 'MeetingComments' });
export type MeetingCommentsView = z.infer<typeof meetingComments>;

/** Says which submission of an indstilling was read. */
export const sayIndstillingRead = z.strictObject({ submission: z.int().min(1).max(1_000_000) });
export type SayIndstillingRead = z.infer<typeof sayIndstillingRead>;

/** Which submission of an indstilling somebody read last. */
export const indstillingReading = z
  .object({
    submission: z.int(),
    readAt: instant,
    /** Whether they may read that submission today, so that what changed since can be shown. */
    readable: z.boolean(),
  })
  .meta({ id: 'IndstillingReading' });
export type IndstillingReadingView = z.infer<typeof indstillingReading>;
