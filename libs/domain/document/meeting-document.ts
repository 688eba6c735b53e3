import { forAudience, numberAgenda, timetable } from '../agenda/index.js';
import type {
  AgendaPart,
  AgendaPoint,
  Audience,
  NeutralPoint,
  NumberedPoint,
  PublicSide,
  TimeSlot,
} from '../agenda/index.js';
import { printDate } from '../calendar/index.js';
import { allowed, refused } from '../outcome.js';
import type { Outcome } from '../outcome.js';
import { LABELS, WORDS, lateText, meetingTime, namesText, pointHeading } from './document.text.js';
import { meetingName } from './meeting-name.js';
import type { DocumentBlock, DocumentPart, LabelledValue, LetterheadGroup } from './model.js';
import { printableLine, printableLines } from './printable.js';
import type { AgendaForm, Letterhead, MeetingDocumentSource, SourceMeeting } from './sources.js';

/** A point in its place, with number and time, as the audience sees it. */
export interface PlacedPoint<P extends AgendaPoint> {
  readonly entry: NumberedPoint<P | NeutralPoint>;
  readonly number: string;
  /** Its times; only the minutes are known when the meeting has no start. */
  readonly slot: TimeSlot;
}

/** The points of a meeting as one audience sees them, part by part. */
export type PlacedPoints<P extends AgendaPoint> = Readonly<Record<AgendaPart, readonly PlacedPoint<P>[]>>;

/**
 * Takes what the audience may see, numbers it and gives it times. Refusals: `not-for-this-audience` for the open
 * audience of a closed body, and those of the timetable.
 */
export function placePoints<P extends AgendaPoint & PublicSide>(
  source: MeetingDocumentSource & { readonly points: readonly P[] },
  audience: Audience,
): Outcome<PlacedPoints<P>> {
  const { policy, visibility: bodyVisibility } = source.body;
  if (audience === 'open' && bodyVisibility === 'closed')
    return refused('not-for-this-audience', 'A closed body has no document for the open audience.', {
      at: 'audience',
    });
  const seen = forAudience(source.points, { audience, policy, bodyVisibility });
  const entries = numberAgenda(seen, policy, source.taken).filter((entry) => entry.number !== null);
  const { start, end } = source.meeting;
  const times = timetable(entries, start ?? '00:00', start === null ? null : end);
  if (!times.ok) return times;
  const placed = entries.flatMap((entry, i) => {
    const slot = times.value.slots[i];
    if (!slot || entry.number === null) return [];
    return [{ entry, number: entry.number, slot: start === null ? { ...slot, from: null, to: null } : slot }];
  });
  const inPart = (part: AgendaPart): readonly PlacedPoint<P>[] =>
    placed.filter(({ entry }) => entry.part === part);
  return allowed({ main: inPart('main'), closed: inPart('closed') });
}

/** The lines of a letterhead as printed, in groups; empty when there is none. */
export function letterheadGroups(letterhead: Letterhead | null): readonly LetterheadGroup[] {
  if (letterhead === null) return [];
  const unit = printableLine(letterhead.unit);
  const emails = printableLines(letterhead.emails);
  const caseNumber = printableLine(letterhead.caseNumber);
  const caseworkers = printableLines(letterhead.caseworkers);
  const contact = [
    ...(emails.length === 0 ? [] : [`${LABELS.email}:`, ...emails]),
    ...(caseNumber === null ? [] : [`${LABELS.caseNumber}: ${caseNumber}`]),
    ...(caseworkers.length === 0 ? [] : [`${LABELS.caseworker}:`, ...caseworkers]),
  ];
  const groups: LetterheadGroup[] = [
    { kind: 'unit', lines: unit === null ? [] : [unit.toLocaleUpperCase('da-DK')] },
    ...addressGroups(letterhead.lines),
    { kind: 'lines', lines: printableLines(letterhead.phones).map(phoneLine) },
    { kind: 'lines', lines: contact },
  ];
  return groups.filter((group) => group.lines.length > 0);
}

function phoneLine(phone: string, index: number): string {
  if (phone.includes(':')) return phone;
  return `${index === 0 ? LABELS.phone : LABELS.directPhone}: ${phone}`;
}

