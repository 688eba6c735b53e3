import type { Clause } from './clauses.js';
import type { DueMatch } from './due.js';
import type { Frame } from './judge/index.js';
import type { ReadClause } from './read-clauses.js';
import { phraseOf } from './tokens.js';

/** Agreement of the body: what is said in its at-clause is to be done. */
const AGREED =
  /(?:^| )(?:aftalt|besluttet|vedtaget|konkluderet|(?:blev|er|har) (?:\p{L}+ )?bestemt|fastlagt|enedes|enige?|enighed|tilslutning|opbakning|stemning|konsensus|aftaltes|besluttedes|vedtoges|aftales|besluttes|vedtages|vedtog|besluttede|beslutter|aftalte|aftaler|valgte|konkluderede|konklusionen (?:er|blev|var)|resultatet blev|påtog sig|(?:bad|beder|anmodede|anmoder|pålagde|pålægger)(?: om)?)(?: |$)/u;
const BODY_ASKS =
  /(?:udvalg|råd|bestyrelse|direktion|ledelse|magistrat|gruppe|kreds|rådmand)(?:en|et|n|t)? (?:\p{L}+ ){0,2}(?:bad|beder|anmodede|anmoder|pålagde|pålægger)/u;
const ASKS = /(?:^| )(?:bad|beder|anmodede|anmoder|pålagde|pålægger)(?: |$)/;
const NOT_AGREED =
  /(?:^| )(?:ikke|ingen|havde|foreslog|foreslår|foreslået|om)(?: (?:\p{L}+ ){0,4})(?:enighed|aftalt|besluttet|vedtaget|opbakning|stemning|enige?|tilslutning)|(?:^| )havde |(?:^| )(?:ikke|ingen) (?:\p{L}+ )?(?:enighed|enige|opbakning|tilslutning|stemning)/u;
/** An agreement of another time is told, not made. */
const RECAP =
  /(?:^| )(?:dengang|i sin tid|tidligere|oprindeligt|i fjor|sidste (?:år|møde|gang|efterår|forår|sommer|vinter)|(?:på )?(?:det )?(?:sidste|seneste|forrige) \p{L}*møde|på mødet (?:i|den|d)|på \p{L}*mødet (?:i|den|d)|tilbage i|for \p{L}+ (?:år|måneder|uger) siden|i (?:20[01]\d|202[0-5])|i (?:januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december)(?: \d{4})?|under (?:forrige|sidste)|i forrige|i (?:efteråret|foråret|sommer|vinter|vinters|sommers)|allerede)(?: |$)/u;

/** Whether a phrase recalls an agreement of another time ("det blev dengang besluttet"). */
const isRecap = (phrase: string): boolean =>
  RECAP.test(phrase) &&
  /(?:blev|var|havde|har|vedtog|besluttede|aftalte|aftaltes|besluttedes)(?: |$)/.test(phrase);

/** What the clause before makes of an at-clause; null when that can be no follow-up (a wish, a hope, a question). */
function frameOf(governing: Clause | undefined, wishIsAgreed: boolean): Frame | null {
  if (!governing) return null;
  const phrase = phraseOf(governing.tokens);
  if (isRecap(phrase)) return null;
  if (AGREED.test(phrase) && !NOT_AGREED.test(phrase)) {
    if (ASKS.test(phrase) && !BODY_ASKS.test(phrase)) return null;
    return 'agreed';
  }
  if (
    wishIsAgreed &&
    /ønske|foresl|efterspurg|efterlys|anbefal|opfordr|stille\p{L}* forslag|forslag|mente/u.test(phrase)
  )
    return 'agreed';
  if (/^(?:hertil|dertil|herudover) kommer/.test(phrase)) return 'plain';
  const reports = governing.tokens.some((token) => token.verb?.sense === 'report');
  return reports ? 'reported' : null;
}

/** The body takes a wish up: "..., hvilket rådet var enigt i". */
const TAKES_UP =
  /(?:hvilket|det|dette|som|forslaget|ønsket) (?:[\p{L}.]+ ){0,12}(?:enige?t?|enighed|opbakning|tilsluttede|tilslutning|tilslutter|bakkede|bakker|bifaldt|godkendt|godkendte|tiltrådt|tiltrådte|besluttet|vedtaget|vedtog|aftalt|imødekommet|stemning|støttede|accepteret|accepterede)(?: |$|[.,])/iu;

/** Whether the body takes up the wish of the same sentence. */
export const takesUpWish = (sentence: string): boolean => TAKES_UP.test(sentence);

/** Whether a main clause only recalls what was once agreed. */
export const recallsAgreement = (phrase: string): boolean =>
  isRecap(phrase.replace(/ at .*$/, '')) && /aftal|beslut|vedtag|enig/.test(phrase);

/** What the frame of a clause hangs on besides the clauses around it. */
export interface Around {
  /** The sentence stands under "Aftale:" or the like. */
  readonly isAgreed: boolean;
  readonly wishIsAgreed: boolean;
  readonly due: readonly DueMatch[];
}

/** A clause opened by one of these says something of its own. */
const STANDS_ALONE = /^(?:hvorefter|hvorpå|idet|mens)$/;

/** The frame a clause is read in; null when such a clause can be no follow-up. */
export function frameFor(read: readonly ReadClause[], at: number, around: Around): Frame | null {
  const clause = read[at]?.clause;
  if (!clause) return null;
  const plain: Frame = around.isAgreed ? 'agreed' : 'plain';
  const before = read[at - 1];
  if (clause.intro === '') {
    if (clause.sharesSubject && before?.clause.intro === 'at') return frameFor(read, at - 1, around);
    return plain;
  }
  if (clause.intro === 'at')
    return (
      frameOf(governing(read, at)?.clause, around.wishIsAgreed) ??
      (around.isAgreed && at === 0 ? 'agreed' : null)
    );
  if (STANDS_ALONE.test(clause.intro)) return plain;
  if (clause.intro === 'hvor') return whereGoesOn(before, around.due) ? plain : null;
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
function whereGoesOn(before: ReadClause | undefined, due: readonly DueMatch[]): boolean {
  const last = before?.clause.tokens[before.clause.tokens.length - 1];
  if (!last) return false;
  return (
    due.some((match) => match.kind === 'firm' && Math.abs(match.end - last.end) <= 1) ||
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
