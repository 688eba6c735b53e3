import { isInitials, nounPhraseAt } from './actors.js';
import { clausesOf } from './clauses.js';
import type { Clause } from './clauses.js';
import type { DueMatch } from './due.js';
import { frameOf, isRecap, TAKES_UP } from './frames.js';
import { judge } from './judge/index.js';
import type { Circumstances, Frame } from './judge/index.js';
import { subjectOf } from './subjects.js';
import type { Subject } from './subjects.js';
import { phraseOf, textOf, tokensOf } from './tokens.js';
import type { Token } from './tokens.js';
import { verbGroupAt, verbGroupOf } from './verb-group.js';
import type { VerbGroup } from './verb-group.js';
import { NOUN_OR_VERB, verbForm } from './verbs.js';
import { isFunctionWord } from './lexicon/function-words.js';

/** One follow-up found in one sentence. */
export interface Found {
  readonly responsible: string | null;
  readonly action: string;
  /** The due phrases that belong to it. */
  readonly due: readonly DueMatch[];
  /** "X følger op." and the like: what is to be done stands in the sentence before. */
  readonly pointsBack: boolean;
  /** "X følger op", "X er tovholder": X has the matter, whoever the sentence before names. */
  readonly takesOver: boolean;
}

/** What the sentence stands in: its text, who speaks, whether it is headed "Aftale:", the paragraph around it. */
export interface SentenceContext {
  readonly sentence: string;
  readonly due: readonly DueMatch[];
  readonly paragraph: string;
  /** The label before the sentence when it names somebody ("Formanden: ..."), as written. */
  readonly label: string | null;
  /** The sentence stands under "Aftale:" or the like. */
  readonly isAgreed: boolean;
  readonly answersQuestion: boolean;
}

interface ReadClause {
  readonly clause: Clause;
  readonly group: VerbGroup | null;
  readonly subject: Subject;
}

const NO_SUBJECT: Subject = { kind: 'none', tokens: [] };
const CONDITION = /^(?:hvis|såfremt|ifald|medmindre)$/;
/** A clause opened by one of these says something of its own. */
const STANDS_ALONE = /^(?:hvorefter|hvorpå|idet|mens)$/;

/** The verbs of a clause, also where the -r was dropped, the verb is unknown, or a label is followed by an infinitive. */
function groupFor(clause: Clause, isFirst: boolean, labelled: boolean, tail: string): VerbGroup | null {
  const { tokens } = clause;
  const noun = /^(?:|at|hvor|hvorefter|idet|mens)$/.test(clause.intro)
    ? nounPhraseAt(tokens, 0, isFirst)
    : null;
  const afterNoun = noun && noun.kind !== 'thing' ? tokens[noun.length] : undefined;
  const isPlainWord =
    afterNoun !== undefined && /^\p{Ll}{3,}$/u.test(afterNoun.text) && !isFunctionWord(afterNoun.low);
  if (labelled && isFirst && clause.intro === '') {
    const at = tokens[0]?.low === 'at' ? 1 : 0;
    if (verbForm(tokens[at]?.low ?? '')?.tense === 'infinitive') return verbGroupAt(tokens, at, 'infinitive');
  }
  const known = verbGroupOf(tokens, tail);
  if (
    noun &&
    noun.kind !== 'they' &&
    isPlainWord &&
    verbForm(afterNoun.low)?.tense === 'infinitive' &&
    !(known && NOUN_OR_VERB.has(afterNoun.low))
  )
    return verbGroupAt(tokens, noun.length, 'present');
  if (known) return known;
  const unknownVerb =
    noun?.kind === 'somebody' && isPlainWord && /[^e]?r$/.test(afterNoun.low) && !verbForm(afterNoun.low);
  return unknownVerb && tokens.length > noun.length + 1 ? verbGroupAt(tokens, noun.length, 'present') : null;
}

