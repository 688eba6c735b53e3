import { addDays, MONTHS, monthNumber, weekdayOf, WEEKDAYS } from '../../calendar/index.js';
import type { ReadingContext } from '../reading.js';
import {
  countOf,
  dayOfMonth,
  endOf,
  event,
  firm,
  fridayOfWeek,
  namedDay,
  nextMeeting,
  nextWeekday,
  NUMBERS,
  quarterEnd,
  recurring,
  span,
  vague,
} from './due-dates.js';
import type { DueValue } from './due-dates.js';

/** One way of saying when: its pattern, and what a match means; null when the match says nothing about a due date. */
export interface DuePhrase {
  readonly pattern: RegExp;
  readonly read: (
    groups: Readonly<Record<string, string | undefined>>,
    context: ReadingContext,
    match: string,
  ) => DueValue | null;
}

const MONTH = MONTHS.join('|');
const MONTH_OR_SHORT = `${MONTH}|jan\\.?|feb\\.?|mar\\.?|apr\\.?|jun\\.?|jul\\.?|aug\\.?|sept?\\.?|okt\\.?|nov\\.?|dec\\.?`;
const WEEKDAY = WEEKDAYS.join('|');
const NUMBER = `\\d{1,3}|${Object.keys(NUMBERS).join('|')}`;
const BEFORE =
  '(?:(?:allerede|helst|senest|inden|før|til|fra|på|efter|omkring|frem til|indtil|og med) ){0,3}';

/**
 * The letters of the Latin alphabets. Written out because a pattern of `\p{L}` without regard to case takes the engine
 * ten times as long to build, and there are sixty of them.
 */
const LETTERS = 'a-zA-Z\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u024f';

const phrase = (source: string, read: DuePhrase['read']): DuePhrase => ({
  pattern: new RegExp(
    `(?<![${LETTERS}0-9])(?:${source.replaceAll('\\p{L}', `[${LETTERS}]`)})(?![${LETTERS}0-9])`,
    'giu',
  ),
  read,
});

const DAY_PHRASES: readonly DuePhrase[] = [
  phrase(`${BEFORE}(?:(?:${WEEKDAY}) )?(?:den |d\\. ?)?\\d{1,2}\\.?(?: (?:${MONTH}))?(?: eller |/)(?:(?:${WEEKDAY}) )?(?:den |d\\. ?)?\\d{1,2}\\. ?(?:${MONTH})(?: \\d{4})?`, vague),
  phrase(`${BEFORE}(?:(?:${WEEKDAY}) )?(?:den |d\\. ?)?(?<day>\\d{1,2})\\.? ?(?:(?:-|–| - | – | og )\\d{1,2}\\. ?)?(?<month>${MONTH_OR_SHORT})(?: (?<year>\\d{4}))?`,
    (g, context) => namedDay(context, Number(g.day), monthNumber(g.month ?? ''), g.year)),
  phrase(`${BEFORE}(?:(?:${WEEKDAY}) )?(?:den |d\\. ?)?(?<day>\\d{1,2})/(?<month>\\d{1,2})(?:[-/ ](?<year>\\d{4}|\\d{2}))?(?! (?:time|år|side|kg|liter|af ))`,
    (g, context) => namedDay(context, Number(g.day), Number(g.month), g.year)),
  phrase(`${BEFORE}(?:(?:${WEEKDAY}) )?(?:den |d\\. ?)?(?<day>\\d{1,2})(?<mark>[.-])(?<month>\\d{1,2})\\k<mark>(?<year>\\d{4}|\\d{2})`,
    (g, context) => namedDay(context, Number(g.day), Number(g.month), g.year)),
  phrase(`(?:(?:senest|inden|til|på) )?(?:den |d\\. ?)(?<day>\\d{1,2})\\.(?<month>\\d{1,2})(?:\\.|(?![.\\d]))`,
    (g, context) => namedDay(context, Number(g.day), Number(g.month), undefined)),
  phrase(`(?:senest )?i (?<when>morgen|dag|overmorgen|eftermiddag)`, (g, context) =>
    firm(context.meetingDate === null ? null : addDays(context.meetingDate, g.when === 'morgen' ? 1 : g.when === 'overmorgen' ? 2 : 0))),
]; // prettier-ignore

