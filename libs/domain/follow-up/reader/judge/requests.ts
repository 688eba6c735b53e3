import { somebodyAfter } from '../subjects.js';
import type { Token } from '../tokens.js';
import { by, canBeDone, NOBODY, senseAt, somebodyAt } from './case.js';
import type { Case, Rule, Verdict } from './case.js';
import { BODY } from './patterns.js';

const HOLDS_THREAD = /tovholder|ankerperson|primus motor/;
const DUTY = /ansvarlig|ansvaret for|kontaktperson|repræsentant|sekretær|formand|fast/;

/** "... med Bo som tovholder", "... får Bo som ny tovholder". */
function threadOf(tokens: readonly Token[], verbAt: number): readonly Token[] | null {
  const at = tokens.findIndex((token) => HOLDS_THREAD.test(token.low));
  const as = [at - 1, at - 2].find((i) => tokens[i]?.low === 'som');
  if (as === undefined) return null;
  return somebodyAfter(tokens.slice(0, as), 0, /^med$/) ?? somebodyAt(tokens.slice(0, as), verbAt + 1);
}

/** Naming who holds the thread: "X er tovholder"; in an agreement also "X er fast kontaktperson". */
export const judgeRole: Rule = ({ clause, group, subject, phrase, isAgreed, hasActor }) => {
  if (/past|perfect/.test(group.kind)) return null;
  const named = HOLDS_THREAD.test(phrase) ? threadOf(clause.tokens, group.at) : null;
  if (named) return { responsible: named };
  if (!/^(?:være|blive|udpege|vælge)$/.test(group.lemma)) return null;
  if (HOLDS_THREAD.test(phrase)) return hasActor ? by(subject) : NOBODY;
  if (isAgreed && hasActor && DUTY.test(phrase)) return by(subject);
  return hasActor && /ansvarlig for (?:at|,)/.test(phrase) ? by(subject) : null;
};

const REQUESTS = /^(?:ønske|invitere|indbyde|bede|opfordre|anmode|pålægge|henstille|opmuntre)$/;
const COMMANDS = /^(?:bede|anmode|pålægge)$/;
const ASKED_THINGS = /notat|oversigt|redegørelse|status|opgørelse|orientering|vurdering/;

const isDoableInfinitive = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.verb?.tense === 'infinitive' && /^(?:task|act|report)$/.test(senseAt(tokens, at));

/** "Alle centre blev opfordret til at sende ...", "Medlemmerne bedes melde ...". */
function judgePut({ clause, group, subject }: Case): Verdict | null {
  const after = group.mainAt + 1;
  const isBare = clause.tokens[after]?.verb?.tense === 'infinitive';
  const doable = isBare ? isDoableInfinitive(clause.tokens, after) : canBeDone(clause.tokens, after);
  if (!doable || subject.kind === 'outsider') return null;
  return subject.kind === 'thing' ? { responsible: subject.tokens } : by(subject);
}

/** A request: put to somebody, or made by the body ("udvalget beder FAS om at ..."). A single person's is a wish. */
export const judgeRequest: Rule = (one) => {
  const { clause, group, subject, hasActor, hasComingTime } = one;
  if (!REQUESTS.test(group.lemma)) return null;
  if (/passive|becomes|perfect/.test(group.kind)) return judgePut(one);
  if (/^(?:invitere|indbyde)$/.test(group.lemma)) return null;
  const after = group.mainAt + 1;
  const isBody = subject.kind === 'we' || subject.tokens.some((token) => BODY.test(token.low));
  if (!isBody) {
    const asksOthers = hasActor && group.kind === 'present' && COMMANDS.test(group.lemma) && hasComingTime;
    return asksOthers && canBeDone(clause.tokens, after) ? by(subject) : null;
  }
  const isMildPerson =
    group.lemma === 'opfordre' && subject.tokens.some(({ low }) => low.includes('rådmand'));
  if (!/present|past/.test(group.kind) || group.kind === 'past-passive' || isMildPerson) return null;
  const asked = somebodyAt(clause.tokens, after);
  if (asked) {
    const doable = isDoableInfinitive(clause.tokens, after + asked.length) || canBeDone(clause.tokens, after);
    return doable ? { responsible: asked } : null;
  }
  return judgeAskedThing(one);
};

/** "Udvalget beder om et notat", "Direktionen ønsker en vurdering inden sommerferien". */
function judgeAskedThing({ group, hasComingTime }: Case): Verdict | null {
  if (group.kind !== 'present') return null;
  if (group.lemma === 'ønske')
    return hasComingTime && !/^(?:\p{L}+ )?at(?: |$)|^$/u.test(group.rest) ? NOBODY : null;
  const asksFor = COMMANDS.test(group.lemma) && /^om(?: |$)/.test(group.rest);
  return asksFor && (hasComingTime || ASKED_THINGS.test(group.rest)) ? NOBODY : null;
}

const AGREEING = /^(?:beslutte|vedtage|aftale|enes|vælge|konkludere|bestemme|påtage)$/;
const AGREED_ON =
  /(?:enige?|enighed|tilslutning|opbakning|stemning|konsensus|besluttet|vedtaget|aftalt|påtaget sig|påtog sig)(?: (?:om|til|for))? at /;

/** "Rådet besluttede at tegne ...", "der var enighed om at invitere ...", "X påtog sig at ...". */
export const judgeDecision: Rule = ({ clause, group, subject, phrase, hasActor }) => {
  const decided =
    (AGREEING.test(group.lemma) && /^(?:past|passive|present|perfect|past-passive)$/.test(group.kind)) ||
    AGREED_ON.test(`${phrase} `);
  if (!decided || /(?:^| )(?:havde|ikke|ingen)(?: |$)/.test(phrase)) return null;
  if (!canBeDone(clause.tokens, group.at + 1)) return null;
  return hasActor ? by(subject) : NOBODY;
};
