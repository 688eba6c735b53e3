import type { Due } from './due.js';
import type { Responsible } from './responsible.js';
import type { FollowUpReading } from './reading.js';

/** A reading with whom its responsible names: what a suggestion is made of. */
export type SuggestedFollowUp = FollowUpReading & Responsible & { readonly due: Due };

/** A follow-up that stands on the point already; without a sentence it was written by hand. */
export type StandingFollowUp = Omit<SuggestedFollowUp, 'sentence'> & {
  readonly id: string;
  readonly sentence: string | null;
  /** A person has confirmed, ignored, issued, changed or noted it: it is theirs, and no reading takes it away. */
  readonly touched: boolean;
};

/** What makes the suggestions of a point equal to a new reading of its decision. */
export interface SuggestionChanges {
  readonly add: readonly SuggestedFollowUp[];
  /** Ids of suggestions nobody has touched and the text no longer says. */
  readonly remove: readonly string[];
}

/**
 * Compares what stands on a point with what its decision says now. A reading is answered by a touched follow-up of the
 * same sentence (first of the same action, then any), or by an untouched one that says exactly the same; what is left
 * of the readings is new, what is left of the untouched goes. Twice the same text changes nothing.
 */
export function suggestionChanges(
  standing: readonly StandingFollowUp[],
  readings: readonly SuggestedFollowUp[],
): SuggestionChanges {
  const touched = standing.filter((followUp) => followUp.touched);
  const untouched = standing.filter((followUp) => !followUp.touched);
  const asTouched = pair(readings, touched, sameAction);
  const asBefore = pair(asTouched.readings, untouched, sameReading);
  const asChanged = pair(asBefore.readings, asTouched.standing, sameSentence);
  return { add: asChanged.readings, remove: asBefore.standing.map((followUp) => followUp.id) };
}

type Answers = (reading: SuggestedFollowUp, followUp: StandingFollowUp) => boolean;

/** Pairs each reading with the first follow-up that answers it, each used once; gives what was left of both. */
function pair(
  readings: readonly SuggestedFollowUp[],
  standing: readonly StandingFollowUp[],
  answers: Answers,
): { readings: readonly SuggestedFollowUp[]; standing: readonly StandingFollowUp[] } {
  const left = [...standing];
  const unanswered = readings.filter((reading) => {
    const index = left.findIndex((followUp) => answers(reading, followUp));
    if (index >= 0) left.splice(index, 1);
    return index < 0;
  });
  return { readings: unanswered, standing: left };
}

const sameSentence: Answers = (reading, followUp) => reading.sentence === followUp.sentence;

const sameAction: Answers = (reading, followUp) =>
  sameSentence(reading, followUp) && reading.action === followUp.action;

const sameReading: Answers = (reading, followUp) =>
  sameAction(reading, followUp) &&
  reading.responsible === followUp.responsible &&
  reading.raisedBy === followUp.raisedBy &&
  reading.unitId === followUp.unitId &&
  reading.personId === followUp.personId &&
  reading.due.kind === followUp.due.kind &&
  reading.due.text === followUp.due.text &&
  reading.due.date === followUp.due.date;
