import { isFinite } from './clauses.js';
import { ADVERBS, DETERMINERS, isFunctionWord, PREPOSITIONS } from './lexicon/function-words.js';
import { senseOf } from './senses.js';
import type { Token } from './tokens.js';
import { phraseOf } from './tokens.js';
import { MODALS, NOUN_OR_VERB } from './verbs.js';
import type { Sense, VerbForm } from './verbs.js';

/** How the verbs of a clause stand together. */
export type VerbKind =
  | 'present'
  | 'passive'
  | 'modal'
  | 'modal-passive'
  | 'modal-bare'
  | 'becomes'
  | 'past'
  | 'past-passive'
  | 'perfect'
  | 'infinitive';

/** The verbs of a clause: where the finite one stands, the verb that carries the meaning, what follows it. */
export interface VerbGroup {
  readonly kind: VerbKind;
  readonly at: number;
  readonly mainAt: number;
  readonly lemma: string;
  readonly sense: Sense;
  /** What the lexicon says of the verb alone, without what goes with it. */
  readonly lexical: Sense;
  /** `skal`, `vil`, ... when there is one. */
  readonly modal: string | null;
  /** What follows the verb, in lower case. */
  readonly rest: string;
  /** Known to the lexicon; an unknown word is only taken for a verb by its place. */
  readonly known: boolean;
}

const isNounHere = (tokens: readonly Token[], at: number): boolean => {
  const before = tokens[at - 1];
  const token = tokens[at];
  return (
    before !== undefined &&
    token !== undefined &&
    NOUN_OR_VERB.has(token.low) &&
    (PREPOSITIONS.has(before.low) ||
      DETERMINERS.has(before.low) ||
      /(?:ige|ske|nye|fælles|ende)$/.test(before.low))
  );
};

/** The first token from `from` that is a verb in one of the tenses. */
function findForm(
  tokens: readonly Token[],
  from: number,
  tenses: readonly string[],
): { at: number; form: VerbForm } | null {
  for (let at = from; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token?.kind !== 'word' || /^\p{Lu}/u.test(token.text)) continue;
    const form = token.verb;
    const taken = tokens[at - 1];
    const blocked =
      taken !== undefined &&
      (taken.low === 'at' ||
        (form?.tense === 'infinitive' && /^(?:i|på|til|fra|af|for|om|ved|hos|efter)$/.test(taken.low)) ||
        (DETERMINERS.has(taken.low) && !/^(?:det|alle|de|dette|alt|begge|ikke)$/.test(taken.low)));
    if (form && tenses.includes(form.tense) && !blocked && !isNounHere(tokens, at)) return { at, form };
  }
  return null;
}

const rest = (tokens: readonly Token[], from: number): string => phraseOf(tokens.slice(from));

/** What belongs to the verb though it stands before it: after a modal, or fronted ("den opgave tager Jytte"). */
function between(tokens: readonly Token[], kind: VerbKind, at: number, mainAt: number): readonly Token[] {
  if (kind === 'modal' || kind === 'modal-passive' || kind === 'becomes') return tokens.slice(at + 1, mainAt);
  return kind === 'present' && tokens.length - mainAt === 2 ? tokens.slice(0, at) : [];
}

function group(
  kind: VerbKind,
  tokens: readonly Token[],
  at: number,
  mainAt: number,
  form: VerbForm,
  modal: string | null,
): VerbGroup {
  const following = rest(tokens, mainAt + 1);
  const around = `${following} ${phraseOf(between(tokens, kind, at, mainAt))}`.trim();
  return {
    kind,
    at,
    mainAt,
    lemma: form.lemma,
    sense: senseOf(form.lemma, around, form.sense),
    lexical: form.sense,
    modal,
    rest: following,
    known: true,
  };
}

const NOTHING: VerbForm = { lemma: '', tense: 'infinitive', sense: 'state' };