const WEEK_PHRASES: readonly DuePhrase[] = [
  phrase(`${BEFORE}(?<weekday>${WEEKDAY}) i uge (?<week>\\d{1,2})(?:,? (?<year>\\d{4}))?`, (g, context) =>
    fridayOfWeek(context, Number(g.week), g.year, WEEKDAYS.findIndex((day) => day === g.weekday?.toLowerCase()) + 1)),
  phrase(`${BEFORE}(?<weekday>${WEEKDAY}) i næste uge`, (g, context) => {
    if (context.meetingDate === null) return firm(null);
    const wanted = WEEKDAYS.findIndex((day) => day === g.weekday?.toLowerCase()) + 1;
    return firm(addDays(context.meetingDate, 7 + wanted - weekdayOf(context.meetingDate)));
  }),
  phrase(`(?:(?:senest|inden|til|før|i|fra|inden udgangen af|i slutningen af|sidst i|først i|i starten af|i løbet af|medio|primo|ultimo) ){1,2}uge \\d{1,2} ?(?:-|–|/|eller|og) ?\\d{1,2}`, vague),
  phrase(`(?:(?:senest|inden|til|før|i|fra|inden udgangen af|i slutningen af|sidst i|først i|i starten af|i løbet af|medio|primo|ultimo) ){1,2}uge (?<week>\\d{1,2})(?:,? (?<year>\\d{4}))?`, (g, context) =>
    fridayOfWeek(context, Number(g.week), g.year, 5)),
  phrase(`(?:senest )?(?:i|inden udgangen af|i løbet af|i slutningen af|sidst i|først i|i starten af) (?:den )?(?<which>næste|kommende|denne|indeværende) uge`, (g, context) => {
    if (context.meetingDate === null) return firm(null, false);
    const later = g.which === 'næste' || g.which === 'kommende';
    return { ...endOf(context, later ? 'næste uge' : 'uge'), isDay: false };
  }),
  phrase(`(?:senest )?(?:i løbet af|inden udgangen af|inden|i slutningen af) ugen`, (_, context) => endOf(context, 'uge')),
  phrase(`(?<!hver |anden )(?:senest )?(?:(?:på|inden|til|senest|nu på|næste|førstkommende|allerede på|allerede|før|i løbet af) ){0,2}(?<weekday>${WEEKDAY})(?! i | den |en )`, (g, context, match) =>
    /^(?:lørdag|søndag)$/i.test(match) ? null : nextWeekday(context, g.weekday ?? '')),
]; // prettier-ignore

const MONTH_PHRASES: readonly DuePhrase[] = [
  phrase(`(?:(?:senest|inden|til|fra|i) )?(?<part>primo|medio|ultimo) (?<month>${MONTH})(?: (?<year>\\d{4}))?`, (g, context) =>
    dayOfMonth(context, g.month ?? '', g.year, { primo: 10, medio: 15 }[(g.part ?? '').toLowerCase()] ?? 'last')),
  phrase(`(?:(?:senest|inden|til) )?(?:primo|medio|ultimo)[ /](?:primo|medio|ultimo|\\d{4}|${MONTH})(?:[ /-](?:${MONTH}|\\d{4}))?`, vague),
  phrase(`(?:senest )?(?:inden|med|ved|i|senest) udgangen af (?<month>${MONTH})(?: måned)?(?: (?<year>\\d{4}))?`, (g, context) =>
    dayOfMonth(context, g.month ?? '', g.year, 'last')),
  phrase(`(?:senest )?(?:inden|med|ved|senest) udgangen af (?<period>(?:denne |næste |indeværende |dette )?(?:måned(?:en)?|år(?:et)?|uge(?:n)?|kvartal(?:et)?))`, (g, context) =>
    endOf(context, g.period ?? '')),
  phrase(`(?:senest )?(?:inden|ved|senest ved|med) (?<period>månedens|årets|ugens|kvartalets|måneds|års) (?:udgang|udløb|afslutning|slutning)`, (g, context) =>
    endOf(context, g.period ?? '')),
  phrase(`(?:senest )?(?:inden|med|ved) udgangen af (?<quarter>[1-4])\\. kvartal`, (g, context) => quarterEnd(context, g.quarter)),
  phrase(`(?:senest )?(?:inden|med|ved) udgangen af (?<year>20\\d{2})`, (g) => firm(`${g.year ?? ''}-12-31`)),
  phrase(`(?:senest )?(?:i|til|inden|før|i løbet af|senest i|efter|hen over|i starten af|i begyndelsen af|i midten af|i slutningen af|først i|midt i|sidst i|omkring|senest) (?:${MONTH})(?: måned)?(?:(?: ?(?:-|–|/) ?| eller | og )(?:${MONTH}))?(?: \\d{4})?`, vague),
  phrase(`(?:senest )?(?:i|til|inden|i løbet af|hen over|efter|senest i|midt i|sidst på|først på|henover|omkring) (?:(?:det|den) )?(?:(?:tidlige|tidligt|sene|sent|kommende|næste) )?(?:foråret|efteråret|sommeren|vinteren|sommer|vinter|forår|efterår|årsskiftet)(?: \\d{4})?`, vague),
  phrase(`(?:(?:senest|inden|til|i|i løbet af|efter) ){1,2}(?:[1-4]\\.|første|andet|tredje|fjerde) (?:kvartal|halvår)(?: \\d{4})?`, vague),
  phrase(`(?:i|til|i løbet af|inden|senest) (?:næste|kommende|den kommende|den næste) (?:måned|år|kvartal|halvår|sæson|periode|tid)|i løbet af (?:året|måneden|20\\d{2})|til 20\\d{2}|senere (?:på året|i år|på foråret|på måneden)`, vague),
]; // prettier-ignore

