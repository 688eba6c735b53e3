import { nounPhraseAt } from './actors.js';
import type { NounPhrase } from './actors.js';
import type { Clause } from './clauses.js';
import { isFunctionWord } from './lexicon/function-words.js';
import { subjectOf } from './subjects.js';
import type { Subject } from './subjects.js';
import type { Token } from './tokens.js';
import { verbGroupAt, verbGroupOf } from './verb-group.js';
import type { VerbGroup } from './verb-group.js';
import { NOUN_OR_VERB } from './verbs.js';

/** A clause with its verbs and its subject. */
export interface ReadClause {
  readonly clause: Clause;
  /** Null when it has no finite verb. */
  readonly group: VerbGroup | null;
  readonly subject: Subject;
}

const NO_SUBJECT: Subject = { kind: 'none', tokens: [] };
/** Clauses whose subject may stand first. */
const SUBJECT_FIRST = /^(?:|at|hvor|hvorefter|idet|mens)$/;

/** The plain word right after the noun phrase that opens a clause: where its verb would stand. */
function wordAfter(tokens: readonly Token[], noun: NounPhrase | null): Token | null {
  const token = noun && noun.kind !== 'thing' ? tokens[noun.length] : undefined;
  return token && /^\p{Ll}{3,}$/u.test(token.text) && !isFunctionWord(token.low) ? token : null;
}

/** "Formanden: Lave ...": after a label the infinitive stands for what is to be done. */
function labelledInfinitive({ tokens, intro }: Clause): VerbGroup | null {
  const at = tokens[0]?.low === 'at' ? 1 : 0;
  const isInfinitive = intro === '' && tokens[at]?.verb?.tense === 'infinitive';
  return isInfinitive ? verbGroupAt(tokens, at, 'infinitive') : null;
}

/** The verbs of a clause, also where the -r was dropped ("Forvaltningen redegøre for") or the verb is not known. */
function groupFor(clause: Clause, isFirst: boolean, labelled: boolean, tail: string): VerbGroup | null {
  const { tokens } = clause;
  const afterLabel = labelled && isFirst ? labelledInfinitive(clause) : null;
  if (afterLabel) return afterLabel;
  const known = verbGroupOf(tokens, tail);
  const noun = SUBJECT_FIRST.test(clause.intro) ? nounPhraseAt(tokens, 0, isFirst) : null;
  const word = wordAfter(tokens, noun);
  if (!noun || !word) return known;
  const form = word.verb;
  const isNoun = known !== null && NOUN_OR_VERB.has(word.low);
  if (form?.tense === 'infinitive' && noun.kind !== 'they' && !isNoun)
    return verbGroupAt(tokens, noun.length, 'present');
  if (known) return known;
  const looksLikeVerb = noun.kind === 'somebody' && word.low.endsWith('r') && !form;
  return looksLikeVerb && tokens.length > noun.length + 1
    ? verbGroupAt(tokens, noun.length, 'present')
    : null;
}

/** Finds verbs and subject of each clause; `labelled` when the sentence stands after "Formanden:" or "Aftale:". */
export function readClauses(clauses: readonly Clause[], labelled: boolean): ReadClause[] {
  const read: ReadClause[] = [];
  let inherited = NO_SUBJECT;
  clauses.forEach((clause, i) => {
    const group = groupFor(clause, i === 0, labelled, clauses[i + 1]?.intro ?? '');
    const subject = group ? subjectOf(clause, group, i === 0, inherited) : NO_SUBJECT;
    if (group && (clause.intro === '' || clause.intro === 'at')) inherited = subject;
    read.push({ clause, group, subject });
  });
  return read;
}
