import { nounPhraseAt } from './actors.js';
import type { Clause } from './clauses.js';
import { senseOf } from './senses.js';
import { actorAfter, isSomebody } from './subjects.js';
import type { Subject } from './subjects.js';
import { phraseOf } from './tokens.js';
import type { Token } from './tokens.js';
import type { VerbGroup } from './verb-group.js';
import { verbForm } from './verbs.js';
import type { Sense } from './verbs.js';

/**
 * What stands around a clause: `plain` the minutes say it themselves; `agreed` the body agreed on it; `reported`
 * somebody said it.
 */
export type Frame = 'plain' | 'agreed' | 'reported';

/** What the judgement of a clause hangs on besides the clause itself. */
export interface Circumstances {
  readonly frame: Frame;
  /** The sentence names a coming time. */
  readonly hasComingTime: boolean;
  /** That time is a fixed date. */
  readonly hasFixedDate: boolean;
  /** The sentence in lower case. */
  readonly sentence: string;
  /** The whole paragraph in lower case. */
  readonly paragraph: string;
}

/** A clause found to be a follow-up: who is to act (null when nobody is named). */
export interface Verdict {
  readonly responsible: readonly Token[] | null;
}

const NOBODY: Verdict = { responsible: null };
const by = (subject: Subject): Verdict =>
  subject.kind === 'somebody' || subject.kind === 'perhaps' || subject.kind === 'we'
    ? { responsible: subject.tokens }
    : NOBODY;

const NEGATION =
  /(?:^| )(?:ikke(?! (?:kun|alene|blot|mindst))|aldrig|næppe|hverken|ingen|intet|undlader|undlade)(?: |$)/;
const USUAL =
  /(?:^| )(?:altid|normalt|som regel|sædvanligvis|typisk|stadig|fortsat|som hidtil|som vanligt|som altid|plejer|til stadighed|allerede)(?: |$)/;
const ROUTINE =
  /(?:^| )(?:løbende|månedligt?|kvartalsvist?|ugentligt?|dagligt?|årligt?|halvårligt?|jævnligt?|regelmæssigt?|hver(?:t)? (?:\p{L}+ )?(?:dag|uge|måned|kvartal|halvår|år|møde|gang))(?: |$)/u;
const BEGUN =
  /(?:fremover|fremadrettet|fra nu af|første gang|fra og med|fra (?:den )?\d|fra (?:januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december))/;
const STANDING_RULE =
  /(?:senest|mindst) [^,.]{0,40}(?:før|inden|efter|forud for) (?:hvert |et |ordinære )?møde(?:t|r|rne)?\b|(?:efter|før|forud for|til|ved|på) (?:hvert|alle) møde|efter forretningsordenen|jf\.? (?:forretningsordenen|vedtægt|reglerne)/;
const ABSENCE =
  /barsel|orlov|sygemeld|sygdom|(?:på|fra|holder|efter) (?:\p{L}+ )?ferie|på kursus|fratr|(?:sin|hendes|hans|sit) (?:\p{L}+ )?(?:stilling|job|arbejde|post)|på arbejde|studieophold|til arbejdet|raskmeld|udlån|efterløn|pension/u;
const REFERRAL =
  /til (?:(?:videre|fornyet|endelig|politisk|2\.|anden) )?(?:behandling|afgørelse|udtalelse|orientering$)|til (?:magistraten|byrådet|\p{L}*udvalget) til/u;
const MOVES_CASE =
  /(?:^| )(?:punkt(?:et)?|punkterne|sag(?:en)?|indstilling(?:en)?|mødet|møderne|dagsordenspunkt(?:et)?|behandling(?:en)?|beslutning(?:en)?)(?: |$)/;