const SPAN_PHRASES: readonly DuePhrase[] = [
  phrase(`(?:senest )?(?:inden ?for|i løbet af|inden) (?:(?:de|den|det) )?(?:(?:næste|kommende|nærmeste|første) )?(?<count>${NUMBER}) (?<unit>hverdage?|arbejdsdage?|dage?|uger?|måneder|måned|år)`, (g, context) =>
    span(context, countOf(g.count), g.unit ?? '')),
  phrase(`(?:senest )?(?:inden ?for|i løbet af) (?:den|det) (?:næste|kommende) (?<unit>uge|måned|år)`, (g, context) => span(context, 1, g.unit ?? '')),
  phrase(`(?:senest )?om (?<count>${NUMBER}) (?<unit>hverdage?|dage?|uger?)(?! (?:om|i) (?:ugen|måneden|året))`, (g, context) => span(context, countOf(g.count), g.unit ?? '')),
  phrase(`(?:om|efter) (?:cirka |ca\\. )?(?:(?:et halvt|et helt|et kvart|et par|nogle få|nogle|få|halvandet|${NUMBER}) (?:års? ?tid|års|år|måneders|måneder|måned|måneds|ugers|uger|uge|dage)(?: tid)?|(?:et halvt|halvandet) år)(?! om )`, vague),
  phrase(`hurtigst muligt|så hurtigt som muligt|snarest(?: muligt)?|så snart som muligt|omgående|straks|inden længe|inden ?for kort tid|i (?:den )?nærmeste fremtid|(?<!så )snart|på sigt|på et (?:senere|kommende) møde|ved lejlighed|i den kommende tid`, vague),
]; // prettier-ignore

const OCCASION =
  '(?:møde|seminar|temadag|generalforsamling|konference|forhandling|høring|workshop|valg|messe|festival|årsmøde|session)';
