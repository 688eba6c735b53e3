import type { Letterhead as LetterheadFields } from '../../contracts/organisation.js';
import type { AgendaEntry, AgendaView } from '../../contracts/sending.js';
import type { Visibility } from '../../domain/agenda/index.js';
import { printMonth } from '../../domain/calendar/index.js';
import { strictest } from '../../domain/agenda/index.js';
import type {
  AgendaSource,
  AgendaSourcePoint,
  IndstillingSource,
  Letterhead,
  MeetingDocumentSource,
  MinutesSource,
} from '../../domain/document/index.js';
import { isApproved, templateFor } from '../../domain/indstilling/index.js';
import type { RichText } from '../../domain/text/index.js';
import { visibilityNow } from '../agenda-points/index.js';
import type { IndstillingFacts, MinutesFacts } from './document.queries.js';

function letterheadOf(
  fields: LetterheadFields | null,
  caseNumber: string | null,
  caseworkers: readonly string[],
): Letterhead | null {
  if (fields === null) return null;
  const { department, lines, phones, emails } = fields;
  return { unit: department, lines, phones, emails, caseNumber, caseworkers };
}

/** How open something of an agenda is for a document. */
export type HowOpen = (thing: { readonly id: string; readonly visibility: Visibility }) => Visibility;

/** As open as it says itself: of an agenda that is read as it stands. */
export const asItStands: HowOpen = ({ visibility }) => visibility;

/** As closed as it was sent or is today, by id; what nobody knows of any more is closed. */
export function asEver(today: ReadonlyMap<string, Visibility>): HowOpen {
  return ({ id, visibility }) => strictest(visibility, visibilityNow(today, id));
}

function meetingSource(agenda: AgendaView, howOpen: HowOpen): MeetingDocumentSource {
  const { body, meeting } = agenda;
  const { kind, date, start, end, place, caseNumber, chair, minuteTaker, participants } = meeting;
  const named = (wanted: 'present' | 'regret'): string[] =>
    participants.filter((p) => p.attendance === wanted).map((p) => p.name);
  return {
    letterhead: letterheadOf(meeting.letterhead, caseNumber, meeting.caseworkers),
    documentDate: meeting.documentDate,
    body: {
      ...{ name: body.name, policy: body.numbering, form: body.form },
      visibility: howOpen(body),
    },
    meeting: {
      ...{ title: null, extraordinary: kind === 'extraordinary', date, start, end, place, caseNumber },
      ...{ chair, minuteTaker, participants: named('present'), regrets: named('regret') },
    },
  };
}

/** What agenda and minutes need of a point, with its number as the agenda has it and as open as it is today. */
function pointSource(entry: AgendaEntry, howOpen: HowOpen) {
  const {
    id,
    parentId,
    position,
    title,
    minutes,
    fixedStart,
    type,
    late,
    lateReason,
    publicTitle,
    publicDecision,
  } = entry;
  return {
    ...{
      id,
      parentId,
      position,
      title,
      minutes,
      fixedStart,
      type,
      late,
      lateReason,
      publicTitle,
      publicDecision,
    },
    visibility: howOpen(entry),
    state: entry.withdrawn ? ('withdrawn' as const) : ('active' as const),
    frozenNumber: entry.number,
    frozenPart: entry.part,
  };
}

/** What an agenda is printed with beside what it says itself. */
interface AgendaAsides {
  readonly howOpen: HowOpen;
  /** What the indstillinger on its points propose, by the ids of the points, for the audience that it is printed for. */
  readonly proposals: ReadonlyMap<string, { readonly indstillingId: string; readonly text: RichText }>;
}

const NOTHING_PROPOSED = { indstillingId: null, text: [] };

function agendaPointSource(entry: AgendaEntry, { howOpen, proposals }: AgendaAsides): AgendaSourcePoint {
  const { purpose, attending, method, responsible } = entry;
  const proposal = proposals.get(entry.id) ?? NOTHING_PROPOSED;
  return {
    ...pointSource(entry, howOpen),
    ...{ purpose, attending, guests: entry.guests ?? [], method, responsible },
    // What is printed may have another indstilling on the point than was kept with it.
    proposedDecision: proposal.indstillingId === entry.indstillingId ? proposal.text : [],
    attachments: entry.attachments.map((attachment) => ({
      ...{ title: attachment.title, position: attachment.number },
      visibility: howOpen(attachment),
    })),
  };
}

/** An agenda, live or as sent, as its document prints it. */
export function agendaSource(agenda: AgendaView, version: number | null, asides: AgendaAsides): AgendaSource {
  return {
    ...meetingSource(agenda, asides.howOpen),
    state: version === null ? 'draft' : 'sent',
    version,
    points: agenda.points.map((entry) => agendaPointSource(entry, asides)),
  };
}

/** The minutes of a meeting as their document prints them, from its agenda as it stands and what was decided. */
export function minutesSource(agenda: AgendaView, facts: MinutesFacts): MinutesSource {
  const decisions = new Map(facts.decisions.map((decision) => [decision.pointId, decision]));
  return {
    ...meetingSource(agenda, asItStands),
    documentDate: null,
    state: facts.state ?? 'draft',
    points: agenda.points.map((entry) => ({
      ...pointSource(entry, asItStands),
      decision: decisions.get(entry.id) ?? null,
    })),
    followUps: facts.followUps,
    additions: facts.additions,
  };
}

export function indstillingSource(facts: IndstillingFacts): IndstillingSource {
  const { title, bodyName, meetingDate, minutes, caseNumber, unit, author, attachments } = facts;
  const month = facts.month === null ? null : printMonth(facts.month);
  return {
    letterhead: null,
    ...{ title, bodyName, meetingDate, minutes, caseNumber, unit, month, author, attachments },
    // Whether it lies on a draft or on a closed point is not told to an author who asks for the open one.
    visibility: strictest(facts.bodyVisibility, facts.isOut ? 'open' : 'closed', ...facts.pointVisibilities),
    isDraft: !isApproved(facts.state),
    sections: templateFor(facts.ownTemplates, facts.template, facts.sections).sections.map(
      ({ key, heading }) => ({
        ...{ key, heading },
        text: facts.sections[key] ?? [],
      }),
    ),
  };
}