/** A theme of the aarshjul may be moved; a point of the agenda is deferred. */
const MOVES_THEME = /tema|besøg|oplæg|studietur|kursus|workshop|seminar|ekskursion/;
/** What is done to a body while it sits: the purpose of a point, not a follow-up. */
const BRIEFED = /^(?:give|tilbyde|inddrage|høre|involvere|opdatere|briefe|forelægge|præsentere|introducere|orientere|informere)$/;
const JOBS = /stilling|afløser|vikar|ny(?:e)? (?:medarbejder|leder|chef|kollega|konsulent)|(?:^| )(?:post|plads|job|vakance)(?:en|et|er)?(?: |$)/;
/** The marks of a programme. */
const PROGRAMME = /\d{1,3} min(?:\.|utter)|gruppearbejde|dagens program|velkomst(?!\p{L})|tid til spørgsmål|der er kaffe/u;
const CORRECTED = /referat|dagsorden(?:en)? (?:er|blev|blev herefter|er herefter) godkendt/;
/** Aims nobody can tick off. */
const VAGUE =
  /^(?:styrke|forbedre|prioritere|reducere|begrænse|inddrage|involvere|udvikle|tilpasse|bruge|støtte|hjælpe|optimere|følge|arbejde|fokusere|skabe|løse|bistå|udvide|sikre|effektivisere|harmonisere)$/;

/** The verb names an act, though with what goes with it here it need not be one; what was agreed on is one. */
const isAct = (group: VerbGroup): boolean =>
  /^(?:task|act)$/.test(group.lexical) && !/^(?:være|blive|have|gå|se|komme|stå|gøre|tænke|lægge|tage|finde|give|sætte|stille)$/.test(group.lemma);

const isTask = (group: VerbGroup): boolean => group.sense === 'task' || group.sense === 'act';

/** "X er tovholder", "X er ansvarlig for": naming who holds the thread. */
const HOLDS_THREAD = /tovholder|ankerperson|primus motor/;

function judgeRole(
  clause: Clause,
  group: VerbGroup,
  subject: Subject,
  circumstances: Circumstances,
): Verdict | null {
  const phrase = phraseOf(clause.tokens);
  const isNaming =
    (group.lemma === 'være' ||
      group.lemma === 'blive' ||
      group.lemma === 'udpege' ||
      group.lemma === 'vælge' ||
      group.lemma === 'mødes') &&
    !/^(?:past|perfect|past-passive)$/.test(group.kind);
  if (!isNaming) return null;
  if (HOLDS_THREAD.test(phrase)) {
    const asThread = actorBefore(clause.tokens, /^som$/);
    if (asThread) return { responsible: asThread };
    return isSomebody(subject) ? by(subject) : NOBODY;
  }
  const duty =
    /(?:ansvarlig for|ansvaret for|kontaktperson|ansvarlig|repræsentant|sekretær|formand|fast)/.test(phrase);
  if (circumstances.frame === 'agreed' && duty && isSomebody(subject)) return by(subject);
  return /ansvarlig for (?:at|,)/.test(phrase) && isSomebody(subject) ? by(subject) : null;
}

function actorBefore(tokens: readonly Token[], word: RegExp): readonly Token[] | null {
  const at = tokens.findIndex(
    (token, i) => i > 0 && word.test(token.low) && HOLDS_THREAD.test(tokens[i + 1]?.low ?? ''),
  );
  return at < 0 ? null : actorAfter(tokens.slice(0, at), 0, /^(?:med)$/);
}

/** The sense of the first infinitive after "at": what somebody is asked to do or what was decided. */
function infinitiveAfterAt(tokens: readonly Token[], from: number): { lemma: string; at: number } | null {
  for (let at = from; at < tokens.length; at += 1) {
    const low = tokens[at]?.low ?? '';
    const marked =
      tokens[at - 1]?.low === 'at' ||
      (tokens[at - 2]?.low === 'at' && /^(?:også|selv|ikke|samtidig)$/.test(tokens[at - 1]?.low ?? ''));
    if (!marked) continue;
    const form = verbForm(low);
    if (form?.tense === 'infinitive') return { lemma: form.lemma, at };
    if (!form && /e$/.test(low)) return { lemma: low, at };
  }
  return null;
}

