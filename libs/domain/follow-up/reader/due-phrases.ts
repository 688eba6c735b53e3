import {
  addDays,
  addWorkingDays,
  dateInIsoWeek,
  DEFAULT_CLOSING_DAYS,
  isoDate,
  isoWeekOf,
  lastDayOfMonth,
  MONTHS,
  monthNumber,
  partsOf,
  weekdayOf,
  WEEKDAYS,
} from '../../calendar/index.js';
import type { IsoDate } from '../../calendar/index.js';
import type { DueKind, ReadingContext } from '../reading.js';

/** What a due phrase fixes. */
export interface DueValue {
  readonly kind: Exclude<DueKind, 'none'>;
  readonly date: IsoDate | null;
  /** Names one day (and not a week, a month or an occasion). */
  readonly isDay: boolean;
}

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
const NUMBERS: Readonly<Record<string, number>> = {
  en: 1, et: 1, én: 1, ét: 1, to: 2, tre: 3, fire: 4, fem: 5, seks: 6, syv: 7, otte: 8, ni: 9, ti: 10, elleve: 11, tolv: 12, fjorten: 14,
}; // prettier-ignore
const NUMBER = `\\d{1,3}|${Object.keys(NUMBERS).join('|')}`;
const BEFORE =
  '(?:(?:allerede|helst|senest|inden|før|til|fra|på|efter|omkring|frem til|indtil|og med) ){0,3}';

const firm = (date: IsoDate | null, isDay = true): DueValue => ({ kind: 'firm', date, isDay });
const vague = (): DueValue => ({ kind: 'proposed', date: null, isDay: false });
const event = (): DueValue => ({ kind: 'event', date: null, isDay: false });
const recurring = (): DueValue => ({ kind: 'recurring', date: null, isDay: false });

/** A day and month without a year lies in the meeting's year, or the next when it would be before the meeting. */
export function dayAfterMeeting(context: ReadingContext, month: number, day: number): IsoDate | null {
  if (context.meetingDate === null) return null;
  const { year } = partsOf(context.meetingDate);
  const sameYear = isoDate(year, month, day);
  return sameYear !== null && sameYear >= context.meetingDate ? sameYear : isoDate(year + 1, month, day);
}

function namedDay(
  context: ReadingContext,
  day: number,
  month: number | null,
  writtenYear: string | undefined,
): DueValue | null {
  if (month === null) return null;
  if (writtenYear === undefined)
    return isoDate(2024, month, day) === null ? null : firm(dayAfterMeeting(context, month, day));
  const date = isoDate(Number(writtenYear) + (writtenYear.length === 2 ? 2000 : 0), month, day);
  if (date === null || (context.meetingDate !== null && date < context.meetingDate)) return null;
  return firm(date);
}

/** The year a month lies in, counted from the meeting: this year's, or next year's when it is over. */
function yearOfMonth(context: ReadingContext, month: number, written: string | undefined): number | null {
  if (written !== undefined) return Number(written);
  if (context.meetingDate === null) return null;
  const { year, month: now } = partsOf(context.meetingDate);
  return month < now ? year + 1 : year;
}

function dayOfMonth(
  context: ReadingContext,
  name: string,
  written: string | undefined,
  day: number | 'last',
): DueValue | null {
  const month = monthNumber(name);
  if (month === null) return null;
  const year = yearOfMonth(context, month, written);
  if (year === null) return firm(null);
  return firm(day === 'last' ? lastDayOfMonth(year, month) : isoDate(year, month, day));
}

const fridayOf = (date: IsoDate): IsoDate => addDays(date, 5 - weekdayOf(date));

function fridayOfWeek(
  context: ReadingContext,
  week: number,
  written: string | undefined,
  weekday: number,
): DueValue {
  if (context.meetingDate === null && written === undefined) return firm(null, false);
  const now = isoWeekOf(context.meetingDate ?? `${written ?? ''}-01-04`);
  const year = written === undefined ? now.year + (week < now.week ? 1 : 0) : Number(written);
  return firm(dateInIsoWeek(year, week, weekday), weekday !== 5);
}

function nextWeekday(context: ReadingContext, name: string): DueValue {
  const wanted = WEEKDAYS.findIndex((weekday) => weekday === name.toLowerCase()) + 1;
  if (context.meetingDate === null || wanted === 0) return firm(null);
  return firm(addDays(context.meetingDate, ((wanted - weekdayOf(context.meetingDate) + 6) % 7) + 1));
}

