import { SENSES } from './lexicon/senses.js';
import type { Sense } from './verbs.js';

const RULES = new Map(Object.entries(SENSES));

/** The sense of a verb with what follows it; `fallback` is what the lexicon says of the verb alone. */
export function senseOf(lemma: string, rest: string, fallback: Sense): Sense {
  return RULES.get(lemma)?.find(([pattern]) => pattern.test(rest))?.[1] ?? fallback;
}
