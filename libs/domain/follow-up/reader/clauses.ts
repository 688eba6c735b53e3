import { nounPhraseAt } from './actors.js';
import { DETERMINERS, PREPOSITIONS, STRONG_SUBORDINATORS, SUBORDINATORS } from './lexicon/function-words.js';
import type { Token } from './tokens.js';
import { MODALS, NOUN_OR_VERB } from './verbs.js';

/** A clause: the word that opens it (empty for a main clause) and its tokens without that word. */
export interface Clause {
  readonly intro: string;
  /** The mark before it, empty when there is none. */
  readonly mark: string;
  readonly tokens: readonly Token[];
  /** Opened by `og`, `men` or `samt` and begins with its verb: the subject is that of the clause before. */
  readonly sharesSubject: boolean;
}

const JOINERS = new Set(['og', 'men', 'samt', 'eller']);
const PARTERS = new Set([',', ';', '–', '—', ':']);

const isWord = (token: Token | undefined): token is Token & { readonly kind: 'word' } =>
  token?.kind === 'word';

/** Whether the token at `at` can be the finite verb of a clause, judged by its form and the word before it. */
export function isFinite(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (!isWord(token) || token.inParentheses) return false;
  const before = tokens[at - 1];
  if (MODALS.has(token.low)) return before?.low !== 'at';
  const form = token.verb;
  if (!form || form.tense === 'infinitive' || form.tense === 'participle') return false;
  const isCapital = /^\p{Lu}/u.test(token.text);
  if (isCapital && (at > 0 || (form.tense === 'present' && isFinite(tokens, at + 1)))) return false;
  if (!before || !isWord(before)) return true;
  if (NOUN_OR_VERB.has(token.low) && nounContext(before)) return false;
  const standsAlone = /^(?:det|dette|de|alle|begge)$/.test(before.low);
  if (DETERMINERS.has(before.low) && form.tense !== 'passive' && !standsAlone) return false;
  return !PREPOSITIONS.has(before.low);
}

const nounContext = (before: Token): boolean =>
  PREPOSITIONS.has(before.low) ||
  (DETERMINERS.has(before.low) && !/^(?:det|dette)$/.test(before.low)) ||
  /(?:ige|ske|ende|ede|nye|fælles|gode|første|næste|øvrige|sidste|korte|interne|konkrete|sociale|lokale|faste|store|små|år(?:et)?s|\d+)$/u.test(
    before.low,
  ) ||
  before.low === 'og';

const hasFinite = (tokens: readonly Token[]): boolean => tokens.some((_, i) => isFinite(tokens, i));

const isInfinitive = (token: Token | undefined): boolean => {
  if (!isWord(token)) return false;
  const form = token.verb;
  return form !== null && (form.tense === 'infinitive' || form.lemma === token.low);
};

/** Whether `at` at this place marks an infinitive ("at sende", "at få sat") and not a clause. */
function marksInfinitive(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  if (!isWord(next)) return false;
  if (isInfinitive(next) || /^(?:kunne|skulle|ville|måtte)$/.test(next.low)) return true;
  const known = next.verb !== null || MODALS.has(next.low);
  const second = tokens[at + 2];
  if (/^(?:ikke|også|selv|altid|fortsat|så|igen|evt)$/.test(next.low) && isInfinitive(second)) return true;
  const unknownInfinitive = /^\p{Ll}{2,}(?:e|å)$/u.test(next.text) && !known && !DETERMINERS.has(next.low);
  return unknownInfinitive && !hasFinite(tokens.slice(at + 1, at + 5));
}

/** Whether a new clause begins at `at`, given what the clause so far holds. */
function startsClause(tokens: readonly Token[], at: number, open: OpenClause): boolean {
  const token = tokens[at];
  const before = tokens[at - 1];
  if (!isWord(token) || token.inParentheses) return false;
  const afterMark = before !== undefined && PARTERS.has(before.text);
  if (token.low === 'at')
    return (
      !marksInfinitive(tokens, at) &&
      (afterMark || open.hasVerb || /^(?:aftalt|besluttet|vedtaget|enighed|enige)$/.test(before?.low ?? ''))
    );
  if (STRONG_SUBORDINATORS.has(token.low)) return at === 0 || hasFinite(tokens.slice(at + 1, at + 14));
  if (token.low === 'om' && before?.verb)
    return isQuestionVerb(before) && hasFinite(untilJoiner(tokens.slice(at + 1, at + 10)));
  if (token.low === 'der' && open.hasVerb && isWord(before))
    return isFinite(tokens, at + 1) && !isFinite(tokens, at - 1);
  if (SUBORDINATORS.has(token.low) && afterMark) return true;
  if (JOINERS.has(token.low) && open.hasVerb) return opensMainClause(tokens, at + 1);
  return false;
}

const untilJoiner = (tokens: readonly Token[]): readonly Token[] => {
  const end = tokens.findIndex((token) => JOINERS.has(token.low) || PARTERS.has(token.text));
  return end < 0 ? tokens : tokens.slice(0, end);
};

const isQuestionVerb = (token: Token): boolean =>
  /^(?:undersøg|afklar|tjek|spørg|vurder|drøft|afdæk|se|hør|diskuter|overvej|afgør)/.test(token.low);