/** "ABC skal veje sækkene", "Den skal vejes": a verb the lexicon does not know, right after the modal. */
function unknownAfterModal(tokens: readonly Token[], at: number, modal: string): VerbGroup | null {
  let mainAt = at + 1;
  while (ADVERBS.has(tokens[mainAt]?.low ?? '')) mainAt += 1;
  const token = tokens[mainAt];
  if (!token || at === 0 || isFunctionWord(token.low) || !/^\p{Ll}{3,}es?$/u.test(token.text)) return null;
  const kind = token.low.endsWith('s') ? 'modal-passive' : 'modal';
  const form: VerbForm = { lemma: token.low, tense: 'infinitive', sense: 'act' };
  return { ...group(kind, tokens, at, mainAt, form, modal), known: false };
}

function modalGroup(tokens: readonly Token[], at: number, modal: string): VerbGroup {
  const main = findForm(tokens, at + 1, ['infinitive', 'passive']);
  if (!main)
    return unknownAfterModal(tokens, at, modal) ?? group('modal-bare', tokens, at, at, NOTHING, modal);
  if (main.form.tense === 'passive') return group('modal-passive', tokens, at, main.at, main.form, modal);
  if (main.form.lemma === 'blive' || main.form.lemma === 'være') {
    const participle = findForm(tokens, main.at + 1, ['participle']);
    if (participle) return group('modal-passive', tokens, at, participle.at, participle.form, modal);
  }
  if (main.form.lemma === 'have' || main.form.lemma === 'få') {
    const participle = findForm(tokens.slice(0, main.at + 4), main.at + 1, ['participle']);
    if (participle) return group('modal', tokens, at, participle.at, participle.form, modal);
  }
  return group('modal', tokens, at, main.at, main.form, modal);
}

/** "Rådet får udleveret ...": the subject is handed something. */
const HANDED_OVER =
  /^(?:tilsende|udlevere|forelægge|fremlægge|tildele|overdrage|stille|bevilge|præsentere|oplyse|meddele|anvise)$/;

function auxiliaryGroup(tokens: readonly Token[], at: number, form: VerbForm): VerbGroup | null {
  const { lemma, tense } = form;
  if (lemma === 'få') {
    const done = findForm(tokens.slice(0, at + 4), at + 1, ['participle']);
    const kind = tense === 'past' ? 'past' : 'present';
    if (!done) return null;
    const told = group(kind, tokens, at, done.at, done.form, null);
    return HANDED_OVER.test(done.form.lemma) ? { ...told, lemma: 'få', sense: 'receive' } : told;
  }
  if (lemma !== 'have' && lemma !== 'være' && lemma !== 'blive') return null;
  const first = findForm(tokens, at + 1, ['participle']);
  const second = first?.form.lemma === 'blive' ? findForm(tokens, first.at + 1, ['participle']) : null;
  const participle = second ?? first;
  if (lemma === 'blive' && participle)
    return group(
      tense === 'past' ? 'past-passive' : 'becomes',
      tokens,
      at,
      participle.at,
      participle.form,
      null,
    );
  if (participle) return group('perfect', tokens, at, participle.at, participle.form, null);
  return null;
}

/** The verbs of a clause, `tail` being the word that opens the clause after it; null when it has no finite verb. */
export function verbGroupOf(tokens: readonly Token[], tail = ''): VerbGroup | null {
  const at = tokens.findIndex((_, i) => isFinite(tokens, i));
  const token = tokens[at];
  if (!token) return null;
  const modal = MODALS.get(token.low);
  if (modal !== undefined) return modalGroup(tokens, at, modal);
  const form = token.verb;
  if (!form) return null;
  const auxiliary = auxiliaryGroup(tokens, at, form);
  if (auxiliary) return auxiliary;
  const kind = form.tense === 'passive' ? 'passive' : form.tense === 'past' ? 'past' : 'present';
  const alone = group(kind, tokens, at, at, form, null);
  return tail === ''
    ? alone
    : { ...alone, sense: senseOf(form.lemma, `${alone.rest} , ${tail}`.trim(), form.sense) };
}

/** A clause read as if the word at `at` were its verb: for a dropped -r, a label's infinitive, an unknown verb. */
export function verbGroupAt(tokens: readonly Token[], at: number, kind: VerbKind): VerbGroup | null {
  const token = tokens[at];
  if (!token) return null;
  const form = token.verb;
  if (form) return group(kind, tokens, at, at, form, null);
  const unknown: VerbForm = { lemma: token.low, tense: 'present', sense: 'act' };
  return { ...group(kind, tokens, at, at, unknown, null), known: false };
}