function readClauses(clauses: readonly Clause[], labelled: boolean): ReadClause[] {
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

/** The frame a clause is read in; null when such a clause can be no follow-up. */
function frameFor(
  read: readonly ReadClause[],
  at: number,
  context: SentenceContext,
  wishIsAgreed: boolean,
): Frame | null {
  const clause = read[at]?.clause;
  if (!clause) return null;
  const plain: Frame = context.isAgreed ? 'agreed' : 'plain';
  const before = read[at - 1];
  if (clause.intro === '') {
    if (clause.sharesSubject && before?.clause.intro === 'at')
      return frameFor(read, at - 1, context, wishIsAgreed);
    return plain;
  }
  if (clause.intro === 'at')
    return (
      frameOf(governing(read, at)?.clause, wishIsAgreed) ?? (context.isAgreed && at === 0 ? 'agreed' : null)
    );
  if (STANDS_ALONE.test(clause.intro)) return plain;
  if (clause.intro === 'hvor') return whereGoesOn(before, context) ? plain : null;
  if (clause.intro === 'som' || clause.intro === 'der') return relativeGoesOn(read, at) ? plain : null;
  return null;
}

/** The clause an at-clause hangs on: the nearest before it that is no parenthesis. */
function governing(read: readonly ReadClause[], at: number): ReadClause | undefined {
  for (let i = at - 1; i >= 0; i -= 1) {
    const candidate = read[i];
    if (candidate && (candidate.clause.intro === '' || candidate.group)) return candidate;
  }
  return undefined;
}

/** "... til den 20. april, hvor X læser": goes on after a coming day. */
function whereGoesOn(before: ReadClause | undefined, context: SentenceContext): boolean {
  const last = before?.clause.tokens[before.clause.tokens.length - 1];
  if (!last) return false;
  return (
    context.due.some((match) => match.kind === 'firm' && Math.abs(match.end - last.end) <= 1) ||
    /\p{L}*møde$/u.test(last.low)
  );
}

/** A relative clause that tells what will be done with a thing that is made: "Ny plan lavet, som vil blive lagt ...". */
function relativeGoesOn(read: readonly ReadClause[], at: number): boolean {
  const { group } = read[at] ?? {};
  const before = read[at - 1];
  if (!group || !before) return false;
  const willBeDone = group.kind === 'becomes' || group.kind === 'modal-passive' || group.kind === 'passive';
  const made = at === 1 && /^(?:|perfect|past-passive)$/.test(before.group?.kind ?? '');
  const doneBySomebody =
    /^(?:present|modal)$/.test(group.kind) && group.at > 0 && read[at]?.subject.kind === 'somebody';
  return (willBeDone || doneBySomebody) && made && before.clause.intro === '';
}

const POINTS_BACK_VERBS = /^(?:følge|vende|melde|undersøge|afklare|se|kigge|tjekke|gøre|arbejde|tage)$/;
const NOTHING_MORE =
  /^(?:(?:op|tilbage|på|det|dette|herpå|hertil|nærmere|videre|sagen|spørgsmålet|med|derpå|denne|den|sig|af|svar|et|om|muligheden|mulighederne|her|fat|i|til|udvalget|rådet|hurtigst|muligt|snarest|næste|møde|uge) ?)*$/;

/** Whether a clause only says that somebody takes up what was just said. */
function pointsBack(
  group: VerbGroup,
  due: readonly DueMatch[],
  sentence: string,
  tokens: readonly Token[],
): boolean {
  if (!POINTS_BACK_VERBS.test(group.lemma)) return false;
  const rest = tokens
    .slice(group.mainAt + 1)
    .filter((token) => !due.some((match) => token.start >= match.start && token.end <= match.end));
  return NOTHING_MORE.test(phraseOf(rest)) && sentence.length < 160;
}

const isNaming = (tokens: readonly Token[]): boolean =>
  tokens.length <= 6 && tokens.some(({ low }) => low === 'tovholder');

const takesOver = (group: VerbGroup, tokens: readonly Token[]): boolean =>
  group.lemma === 'følge' || isNaming(tokens);

/** Due phrases inside these belong to what is asked or told, not to the task. */
const INSIDE =
  /^(?:om|hvor|hvordan|hvorvidt|hvad|hvem|hvilken|hvilket|hvilke|hvornår|hvorfor|som|der|fordi|da|selvom|eftersom|hvorledes)$/;

function dueFor(read: readonly ReadClause[], at: number, due: readonly DueMatch[]): DueMatch[] {
  const own = read[at];
  const spans = read
    .map((item, i) => ({
      item,
      i,
      from: item.clause.tokens[0]?.start ?? 0,
      to: item.clause.tokens[item.clause.tokens.length - 1]?.end ?? 0,
    }))
    .filter(({ item, i }) => {
      if (i === at) return true;
      if (i < at)
        return own?.clause.intro === 'hvor' ? i === at - 1 : !item.group && item.clause.intro === '';
      if (!INSIDE.test(item.clause.intro))
        return !/^(?:past|perfect|past-passive)$/.test(item.group?.kind ?? '');
      return (
        (item.clause.intro === 'som' || item.clause.intro === 'der') &&
        /passive|becomes/.test(item.group?.kind ?? '')
      );
    });
  const mine = due.filter(
    (match) => spans.some(({ from, to }) => match.start < to && match.end > from) || opensWithIt(read, match),
  );
  return own?.clause.intro === 'hvor'
    ? mine.map((match) => ({ ...match, text: match.text.replace(/^til (?=den |d\.|\d)/, '') }))
    : mine;
}

/** "Når tallene foreligger, ..." and "..., inden sagen sendes" are due phrases that are clauses of their own. */
const opensWithIt = (read: readonly ReadClause[], match: DueMatch): boolean =>
  /^(?:når|så snart|inden|før) /i.test(match.text) &&
  read.some(
    ({ clause }) =>
      /^(?:når|før|inden|så)$/.test(clause.intro) &&
      (clause.tokens[0]?.start ?? -1) >= match.start &&
      (clause.tokens[0]?.start ?? -1) < match.end,
  );

const isBlocked = (read: readonly ReadClause[], sentence: string): boolean => {
  const first = read[0];
  if (!first) return true;
  if (CONDITION.test(first.clause.intro)) return true;
  if (
    /^(?:hvis|såfremt|ifald|i fald|i tilfælde af|forudsat|under forudsætning af|med mindre|skulle )/i.test(
      sentence,
    )
  )
    return true;
  if (/^når (?:en|et|man|nogen|der er behov)\b/i.test(sentence)) return true;
  return verbFirstCondition(read);
};

/** "Bliver ansøgningen imødekommet, vil ...": a condition without a "hvis". */
function verbFirstCondition(read: readonly ReadClause[]): boolean {
  const [first, second] = read;
  if (!first?.group || !second?.group) return false;
  const opensWithVerb = first.clause.intro === '' && first.group.at === 0;
  return opensWithVerb && second.clause.intro === '' && !second.clause.sharesSubject && second.group.at === 0;
}

const hasConditionAfter = (read: readonly ReadClause[], at: number): boolean => {
  const next = read[at + 1];
  return next !== undefined && CONDITION.test(next.clause.intro);
};

function actionOf(
  context: SentenceContext,
  read: readonly ReadClause[],
  at: number,
  group: VerbGroup,
  subject: Subject,
): string {
  const { clause } = read[at] ?? { clause: { tokens: [] as Token[] } };
  const active =
    subject.tokens.length > 0 &&
    subject.kind !== 'there' &&
    group.at > 0 &&
    !/passive|becomes/.test(group.kind);
  const first = active ? clause.tokens[group.at] : clause.tokens[0];
  return context.sentence.slice(first?.start ?? 0).replace(/[\s.!;,]+$/u, '');
}

/** "Det gør Kirsten." answers "Hvem sørger for nøglerne?". */
const answersWho = (context: SentenceContext, group: VerbGroup, subject: Subject): boolean =>
  context.answersQuestion &&
  group.lemma === 'gøre' &&
  group.kind === 'present' &&
  subject.kind === 'somebody';

function findIn(
  read: readonly ReadClause[],
  at: number,
  context: SentenceContext,
  circumstances: Circumstances,
): Found | null {
  const { clause, group, subject } = read[at] ?? {};
  if (!clause || !group || !subject || hasConditionAfter(read, at)) return null;
  const named: Subject =
    subject.kind === 'none' && context.label !== null ? { kind: 'none', tokens: [] } : subject;
  const verdict = answersWho(context, group, named)
    ? { responsible: named.tokens }
    : judge(clause, group, named, circumstances);
  if (!verdict) return null;
  if (
    circumstances.frame === 'reported' &&
    !(
      named.kind === 'somebody' &&
      (circumstances.hasComingTime || /^(?:følge|vende|melde)$/.test(group.lemma))
    )
  )
    return null;
  const responsible = verdict.responsible
    ? textOf(context.sentence, verdict.responsible)
    : subject.kind === 'none'
      ? context.label
      : null;
  return {
    responsible,
    action: actionOf(context, read, at, group, subject),
    due: dueFor(read, at, context.due).filter(({ kind }) => kind !== 'recurring' || !isNaming(clause.tokens)),
    takesOver: takesOver(group, clause.tokens),
    pointsBack: isNaming(clause.tokens) || pointsBack(group, context.due, context.sentence, clause.tokens),
  };
}

/** The follow-ups of one sentence, in order; most sentences have none or one. */
export function followUpsIn(context: SentenceContext): Found[] {
  const tokens = tokensOf(context.sentence);
  const read = readClauses(clausesOf(tokens), context.label !== null || context.isAgreed);
  if (isBlocked(read, context.sentence)) return [];
  const low = context.sentence.toLowerCase();
  const wishIsAgreed = TAKES_UP.test(context.sentence);
  const found: Found[] = [];
  for (let at = 0; at < read.length; at += 1) {
    const now = read[at];
    if (now && answersSelf(found, now, context.sentence)) continue;
    const frame = frameFor(read, at, context, wishIsAgreed);
    const phrase = phraseOf(read[at]?.clause.tokens ?? []);
    if (
      frame === null ||
      (frame === 'plain' && isRecap(phrase.replace(/ at .*$/, '')) && /aftal|beslut|vedtag|enig/.test(phrase))
    )
      continue;
    const hasComingTime = context.due.some((match) => match.kind !== 'recurring');
    const one = findIn(read, at, context, {
      frame,
      hasComingTime,
      hasFixedDate: context.due.some((match) => match.kind === 'firm'),
      sentence: low,
      tail: read[at + 1]?.clause.intro ?? '',
      paragraph: context.paragraph,
    });
    if (one) addFound(found, one, read[at]);
  }
  return found;
}

/** "..., og det gør MØB": names who does what was just said. */
function answersSelf(found: Found[], { group, subject }: ReadClause, sentence: string): boolean {
  const last = found[found.length - 1];
  if (!last || group?.lemma !== 'gøre' || group.kind !== 'present' || subject.kind !== 'somebody')
    return false;
  found[found.length - 1] = { ...last, responsible: textOf(sentence, subject.tokens) };
  return true;
}

/** Another clause is a follow-up of its own only when it names somebody else. */
function addFound(found: Found[], one: Found, from: ReadClause | undefined): void {
  const last = found[found.length - 1];
  const isOwn =
    from !== undefined && from.clause.intro === '' && !from.clause.sharesSubject && one.responsible !== null;
  if (!last) found.push(one);
  else if (last.responsible === null && isOwn)
    found[found.length - 1] = { ...last, responsible: one.responsible, due: [...last.due, ...one.due] };
  else if (isOwn && one.responsible !== last.responsible && !one.pointsBack) found.push(one);
}

/** Whether tokens open with initials followed by a dash or colon: who speaks. */
export const opensWithInitials = (sentence: string): boolean => {
  const first = tokensOf(sentence.slice(0, 12))[0];
  return first !== undefined && isInitials(first);
};
