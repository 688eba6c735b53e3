import { readLabel } from './labels.js';
import type { Label } from './labels.js';
import { continues, endsInHyphen, joinAll } from './reflow.js';
import type { SourceLine } from './source-line.js';
import { dateIn, isDateOnly, isTimesOnly, timesIn } from './written-dates.js';
import type { ClockTime, IsoDate } from '../calendar/index.js';
import type { PackageMeeting } from './package-document.js';

/** What stands above the points of an agenda or minutes. */
export interface MeetingHead {
  readonly meeting: PackageMeeting;
  readonly documentDate: IsoDate | null;
  readonly says: 'agenda' | 'minutes' | null;
  readonly fields: readonly number[];
}

/** Of each label the values under it, one after the other. */
type Found = Partial<Record<Label, string[]>> & { documentDate?: IsoDate; title?: string };

const IN_HEAD: ReadonlySet<Label> = new Set<Label>([
  ...(['subject', 'date', 'time', 'start', 'end', 'place', 'caseNumber', 'participants', 'absent'] as const),
]);
const KIND = /^(beslutnings)?(referat|protokol|dagsorden)(et|en)?(?!\p{L})/iu;
/** A body's meeting is the body's name with `-smøde`; a rådmandsmøde is the name itself (PRODUCT.md, Words). */
const MEETING_OF = /^(.*(?:udvalg|råd|direktion|magistrat|bestyrelse|nævn|styregruppe))smøde(?:t)?$/i;

/** The name of a body from what its meeting is called: `Socialudvalgsmøde` gives `Socialudvalg`, `Rådmandsmøde` stays. */
export function bodyOf(meetingName: string): string {
  const name = meetingName.trim().replace(/^(ordinært|ekstraordinært)\s+/i, '');
  return MEETING_OF.exec(name)?.[1] ?? name;
}

/** Half a label (`Em-`, then `ne:`), as a narrow table cell breaks it. */
function mendLabels(lines: readonly SourceLine[]): { text: string; own: SourceLine[] }[] {
  const mended: { text: string; own: SourceLine[] }[] = [];
  for (const line of lines) {
    const last = mended.at(-1);
    const joined =
      last && endsInHyphen(last.text) && last.text.length <= 14 ? joinAll([last.text, line.text]) : null;
    if (last && joined !== null && readLabel(joined)) {
      last.text = joined;
      last.own.push(line);
    } else mended.push({ text: line.text, own: [line] });
  }
  return mended;
}

/** Reads what stands above the first point: title, head table, date of the document, participants. */
export function readHead(lines: readonly SourceLine[]): MeetingHead {
  const found: Found = {};
  const fields: number[] = [];
  let current: Label | null = null;
  let before = '';
  for (const { text, own } of mendLabels(lines)) {
    const label = readLabel(text);
    const named = label && IN_HEAD.has(label.label) ? label : null;
    const goesOn = current !== null && (before === '' || continues(before, text) || isList(current));
    if (named) {
      current = named.label;
      before = named.value;
      (found[current] ??= []).push(named.value);
    } else if (current !== null && goesOn) {
      (found[current] ??= []).push(text);
      before = text;
    } else if (readUnlabelled(text, found)) current = null;
    else continue;
    fields.push(...own.map((line) => line.no));
  }
  return {
    meeting: meetingOf(found),
    documentDate: found.documentDate ?? null,
    says: kindOf(found.title),
    fields,
  };
}

const isList = (label: Label): boolean => label === 'participants' || label === 'absent';

function valueOf(found: Found, label: Label): string | undefined {
  const values = found[label]?.filter((value) => value !== '');
  return isList(label) ? values?.join('\n') : values && joinAll(values);
}

/** A line without a label: the document's date, its title, or the meeting and its date in one line. */
function readUnlabelled(text: string, found: Found): boolean {
  if (isDateOnly(text)) {
    const date = dateIn(text);
    if (date !== null) found.documentDate ??= date;
    return true;
  }
  if (isTimesOnly(text) && timesIn(text).from !== null) return set(found, 'time', text);
  const kind = KIND.exec(text);
  if (kind) {
    found.title ??= kind[0];
    const rest = text
      .slice(kind[0].length)
      .replace(/^\s*(til|af|fra|for|over|-|–|:)?\s*(møde(t)?( i| den)?\s+)?/i, '');
    return rest === '' || readMeetingLine(rest, found) || kind[0].length === text.length;
  }
  return readMeetingLine(text, found);
}

/** `Rådmandsmøde 14. januar 2025`, `Ældrerådet den 3. marts 2026 kl. 14.00–16.00`, `Børneudvalgsmøde`. */
function readMeetingLine(text: string, found: Found): boolean {
  const date = dateIn(text);
  const times = timesIn(text.replace(/^.*\d{4}/, ''));
  const name = text
    .replace(/[\s,–-]*(den\s+|d\.\s*)?\d{1,2}[./ -].*$/i, '')
    .replace(/[\s,–-]*((man|tirs|ons|tors|fre|lør|søn)dag)\s*(den)?$/i, '');
  if (date === null && !/møde(t)?$/i.test(text)) return false;
  if (name !== '') set(found, 'subject', name);
  if (date !== null) set(found, 'date', text);
  if (times.from !== null) set(found, 'time', text.replace(/^.*\d{4}/, ''));
  return true;
}

function set(found: Found, label: Label, value: string): true {
  found[label] ??= [value];
  return true;
}

function kindOf(title: string | undefined): 'agenda' | 'minutes' | null {
  if (title === undefined) return null;
  return /dagsorden/i.test(title) ? 'agenda' : 'minutes';
}

const namesIn = (text: string | undefined): string[] =>
  (text ?? '')
    .split(/[\n,;]|\s+og\s+/)
    .map((name) =>
      name
        .replace(/^[-•*]\s*/, '')
        .replace(/\.$/, '')
        .trim(),
    )
    .filter((name) => name !== '' && !/^ingen$/i.test(name));

function meetingOf(found: Found): PackageMeeting {
  const said = (label: Label): string | undefined => valueOf(found, label);
  const times = timesIn(said('time') ?? '');
  const subject = said('subject');
  const clock = (text: string | undefined): ClockTime | null => timesIn(`kl. ${text ?? ''}`).from;
  return {
    body: subject && !/^møde$/i.test(subject) ? bodyOf(subject) : null,
    date: dateIn(said('date') ?? ''),
    start: times.from ?? clock(said('start')),
    end: times.to ?? clock(said('end')),
    place: said('place') ?? null,
    caseNumber: said('caseNumber') ?? null,
    participants: [
      ...namesIn(said('participants')),
      ...namesIn(said('absent')).map((name) => `${name} (afbud)`),
    ],
  };
}
