import { attachmentsFor, guestLine, isNeutral } from '../agenda/index.js';
import type { Audience, TimeSlot } from '../agenda/index.js';
import { printDate } from '../calendar/index.js';
import { allowed } from '../outcome.js';
import type { Outcome } from '../outcome.js';
import type { RichText } from '../text/index.js';
import { LABELS, WORDS, pointTime, versionText } from './document.text.js';
import { fileNameFor } from './file-name.js';
import {
  closedPart,
  holdsClosed,
  letterheadGroups,
  meetingFacts,
  placePoints,
  pointOpening,
  propertyCreator,
  propertyTitle,
  titleOf,
} from './meeting-document.js';
import type { PlacedPoint } from './meeting-document.js';
import type { DocumentBlock, DocumentModel, PageHead } from './model.js';
import { paragraphOf, printableLine, printableText } from './printable.js';
import type { AgendaForm, AgendaSource, AgendaSourcePoint } from './sources.js';

type Placed = PlacedPoint<AgendaSourcePoint>;

/** A field with its label; nothing when the text says nothing. */
function field(label: string, text: RichText): readonly DocumentBlock[] {
  const printed = printableText(text);
  return printed.length === 0 ? [] : [{ type: 'field', label, text: printed }];
}

function attending(text: string | null): readonly DocumentBlock[] {
  const line = printableLine(text);
  if (line === null) return [];
  const sentence = /^under punktet deltager/i.test(line) ? line : `${WORDS.attending} ${line}`;
  const ended = paragraphOf(/[.!?]$/.test(sentence) ? sentence : `${sentence}.`);
  return [{ type: 'text', text: ended, lead: sentence.slice(0, WORDS.attending.length) }];
}

/** Who comes to the point and when; printed in both forms, since nothing else says when a guest is to be there. */
function guests(point: AgendaSourcePoint, slot: TimeSlot): readonly DocumentBlock[] {
  const named = point.guests.flatMap(({ name, title }) => {
    const printed = printableLine(name);
    return printed === null ? [] : [{ name: printed, title: printableLine(title) }];
  });
  const line = guestLine(named, slot.from, slot.to);
  if (line === null) return [];
  // As it stands: the blank before a time is one that does not break.
  return [
    { type: 'field', label: line.label, text: [{ type: 'paragraph', content: [{ text: line.value }] }] },
  ];
}

function attachmentList(
  point: AgendaSourcePoint,
  { entry }: Placed,
  audience: Audience,
): readonly DocumentBlock[] {
  const items = attachmentsFor(point.attachments, entry.visibility, audience).flatMap(
    ({ attachment, visibility }) => {
      const title = printableLine(attachment.title);
      if (title === null) return [];
      const isMarked =
        visibility === 'open' || entry.visibility === 'closed' || /\(fortroligt?\)/i.test(title);
      return isMarked ? [title] : [`${title} (${WORDS.confidential})`];
    },
  );
  return items.length === 0 ? [] : [{ type: 'list', label: LABELS.attachments, marker: 'number', items }];
}

/** A parent's time is that of its sub-points, and is printed with them. */
function timeField(slot: TimeSlot, isParent: boolean): readonly DocumentBlock[] {
  return isParent ? [] : field(LABELS.pointTime, paragraphOf(pointTime(slot.from, slot.to, slot.minutes)));
}

function fullFields(point: AgendaSourcePoint, slot: TimeSlot): readonly DocumentBlock[] {
  return [
    ...field(LABELS.purpose, point.purpose),
    ...attending(point.attending),
    ...guests(point, slot),
    ...field(LABELS.method, paragraphOf(point.method)),
    ...field(LABELS.responsible, paragraphOf(point.responsible)),
  ];
}

/** What stands under one point. */
function pointBlocks(
  placed: Placed,
  form: AgendaForm,
  isParent: boolean,
  audience: Audience,
): readonly DocumentBlock[] {
  const { entry, slot } = placed;
  const { point } = entry;
  const lateReason = isNeutral(point) ? null : point.lateReason;
  const opening = pointOpening(placed, form, lateReason);
  if (entry.withdrawn) return opening;
  const time = form === 'full' ? timeField(slot, isParent) : [];
  if (isNeutral(point)) return [...opening, ...time];
  return [
    ...opening,
    ...(form === 'full' ? fullFields(point, slot) : guests(point, slot)),
    ...time,
    ...field(LABELS.proposedDecision, point.proposedDecision),
    ...attachmentList(point, placed, audience),
  ];
}

function contents(points: readonly Placed[]): readonly DocumentBlock[] {
  const entries = points
    .filter(({ entry }) => entry.parentId === null)
    .map(({ entry, number }) => ({
      number,
      title: printableLine(entry.point.title) ?? '',
      remark: entry.withdrawn ? 'punktet udgår' : entry.late ? 'tillægspunkt' : null,
    }));
  if (entries.length < 2) return [];
  return [
    { type: 'heading', level: 2, text: WORDS.agendaInShort },
    { type: 'contents', entries },
  ];
}

function agendaBlocks(
  points: readonly Placed[],
  form: AgendaForm,
  audience: Audience,
): readonly DocumentBlock[] {
  const parents = new Set(points.filter(({ entry }) => !entry.withdrawn).map(({ entry }) => entry.parentId));
  return [
    ...(form === 'full' ? contents(points) : []),
    ...points.flatMap((placed) => pointBlocks(placed, form, parents.has(placed.entry.point.id), audience)),
  ];
}

/**
 * The version is printed from the second on and only for those who may see all: it also counts changes to closed
 * points, so the open audience would learn from it that there are some.
 */
function pageHead(source: AgendaSource, audience: Audience): PageHead {
  const { documentDate, version, state } = source;
  const showVersion = audience === 'all' && state === 'sent' && version !== null && version > 1;
  return {
    lines: [
      ...(documentDate === null ? [] : [printDate(documentDate)]),
      ...(showVersion ? [versionText(version)] : []),
    ],
    mark: state === 'draft' ? WORDS.draft : null,
    page: { before: 'Side', between: 'af' },
  };
}

/**
 * The agenda as a document for an audience (PRODUCT.md, Agenda point, Closed points, Times). Refusals:
 * `not-for-this-audience` (open audience of a closed body), and those of the timetable.
 */
export function agendaModel(source: AgendaSource, audience: Audience): Outcome<DocumentModel> {
  const placed = placePoints(source, audience);
  if (!placed.ok) return placed;
  const { main, closed } = placed.value;
  const { form, name } = source.body;
  return allowed({
    kind: 'agenda',
    fileName: fileNameFor({
      kind: 'agenda',
      about: titleOf(source),
      date: source.meeting.date,
      isDraft: source.state === 'draft',
      holdsClosed: holdsClosed(placed.value),
    }),
    properties: {
      title: propertyTitle(WORDS.agenda, source),
      subject: titleOf(source) ?? WORDS.agenda,
      creator: propertyCreator(source.letterhead, name),
    },
    letterhead: letterheadGroups(source.letterhead),
    pageHead: pageHead(source, audience),
    parts: [
      {
        mark: null,
        blocks: [
          { type: 'title', text: WORDS.agenda },
          meetingFacts(source),
          ...agendaBlocks(main, form, audience),
        ],
      },
      ...closedPart(agendaBlocks(closed, form, audience)),
    ],
  });
}