function addressGroups(lines: readonly string[]): readonly LetterheadGroup[] {
  const groups: string[][] = [[]];
  for (const line of lines) {
    const printed = printableLine(line);
    if (printed === null) groups.push([]);
    else groups.at(-1)?.push(printed);
  }
  return groups.map((group) => ({ kind: 'lines', lines: group }));
}

/** What the meeting is called; null when neither it nor its body has a name. */
export function titleOf({ body, meeting }: MeetingDocumentSource): string | null {
  const name = printableLine(body.name);
  return printableLine(meeting.title) ?? (name === null ? null : meetingName(name, meeting.extraordinary));
}

/** The table at the head of agenda and minutes: what is unknown is left out with its label. */
export function meetingFacts(source: MeetingDocumentSource): DocumentBlock {
  const { meeting } = source;
  const named: readonly (readonly [string, string | null])[] = [
    [LABELS.subject, titleOf(source)],
    [LABELS.date, meeting.date === null ? null : printDate(meeting.date)],
    [LABELS.time, meeting.start === null ? null : meetingTime(meeting.start, meeting.end)],
    [LABELS.place, printableLine(meeting.place)],
    [LABELS.caseNumber, source.letterhead === null ? printableLine(meeting.caseNumber) : null],
    ...peopleFacts(meeting),
  ];
  const rows: LabelledValue[] = named.flatMap(([label, value]) => (value === null ? [] : [{ label, value }]));
  return { type: 'facts', caption: WORDS.meetingFacts, rows };
}

function peopleFacts(meeting: SourceMeeting): readonly (readonly [string, string | null])[] {
  const names = (list: readonly string[]): string | null => printableLine(namesText(printableLines(list)));
  return [
    [LABELS.chair, printableLine(meeting.chair)],
    [LABELS.participants, names(meeting.participants)],
    [LABELS.regrets, names(meeting.regrets)],
    [LABELS.minuteTaker, printableLine(meeting.minuteTaker)],
  ];
}

/** The title property of the file: what it is, of which meeting, when. */
export function propertyTitle(word: string, source: MeetingDocumentSource): string {
  const date = source.meeting.date === null ? null : printDate(source.meeting.date);
  const meeting = [titleOf(source), date].filter((part) => part !== null).join(' ');
  return meeting === '' ? word : `${word} – ${meeting}`;
}

/** Who the file says it is by: the unit, else the body; never a person. */
export function propertyCreator(letterhead: Letterhead | null, bodyName: string | null): string {
  return printableLine(letterhead?.unit ?? null) ?? printableLine(bodyName) ?? WORDS.agenda;
}

/** The heading of a point, and what must be said of it at once: closed, late, withdrawn. */
export function pointOpening<P extends AgendaPoint>(
  { entry, number, slot }: PlacedPoint<P>,
  form: AgendaForm,
  lateReason: string | null,
): readonly DocumentBlock[] {
  const remarks = [
    entry.part === 'main' && entry.visibility === 'closed' && !('neutral' in entry.point)
      ? WORDS.closedPoint
      : null,
    lateText(entry.late, printableLine(lateReason)),
    entry.withdrawn ? WORDS.withdrawn : null,
  ].filter((remark) => remark !== null);
  const title = printableLine(entry.point.title) ?? '';
  const level = entry.parentId === null ? 2 : 3;
  return [
    {
      ...{ type: 'heading', level, text: pointHeading(form, number, title, slot.minutes) },
      ...('neutral' in entry.point ? {} : { pointId: entry.point.id }),
    },
    ...remarks.map((text) => ({ type: 'remark', text }) as const),
  ];
}

/** The closed part as a part of its own under its heading; nothing when it holds no point. */
export function closedPart(blocks: readonly DocumentBlock[]): readonly DocumentPart[] {
  if (blocks.length === 0) return [];
  const heading: DocumentBlock = { type: 'heading', level: 1, text: WORDS.closedAgenda };
  return [{ mark: WORDS.closedAgenda, blocks: [heading, ...blocks] }];
}

/** Whether any of the points are closed, so that the file is named as one that not everybody may have. */
export function holdsClosed<P extends AgendaPoint>(points: PlacedPoints<P>): boolean {
  const closed = ({ entry }: PlacedPoint<P>): boolean =>
    entry.visibility === 'closed' && !('neutral' in entry.point);
  return points.closed.length > 0 || points.main.some(closed);
}
