import { nounPhraseAt } from '../actors.js';
import type { Clause } from '../clauses.js';
import { senseOf } from '../senses.js';
import { isSomebody } from '../subjects.js';
import type { Subject } from '../subjects.js';
import { phraseOf } from '../tokens.js';
import type { Token } from '../tokens.js';
import type { VerbGroup } from '../verb-group.js';
import type { Sense } from '../verbs.js';

/**
 * What stands around a clause: `plain` the minutes say it themselves; `agreed` the body agreed on it; `reported`
 * somebody said it.
 */
export type Frame = 'plain' | 'agreed' | 'reported';

/** What the judgement of a clause hangs on besides the clause itself. */
export interface Circumstances {
  readonly frame: Frame;
  /** The sentence names a coming time. */
  readonly hasComingTime: boolean;
  /** That time is a fixed date. */
  readonly hasFixedDate: boolean;
  /** The sentence in lower case. */
  readonly sentence: string;
  /** The clause before it when it has the same subject: its verbs and its words. */
  readonly before: { readonly kind: string; readonly phrase: string } | null;
  /** The word that opens the clause after it (`at`, `om`), empty when none does. */
  readonly tail: string;
  /** The whole paragraph in lower case. */
  readonly paragraph: string;
}

/** A clause to be judged, with what every rule asks about it. */
export interface Case extends Circumstances {
  readonly clause: Clause;
  readonly group: VerbGroup;
  readonly subject: Subject;
  /** The clause in lower case. */
  readonly phrase: string;
  /** Its subject in lower case, empty when it has none. */
  readonly subjectPhrase: string;
  readonly isAgreed: boolean;
  /** Neither agreed on nor put with "skal": said in passing, so it must look like a task by itself. */
  readonly isPlain: boolean;
  /** Somebody of the house is its subject. */
  readonly hasActor: boolean;
}

/** A clause found to be a follow-up: who is to act (null when nobody is named). */
export interface Verdict {
  readonly responsible: readonly Token[] | null;
}

/** A rule of the judgement: null when it has nothing to say. */
export type Rule = (one: Case) => Verdict | null;

export const NOBODY: Verdict = { responsible: null };

/** The subject is to act; a pronoun names nobody. */
export const by = (subject: Subject): Verdict =>
  subject.kind === 'somebody' || subject.kind === 'perhaps' || subject.kind === 'we'
    ? { responsible: subject.tokens }
    : NOBODY;

/** Brings together what the rules ask about a clause. */
export function caseOf(
  clause: Clause,
  group: VerbGroup,
  subject: Subject,
  circumstances: Circumstances,
): Case {
  const isAgreed = circumstances.frame === 'agreed';
  return {
    ...circumstances,
    clause,
    group,
    subject,
    phrase: phraseOf(clause.tokens),
    subjectPhrase: phraseOf(subject.tokens),
    isAgreed,
    isPlain: !isAgreed && group.modal !== 'skal',
    hasActor: isSomebody(subject),
  };
}

/** The verb with what goes with it names something that can be done. */
export const isTask = (group: VerbGroup): boolean => group.sense === 'task' || group.sense === 'act';

/** Verbs of telling that are a task when they are still to come. */
const INFORMS =
  /^(?:orientere|informere|oplyse|meddele|redegøre|berette|præsentere|introducere|fremlægge|forelægge|briefe|advisere|referere|forklare|klage|bekendtgøre)$/;

/** Somebody is to inform somebody. */
export const isInforming = (group: VerbGroup): boolean =>
  group.sense === 'report' && INFORMS.test(group.lemma);

/** Verbs so bare that being agreed on does not make an act of them. */
const BARE = /^(?:være|blive|have|gå|se|komme|stå|gøre|tænke|lægge|tage|finde|give|sætte|stille)$/;

/** The verb names an act, though with what goes with it here it need not be one; what was agreed on is one. */
export const namesAct = (group: VerbGroup): boolean =>
  /^(?:task|act)$/.test(group.lexical) && !BARE.test(group.lemma);

/** What an infinitive at this place says, with what follows it; an unknown verb counts as something one does. */
export function senseAt(tokens: readonly Token[], at: number): Sense {
  const form = tokens[at]?.verb ?? null;
  return form ? senseOf(form.lemma, phraseOf(tokens.slice(at + 1)), form.sense) : 'act';
}

const isInfinitive = (token: Token | undefined): boolean => {
  if (token?.kind !== 'word') return false;
  const form = token.verb;
  return form ? form.tense === 'infinitive' || form.lemma === token.low : /^\p{Ll}{2,}e$/u.test(token.low);
};

/** Where the first infinitive after "at" stands from a place on, -1 when there is none. */
function infinitiveAfterAt(tokens: readonly Token[], from: number): number {
  return tokens.findIndex((token, at) => {
    if (at < from || !isInfinitive(token)) return false;
    const before = tokens[at - 1]?.low;
    return (
      before === 'at' ||
      (tokens[at - 2]?.low === 'at' && /^(?:også|selv|ikke|samtidig|igen)$/.test(before ?? ''))
    );
  });
}

const ASKING = /^(?:bede|anmode|opfordre|indstille|anbefale)$/;

/** Whether what is decided or asked from a place on ("at tegne abonnement") can be done. */
export function canBeDone(tokens: readonly Token[], from: number): boolean {
  const at = infinitiveAfterAt(tokens, from);
  if (at < 0) return false;
  const lemma = tokens[at]?.verb?.lemma ?? '';
  return ASKING.test(lemma) || /^(?:task|act|report|attend|programme)$/.test(senseAt(tokens, at));
}

/** Somebody named at a place: the one who is asked. */
export function somebodyAt(tokens: readonly Token[], at: number): readonly Token[] | null {
  const noun = nounPhraseAt(tokens, at, false);
  return noun?.kind === 'somebody' ? tokens.slice(at, at + noun.length) : null;
}
