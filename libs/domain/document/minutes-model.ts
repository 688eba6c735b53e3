import { isNeutral } from '../agenda/index.js';
import type { Audience } from '../agenda/index.js';
import { printDate } from '../calendar/index.js';
import { usualPhrase } from '../decision/index.js';
import { allowed } from '../outcome.js';
import type { Outcome } from '../outcome.js';
import {
  FOLLOW_UP_COLUMNS,
  LABELS,
  WORDS,
  dissentLabel,
  dueText,
  followUpLine,
  namesText,
  taskText,
  votesText,
} from './document.text.js';
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
import { paragraphOf, printableLine, printableLines, printableText } from './printable.js';
import type {
  AgendaForm,
  MinutesSource,
  MinutesSourcePoint,
  SourceAddition,
  SourceDecision,
  SourceFollowUp,
} from './sources.js';

type Placed = PlacedPoint<MinutesSourcePoint>;

function names(label: string, list: readonly string[]): readonly DocumentBlock[] {
  const printed = printableLines(list);
  return printed.length === 0 ? [] : [{ type: 'field', label, text: paragraphOf(namesText(printed)) }];
}

function phraseOf({ outcome, target }: SourceDecision): string | null {
  return outcome === null
    ? null
    : usualPhrase(outcome, { ...target, bodyName: printableLine(target.bodyName) });
}

/** The decision as minuted, else the usual phrase of its outcome; then votes, dissent and who did not take part. */
function decisionBlocks(decision: SourceDecision): readonly DocumentBlock[] {
  const written = printableText(decision.text);
  const text = written.length > 0 ? written : paragraphOf(phraseOf(decision));
  const dissents = decision.dissents.flatMap(({ kind, by, text: said }) => {
    const printed = printableText(said);
    const label = dissentLabel(kind, printableLine(by));
    return printed.length === 0 ? [] : [{ type: 'field', label, text: printed } as const];
  });
  return [
    ...(text.length === 0 ? [] : [{ type: 'text', text } as const]),
    ...(decision.votes === null
      ? []
      : [{ type: 'field', label: LABELS.votes, text: paragraphOf(votesText(decision.votes)) } as const]),
    ...dissents,
    ...names(LABELS.absent, decision.absent),
    ...names(LABELS.disqualified, decision.disqualified),
    ...names(LABELS.prevented, decision.prevented),
  ];
}

/** The follow-ups somebody stands by, by the point they were minuted under. */
function byPoint(
  followUps: readonly SourceFollowUp[],
): ReadonlyMap<string | null, readonly SourceFollowUp[]> {
  const map = new Map<string | null, SourceFollowUp[]>();
  for (const followUp of followUps) {
    if (followUp.state === 'suggested' || printableLine(followUp.action) === null) continue;
    const same = map.get(followUp.pointId);
    if (same) same.push(followUp);
    else map.set(followUp.pointId, [followUp]);
  }
  return map;
}

type FollowUpsByPoint = ReturnType<typeof byPoint>;

function pointBlocks(
  placed: Placed,
  form: AgendaForm,
  followUps: FollowUpsByPoint,
): readonly DocumentBlock[] {
  const { entry } = placed;
  const { point } = entry;
  if (isNeutral(point)) {
    const text = printableText(point.publicDecision);
    return [
      ...pointOpening(placed, form, null),
      ...(text.length === 0 ? [] : [{ type: 'text', text } as const]),
    ];
  }
  const items = (followUps.get(point.id) ?? []).map(({ responsible, action, due }) =>
    followUpLine(printableLine(responsible), printableLine(action) ?? '', due),
  );
  return [
    ...pointOpening(placed, form, point.lateReason),
    ...(point.decision === null ? [] : decisionBlocks(point.decision)),
    ...(items.length === 0
      ? []
      : [{ type: 'list', label: WORDS.followUps, marker: 'bullet', items } as const]),
  ];
}

