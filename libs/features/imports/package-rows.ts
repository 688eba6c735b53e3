import type { SaveDecision } from '../../contracts/decisions.js';
import type { CreateIndstilling } from '../../contracts/indstillinger.js';
import type { CreateMeeting } from '../../contracts/meetings.js';
import type { BodyView } from '../../contracts/organisation.js';
import {
  agendaSourceFromPackage,
  indstillingSourceFromPackage,
  minutesSourceFromPackage,
} from '../../domain/document/index.js';
import type { AgendaSourcePoint, SourceDecision } from '../../domain/document/index.js';
import type { PackageAttachment, PackageDocument } from '../../domain/imports/index.js';
import type { Outcome } from '../../domain/outcome.js';
import { allowed } from '../../domain/outcome.js';
import type { BroughtInPoint } from '../agenda-points/index.js';

/** A point of a package with all that goes with it. */
export interface PackagedPoint {
  readonly point: BroughtInPoint;
  readonly attachments: readonly PackageAttachment[];
  readonly decision: SaveDecision | null;
}

/** The meeting of a package document. What the package does not say stays empty: nothing comes from the body's settings. */
export function meetingOf(document: PackageDocument, bodyId: string, date: string): CreateMeeting {
  const { meeting, letterhead } = document;
  const { unit: department, lines, phones, emails, caseworkers } = letterhead;
  const hasLetterhead = department !== null || [lines, phones, emails].some((list) => list.length > 0);
  return {
    ...{ bodyId, date, kind: 'ordinary', chairId: null, minuteTakerId: null },
    ...{ start: meeting.start, end: meeting.end, place: meeting.place, caseNumber: meeting.caseNumber },
    participants: meeting.participants.map((name) => ({ name, personId: null, attendance: 'present' })),
    caseworkers: [...caseworkers],
    documentDate: document.documentDate,
    letterhead: hasLetterhead
      ? { department, lines: [...lines], phones: [...phones], emails: [...emails] }
      : null,
  };
}

/** Whether its agendas are written out in full or name their points only. */
export function agendaFormOf(document: PackageDocument): BodyView['settings']['agendaForm'] {
  return agendaSourceFromPackage(document).body.form;
}

/** The points of a package document, with the numbers, decisions and attachments they carry there. */
export function pointsOf(document: PackageDocument): readonly PackagedPoint[] {
  const decisions = minutesSourceFromPackage(document).points.map((point) => point.decision);
  return agendaSourceFromPackage(document).points.map((source, i) => ({
    point: broughtIn(source, decisions[i]?.outcome ?? null),
    attachments: document.points[i]?.attachments ?? [],
    decision: decisionOf(decisions[i] ?? null),
  }));
}

function broughtIn(source: AgendaSourcePoint, outcome: string | null): BroughtInPoint {
  const { id, parentId, title, minutes, fixedStart, visibility, frozenNumber } = source;
  const { purpose, method, responsible, attending, late, lateReason } = source;
  return {
    ...{ key: id, parentKey: parentId, title, minutes, fixedStart, visibility, frozenNumber },
    frozenPart: visibility === 'closed' ? 'closed' : 'main',
    ...{ purpose, method, responsible, attending, late, lateReason },
    // Only the decision tells what was asked of an old point.
    type: outcome === null ? 'discussion' : outcome === 'informed' ? 'information' : 'decision',
  };
}

function decisionOf(decision: SourceDecision | null): SaveDecision | null {
  if (decision === null) return null;
  return {
    outcome: decision.outcome as SaveDecision['outcome'],
    text: decision.text,
    ...{ targetMeetingId: null, referredBodyId: null, votes: null },
    ...{ absent: [], disqualified: [], prevented: [], dissents: [] },
  };
}

/** The indstilling of a package document. */
export function indstillingOf(
  document: PackageDocument,
  place: { readonly bodyId: string; readonly wantedMeetingId: string | null; readonly unitId: string | null },
): Outcome<CreateIndstilling> {
  const source = indstillingSourceFromPackage(document);
  if (!source.ok) return source;
  const { title, minutes, caseNumber, month, author, sections } = source.value;
  return allowed({
    ...{ ...place, template: 'raadmand', title, minutes, caseNumber, month, author },
    sections: Object.fromEntries(sections.map(({ key, text }) => [key, text])),
  });
}