/** What an infinitive at this place says, with what follows it; an unknown verb counts as something one does. */
function senseAt(tokens: readonly Token[], at: number): Sense {
  const form = verbForm(tokens[at]?.low ?? '');
  return form ? senseOf(form.lemma, phraseOf(tokens.slice(at + 1)), form.sense) : 'act';
}

/** Judges what was decided or asked, given as an infinitive: it must be something that can be done. */
function canBeDone(tokens: readonly Token[], from: number): boolean {
  const infinitive = infinitiveAfterAt(tokens, from);
  if (!infinitive) return false;
  return /^(?:task|act|report|attend|programme)$/.test(senseAt(tokens, infinitive.at));
}

const REQUESTS = /^(?:ønske|bede|opfordre|anmode|pålægge|henstille|opmuntre)$/;
const COMMANDS = /^(?:bede|anmode|pålægge)$/;
const BODY =
  /(?:udvalg|råd|bestyrelse|direktion|ledelse|magistrat|chefgruppe|mødekreds|gruppe|kreds|forum|rådmand)(?:en|et|n|t)?$/;

/** A request: put to somebody ("blev opfordret til at"), or made by the body ("udvalget beder FAS om at"). */
function judgeRequest(
  clause: Clause,
  group: VerbGroup,
  subject: Subject,
  circumstances: Circumstances,
): Verdict | null {
  const { tokens } = clause;
  if (!REQUESTS.test(group.lemma)) return null;
  const isPassive = /passive|becomes|perfect/.test(group.kind);
  const after = group.mainAt + 1;
  if (isPassive) {
    const bareInfinitive = verbForm(tokens[after]?.low ?? '')?.tense === 'infinitive';
    const doable =
      (!bareInfinitive && canBeDone(tokens, after)) || (bareInfinitive && /task|act|report/.test(senseAt(tokens, after)));
    return doable && subject.kind !== 'outsider' ? by(subject) : null;
  }
  const isBody = subject.kind === 'we' || subject.tokens.some((token) => BODY.test(token.low));
  if (!isBody && isSomebody(subject) && group.kind === 'present' && COMMANDS.test(group.lemma))
    return circumstances.hasComingTime && canBeDone(tokens, after) ? by(subject) : null;
  if (
    !isBody ||
    !/present|past/.test(group.kind) ||
    (group.lemma === 'opfordre' && /rådmand/.test(phraseOf(subject.tokens)))
  )
    return null;
  const asked = nounObject(tokens, after);
  if (asked) {
    const next = tokens[after + asked.length];
    const bare =
      verbForm(next?.low ?? '')?.tense === 'infinitive' &&
      /task|act|report/.test(senseAt(tokens, after + asked.length));
    return bare || canBeDone(tokens, after) ? { responsible: asked } : null;
  }
  if (group.lemma === 'ønske')
    return group.kind === 'present' &&
      circumstances.hasComingTime &&
      !/^(?:\p{L}+ )?at\b|^$/u.test(group.rest)
      ? NOBODY
      : null;
  if (COMMANDS.test(group.lemma) && !isBody) return null;
  if (!COMMANDS.test(group.lemma) || !/^om\b/.test(group.rest)) return null;
  return group.kind === 'present' &&
    (circumstances.hasComingTime ||
      /notat|oversigt|redegørelse|status|opgørelse|orientering|vurdering/.test(group.rest))
    ? NOBODY
    : null;
}

/** Somebody named right after the verb: the one who is asked. */
function nounObject(tokens: readonly Token[], at: number): readonly Token[] | null {
  const noun = nounPhraseAt(tokens, at, false);
  return noun?.kind === 'somebody' ? tokens.slice(at, at + noun.length) : null;
}

const AGREEMENT_WORD = /^(?:beslutte|vedtage|aftale|enes|vælge|konkludere|bestemme|påtage)$/;
const AGREEMENT_PHRASE =
  /(?:enige?|enighed|tilslutning|opbakning|stemning|konsensus|besluttet|vedtaget|aftalt|påtaget sig|påtog sig)(?: (?:om|til|for))? at /;

