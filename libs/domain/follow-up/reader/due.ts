import type { FollowUpReading, ReadingContext } from '../reading.js';
import { verbForm } from './verbs.js';
import { DUE_PHRASES } from './due-phrases.js';
import type { DueValue } from './due-dates.js';

/** A due phrase found in a sentence, by its place. */
export interface DueMatch extends DueValue {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

type Due = FollowUpReading['due'];
export const NO_DUE: Due = { text: null, date: null, kind: 'none' };

/** What a date stands behind when it tells where something comes from, and not when it is due. */
const REFERS_BACK =
  /(?:jf|jvf|jfr)\.?[^,;]{0,40}$|(?:drøftelse|beslutning|brev|mail|henvendelse|notat|referat|skrivelse|dateret|aftale|bekendtgørelse|lov|svar)\p{L}*(?: (?:fra|af))?$|(?:^| )(?:af|pr\.?|siden|fra mødet|fra møde|mødet|for|referat fra|fra perioden)$/iu;
/** Words that make a date a suggestion. */
const SUGGESTS =
  /(?<!\p{L})(?:kunne|kan evt\.|evt\.?|eventuelt|måske|muligvis|foreslås|foreslået|f\.eks\.|fx|formentlig|forventeligt|tentativt|foreløbigt?|cirka|ca\.|omkring|eller)(?: [\p{L}]+){0,4}$/iu;

function refersBack(sentence: string, match: DueMatch, context: ReadingContext): boolean {
  const left = sentence.slice(Math.max(0, match.start - 60), match.start).trimEnd();
  const isPlainDay = match.isDay && /^(?:den |d\.|\d|fra )/i.test(match.text);
  if (!isPlainDay || match.kind !== 'firm') return false;
  if (/(?:^| )(?:af|pr\.?|siden)$/.test(left)) return true;
  const nextYear =
    context.meetingDate !== null &&
    match.date !== null &&
    match.date.slice(0, 4) > context.meetingDate.slice(0, 4);
  const yearWritten = /\d{4}$/.test(match.text);
  if (/^fra /i.test(match.text)) return nextYear && !yearWritten;
  if (/(?:^| )(?:mødet|møde)$/.test(left)) return nextYear && !yearWritten;
  return REFERS_BACK.test(left);
}

/** "inden sagen sendes til byrådet": an occasion told as a clause goes on to its end. */
function withClause(sentence: string, at: number, text: string): string {
  if (!/^(?:senest )?(?:inden|før) /i.test(text)) return text;
  const after = sentence.slice(at + text.length, at + text.length + 120);
  const verb = verbForm((/^ (\p{Ll}+)/u.exec(after)?.[1] ?? '').toLowerCase());
  if (!verb || verb.tense === 'infinitive' || verb.tense === 'participle') return text;
  const left = sentence.slice(0, at).trim();
  const isClause = left !== '' || /passive|past/.test(verb.tense);
  return isClause ? text + (/^[^,.;:!?]*/.exec(after)?.[0] ?? '') : text;
}

function matchesOf(sentence: string, context: ReadingContext): DueMatch[] {
  const found: DueMatch[] = [];
  for (const { pattern, read } of DUE_PHRASES) {
    for (const match of sentence.matchAll(pattern)) {
      const value = read(match.groups ?? {}, context, match[0]);
      if (value === null) continue;
      const text = withClause(sentence, match.index, match[0].trim());
      const overlaps = found.some(
        (other) => match.index < other.end && other.start < match.index + text.length,
      );
      if (!overlaps) found.push({ ...value, text, start: match.index, end: match.index + text.length });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** "hver måned, første gang den 1. april": the routine is what is due, not its first day. */
const beginsRoutine = (sentence: string, match: DueMatch): boolean =>
  /(?:hver|årligt|månedligt|ugentligt|løbende)[^.;]*første gang$/i.test(
    sentence.slice(0, match.start).trimEnd(),
  );

/** The due phrases of a sentence in the order they stand, without dates that tell where something comes from. */
export function dueMatches(sentence: string, context: ReadingContext): DueMatch[] {
  return matchesOf(sentence, context)
    .filter((match) => !refersBack(sentence, match, context) && !beginsRoutine(sentence, match))
    .map((match) => {
      const left = sentence.slice(Math.max(0, match.start - 60), match.start).trimEnd();
      const suggested = match.kind === 'firm' && SUGGESTS.test(left);
      return suggested ? { ...match, kind: 'proposed', date: match.isDay ? match.date : null } : match;
    });
}

const WEIGHT = { firm: 0, event: 2, proposed: 2, recurring: 3 } as const;
const weightOf = (match: DueMatch): number => {
  if (match.kind === 'proposed' && match.isDay) return 1;
  return /^frem/i.test(match.text) ? 4 : WEIGHT[match.kind];
};

/** The due of a follow-up out of the phrases that belong to it: a fixed date before an occasion, a period, a routine. */
export function dueOf(matches: readonly DueMatch[]): Due {
  const best = matches.reduce<DueMatch | null>(
    (so, match) => (so === null || weightOf(match) < weightOf(so) ? match : so),
    null,
  );
  return best === null ? NO_DUE : { text: best.text, date: best.date, kind: best.kind };
}
