/*
 * The way of a text through the reader, and so where a rule lives (all in `reader/`):
 * - `mend.ts` page stamps, hyphenation, wrapping; `sentences.ts` where a sentence ends; `labels.ts` "Formanden: ...", "JLH - ..."
 * - `tokens.ts`, `verbs.ts` words and their forms; `clauses.ts`, `read-clauses.ts` clauses with `verb-group.ts` their verbs
 *   and `subjects.ts`, `actors.ts` who acts
 * - `frames.ts` what was agreed, reported or wished; `conditions.ts` "hvis ..."
 * - `judge/` whether a clause is a follow-up: `patterns.ts` the turns of phrase, one file for each kind of verb
 * - `due-phrases.ts`, `due-dates.ts`, `due.ts` when; `due-scope.ts` which time belongs to which task
 * - `lexicon/` words: a missing verb, role or name is added there; `senses.ts` verbs whose sense hangs on what follows
 * Here sentences are brought together: "X følger op." belongs to the sentence before it.
 */
import type { FollowUpReading, ReadingContext } from './reading.js';
import { dueMatches, dueOf } from './reader/due.js';
import type { DueMatch } from './reader/due.js';
import { labelOf } from './reader/labels.js';
import { mendedParagraphs } from './reader/mend.js';
import { followUpsIn } from './reader/read-sentence.js';
import type { Found } from './reader/read-sentence.js';
import { sentencesOf } from './reader/sentences.js';

/** A follow-up while the sentences around it are still being read. */
interface Draft {
  readonly responsible: string | null;
  readonly action: string;
  readonly sentences: readonly string[];
  readonly raisedBy: string | null;
  readonly due: readonly DueMatch[];
  /** The last sentence it was read from. */
  readonly lastSentence: number;
}

/** A sentence that only says when: "Kunne være den 19. februar.", "Frist: 1. maj". */
const ONLY_WHEN =
  /^(?:(?:[\p{L}-]+ ){0,4}(?=kunne )|det |dette |den |tid(?:spunkt)?: |frist(?:en)?:? |deadline:? )?(?:kunne|kan|er|bliver|evt\.|eventuelt|måske|gerne|senest|inden|forslag(?: til dato)?:?|deadline:?|frist:?)(?: evt\.| eventuelt| passende| måske| f\.eks\.| fx)?(?: være| blive)?(?: klar| færdig| afviklet)?/iu;

interface ReadSentence {
  readonly text: string;
  readonly found: readonly Found[];
  readonly due: readonly DueMatch[];
  readonly speaker: string | null;
  readonly onlyWhen: boolean;
}

function readSentences(paragraph: string, context: ReadingContext): ReadSentence[] {
  let speaker: string | null = null;
  let wasQuestion = false;
  const lowerCase = paragraph.toLowerCase();
  return sentencesOf(paragraph).map((text) => {
    const label = labelOf(text);
    speaker = label.speaker ?? speaker;
    const due = dueMatches(label.body, context);
    const isQuestion = /\?["”)]*$/.test(text);
    const found = isQuestion
      ? []
      : followUpsIn({
          sentence: label.body,
          due,
          paragraph: lowerCase,
          label: label.actor,
          isAgreed: label.isAgreed,
          answersQuestion: wasQuestion,
        });
    wasQuestion = isQuestion;
    const opening = ONLY_WHEN.exec(label.body);
    const onlyWhen =
      found.length === 0 &&
      opening !== null &&
      due.some((match) => Math.abs(match.start - opening[0].length) <= 12) &&
      label.body.length < 80;
    return { text, found, due, speaker, onlyWhen };
  });
}

/** Joins one found follow-up to the drafts: on its own, or to the sentence before when it points back to it. */
function addDraft(drafts: Draft[], sentences: readonly ReadSentence[], at: number, one: Found): void {
  const sentence = sentences[at];
  if (!sentence) return;
  let before = at - 1;
  while (before >= 0 && sentences[before]?.onlyWhen === true) before -= 1;
  const last = drafts[drafts.length - 1];
  const between = sentences.slice(Math.max(before, 0), at + 1).map(({ text }) => text);
  const loose = sentences.slice(before + 1, at).flatMap(({ due }) => due);
  const sameHand =
    last !== undefined &&
    (last.responsible === null || one.responsible === null || last.responsible === one.responsible);
  if (last && one.pointsBack && last.lastSentence >= before && (sameHand || one.takesOver)) {
    drafts[drafts.length - 1] = {
      ...last,
      responsible: one.responsible ?? last.responsible,
      sentences: [
        ...last.sentences,
        ...sentences.slice(last.lastSentence + 1, at + 1).map(({ text }) => text),
      ],
      due: [...last.due, ...one.due],
      lastSentence: at,
    };
    return;
  }
  const takesBefore = one.pointsBack && before >= 0;
  drafts.push({
    responsible: one.responsible,
    action: takesBefore ? withoutStop(labelOf(sentences[before]?.text ?? '').body) : one.action,
    sentences: takesBefore ? between : [sentence.text],
    raisedBy: sentence.speaker === one.responsible ? null : sentence.speaker,
    due: takesBefore ? [...dueBefore(sentences[before]), ...loose, ...one.due] : one.due,
    lastSentence: at,
  });
}

/** What a sentence that is no follow-up by itself says about time counts when somebody follows it up. */
const dueBefore = (sentence: ReadSentence | undefined): readonly DueMatch[] =>
  sentence?.onlyWhen === false && /^(?:[\p{L}]+ (?:-|–))|årshjul/u.test(sentence.text) ? sentence.due : [];

const withoutStop = (text: string): string => text.replace(/[\s.!]+$/u, '');

/** A sentence that only says when, right after a follow-up, tells when that one is due. */
function addWhen(drafts: Draft[], at: number, sentence: ReadSentence): void {
  const last = drafts[drafts.length - 1];
  if (last?.lastSentence !== at - 1) return;
  drafts[drafts.length - 1] = {
    ...last,
    sentences: [...last.sentences, sentence.text],
    due: [...last.due, ...sentence.due],
    lastSentence: at,
  };
}

function readParagraph(paragraph: string, context: ReadingContext): FollowUpReading[] {
  const sentences = readSentences(paragraph, context);
  const drafts: Draft[] = [];
  sentences.forEach((sentence, at) => {
    if (sentence.onlyWhen) addWhen(drafts, at, sentence);
    for (const one of sentence.found) addDraft(drafts, sentences, at, one);
  });
  return drafts.map((draft) => ({
    responsible: draft.responsible,
    action: draft.action,
    sentence: draft.sentences.join(' '),
    raisedBy: draft.raisedBy,
    due: dueOf(draft.due),
  }));
}

/**
 * Reads the follow-ups out of decision text (PRODUCT.md, "Reading a follow-up in Danish minutes"), in reading order.
 * Never throws; a text without follow-ups gives an empty list. Dates without a year are counted from the meeting and
 * stay null when its date is not known.
 */
export function readFollowUps(text: string, context: ReadingContext): FollowUpReading[] {
  return mendedParagraphs(text).flatMap((paragraph) => readParagraph(paragraph, context));
}