/** "Rådet besluttede at tegne ...", "der var enighed om at invitere ...". */
function judgeDecision(clause: Clause, group: VerbGroup, subject: Subject): Verdict | null {
  const phrase = `${phraseOf(clause.tokens)} `;
  const decided =
    (AGREEMENT_WORD.test(group.lemma) && /past|passive|present|perfect/.test(group.kind)) ||
    AGREEMENT_PHRASE.test(phrase);
  if (!decided || /(?:^| )(?:havde|ikke|ingen)(?: |$)/.test(phrase)) return null;
  if (!canBeDone(clause.tokens, group.at + 1)) return null;
  return isSomebody(subject) ? by(subject) : NOBODY;
}

function judgePassive(
  clause: Clause,
  group: VerbGroup,
  subject: Subject,
  circumstances: Circumstances,
): Verdict | null {
  const { frame, hasComingTime, sentence, paragraph } = circumstances;
  const phrase = phraseOf(clause.tokens);
  const isPlain = frame !== 'agreed' && group.modal !== 'skal';
  if (subject.kind === 'it' && group.sense === 'report') return null;
  if (group.kind === 'passive' && group.lemma === 'finde') return null;
  if (subject.kind === 'it' && AGREEMENT_WORD.test(group.lemma)) return null;
  if (isPlain && /referat/.test(group.rest) && /^(?:skrive|udarbejde|føre|tage|optage|lave|skrives)$/.test(group.lemma)) return null;
  if (isPlain && group.lemma === 'genoptage' && !circumstances.hasFixedDate) return null;
  const isLeftOpen = subject.kind === 'it' && /^(?:afklare|fastlægge|fastsætte|vise|løse|konkretisere)$/.test(group.lemma);
  if (isPlain && isLeftOpen && hasComingTime && !circumstances.hasFixedDate) return null;
  if (
    isPlain &&
    (USUAL.test(phrase) || (ROUTINE.test(phrase) && !BEGUN.test(sentence)) || STANDING_RULE.test(sentence))
  )
    return null;
  if (
    frame === 'plain' &&
    REFERRAL.test(phrase) &&
    /^(?:\p{L}*sende|give|forelægge|overgive|tage|\p{L}*bringe)$/u.test(group.lemma)
  )
    return null;
  if (isPlain && /^(?:punkt(?:et)?|punkterne|sagen)(?: \d+)?$/.test(phraseOf(subject.tokens)) && !hasComingTime && !/igen|(?:^| )op(?: |$)/.test(group.rest)) return null;
  if (/^(?:rette|korrigere|ændre)$/.test(group.lemma) && CORRECTED.test(paragraph)) return null;
  const subjectPhrase = subject.kind === 'none' ? '' : phraseOf(subject.tokens);
  if (
    MOVES_CASE.test(subjectPhrase) &&
    /^(?:flytte|rykke|afslutte|lukke|tage|bytte|aflyse|holde|afholde|drøfte)$/.test(group.lemma) &&
    !/\b(?:op|med)\b|igen/.test(group.rest)
  )
    return null;
  if (/^(?:holde|afholde)$/.test(group.lemma) && isPlain) return null;
  if (
    isPlain &&
    group.modal === null &&
    JOBS.test(phrase) &&
    /^(?:overtage|opslå|genopslå|slå|besætte|lægge|udvide|nedlægge|søge|finde|lede)$/.test(group.lemma)
  )
    return null;
  if (frame === 'plain' && /af dagsordenen/.test(sentence)) return null;
  if (isPlain && !hasComingTime && isSomebody(subject) && BRIEFED.test(group.lemma)) return null;
  const shown = group.lemma === 'vise';
  if (MOVES_THEME.test(subjectPhrase) && /^(?:udskyde|udsætte)$/.test(group.lemma) && hasComingTime)
    return NOBODY;
  const doable =
    isTask(group) ||
    shown ||
    ((group.sense === 'report' || group.sense === 'attend') && (!isPlain || hasComingTime)) ||
    (frame === 'agreed' && /schedule|programme|staff/.test(group.sense));
  const recorded =
    /^(?:være|blive|have|få|se|mene|kende)$/.test(group.lemma) && !/nærmere|på/.test(group.rest);
  if (!doable || recorded) return requestedThing(group, circumstances);
  const agent = actorAfter(clause.tokens, group.mainAt + 1, /^af$/);
  return { responsible: agent };
}

