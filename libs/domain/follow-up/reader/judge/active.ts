import { outsiderAfter, somebodyAfter } from '../subjects.js';
import { isInitials } from '../actors.js';
import { FIRST_NAMES } from '../lexicon/people.js';
import type { Token } from '../tokens.js';
import { by, isInforming, isTask, namesAct, NOBODY } from './case.js';
import type { Case, Verdict } from './case.js';
import { judgePassive } from './passive.js';
import {
  ABSENCE,
  AWAY,
  IS_AWAY,
  STANDS_IN,
  AIM,
  BEGUN,
  CROWD,
  BY_LAW,
  INTENTION,
  INTO_TALK,
  LISTS,
  ROUTINE,
  STANDING_RULE,
  USUAL,
} from './patterns.js';

/** "Rådet får et udtræk fra økonomikontoret": the subject receives, the giver is to act. */
function judgeReceiver(one: Case): Verdict | null {
  const { clause, group, subject, hasComingTime, isAgreed } = one;
  if (subject.kind === 'there' || subject.kind === 'it') return null;
  const giver = somebodyAfter(clause.tokens, group.mainAt + 1, /^(?:fra|af)$/);
  if (!giver && outsiderAfter(clause.tokens, group.mainAt + 1, /^(?:fra|af)$/)) return null;
  return giver || hasComingTime || group.modal === 'skal' || isAgreed ? { responsible: giver } : null;
}

/** "Temaet skal på årshjulet", "LKB skal i dialog med ...": a modal without an infinitive. */
function judgeBareModal({ group, subject, hasActor }: Case): Verdict | null {
  if (group.modal !== 'skal') return null;
  if (hasActor) return INTO_TALK.test(group.rest) ? by(subject) : null;
  return LISTS.test(group.rest) ? NOBODY : null;
}

function modalCounts({ group, isAgreed, phrase }: Case): boolean {
  const { modal } = group;
  if (USUAL.test(phrase)) return false;
  if (modal === 'skal' || modal === 'vil' || modal === 'må') return true;
  return isAgreed && (modal === 'skulle' || modal === 'ville' || modal === 'bør');
}

/** `skal`, `vil` and `må` about the future; `kan` and `bør` are possibilities. */
export function judgeModal(one: Case): Verdict | null {
  const { group, subject, isAgreed, hasActor, hasComingTime, phrase, sentence } = one;
  if (!modalCounts(one)) return null;
  if (group.kind === 'modal-bare') return judgeBareModal(one);
  if (group.kind === 'modal-passive') return judgePassive(one);
  if (/(?:^| )gerne(?: |$)/.test(phrase)) return null;
  if (BY_LAW.test(sentence) && !hasComingTime && !isAgreed) return null;
  if (group.sense === 'receive' && group.modal !== 'må') return judgeReceiver(one);
  if (!hasActor && !(subject.kind === 'none' && group.modal === 'skal')) return null;
  const isIntention = AIM.test(group.lemma) || (group.modal !== 'skal' && INTENTION.test(group.lemma));
  if (isIntention && !isAgreed && !hasComingTime) return null;
  const isThere = group.sense === 'attend' || group.sense === 'programme';
  const doable = isTask(group) || isInforming(group) || (isThere && (isAgreed || hasComingTime));
  return doable ? by(subject) : null;
}

const hasPurpose = ({ group }: Case): boolean =>
  /til \p{L}+(?:ing|else)(?: |$)|til \p{L}+ af |for at|med henblik|til at/u.test(group.rest);

/** Being there is to be done when it is to come and is no part of this meeting. */
function judgeAttendance(one: Case): Verdict | null {
  const { group, subject, isAgreed, sentence, hasComingTime } = one;
  if (isAgreed) return by(subject);
  if (/under punkt|næste gang|første gang/.test(sentence)) return null;
  if (group.lemma === 'besøge') return hasPurpose(one) ? by(subject) : null;
  const isOwnMeeting = group.lemma === 'mødes' && !hasPurpose(one) && !` ${group.rest}`.includes(' med ');
  return (hasPurpose(one) || hasComingTime) && !isOwnMeeting ? by(subject) : null;
}

/** Initials or a first name, and not a role. */
const isName = (token: Token): boolean => isInitials(token) || FIRST_NAMES.has(token.low);

/** Why an act in the present is nevertheless nothing to do. */
const REASONS: readonly ((one: Case) => boolean)[] = [
  ({ isAgreed, phrase }) => !isAgreed && USUAL.test(phrase),
  ({ isAgreed, sentence }) => !isAgreed && STANDING_RULE.test(sentence) && !BEGUN.test(sentence),
  // What a body or a role does every year is its custom; what a person is said to do is a task.
  ({ isAgreed, sentence, phrase, subject }) =>
    !isAgreed && ROUTINE.test(phrase) && !BEGUN.test(sentence) && !subject.tokens.some(isName),
  ({ isPlain, hasComingTime, subjectPhrase }) => isPlain && !hasComingTime && CROWD.test(subjectPhrase),
  // Somebody would like to.
  ({ isAgreed, phrase }) => !isAgreed && /(?:^| )gerne(?: |$)/.test(phrase),
  // Standing in for somebody, coming back to work.
  ({ isAgreed, sentence, group }) => !isAgreed && AWAY.test(sentence) && STANDS_IN.test(group.lemma),
  ({ group, paragraph }) => /^(?:vende|komme)$/.test(group.lemma) && ABSENCE.test(paragraph),
  ({ group, before }) => /^(?:vende|komme)$/.test(group.lemma) && IS_AWAY.test(before?.phrase ?? ''),
  ({ isAgreed, group, hasComingTime }) => !isAgreed && AIM.test(group.lemma) && !hasComingTime,
];

/** The present: "Karin booker festsalen". */
export function judgePresent(one: Case): Verdict | null {
  const { group, subject, isAgreed, hasActor, hasComingTime } = one;
  if (REASONS.some((holds) => holds(one))) return null;
  if (group.sense === 'receive') return group.lemma === 'have' ? null : judgeReceiver(one);
  if (subject.kind === 'thing' && group.lemma === 'komme' && isTask(group) && LISTS.test(group.rest))
    return NOBODY;
  const isNobodyNamed = subject.kind === 'none' && group.at === 0;
  if (!hasActor && !isNobodyNamed) return null;
  if (!group.known && subject.kind !== 'somebody') return null;
  if (isTask(group)) return by(subject);
  if (isNobodyNamed) return null;
  if (isAgreed && group.lemma === 'få') return NOBODY;
  if (isAgreed && namesAct(group)) return by(subject);
  if (isInforming(group))
    return isAgreed || hasComingTime || (one.before?.kind ?? '').startsWith('past') ? by(subject) : null;
  if (group.sense === 'attend') return judgeAttendance(one);
  return isAgreed && /^(?:programme|schedule|report)$/.test(group.sense) ? by(subject) : null;
}
