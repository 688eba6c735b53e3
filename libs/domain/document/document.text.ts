import { clockInText, printDate, printDuration, printRange } from '../calendar/index.js';
import type { ClockTime, IsoDate } from '../calendar/index.js';
import { minutesInWords } from '../agenda/index.js';
import type { Dissent, Votes } from '../decision/index.js';
import { lowerFirst, upperFirst } from './first-letter.js';
import { meetingName } from './meeting-name.js';
import type { SourceFollowUp } from './sources.js';

/** Danish wording of the documents, in one place so that it can be read and tested as language. */

export const WORDS = {
  agenda: 'Dagsorden',
  minutes: 'Referat',
  indstilling: 'Indstilling',
  draft: 'Udkast',
  inReview: 'Til gennemlæsning',
  agendaInShort: 'Dagsorden kort',
  openAgenda: 'Åben dagsorden',
  closedAgenda: 'Lukket dagsorden',
  point: 'Punkt',
  subPoint: 'Underpunkt',
  closedPoint: 'Lukket punkt',
  confidential: 'fortroligt',
  late: 'Tillægspunkt',
  afterDeadline: 'Efter fristen',
  withdrawn: 'Punktet udgår.',
  attending: 'Under punktet deltager',
  followUps: 'Opfølgning',
  noResponsible: 'Ikke angivet',
  noDueDate: 'Ingen frist',
  additions: 'Rettelser til referatet',
  meetingFacts: 'Oplysninger om mødet',
} as const;

/** Labels of the fields, as they stand before the colon. */
export const LABELS = {
  subject: 'Emne',
  date: 'Mødedato',
  time: 'Mødetid',
  place: 'Mødested',
  caseNumber: 'Sagsnummer',
  chair: 'Mødeleder',
  minuteTaker: 'Referent',
  participants: 'Deltagere',
  regrets: 'Afbud',
  purpose: 'Baggrund/formål',
  method: 'Metode',
  responsible: 'Ansvarlig',
  pointTime: 'Tid',
  attachments: 'Bilag',
  proposedDecision: 'Forslag til beslutning',
  votes: 'Afstemning',
  absent: 'Fraværende under punktet',
  disqualified: 'Inhabil under punktet',
  prevented: 'Forhindret',
  phone: 'Telefon',
  directPhone: 'Direkte telefon',
  email: 'E-mail',
  caseworker: 'Sagsbehandler',
  authorPhone: 'Tlf.',
  authorEmail: 'E-post',
} as const;

/** Columns of the table of follow-ups at the end of the minutes. */
export const FOLLOW_UP_COLUMNS = [
  { heading: 'Punkt', share: 3 },
  { heading: 'Ansvarlig', share: 4 },
  { heading: 'Opfølgning', share: 9 },
  { heading: 'Frist', share: 5 },
] as const;

/** The time of a meeting: `Kl. 18.15–19.45`, `Kl. 18.15`. */
export function meetingTime(start: ClockTime, end: ClockTime | null): string {
  return upperFirst(clockInText(start, end));
}

/** The time of a point: `18.20–18.40 (20 min.)`, `kl. 18.20`, `20 min.`; null when it has none. */
export function pointTime(
  from: ClockTime | null,
  to: ClockTime | null,
  minutes: number | null,
): string | null {
  if (minutes === null) return from === null ? null : clockInText(from);
  if (from === null || to === null) return printDuration(minutes);
  return `${printRange(from, to)} (${printDuration(minutes)})`;
}

/** The heading of a point: `Punkt 3: Bordet rundt (5 min.)` in the short form, `3. Bordet rundt` in the full one. */
export function pointHeading(
  form: 'full' | 'short',
  number: string,
  title: string,
  minutes: number | null,
): string {
  if (form === 'full') return `${number}. ${title}`;
  const time = minutes === null ? '' : ` (${printDuration(minutes)})`;
  return `Punkt ${number}: ${title}${time}`;
}

/** The line over an indstilling: `Rådmandsmøde 14. januar 2025 – 10 minutter`; null when nothing is known. */
export function indstillingLead(
  bodyName: string | null,
  date: IsoDate | null,
  minutes: number | null,
): string | null {
  const meeting = [bodyName === null ? null : meetingName(bodyName), date === null ? null : printDate(date)];
  const parts = [
    meeting.filter((part) => part !== null).join(' '),
    minutes === null ? '' : minutesInWords(minutes),
  ].filter((part) => part !== '');
  return parts.length === 0 ? null : parts.join(' – ');
}

/** When a follow-up is due, as printed: a date, the words of the minutes, or that there is none. */
export function dueText(due: SourceFollowUp['due']): string {
  const date = due.date === null ? null : printDate(due.date);
  const said = due.text?.trim() ?? '';
  switch (due.kind) {
    case 'none':
      return WORDS.noDueDate;
    case 'firm':
      return date ?? (said === '' ? WORDS.noDueDate : said);
    case 'proposed':
      return `Forslag: ${said === '' ? (date ?? WORDS.noDueDate) : said}`;
    case 'recurring':
      return said === '' ? 'Løbende' : `Løbende (${said})`;
    case 'event':
      return said === '' ? (date ?? WORDS.noDueDate) : said;
  }
}

/** One follow-up as a line under its point: `MØB undersøger mulighederne (frist: 19. februar 2025)`. */
export function followUpLine(responsible: string | null, action: string, due: SourceFollowUp['due']): string {
  const what = action.replace(/\.+$/, '');
  const named = responsible === null || what.startsWith(responsible) ? what : `${responsible}: ${what}`;
  return due.kind === 'none' ? named : `${named} (frist: ${lowerFirst(dueText(due))})`;
}

/** A follow-up in a cell of its own: begins with a capital, without a full stop. */
export function taskText(action: string): string {
  return upperFirst(action).replace(/\.+$/, '');
}

/** The votes of a point: `5 stemte for, 2 imod, og 1 stemte blankt.` */
export function votesText(votes: Votes): string {
  const counted = `${votes.for} stemte for, ${votes.against} imod`;
  return votes.blank === 0 ? `${counted}.` : `${counted}, og ${votes.blank} stemte blankt.`;
}

/** What a dissent is called, with the name of whoever made it. */
export function dissentLabel(kind: Dissent['kind'], by: string | null): string {
  const name = kind === 'minority-opinion' ? 'Mindretalsudtalelse' : 'Protokoltilførsel';
  return by === null ? name : `${name} fra ${by}`;
}

/**
 * The label of a late point with its reason where one is given; of a point that came after the deadline but before the
 * agenda was sent, the reason alone says so (PRODUCT.md, rule 7). Null for a point that came in time.
 */
export function lateText(late: boolean, reason: string | null): string | null {
  if (late) return reason === null ? WORDS.late : `${WORDS.late}: ${reason}`;
  return reason === null ? null : `${WORDS.afterDeadline}: ${reason}`;
}

/** Names in a line: `Anne Holm, Bo Lind og Carl Ravn`. */
export function namesText(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} og ${names.at(-1) ?? ''}`;
}

/** The number of a sent version as printed: `Version 2`. */
export function versionText(version: number): string {
  return `Version ${version}`;
}
