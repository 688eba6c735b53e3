import { ADVERBS, DETERMINERS, PREPOSITIONS } from './lexicon/function-words.js';
import {
  FIRST_NAMES,
  OUTSIDE_NAMES,
  OUTSIDER,
  ROLE_STEMS,
  THING_ACRONYMS,
  THING_ENDINGS,
} from './lexicon/people.js';
import type { Token } from './tokens.js';
import { MODALS, verbForm } from './verbs.js';

/** What a noun phrase names: somebody of the house, perhaps somebody, somebody outside, a pronoun, or a thing. */
export type ActorKind = 'somebody' | 'perhaps' | 'outsider' | 'we' | 'they' | 'one' | 'thing';

/** A noun phrase at the head of some tokens: how many of them it takes, and what it names. */
export interface NounPhrase {
  readonly length: number;
  readonly kind: ActorKind;
}

const ROLE = new RegExp(
  `(?:${ROLE_STEMS.map((stem) => stem.replace(/er$/, 'e?r').replace(/([bdfgklmnpst])$/, '$1$1?')).join('|')})` +
    `(?:|en|et|n|t|e|r|er|erne|rne|ne|ene)(?:s)?$`,
  'u',
);
const NOT_ROLES = /^(?:målgruppe\p{Ll}*|område|kandidatliste|oprør|bedrift\p{Ll}*|part)$/u;

const lower = (token: Token): string => token.text.toLowerCase();

export const isInitials = (token: Token): boolean =>
  /^[A-ZÆØÅ]{2,5}\d?$/.test(token.text) &&
  !THING_ACRONYMS.has(lower(token)) &&
  !OUTSIDE_NAMES.has(lower(token));

const isCapitalised = (token: Token): boolean => /^\p{Lu}/u.test(token.text);

/** Whether a word names a role or a body of the house: `formanden`, `sekretariatet`, `centrene`. */
export function isRole(word: string): boolean {
  return ROLE.test(word) && !NOT_ROLES.test(word) && !OUTSIDER.test(word);
}

/** What one word names when it stands as the head of a noun phrase; `opens` when it is the first of the sentence. */
export function kindOfHead(token: Token, opens: boolean): ActorKind | null {
  if (token.kind !== 'word') return null;
  const { low } = token;
  if (low === 'vi') return 'we';
  if (low === 'han' || low === 'hun' || low === 'de' || low === 'vedkommende') return 'they';
  if (low === 'man') return 'one';
  if (isInitials(token)) return 'somebody';
  if (OUTSIDE_NAMES.has(lower(token)) && isCapitalised(token)) return 'outsider';
  if (THING_ACRONYMS.has(lower(token)) && isCapitalised(token)) return 'thing';
  if (OUTSIDER.test(low)) return 'outsider';
  if (isRole(low)) return 'somebody';
  if (!isCapitalised(token)) return kindOfNoun(low);
  return kindOfCapital(token, opens);
}

/** A noun in lower case counts when it is definite: `haveholdet` may be somebody, `planen` is a thing. */
function kindOfNoun(word: string): ActorKind | null {
  if (!/(?:en|et|erne|ene|ne)$/.test(word) || verbForm(word) !== null) return null;
  return THING_ENDINGS.test(word) ? 'thing' : 'perhaps';
}

/** Adjectives that open a sentence: the noun comes after them. */
const ADJECTIVES =
  /^(?:primo|medio|ultimo|uge|ny|nye|nyt|næste|første|anden|andet|tredje|sidste|seneste|flere|fælles|god|godt|gode|stor|stort|store|lille|små|egen|eget|egne|kommende|øvrige|samlet|lang|kort|mulig|mange|enkelte|diverse|kort|revideret|\p{L}+(?:ige|iske|ske|lige|ende|igt|isk|ret))$/u;

function kindOfCapital(token: Token, opens: boolean): ActorKind | null {
  const { low } = token;
  if (FIRST_NAMES.has(low)) return 'somebody';
  if (PREPOSITIONS.has(low) || ADVERBS.has(low) || DETERMINERS.has(low)) return null;
  if (!opens) return THING_ENDINGS.test(low) && low.length > 8 ? 'thing' : 'somebody';
  if (ADJECTIVES.test(low)) return null;
  const form = verbForm(low);
  if (form && form.tense !== 'infinitive') return null;
  return THING_ENDINGS.test(low) ? 'thing' : 'perhaps';
}

/** Nominalised adjectives that name people: `de pårørende`, `alle ansatte`. */
const PEOPLE_ADJECTIVES = /^(?:pårørende|frivillige|ansatte|unge|ældre|studerende|ansvarlige)$/;
const ADJECTIVE = /(?:ende|ede|ige|lige|ske|nye|nye?|ste|øvrige|fælles|lokale|sociale|faglige|daglige|\d+)$/u;

/** Joins of two actors. */
const isAnd = (token: Token | undefined): boolean =>
  token !== undefined && /^(?:og|samt|eller|\/|&)$/.test(token.low);

