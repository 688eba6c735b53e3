import { clausesOf } from './clauses.js';
import { hasConditionAfter, isConditional } from './conditions.js';
import type { DueMatch } from './due.js';
import { dueOfClause } from './due-scope.js';
import { frameFor, recallsAgreement, takesUpWish } from './frames.js';
import { judge } from './judge/index.js';
import type { Circumstances, Verdict } from './judge/index.js';
import { readClauses } from './read-clauses.js';
import type { ReadClause } from './read-clauses.js';
import type { Subject } from './subjects.js';
import { phraseOf, textOf, tokensOf } from './tokens.js';
import type { Token } from './tokens.js';
import type { VerbGroup } from './verb-group.js';

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

/** What is to be done, in the words of the minutes: without the subject when that is who acts. */
function actionOf(
  sentence: string,
  { clause }: ReadClause,
  group: VerbGroup,
  responsible: string | null,
): string {
  const first = clause.tokens[0];
  const opening = responsible !== null && first && sentence.startsWith(responsible, first.start);
  const from = opening ? clause.tokens[group.at] : first;
  return sentence.slice(from?.start ?? 0).replace(/[\s.!;,]+$/u, '');
}

/** "Det gør Kirsten." answers "Hvem sørger for nøglerne?". */
const saysWho = (group: VerbGroup | null, subject: Subject): boolean =>
  group?.lemma === 'gøre' && group.kind === 'present' && subject.kind === 'somebody';

/** What somebody only reported must name who acts and when, or say that somebody comes back to it. */
const isSureReport = (group: VerbGroup, subject: Subject, hasComingTime: boolean): boolean =>
  subject.kind === 'somebody' && (hasComingTime || /^(?:følge|vende|melde)$/.test(group.lemma));

function verdictOn(read: ReadClause, context: SentenceContext, around: Circumstances): Verdict | null {
  const { clause, group, subject } = read;
  if (!group) return null;
  if (context.answersQuestion && saysWho(group, subject)) return { responsible: subject.tokens };
  const verdict = judge(clause, group, subject, around);
  const isUnsure = around.frame === 'reported' && !isSureReport(group, subject, around.hasComingTime);
  return isUnsure ? null : verdict;
}

function findIn(
  read: readonly ReadClause[],
  at: number,
  context: SentenceContext,
  around: Circumstances,
): Found | null {
  const own = read[at];
  if (!own?.group || hasConditionAfter(read, at)) return null;
  const verdict = verdictOn(own, context, around);
  if (!verdict) return null;
  const { tokens } = own.clause;
  const unnamed = own.subject.kind === 'none' ? context.label : null;
  const responsible = verdict.responsible ? textOf(context.sentence, verdict.responsible) : unnamed;
  const names = isNaming(tokens);
  return {
    responsible,
    action: actionOf(context.sentence, own, own.group, responsible),
    due: dueOfClause(read, at, context.due).filter(({ kind }) => kind !== 'recurring' || !names),
    takesOver: names || own.group.lemma === 'følge',
    pointsBack: names || pointsBack(own.group, context.due, context.sentence, tokens),
  };
}

/** The follow-ups of one sentence, in order; most sentences have none or one. */
export function followUpsIn(context: SentenceContext): Found[] {
  const { sentence, due, isAgreed } = context;
  const read = readClauses(clausesOf(tokensOf(sentence)), context.label !== null || isAgreed);
  if (isConditional(read, sentence)) return [];
  const around = {
    hasComingTime: due.some(({ kind }) => kind !== 'recurring'),
    hasFixedDate: due.some(({ kind }) => kind === 'firm'),
    sentence: sentence.toLowerCase(),
    paragraph: context.paragraph,
  };
  const wishIsAgreed = takesUpWish(sentence);
  const found: Found[] = [];
  read.forEach((own, at) => {
    if (answersSelf(found, own, sentence)) return;
    const frame = frameFor(read, at, { isAgreed, wishIsAgreed, due });
    if (frame === null || (frame === 'plain' && recallsAgreement(phraseOf(own.clause.tokens)))) return;
    const tail = read[at + 1]?.clause.intro ?? '';
    const one = findIn(read, at, context, { ...around, frame, tail, before: beforeOf(read, at) });
    if (one) addFound(found, one, own);
  });
  return found;
}

/** The clause before one that shares its subject. */
function beforeOf(read: readonly ReadClause[], at: number): Circumstances['before'] {
  const before = read[at - 1];
  if (!before || read[at]?.clause.sharesSubject !== true) return null;
  return { kind: before.group?.kind ?? '', phrase: phraseOf(before.clause.tokens) };
}

/** "..., og det gør MØB": names who does what was just said. */
function answersSelf(found: Found[], { group, subject }: ReadClause, sentence: string): boolean {
  const last = found[found.length - 1];
  if (!last || !saysWho(group, subject)) return false;
  found[found.length - 1] = { ...last, responsible: textOf(sentence, subject.tokens) };
  return true;
}

/** Another clause is a follow-up of its own only when it names somebody else. */
function addFound(found: Found[], one: Found, { clause }: ReadClause): void {
  const last = found[found.length - 1];
  if (!last) {
    found.push(one);
    return;
  }
  const isOwn = clause.intro === '' && !clause.sharesSubject && one.responsible !== null;
  if (!isOwn) return;
  if (last.responsible === null)
    found[found.length - 1] = { ...last, responsible: one.responsible, due: [...last.due, ...one.due] };
  else if (one.responsible !== last.responsible && !one.pointsBack) found.push(one);
}
