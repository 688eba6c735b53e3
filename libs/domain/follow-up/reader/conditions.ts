import type { ReadClause } from './read-clauses.js';

const CONDITION = /^(?:hvis|såfremt|ifald|medmindre)$/;
const OPENS_CONDITION =
  /^(?:hvis|såfremt|ifald|i fald|i tilfælde af|forudsat|under forudsætning af|med mindre|skulle |når (?:en|et|man|nogen|der er behov) )/i;

/** "Bliver ansøgningen imødekommet, vil ...": a condition without a "hvis". */
function opensWithVerb([first, second]: readonly ReadClause[]): boolean {
  if (first?.group?.at !== 0 || second?.group?.at !== 0) return false;
  return first.clause.intro === '' && second.clause.intro === '' && !second.clause.sharesSubject;
}

/** Whether a whole sentence hangs on a condition: then nothing in it is to be done yet. */
export const isConditional = (read: readonly ReadClause[], sentence: string): boolean =>
  CONDITION.test(read[0]?.clause.intro ?? '') || OPENS_CONDITION.test(sentence) || opensWithVerb(read);

/** Whether clause `at` hangs on the clause right after it ("..., hvis der er midler"). */
export const hasConditionAfter = (read: readonly ReadClause[], at: number): boolean =>
  CONDITION.test(read[at + 1]?.clause.intro ?? '');