const startsVerb = (token: Token): boolean => {
  const tense = token.verb?.tense;
  return tense === 'present' || MODALS.has(token.low);
};

/** One actor without coordination. */
function simplePhrase(tokens: readonly Token[], from: number, opens: boolean): NounPhrase | null {
  let at = from;
  while (at < tokens.length && at - from < 5) {
    const token = tokens[at];
    if (token?.kind !== 'word') return null;
    const kind = kindOfHead(token, opens && at === 0);
    const next = tokens[at + 1];
    if (at === from && /^(?:alle|begge)$/.test(token.low) && (!next || startsVerb(next)))
      return { length: 1, kind: 'somebody' };
    const isArticle = at === from && DETERMINERS.has(token.low) && next?.kind === 'word';
    if (isArticle && (token.low !== 'de' || !next.verb)) {
      at += 1;
      continue;
    }
    if (kind !== null) return { length: headEnd(tokens, at) - from, kind: genitive(tokens, at) ?? kind };
    if (at > from && PEOPLE_ADJECTIVES.test(token.low)) return { length: at + 1 - from, kind: 'somebody' };
    if (!ADJECTIVE.test(token.low) && !isGenitive(token)) return null;
    at += 1;
  }
  return null;
}

const isGenitive = (token: Token): boolean => token.low.endsWith('s') && token.low.length > 3;

/** `Bestyrelsens formand`: the genitive's noun decides what is named. */
function genitive(tokens: readonly Token[], at: number): ActorKind | null {
  const token = tokens[at];
  const next = tokens[at + 1];
  return token && next && isGenitive(token) && isRole(next.low) ? 'somebody' : null;
}

/** A further part of a name: `Rikke Dahl`. */
const isNamePart = (token: Token | undefined): boolean =>
  token !== undefined && /^\p{Lu}/u.test(token.text) && /\p{Ll}/u.test(token.text);

/** Where the head and what belongs closely to it ends: surnames, a name after a title, a parenthesis. */
function headEnd(tokens: readonly Token[], at: number): number {
  let end = at + 1;
  const head = tokens[at];
  if (head && isGenitive(head) && isRole(tokens[end]?.low ?? '')) end += 1;
  while (isNamePart(tokens[end])) end += 1;
  if (tokens[end]?.text === '(') {
    const close = tokens.findIndex((token, i) => i > end && token.text === ')');
    if (close > 0 && close - end <= 6) end = close + 1;
  }
  return end;
}

const TIME_WORDS =
  /^(?:næste|denne|uge|den|d|januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december|morgen|dag|går|mandag|tirsdag|onsdag|torsdag|fredag|løbet|forbindelse|samarbejde|foråret|efteråret|sommeren|vinteren|forhold|dialog|gang|stedet|alt)$/;

/** What follows a role and belongs to its name: `lederen af ungehuset`, `konsulent i jobcentret`. */
function complementEnd(tokens: readonly Token[], end: number): number {
  const prep = tokens[end];
  const noun = tokens[end + 1];
  if (!prep || !noun || !/^(?:af|for|fra|i|på|hos|ved)$/.test(prep.low) || TIME_WORDS.test(noun.low))
    return end;
  const named = isCapitalised(noun) || /(?:en|et|erne|ene)$/.test(noun.low);
  return named ? end + 2 : end;
}

/** Nobody names more than this for one task; a longer list is a list of something else. */
const MAX_JOINED = 12;

/**
 * The noun phrase that opens `tokens` at `from`, with everybody it joins (`X, Y og Z`); `opens` when `from` 0 is the
 * start of the sentence. Null when no noun phrase that may name somebody stands there.
 */
export function nounPhraseAt(tokens: readonly Token[], from: number, opens: boolean): NounPhrase | null {
  const first = simplePhrase(tokens, from, opens);
  if (!first) return null;
  let end = from + first.length;
  if (first.kind === 'somebody' && isRole(tokens[end - 1]?.low ?? '')) end = complementEnd(tokens, end);
  let kind = first.kind;
  for (let joinedActors = 1; joinedActors < MAX_JOINED; joinedActors += 1) {
    const joiner = tokens[end];
    const isComma = joiner?.text === ',' && listGoesOn(tokens, end);
    const next = isAnd(joiner) || isComma ? simplePhrase(tokens, end + 1, false) : null;
    if (!next || next.kind === 'thing') break;
    end += 1 + next.length;
    if (next.kind === 'somebody' && (kind === 'perhaps' || kind === 'outsider')) kind = 'somebody';
  }
  return { length: end - from, kind };
}

/** Whether the comma at `at` parts members of a list that ends in "og Z". */
function listGoesOn(tokens: readonly Token[], at: number): boolean {
  for (let i = at + 1; i < Math.min(tokens.length, at + 8); i += 1) {
    const token = tokens[i];
    if (!token) return false;
    if (token.low === 'og' || token.low === 'samt') return simplePhrase(tokens, i + 1, false) !== null;
    if (token.text !== ',' && !isCapitalised(token) && !isRole(token.low)) return false;
  }
  return false;
}