/** "Der ønskes en opdeling ... inden ...": asked for by the body. */
function requestedThing(group: VerbGroup, circumstances: Circumstances): Verdict | null {
  return /^(?:ønske|efterspørge|efterlyse)$/.test(group.lemma) &&
    group.kind === 'passive' &&
    circumstances.hasComingTime
    ? NOBODY
    : null;
}

const LISTS =
  /(?:på|ind i|med på|med i|i|til) (?:\p{L}+ ){0,3}\p{L}*(?:dagsorden|årshjul|list|kalender|program|hjemmeside|intranet|nyhedsbrev|mødeplan|plan)/u;

function judgeReceiver(
  clause: Clause,
  group: VerbGroup,
  subject: Subject,
  circumstances: Circumstances,
): Verdict | null {
  if (subject.kind === 'there' || subject.kind === 'it') return null;
  const giver = actorAfter(clause.tokens, group.mainAt + 1, /^(?:fra|af)$/);
  const isDue = circumstances.hasComingTime || group.modal === 'skal' || circumstances.frame === 'agreed';
  return giver || isDue ? { responsible: giver } : null;
}

const INTO_TALK =
  /^(?:\p{L}+ ){0,2}(?:i (?:dialog|kontakt|gang|tæt dialog)|til møde|i møde|videre med)(?: |$)/u;

/** "Temaet skal på årshjulet", "LKB skal i dialog med ...": a modal without an infinitive. */
function judgeBareModal(group: VerbGroup, subject: Subject): Verdict | null {
  if (group.modal !== 'skal') return null;
  if (isSomebody(subject)) return INTO_TALK.test(group.rest) ? by(subject) : null;
  return LISTS.test(group.rest) ? NOBODY : null;
}

function judgeModal(
  clause: Clause,
  group: VerbGroup,
  subject: Subject,
  circumstances: Circumstances,
): Verdict | null {
  const { modal } = group;
  const phrase = phraseOf(clause.tokens);
  const isAgreed = circumstances.frame === 'agreed';
  const counts =
    modal === 'skal' ||
    modal === 'vil' ||
    modal === 'må' ||
    (isAgreed && (modal === 'skulle' || modal === 'ville' || modal === 'bør'));
  if (!counts || USUAL.test(phrase)) return null;
  if (group.kind === 'modal-bare') return judgeBareModal(group, subject);
  if (group.kind === 'modal-passive') return judgePassive(clause, group, subject, circumstances);
  if (/\bgerne\b/.test(phrase)) return null;
  if (group.sense === 'receive' && modal !== 'må')
    return judgeReceiver(clause, group, subject, circumstances);
  if (subject.kind === 'outsider' && !isAgreed) return null;
  const nobodyNamed = subject.kind === 'none' && modal === 'skal';
  if (!isSomebody(subject) && !nobodyNamed) return null;
  if (modal !== 'skal' && !isAgreed && VAGUE.test(group.lemma) && !circumstances.hasComingTime) return null;
  const doable =
    isTask(group) ||
    group.sense === 'report' ||
    ((group.sense === 'attend' || group.sense === 'programme') && (isAgreed || circumstances.hasComingTime));
  return doable ? by(subject) : null;
}

