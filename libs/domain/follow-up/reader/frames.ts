import type { Frame } from './judge/index.js';
import type { Clause } from './clauses.js';
import { phraseOf } from './tokens.js';
import { verbForm } from './verbs.js';

/** Agreement of the body: what is said in its at-clause is to be done. */
const AGREED =
  /(?:^| )(?:aftalt|besluttet|vedtaget|konkluderet|bestemt|fastlagt|enedes|enige?|enighed|tilslutning|opbakning|stemning|konsensus|aftaltes|besluttedes|vedtoges|aftales|besluttes|vedtages|vedtog|besluttede|beslutter|aftalte|aftaler|valgte|konkluderede|konklusionen (?:er|blev|var)|resultatet blev|påtog sig|(?:bad|beder|anmodede|anmoder|pålagde|pålægger)(?: om)?)(?: |$)/;
const BODY_ASKS =
  /(?:udvalg|råd|bestyrelse|direktion|ledelse|magistrat|gruppe|kreds|rådmand)(?:en|et|n|t)? (?:\p{L}+ ){0,2}(?:bad|beder|anmodede|anmoder|pålagde|pålægger)/u;
const ASKS = /(?:^| )(?:bad|beder|anmodede|anmoder|pålagde|pålægger)(?: |$)/;
const NOT_AGREED =
  /(?:^| )(?:ikke|ingen|havde|foreslog|foreslår|foreslået|om)(?: (?:\p{L}+ ){0,4})(?:enighed|aftalt|besluttet|vedtaget|opbakning|stemning|enige?|tilslutning)|(?:^| )havde |(?:^| )(?:ikke|ingen) (?:\p{L}+ )?(?:enighed|enige|opbakning|tilslutning|stemning)/u;
/** An agreement of another time is told, not made. */
const RECAP =
  /(?:^| )(?:dengang|i sin tid|tidligere|oprindeligt|i fjor|sidste (?:år|møde|gang|efterår|forår|sommer|vinter)|(?:på )?(?:det )?(?:sidste|seneste|forrige) \p{L}*møde|på mødet (?:i|den|d)|på \p{L}*mødet (?:i|den|d)|tilbage i|for \p{L}+ (?:år|måneder|uger) siden|i (?:20[01]\d|202[0-5])|i (?:januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december)(?: \d{4})?|under (?:forrige|sidste)|i forrige|i (?:efteråret|foråret|sommer|vinter|vinters|sommers)|allerede)(?: |$)/u;

/** Whether a phrase recalls an agreement of another time ("det blev dengang besluttet"). */
export const isRecap = (phrase: string): boolean =>
  RECAP.test(phrase) &&
  /(?:blev|var|havde|har|vedtog|besluttede|aftalte|aftaltes|besluttedes)(?: |$)/.test(phrase);

/** What the clause before makes of an at-clause; null when that can be no follow-up (a wish, a hope, a question). */
export function frameOf(governing: Clause | undefined, wishIsAgreed: boolean): Frame | null {
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
  const reports = governing.tokens.some((token) => verbForm(token.low)?.sense === 'report');
  return reports ? 'reported' : null;
}

/** The body takes a wish up: "..., hvilket rådet var enigt i". */
export const TAKES_UP =
  /(?:hvilket|det|dette|som|forslaget|ønsket) (?:[\p{L}.]+ ){0,6}(?:enige?t?|enighed|opbakning|tilsluttede|tilslutning|tilslutter|bakkede|bakker|bifaldt|godkendt|godkendte|tiltrådt|tiltrådte|besluttet|vedtaget|vedtog|aftalt|imødekommet|stemning|støttede|accepteret|accepterede)(?: |$|[.,])/iu;
