import { z } from 'zod';
import { OPINION_ANSWERS, OPINION_STATES } from '../domain/indstilling/index.js';
import { id, instant, isoDate, note, version } from './common.js';
import { abilitiesOf } from './rights.js';

/** A unit to ask for its opinion of an indstilling; without a day it has five hverdage. */
export const askOpinion = z.strictObject({ unitId: id, dueOn: isoDate.nullable().default(null) });

/** What the unit says; `remarks` are said in words. */
export const answerOpinion = z.strictObject({
  answer: z.enum(OPINION_ANSWERS),
  text: note.nullable().default(null),
});

export const opinion = z
  .object({
    id,
    indstillingId: id,
    unitId: id,
    unitName: z.string(),
    /** Who asked; null where the product did. */
    askedBy: z.string().nullable(),
    askedAt: instant,
    /** The last day to answer on. */
    dueOn: isoDate,
    state: z.enum(OPINION_STATES),
    text: z.string().nullable(),
    answeredBy: z.string().nullable(),
    answeredAt: instant.nullable(),
    version,
    abilities: abilitiesOf(['answer', 'withdraw']),
  })
  .meta({ id: 'Opinion' });

export const opinions = z
  .object({
    items: z.array(opinion),
    /** The day a unit would have to answer by that is asked today. */
    suggestedDueOn: isoDate,
    abilities: abilitiesOf(['ask']),
  })
  .meta({ id: 'Opinions' });

export type AskOpinion = z.infer<typeof askOpinion>;
export type AnswerOpinion = z.infer<typeof answerOpinion>;
export type OpinionView = z.infer<typeof opinion>;
export type OpinionsView = z.infer<typeof opinions>;
