import { z } from 'zod';
import { OUTCOMES } from '../domain/decision/index.js';
import { plainText } from '../domain/text/index.js';
import { id, line, richText, version } from './common.js';
import { abilitiesOf } from './rights.js';

export const outcomeCode = z.enum(OUTCOMES.map(({ code }) => code));

/** Somebody who did not take part in a point: by name, and by person where the product knows them. */
export const notTakingPart = z
  .strictObject({ name: line, personId: id.nullable().default(null) })
  .meta({ id: 'NotTakingPart' });
export type NotTakingPartEntry = z.infer<typeof notTakingPart>;

/** A mindretalsudtalelse (`minority-opinion`) or protokoltilførsel (`statement-for-the-record`). */
export const dissent = z
  .strictObject({
    kind: z.enum(['minority-opinion', 'statement-for-the-record']),
    /** The person or party, as printed. */
    by: line,
    text: richText,
  })
  .meta({ id: 'Dissent' });
export type DissentEntry = z.infer<typeof dissent>;

const count = z.int().min(0, 'must not be negative').max(1000);
export const votes = z.strictObject({ for: count, against: count, blank: count }).meta({ id: 'Votes' });
export type VotesEntry = z.infer<typeof votes>;

const names = z.array(notTakingPart).max(200);
const decisionFields = {
  /** Null while nothing is decided. */
  outcome: outcomeCode.nullable(),
  /** The words as minuted; left out or blank with an outcome: its usual phrase. */
  text: richText,
  /** Where a deferred point goes, when that is known. */
  targetMeetingId: id.nullable(),
  /** Where a referred point goes. */
  referredBodyId: id.nullable(),
  absent: names,
  /** Inhabil. */
  disqualified: names,
  /** With lawful excuse (lovligt forfald). */
  prevented: names,
  dissents: z.array(dissent).max(50),
  votes: votes.nullable(),
};

/** Some ten printed pages. Every decision is read for follow-ups, which takes its time for each word. */
const LONGEST_TEXT = 30_000;
const decisionText = richText.refine(
  (text) => plainText(text).length <= LONGEST_TEXT,
  'must be at most 30,000 characters',
);

/** A whole decision: what is left out is empty, also when there was one before. */
export const saveDecision = z.strictObject({
  outcome: decisionFields.outcome.default(null),
  text: decisionText.default([]),
  targetMeetingId: decisionFields.targetMeetingId.default(null),
  referredBodyId: decisionFields.referredBodyId.default(null),
  absent: names.default([]),
  disqualified: names.default([]),
  prevented: names.default([]),
  dissents: decisionFields.dissents.default([]),
  votes: decisionFields.votes.default(null),
});
export type SaveDecision = z.infer<typeof saveDecision>;

export const decision = z
  .object({ id, pointId: id, ...decisionFields, version, abilities: abilitiesOf(['change']) })
  .meta({ id: 'Decision' });
export type DecisionView = z.infer<typeof decision>;
