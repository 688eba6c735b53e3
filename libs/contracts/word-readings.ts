import { z } from 'zod';
import { BESIDES, LEFTOVER_PLACES } from '../domain/document/index.js';
import { id, instant, line, richText, version } from './common.js';

/** A Word file that an indstilling is written in elsewhere. */
export const readWord = z.strictObject({ fileName: line.max(255) });
export type ReadWord = z.infer<typeof readWord>;

/** What a file may say of an indstilling beside its sections; the meeting is only shown. */
export const WORD_FACTS = ['title', 'minutes', 'caseNumber', 'month', 'unit', 'author'] as const;
export const wordFactName = z.enum(WORD_FACTS);
export type WordFactName = z.infer<typeof wordFactName>;

const fact = z.object({
  name: z.enum([...WORD_FACTS, 'meeting']),
  /** As the indstilling has it, in words; null where it says nothing. */
  now: z.string().nullable(),
  /** As the file has it. */
  paper: z.string(),
  same: z.boolean(),
  /** Whether it can be taken over: an unknown unit, a meeting and a title that is too long cannot. */
  takeable: z.boolean(),
});
export type WordFact = z.infer<typeof fact>;

const sectionBeside = z.object({
  key: z.string(),
  heading: z.string(),
  now: richText,
  /** Null where the file has no such heading. */
  paper: richText.nullable(),
  beside: z.enum(BESIDES),
});

/** What was read from a Word file, beside what the indstilling says now. Nothing of it is taken over by itself. */
export const wordReading = z
  .object({
    id,
    indstillingId: id,
    fileName: z.string(),
    readAt: instant,
    /** The version of the indstilling that `now` is of. */
    version,
    /** Changes in the file that nobody accepted are read as if they were. */
    hasChanges: z.boolean(),
    /** Pictures, diagrams and formulas in the text, which are not read. */
    unread: z.int(),
    sections: z.array(sectionBeside),
    /** Those of which the file says something. */
    facts: z.array(fact),
    /** What fits nowhere, word for word. */
    leftovers: z.array(
      z.object({ where: z.enum(LEFTOVER_PLACES), heading: z.string().nullable(), text: z.string() }),
    ),
  })
  .meta({ id: 'WordReading' });
export type WordReadingView = z.infer<typeof wordReading>;

/** What to take over of a reading: sections by their keys, facts by their names. */
export const takeWord = z
  .strictObject({
    sections: z.array(z.string().max(40)).max(40).default([]),
    facts: z.array(wordFactName).max(WORD_FACTS.length).default([]),
  })
  .refine(({ sections, facts }) => sections.length + facts.length > 0, 'must name something to take over');
export type TakeWord = z.infer<typeof takeWord>;