/** The follow-ups of a part gathered in a table at its end, in the order of the agenda. */
function followUpTable(
  points: readonly Placed[],
  followUps: FollowUpsByPoint,
  unplaced: readonly SourceFollowUp[],
): readonly DocumentBlock[] {
  const row = (number: string, { responsible, action, due }: SourceFollowUp): readonly string[] => [
    number,
    printableLine(responsible) ?? WORDS.noResponsible,
    taskText(printableLine(action) ?? ''),
    dueText(due),
  ];
  const rows = [
    ...points.flatMap(({ entry, number }) =>
      isNeutral(entry.point) ? [] : (followUps.get(entry.point.id) ?? []).map((one) => row(number, one)),
    ),
    ...unplaced.map((one) => row('', one)),
  ];
  if (rows.length === 0) return [];
  return [
    { type: 'heading', level: 2, text: WORDS.followUps },
    { type: 'table', caption: WORDS.followUps, columns: FOLLOW_UP_COLUMNS, rows },
  ];
}

function additionBlocks(
  additions: readonly SourceAddition[],
  points: readonly Placed[],
  audience: Audience,
): readonly DocumentBlock[] {
  const readable = new Set(
    points.filter(({ entry }) => !isNeutral(entry.point)).map(({ entry }) => entry.point.id),
  );
  const maySee = (addition: SourceAddition): boolean =>
    audience === 'all' ||
    (addition.visibility === 'open' && (addition.pointId === null || readable.has(addition.pointId)));
  const blocks = additions.filter(maySee).flatMap(({ date, by, text }) => {
    const printed = printableText(text);
    const label = [printDate(date), printableLine(by)].filter((part) => part !== null).join(', ');
    return printed.length === 0 ? [] : [{ type: 'field', label, text: printed } as const];
  });
  return blocks.length === 0 ? [] : [{ type: 'heading', level: 2, text: WORDS.additions }, ...blocks];
}

function pageHead({ documentDate, state }: MinutesSource): PageHead {
  const marks = { draft: WORDS.draft, 'in-review': WORDS.inReview, approved: null, published: null };
  return {
    lines: documentDate === null ? [] : [printDate(documentDate)],
    mark: marks[state],
    page: { before: 'Side', between: 'af' },
  };
}

/**
 * The minutes as a document for an audience: the decision of each point with its follow-ups, then a table of the
 * follow-ups and the additions made after approval (PRODUCT.md, Decision, Minutes, Follow-up). A follow-up of no known
 * point is printed only for those who may see all. Refusals as for the agenda.
 */
export function minutesModel(source: MinutesSource, audience: Audience): Outcome<DocumentModel> {
  const placed = placePoints(source, audience);
  if (!placed.ok) return placed;
  const { main, closed } = placed.value;
  const { form, name } = source.body;
  const followUps = byPoint(source.followUps);
  const unplaced = audience === 'all' ? (followUps.get(null) ?? []) : [];
  const pointsOf = (points: readonly Placed[]): readonly DocumentBlock[] =>
    points.flatMap((point) => pointBlocks(point, form, followUps));
  return allowed({
    kind: 'minutes',
    fileName: fileNameFor({
      kind: 'minutes',
      about: titleOf(source),
      date: source.meeting.date,
      isDraft: source.state === 'draft',
      holdsClosed: holdsClosed(placed.value),
    }),
    properties: {
      title: propertyTitle(WORDS.minutes, source),
      subject: titleOf(source) ?? WORDS.minutes,
      creator: propertyCreator(source.letterhead, name),
    },
    letterhead: letterheadGroups(source.letterhead),
    pageHead: pageHead(source),
    parts: [
      {
        mark: null,
        blocks: [
          { type: 'title', text: WORDS.minutes },
          meetingFacts(source),
          ...pointsOf(main),
          ...followUpTable(main, followUps, unplaced),
          ...additionBlocks(source.additions, [...main, ...closed], audience),
        ],
      },
      ...closedPart([...pointsOf(closed), ...followUpTable(closed, followUps, [])]),
    ],
  });
}