/** Whether what follows a joiner is a verb, or a short subject and its verb. */
function opensMainClause(tokens: readonly Token[], at: number): boolean {
  if (isFinite(tokens, at)) return true;
  const first = tokens[at];
  if (!isWord(first)) return false;
  if (/^(?:det|der|vi|han|hun|derefter|så|samtidig|derfor)$/.test(first.low))
    return hasFinite(tokens.slice(at + 1, at + 4));
  const noun = nounPhraseAt(tokens, at, false);
  return noun !== null && noun.kind !== 'thing' && isFinite(tokens, at + noun.length);
}

/** The clause that is being filled. */
interface OpenClause {
  intro: string;
  mark: string;
  /** Opened by a joiner. */
  joined: boolean;
  tokens: Token[];
  /** Holds a finite verb. */
  hasVerb: boolean;
}

const opened = (by: Partial<OpenClause> = {}): OpenClause => ({
  intro: '',
  mark: '',
  joined: false,
  tokens: [],
  hasVerb: false,
  ...by,
});

const closed = ({ intro, mark, joined, tokens }: OpenClause): Clause[] =>
  tokens.some(isWord) || intro !== ''
    ? [{ intro, mark, tokens, sharesSubject: joined && isFinite(tokens, 0) }]
    : [];

/** What the token at `at` does to the clause before it: begins another, gives it its opening word, or joins it. */
function nextClause(
  tokens: readonly Token[],
  at: number,
  open: OpenClause,
  isFirst: boolean,
): OpenClause | null {
  const token = tokens[at];
  if (!token) return null;
  if (PARTERS.has(token.text) && !token.inParentheses)
    return isListComma(tokens, at, open) ? null : opened({ mark: token.text });
  const joins = open.tokens.length === 0 && JOINERS.has(token.low) && !isFirst;
  if (!startsClause(tokens, at, open) && !joins) return null;
  return JOINERS.has(token.low) ? opened({ joined: true }) : opened({ intro: token.low });
}

/** Parts a sentence into clauses at commas, dashes and the words that open one. */
export function clausesOf(tokens: readonly Token[]): Clause[] {
  const clauses: Clause[] = [];
  let open = opened();
  tokens.forEach((token, at) => {
    const next = nextClause(tokens, at, open, clauses.length === 0);
    if (next) {
      clauses.push(...closed(open));
      open = next;
      return;
    }
    const isBlank = open.tokens.length === 0 && open.intro === '' && !open.joined;
    if (isBlank && (opensSubordinate(tokens, at) || opensTimeClause(tokens, at))) open.intro = token.low;
    else if (isWord(token) || token.inParentheses || /[()/&,]/.test(token.text)) {
      open.tokens.push(token);
      open.hasVerb ||= isFinite(open.tokens, open.tokens.length - 1);
    }
  });
  return rejoined([...clauses, ...closed(open)]);
}

/** A sentence may itself begin with a subordinate clause: "Hvis ...", "Når ...", "Da ...". */
const opensSubordinate = (tokens: readonly Token[], at: number): boolean =>
  /^(?:hvis|såfremt|ifald|når|fordi|idet|selvom|medmindre|da|mens|indtil|om)$/.test(tokens[at]?.low ?? '') &&
  (at === 0 || PARTERS.has(tokens[at - 1]?.text ?? '')) &&
  !(tokens[at]?.low === 'om' && at === 0);

/** "..., før det sendes til udvalget": the preposition opens a clause here. */
const opensTimeClause = (tokens: readonly Token[], at: number): boolean =>
  /^(?:før|inden)$/.test(tokens[at]?.low ?? '') &&
  PARTERS.has(tokens[at - 1]?.text ?? '') &&
  /^(?:det|den|de|der|vi|han|hun|man)$/.test(tokens[at + 1]?.low ?? '') &&
  hasFinite(tokens.slice(at + 2, at + 6));

/** A comma between the members of one subject or object does not part clauses. */
function isListComma(tokens: readonly Token[], at: number, open: OpenClause): boolean {
  const current = open.tokens;
  if (tokens[at]?.text !== ',' || open.hasVerb) return false;
  const start = current[0] ? tokens.indexOf(current[0], Math.max(0, at - 12)) : -1;
  if (start < 0) return false;
  const noun = nounPhraseAt(tokens, start, start === 0);
  return noun !== null && start + noun.length > at;
}

const isRelative = (clause: Clause | undefined): boolean =>
  clause !== undefined && /^(?:der|som|hvis)$/.test(clause.intro);

const isMain = (clause: Clause | undefined): clause is Clause => clause?.intro === '';

/** Puts a main clause together again that a relative clause or a fronted phrase has parted. */
function rejoined(clauses: readonly Clause[]): Clause[] {
  const out: Clause[] = [];
  let skip = 0;
  clauses.forEach((clause, i) => {
    if (skip > 0) {
      skip -= 1;
      return;
    }
    const next = clauses[i + 1];
    const third = clauses[i + 2];
    const isVerbless = clause.intro === '' && !hasFinite(clause.tokens);
    const goesOn = next?.mark === ',' || next?.mark === '';
    if (isVerbless && goesOn && isMain(next) && !next.sharesSubject && isFinite(next.tokens, 0)) {
      out.push({ ...clause, tokens: [...clause.tokens, ...next.tokens] });
      skip = 1;
    } else if (isVerbless && next && isRelative(next) && isMain(third) && isFinite(third.tokens, 0)) {
      out.push({ ...clause, tokens: [...clause.tokens, ...third.tokens] }, next);
      skip = 2;
    } else out.push(clause);
  });
  return out;
}
