import type { DueMatch } from './due.js';
import type { ReadClause } from './read-clauses.js';

/** Due phrases inside these belong to what is asked or told, not to the task. */
const INSIDE =
  /^(?:om|hvor|hvordan|hvorvidt|hvad|hvem|hvilken|hvilket|hvilke|hvornår|hvorfor|som|der|fordi|da|selvom|eftersom|hvorledes)$/;
const IS_OVER = /^(?:past|perfect|past-passive)$/;

/** Whether what clause `i` says about time is about the task of clause `at`. */
function belongs(read: readonly ReadClause[], at: number, i: number): boolean {
  const own = read[at]?.clause;
  const item = read[i];
  if (!own || !item || i === at) return i === at;
  const kind = item.group?.kind ?? '';
  if (i < at) return own.intro === 'hvor' ? i === at - 1 : kind === '' && item.clause.intro === '';
  if (!INSIDE.test(item.clause.intro)) return !IS_OVER.test(kind);
  return /^(?:som|der)$/.test(item.clause.intro) && /passive|becomes/.test(kind);
}

const startOf = ({ clause }: ReadClause): number => clause.tokens[0]?.start ?? -1;
const endOf = ({ clause }: ReadClause): number => clause.tokens[clause.tokens.length - 1]?.end ?? -1;

/** "Når tallene foreligger, ..." and "..., inden sagen sendes" are due phrases that are clauses of their own. */
const isOwnClause = (read: readonly ReadClause[], match: DueMatch): boolean =>
  /^(?:når|så snart|inden|før) /i.test(match.text) &&
  read.some(
    (item) =>
      /^(?:når|før|inden|så)$/.test(item.clause.intro) &&
      startOf(item) >= match.start &&
      startOf(item) < match.end,
  );

/** The due phrases of a sentence that tell when the task of clause `at` is due. */
export function dueOfClause(read: readonly ReadClause[], at: number, due: readonly DueMatch[]): DueMatch[] {
  const scope = read.filter((_, i) => belongs(read, at, i));
  const mine = due.filter(
    (match) =>
      scope.some((item) => match.start < endOf(item) && match.end > startOf(item)) ||
      isOwnClause(read, match),
  );
  // "rykket til den 20. april, hvor X læser": the day is X's, the "til" belongs to "rykket".
  const isWhere = read[at]?.clause.intro === 'hvor';
  return isWhere
    ? mine.map((match) => ({ ...match, text: match.text.replace(/^til (?=den |d\.|\d)/, '') }))
    : mine;
}
