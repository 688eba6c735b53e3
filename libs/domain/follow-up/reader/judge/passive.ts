import { outsiderAfter, somebodyAfter } from '../subjects.js';
import { isInforming, isTask, namesAct, NOBODY } from './case.js';
import type { Case, Rule, Verdict } from './case.js';
import {
  ANYBODY,
  BARE_POINT,
  BEGUN,
  BRIEFED,
  BY_LAW,
  CORRECTED,
  CORRECTING,
  FILLING,
  JOB,
  MOVING,
  POINT_OR_CASE,
  REFERRAL,
  ROUTINE,
  SENDING,
  STANDING_PAPER,
  AIMED_AT,
  AWAY,
  STANDS_IN,
  STANDING_RULE,
  TAKEN_UP_AGAIN,
  TAKES_MINUTES,
  THEME,
  USUAL,
} from './patterns.js';

const AGREEING = /^(?:beslutte|vedtage|aftale|enes|vælge|konkludere|bestemme)$/;
/** A passive of these says how things are, or stands for the word "kan". */
const RECORDED = /^(?:være|blive|have|få|se|mene|kende|gøre)$/;

/** What is only clear some day. */
const LEFT_OPEN = /^(?:afklare|fastlægge|fastsætte|vise|løse|konkretisere)$/;
const DECIDED_SOME_DAY = /^(?:fastlægge|fastsætte)$/;

/** Why a passive that names an act is nevertheless nothing to do. One reason a line. */
const REASONS: readonly ((one: Case) => boolean)[] = [
  // The frame of an at-clause: what was agreed stands there.
  ({ subject, group }) => subject.kind === 'it' && (group.sense === 'report' || AGREEING.test(group.lemma)),
  ({ subject, tail, group }) => subject.kind === 'it' && tail === 'at' && group.lemma !== 'sikre',
  // "Der findes": there is.
  ({ group }) => group.kind === 'passive' && group.lemma === 'finde',
  // Routines and rules that stand.
  ({ isPlain, phrase, sentence }) =>
    isPlain && (USUAL.test(phrase) || STANDING_RULE.test(sentence) || (ROUTINE.test(phrase) && !BEGUN.test(sentence))),
  ({ isAgreed, phrase, hasComingTime }) => !isAgreed && BY_LAW.test(phrase) && !hasComingTime,
  ({ isPlain, subjectPhrase }) => isPlain && ANYBODY.test(subjectPhrase),
  ({ isPlain, subjectPhrase, hasComingTime }) => isPlain && STANDING_PAPER.test(subjectPhrase) && !hasComingTime,
  ({ isPlain, group, hasComingTime }) => isPlain && AIMED_AT.test(group.lemma) && !hasComingTime,
  ({ isPlain, sentence, group }) => isPlain && AWAY.test(sentence) && STANDS_IN.test(group.lemma),
  // An outcome: the case moves on, the point is deferred, closed or moved about.
  ({ frame, phrase, group }) => frame === 'plain' && REFERRAL.test(phrase) && SENDING.test(group.lemma),
  ({ frame, subject, group }) => frame === 'plain' && subject.kind === 'none' && group.lemma === 'videresende',
  ({ frame, sentence }) => frame === 'plain' && sentence.includes('af dagsordenen'),
  ({ subjectPhrase, group }) =>
    POINT_OR_CASE.test(subjectPhrase) && MOVING.test(group.lemma) && !TAKEN_UP_AGAIN.test(group.rest),
  ({ isPlain, subjectPhrase, hasComingTime, group }) =>
    isPlain && BARE_POINT.test(subjectPhrase) && !hasComingTime && !TAKEN_UP_AGAIN.test(group.rest),
  ({ isPlain, phrase }) => isPlain && /(?:som|før|efter|under|på) punkt \d|^bilag \d/.test(phrase),
  ({ isPlain, subjectPhrase, group, hasComingTime, hasFixedDate }) =>
    isPlain && POINT_OR_CASE.test(subjectPhrase) && group.lemma === 'tage' && hasComingTime && !hasFixedDate,
  ({ isPlain, group, hasFixedDate }) => isPlain && group.lemma === 'genoptage' && !hasFixedDate,
  // Left open: decided some day.
  ({ isPlain, subject, group, hasComingTime, hasFixedDate }) =>
    isPlain && hasComingTime && !hasFixedDate &&
    (subject.kind === 'it' ? LEFT_OPEN : DECIDED_SOME_DAY).test(group.lemma),
  // The minutes and the agenda themselves.
  ({ group, paragraph }) => CORRECTING.test(group.lemma) && CORRECTED.test(paragraph),
  ({ isPlain, phrase, group }) => isPlain && /referat(?:et)?(?: |$)/.test(phrase) && TAKES_MINUTES.test(group.lemma),
  // Schedule, staffing, what a body is told while it sits.
  ({ isPlain, group }) => isPlain && /^(?:holde|afholde)$/.test(group.lemma),
  ({ isPlain, phrase, group }) => isPlain && group.modal === null && JOB.test(phrase) && FILLING.test(group.lemma),
  ({ isPlain, hasComingTime, hasActor, group }) => isPlain && !hasComingTime && hasActor && BRIEFED.test(group.lemma),
  ({ group }) => RECORDED.test(group.lemma) && !/nærmere|(?:^| )på(?: |$)|forsøg|status|klar|noget/.test(group.rest),
]; // prettier-ignore

/** "Temaet udskydes til september": a theme of the aarshjul is moved. */
const themeMoved: Rule = ({ subjectPhrase, group, hasComingTime }) =>
  THEME.test(subjectPhrase) && /^(?:udskyde|udsætte)$/.test(group.lemma) && hasComingTime ? NOBODY : null;

/** "Der ønskes en opdeling ... inden ...": asked for by the body. */
const askedFor: Rule = ({ group, hasComingTime }) =>
  /^(?:ønske|efterspørge|efterlyse|anmode|bede)$/.test(group.lemma) &&
  group.kind === 'passive' &&
  hasComingTime
    ? NOBODY
    : null;

function isDoable({ group, isPlain, isAgreed, hasComingTime }: Case): boolean {
  if (isTask(group) || group.lemma === 'vise' || (isAgreed && namesAct(group))) return true;
  if (isInforming(group) || group.sense === 'attend') return !isPlain || hasComingTime;
  return isAgreed && /^(?:schedule|programme|staff)$/.test(group.sense);
}

/** A passive: "udsendes", "bliver opdateret af Lise", "skal findes", "vil blive lagt". */
export function judgePassive(one: Case): Verdict | null {
  if (REASONS.some((holds) => holds(one))) return null;
  const special = themeMoved(one);
  if (special) return special;
  if (!isDoable(one)) return askedFor(one);
  const after = one.group.mainAt + 1;
  if (outsiderAfter(one.clause.tokens, after, /^af$/)) return null;
  return { responsible: somebodyAfter(one.clause.tokens, after, /^af$/) };
}
