import { isRole, nounPhraseAt } from './actors.js';
import type { ActorKind } from './actors.js';
import type { Clause } from './clauses.js';
import { ADVERBS, PREPOSITIONS } from './lexicon/function-words.js';
import type { Token } from './tokens.js';
import type { VerbGroup } from './verb-group.js';

/** Who or what a clause is about; `there` is the formal "der", `it` a bare "det", `none` no subject at all. */
export interface Subject {
  readonly kind: ActorKind | 'there' | 'it' | 'none';
  readonly tokens: readonly Token[];
}

const NO_SUBJECT: Subject = { kind: 'none', tokens: [] };

const isAdverb = (token: Token | undefined): boolean =>
  token !== undefined &&
  ADVERBS.has(token.low) &&
  token.low !== 'der' &&
  token.low !== 'alle' &&
  token.low !== 'begge' &&
  token.low !== 'her';

/** The subject right after the verb, as in "Inden fredag sender X ...", skipping adverbs. */
function subjectAfter(tokens: readonly Token[], verbAt: number): Subject | null {
  let at = verbAt + 1;
  while (isAdverb(tokens[at])) at += 1;
  if (tokens[at]?.low === 'der') return { kind: 'there', tokens: tokens.slice(at, at + 1) };
  const noun = nounPhraseAt(tokens, at, false);
  const mayBeObject = noun?.kind === 'perhaps' && /^\p{Ll}/u.test(tokens[at]?.text ?? '');
  if (!noun || noun.kind === 'thing' || mayBeObject) return null;
  return { kind: noun.kind, tokens: tokens.slice(at, at + noun.length) };
}

/** Words before the verb without adverbs at either end. */
function trimmed(tokens: readonly Token[]): readonly Token[] {
  let from = 0;
  let to = tokens.length;
  while (to > from && isAdverb(tokens[to - 1])) to -= 1;
  while (from < to && isAdverb(tokens[from])) from += 1;
  return tokens.slice(from, to);
}

/** A name, initials or a role: not merely "de tre". */
const isNamed = (subject: Subject): boolean =>
  subject.kind === 'we' || subject.tokens.some((token) => /^\p{Lu}/u.test(token.text) || isRole(token.low));

/** Whether a noun phrase of this length is all there is, but for what hangs on it by a preposition. */
function isWhole(tokens: readonly Token[], length: number): boolean {
  const next = tokens[length];
  return (
    next === undefined ||
    next.kind === 'mark' ||
    PREPOSITIONS.has(next.low) ||
    ADVERBS.has(next.low) ||
    next.low === 'som' ||
    next.low === 'der'
  );
}

/** Adverbial phrases between subject and verb of a subordinate clause ("at HTP fra 1. maj står for"). */
function withoutTrailingTime(tokens: readonly Token[], from: number): readonly Token[] {
  const at = tokens.findIndex(
    (token, i) =>
      i >= from &&
      /^(?:fra|inden|senest|i|på|efter|hver|hvert|til)$/.test(token.low) &&
      /^(?:\d+|næste|uge|januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december|møde|måned|år|den|samarbejde|fællesskab|foråret|efteråret)$/.test(
        tokens[i + 1]?.low ?? '',
      ),
  );
  return at > 0 ? tokens.slice(0, at) : tokens;
}

/**
 * The subject of a clause. `opens` tells that the clause opens the sentence (a capital then says nothing);
 * `inherited` is the subject of the clause before, for "... og sender".
 */
export function subjectOf(clause: Clause, group: VerbGroup, opens: boolean, inherited: Subject): Subject {
  const { tokens } = clause;
  const before = trimmed(tokens.slice(0, group.at));
  const first = before[0];
  if (!first) {
    if (clause.sharesSubject && group.at === 0) return inherited;
    return subjectAfter(tokens, group.at) ?? NO_SUBJECT;
  }
  if (first.low === 'der' && before.length === 1) return { kind: 'there', tokens: before };
  if (/^(?:det|dette|den|denne|disse)$/.test(first.low) && before.length === 1)
    return subjectAfter(tokens, group.at) ?? { kind: 'it', tokens: before };
  const startsSentence = opens && tokens[0] === first;
  const noun = PREPOSITIONS.has(first.low) ? null : nounPhraseAt(before, 0, startsSentence);
  if (noun && noun.kind !== 'thing' && isWhole(before, noun.length))
    return { kind: noun.kind, tokens: withoutTrailingTime(before, noun.length) };
  const after = subjectAfter(tokens, group.at);
  if (after && (!noun || (group.sense === 'task' && isNamed(after)))) return after;
  return { kind: 'thing', tokens: before };
}

/** Whether a subject is somebody of the house who can be given something to do. */
export const isSomebody = (subject: Subject): boolean => /^(?:somebody|perhaps|we|they)$/.test(subject.kind);

/** The noun phrase after one of the prepositions, of the wanted kind. */
function phraseAfter(
  tokens: readonly Token[],
  from: number,
  prepositions: RegExp,
  kind: ActorKind,
): readonly Token[] | null {
  for (let at = from; at < tokens.length - 1; at += 1) {
    const token = tokens[at];
    const isFixed = /^(?:del|antal|hjælp|form|række|løbet|grund|ud|lyset)$/.test(tokens[at - 1]?.low ?? '');
    if (!token || !prepositions.test(token.low) || isFixed) continue;
    const noun = nounPhraseAt(tokens, at + 1, false);
    if (noun?.kind === kind) return tokens.slice(at + 1, at + 1 + noun.length);
  }
  return null;
}

/** Who does it in a passive ("opdateres af Lise") or gives it ("fra økonomikontoret"), by the preposition. */
export const somebodyAfter = (
  tokens: readonly Token[],
  from: number,
  prepositions: RegExp,
): readonly Token[] | null => phraseAfter(tokens, from, prepositions, 'somebody');

/** Whether somebody outside the house stands after one of the prepositions. */
export const outsiderAfter = (tokens: readonly Token[], from: number, prepositions: RegExp): boolean =>
  phraseAfter(tokens, from, prepositions, 'outsider') !== null;