const countOf = (text: string | undefined): number => NUMBERS[(text ?? '').toLowerCase()] ?? Number(text);

function addMonths(date: IsoDate, months: number): IsoDate {
  const { year, month, day } = partsOf(date);
  const zero = year * 12 + month - 1 + months;
  const target = { year: Math.floor(zero / 12), month: (zero % 12) + 1 };
  return isoDate(target.year, target.month, day) ?? lastDayOfMonth(target.year, target.month);
}

/** `inden for tre uger`: the meeting and that much. */
function span(context: ReadingContext, count: number, unit: string): DueValue {
  const from = context.meetingDate;
  if (from === null || !Number.isFinite(count)) return firm(null, false);
  if (/^(?:hver|arbejds)dag/.test(unit))
    return firm(addWorkingDays(from, count, DEFAULT_CLOSING_DAYS), false);
  if (unit.startsWith('dag')) return firm(addDays(from, count), false);
  if (unit.startsWith('ug')) return firm(addDays(from, 7 * count), false);
  return firm(addMonths(from, unit.startsWith('år') ? 12 * count : count), false);
}

function quarterEnd(context: ReadingContext, quarter: string | undefined): DueValue {
  if (context.meetingDate === null) return firm(null);
  const { year, month } = partsOf(context.meetingDate);
  const current = Math.floor((month - 1) / 3) + 1;
  const wanted = quarter === undefined ? current : Number(quarter);
  if (wanted < 1 || wanted > 4) return firm(null);
  return firm(lastDayOfMonth(wanted < current ? year + 1 : year, wanted * 3));
}

/** The last day of what is running: `måneden`, `året`, `ugen`, `kvartalet`. */
function endOf(context: ReadingContext, period: string): DueValue {
  const from = context.meetingDate;
  if (from === null) return firm(null);
  const { year, month } = partsOf(from);
  if (/uge/.test(period)) return firm(fridayOf(/næste/.test(period) ? addDays(from, 7) : from));
  if (/kvartal/.test(period)) return quarterEnd(context, undefined);
  if (/måned/.test(period)) {
    const next = addMonths(`${from.slice(0, 7)}-01`, 1);
    return firm(
      /næste/.test(period)
        ? lastDayOfMonth(partsOf(next).year, partsOf(next).month)
        : lastDayOfMonth(year, month),
    );
  }
  return firm(`${/næste/.test(period) ? year + 1 : year}-12-31`);
}

const nextMeeting = (context: ReadingContext): DueValue =>
  context.nextMeetingDate === null ? event() : firm(context.nextMeetingDate);

const phrase = (source: string, read: DuePhrase['read']): DuePhrase => ({
  pattern: new RegExp(`(?<![\\p{L}\\p{N}])(?:${source})(?![\\p{L}\\p{N}])`, 'giu'),
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
    return firm(fridayOf(later ? addDays(context.meetingDate, 7) : context.meetingDate), false);
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
  phrase(`(?:(?:senest|inden|til|i|i løbet af|efter) ){1,2}[1-4]\\. (?:kvartal|halvår)(?: \\d{4})?`, vague),
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
const MEETING_BEFORE =
  '(?:senest |allerede )?(?:til|på|ved|inden|før|senest|i|efter|op til|i forbindelse med)';
const MEETING_PHRASES: readonly DuePhrase[] = [
  phrase(`${MEETING_BEFORE} (?:(?:det|vores) )?(?:næste|næstkommende|førstkommende|kommende|næstfølgende) (?:ordinære )?(?:rådmands)?møde(?! (?:i|med|for|hos|mellem) )`, (_, context, match) =>
    /^(?:efter|i )/i.test(match) ? event() : nextMeeting(context)),
  phrase(`(?<!første )(?<!mødes )(?:til )?næste gang`, (_, context) => nextMeeting(context)),
  phrase(`${MEETING_BEFORE} (?:(?:det|den|de|vores|\\p{L}+s) )?(?:næste|næstkommende|førstkommende|kommende|næstfølgende) (?:\\p{Ll}+e )?\\p{L}*${OCCASION}(?:er|erne|et|en)?(?: (?:i|med|for|hos) (?:(?:den|det) )?\\p{L}+)?`, event),
  phrase(`(?:senest )?(?:på|ved|til) (?:det|den)? ?(?:\\p{L}{3,}(?:møde|forhandling|seminar|konference)(?:t|et|en|erne)|generalforsamlingen|årsmødet)(?: (?:i|med|for) \\p{L}+)?`, event),
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