const MEETING_BEFORE = '(?:senest |allerede )?(?:til|på|ved|inden|før|senest|i|efter|i forbindelse med)';
const MEETING_PHRASES: readonly DuePhrase[] = [
  phrase(`${MEETING_BEFORE} (?:(?:det|vores) )?(?:næste|næstkommende|førstkommende|kommende|næstfølgende) (?:ordinære )?(?:rådmands)?møde(?! (?:i|med|for|hos|mellem) )`, (_, context, match) =>
    /^(?:efter|i )/i.test(match) ? event() : nextMeeting(context)),
  phrase(`(?<!første )(?<!mødes )(?:til )?næste gang`, (_, context) => nextMeeting(context)),
  phrase(`${MEETING_BEFORE} (?:(?:det|den|de|vores|\\p{L}+s) )?(?:næste|næstkommende|førstkommende|kommende|næstfølgende) (?:\\p{Ll}+e )?\\p{L}*${OCCASION}(?:er|erne|et|en)?(?: (?:i|med|for|hos) (?:(?:den|det) )?\\p{L}+)?`, event),
  phrase(`(?:senest )?(?:på|ved) (?:det|den)? ?(?:\\p{L}{3,}(?:møde|forhandling|seminar|konference)(?:t|et|en|erne)|generalforsamlingen|årsmødet)(?: (?:i|med|for) \\p{L}+)?`, event),
  phrase(`(?:sammen med|samtidig med|vedlagt|i forbindelse med|i tilknytning til|forud for|op til|når|så snart|efter) (?:(?:dette|det|denne|den|de|vores) )?(?:(?:endelige|næste|kommende|nye|årlige) )?\\p{L}*(?:referat(?:et)?|dagsorden(?:en)?|indkaldelse(?:n|rne)?|invitation(?:en|erne)?|mødemateriale(?:t)?|nyhedsbrev(?:et)?|budget(?:tet|lægning(?:en)?|opfølgning(?:en)?|forhandling(?:er|erne)|vedtagelse(?:n)?|behandling(?:en)?)|ferie(?:n)?|påske(?:n)?|jul(?:en)?|nytår|pinse(?:n)?|vedtagelse(?:n)?|evaluering(?:en)?|høring(?:en|sfrist(?:en)?|sperioden?)|valg(?:et)?|seminar(?:et)?|temadag(?:en)?|konference(?:n)?|mødet|møderne|generalforsamling(?:en)?|indflytning(?:en)?|ombygning(?:en)?|åbning(?:en)?|flytning(?:en)?|byrådsbehandling(?:en)?|udvalgsbehandling(?:en)?|årsskiftet)`, event),
]; // prettier-ignore

const RECURRING_PHRASES: readonly DuePhrase[] = [
  phrase(`(?:(?:efter|før|ved|på|til|forud for|i) )?(?:hver(?:t)?|alle) (?:(?:\\d\\.|anden|andet|tredje|fjerde|halve|ordinære|enkelte|første|eneste) )?(?:${WEEKDAY}|${MONTH}|dag|uge|måned|kvartal|halvår|år|møde|rådsmøde|udvalgsmøde|gang|forår|efterår|sommer|vinter|sæson|halvt år|møder)(?: i måneden| i kvartalet)?`, recurring),
  phrase(`(?:en|to|tre|fire|\\d) gange? (?:om|i) (?:året|måneden|ugen|kvartalet|halvåret|dagen)|(?:om|i) (?:året|måneden|ugen|kvartalet)`, (_, __, match) => (/^(?:om|i) /.test(match) ? null : recurring())),
  phrase(`løbende|årligt|halvårligt|kvartalsvist?|månedligt|månedsvis|ugentligt|dagligt|jævnligt|regelmæssigt|med jævne mellemrum|fremover|fremadrettet|fra nu af`, recurring),
]; // prettier-ignore

const HEAD =
  '(?:(?:den|det|de|dette|årets|næste|kommende|første|anden|andet|tredje|\\d\\.|endelige|endelig|politiske|ny|nye|\\p{L}{3,}s) ){0,3}';
const BEFORE_PHRASES: readonly DuePhrase[] = [
  phrase(`(?<!dage |hverdage |uger |uge |timer |time )(?:senest )?(?:inden|før|forud for) (?!for |at |for$)${HEAD}(?<noun>\\p{L}{3,})(?: i (?:byrådet|udvalget|magistraten|direktionen|rådet))?`, (g) =>
    /^(?:om|på|med|ikke|også|den|det|der|til|som|så|nogen|næste|anden|\d+)$/.test(g.noun ?? '') ? null : event()),
  phrase(`(?:inden|før) (?:det|den|de|der|vi|han|hun) (?=\\p{Ll}+(?:s|r|er) )[^,.;:]{3,80}`, event),
  phrase(`(?:når|så snart|efter at) [^,.;:]{3,80}`, event),
]; // prettier-ignore

/** Every way of saying when, the more telling first. */
export const DUE_PHRASES: readonly DuePhrase[] = [
  ...DAY_PHRASES,
  ...WEEK_PHRASES,
  ...MONTH_PHRASES,
  ...SPAN_PHRASES,
  ...MEETING_PHRASES,
  ...RECURRING_PHRASES,
  ...BEFORE_PHRASES,
];