function judgePresent(
  clause: Clause,
  group: VerbGroup,
  subject: Subject,
  circumstances: Circumstances,
): Verdict | null {
  const { frame, hasComingTime, sentence } = circumstances;
  const phrase = phraseOf(clause.tokens);
  const isAgreed = frame === 'agreed';
  if (!isAgreed && (USUAL.test(phrase) || (STANDING_RULE.test(sentence) && !BEGUN.test(sentence))))
    return null;
  if (/^(?:vende|komme)$/.test(group.lemma) && ABSENCE.test(circumstances.paragraph)) return null;
  if (group.sense === 'receive') return judgeReceiver(clause, group, subject, circumstances);
  if (
    subject.kind === 'thing' &&
    /^(?:komme)$/.test(group.lemma) &&
    group.sense === 'task' &&
    LISTS.test(group.rest)
  )
    return NOBODY;
  const nobodyNamed = subject.kind === 'none' && group.at === 0;
  if (!isSomebody(subject) && !nobodyNamed) return null;
  if (!group.known && subject.kind !== 'somebody') return null;
  if (group.lemma === 'følge' && subject.kind === 'perhaps') return by(subject);
  if (
    frame === 'plain' &&
    /^(?:styrke|forbedre|reducere|fokusere|prioritere|skabe|effektivisere)$/.test(group.lemma) &&
    !hasComingTime
  )
    return null;
  if (isTask(group)) return by(subject);
  if (nobodyNamed) return null;
  if (isAgreed && group.lemma === 'få') return NOBODY;
  if (isAgreed && isAct(group)) return by(subject);
  if (group.sense === 'report') return isAgreed || hasComingTime ? by(subject) : null;
  if (group.sense === 'attend') return judgeAttendance(group, subject, circumstances);
  return isAgreed && /programme|schedule/.test(group.sense) ? by(subject) : null;
}

function judgeAttendance(group: VerbGroup, subject: Subject, circumstances: Circumstances): Verdict | null {
  if (circumstances.frame === 'agreed') return by(subject);
  if (/under punkt|næste gang|første gang/.test(circumstances.sentence)) return null;
  const hasPurpose = /til forberedelse|for at|med henblik|til at/.test(group.rest);
  if (group.lemma === 'besøge') return hasPurpose ? by(subject) : null;
  const isOwnMeeting = /^mødes$/.test(group.lemma) && !hasPurpose && !/ med /.test(` ${group.rest}`);
  return (hasPurpose || circumstances.hasComingTime) && !isOwnMeeting ? by(subject) : null;
}

/** Whether a clause is a follow-up, and who is to act. Null when it is none. */
export function judge(
  clause: Clause,
  group: VerbGroup,
  subject: Subject,
  circumstances: Circumstances,
): Verdict | null {
  const phrase = phraseOf(clause.tokens);
  if (NEGATION.test(phrase)) return null;
  if (circumstances.frame === 'plain' && PROGRAMME.test(circumstances.sentence) && !circumstances.hasFixedDate) return null;
  if (group.lemma === 'samles' && !isSomebody(subject))
    return judgePassive(clause, { ...group, kind: 'passive', lemma: 'samle', sense: 'act' }, subject, circumstances);
  if (circumstances.frame === 'agreed' && /fast (?:punkt|emne|tema)/.test(phrase)) return NOBODY;
  const special =
    judgeRole(clause, group, subject, circumstances) ??
    judgeRequest(clause, group, subject, circumstances) ??
    judgeDecision(clause, group, subject);
  if (special) return special;
  if (circumstances.frame !== 'agreed' && subject.kind === 'outsider' && group.kind !== 'passive')
    return null;
  switch (group.kind) {
    case 'modal':
    case 'modal-bare':
    case 'modal-passive':
      return judgeModal(clause, group, subject, circumstances);
    case 'passive':
    case 'becomes':
      return judgePassive(clause, group, subject, circumstances);
    case 'present':
    case 'infinitive':
      return judgePresent(clause, group, subject, circumstances);
    case 'past':
    case 'past-passive':
    case 'perfect':
      return null;
  }
}
