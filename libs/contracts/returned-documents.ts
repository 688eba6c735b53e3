import { z } from 'zod';
import { DIFFERENCE_KINDS, HINDRANCES, SHOWN_FIELDS, TAKEN_FIELDS } from '../domain/document/index.js';
import { changeAgendaPoint } from './agenda-points.js';
import { id, instant, line, version } from './common.js';

/** An agenda that was made as a Word document and comes back as somebody saved it. */
export const returnDocument = z.strictObject({ fileName: line.max(255) });
export type ReturnDocument = z.infer<typeof returnDocument>;

/** One thing that the document says otherwise than when it was made. */
const returnedDifference = z.object({
  key: z.string(),
  /**
   * `gone`: of a point that is not on the agenda any more; `head`: over the points; `order`: of the points; with a field,
   * `added` is what of a new point nothing takes; comments, notes and margins stand beside the text.
   */
  kind: z.enum(DIFFERENCE_KINDS),
  pointId: id.nullable(),
  title: z.string(),
  field: z.enum([...TAKEN_FIELDS, ...SHOWN_FIELDS]).nullable(),
  /** What the agenda says now. */
  before: z.string(),
  /** What the document says. */
  after: z.string(),
  /** What it said when it was made, where the agenda has been changed since; else null. */
  made: z.string().nullable(),
  conflict: z.boolean(),
  takeable: z.boolean(),
  /** Why it cannot be taken over; null where it can. */
  why: z.enum(HINDRANCES).nullable(),
  /** The version of the point that `before` is of; null where there is none. */
  version: version.nullable(),
});
export type ReturnedDifferenceView = z.infer<typeof returnedDifference>;

const facts = {
  id,
  meetingId: id,
  fileName: z.string(),
  /** In bytes. */
  size: z.int(),
  returnedAt: instant,
  returnedBy: z.string().nullable(),
  /** When the document that came back was made. */
  madeAt: instant,
};

export const returnedDocumentList = z
  .object({ items: z.array(z.object(facts)) })
  .meta({ id: 'ReturnedDocumentList' });
export type ReturnedDocumentListView = z.infer<typeof returnedDocumentList>;

/** A document that came back, with what of it is not taken over. */
export const returnedDocument = z
  .object({ ...facts, differences: z.array(returnedDifference) })
  .meta({ id: 'ReturnedDocument' });
export type ReturnedDocumentView = z.infer<typeof returnedDocument>;

/** Which differences to take over, each with the version of its point as it was shown. */
export const takeReturned = z.strictObject({
  items: z
    .array(z.strictObject({ key: z.string().min(1).max(200), version: version.nullable() }))
    .min(1, 'must be at least one difference')
    .max(500),
});
export type TakeReturned = z.infer<typeof takeReturned>;

/** What was done to take them over, in order, so that it can be taken back by the ordinary acts. */
export const takenOver = z
  .object({
    document: returnedDocument,
    done: z.array(
      z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('changed'), pointId: id, version, before: changeAgendaPoint }),
        z.object({ kind: z.literal('withdrawn'), pointId: id, version }),
        z.object({ kind: z.literal('removed'), pointId: id }),
        z.object({ kind: z.literal('added'), pointId: id, version }),
      ]),
    ),
  })
  .meta({ id: 'TakenOver' });
export type TakenOverView = z.infer<typeof takenOver>;
