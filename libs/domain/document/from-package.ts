import { toMinutes } from '../calendar/index.js';
import type { ClockTime } from '../calendar/index.js';
import type { PackageDocument, PackageLetterhead, PackagePoint } from '../imports/package-document.js';
import { allowed, refused } from '../outcome.js';
import type { Outcome } from '../outcome.js';
import { fromPlainText, isBlank, plainText } from '../text/index.js';
import type { RichText } from '../text/index.js';
import type {
  AgendaForm,
  AgendaSource,
  AgendaSourcePoint,
  IndstillingSection,
  IndstillingSource,
  Letterhead,
  MeetingDocumentSource,
  MinutesSource,
  SourceAttachment,
} from './sources.js';
import type { AgendaPoint } from '../agenda/index.js';

const LONG_LINE = 40;

/** Joins lines that were only broken because the page was full: a long line that ends no sentence. */
function unwrapped(text: string): string {
  const lines = text.split('\n').map((line) => line.trim());
  let joined = '';
  for (const [i, line] of lines.entries()) {
    const before = lines[i - 1] ?? '';
    const goesOn = before.length >= LONG_LINE && !/[.:;!?]$/.test(before) && /^[^•-]/.test(line);
    joined += (i === 0 ? '' : goesOn ? ' ' : '\n') + line;
  }
  return joined;
}

function textOf(text: string | null): RichText {
  return text === null ? [] : fromPlainText(unwrapped(text));
}

function letterheadOf(letterhead: PackageLetterhead, caseNumber: string | null): Letterhead | null {
  const { unit, lines, phones, emails, caseworkers } = letterhead;
  if (unit === null && [lines, phones, emails, caseworkers].every((list) => list.length === 0)) return null;
  return { unit, lines, phones, emails, caseNumber, caseworkers };
}

/** Points written out with purpose, method and times are those of the full form. */
function formOf(points: readonly PackagePoint[]): AgendaForm {
  const isFull = points.some(
    (point) => (point.purpose ?? point.method ?? point.responsible ?? point.timeFrom) !== null,
  );
  return isFull ? 'full' : 'short';
}

function meetingDocumentOf(document: PackageDocument): MeetingDocumentSource {
  const { meeting, points } = document;
  const firstTime = points.find((point) => point.timeFrom !== null)?.timeFrom ?? null;
  return {
    letterhead: letterheadOf(document.letterhead, meeting.caseNumber),
    documentDate: document.documentDate,
    body: {
      name: meeting.body ?? '',
      visibility: 'open',
      policy: 'separate-series',
      form: formOf(points),
    },
    meeting: {
      title: null,
      extraordinary: false,
      date: meeting.date,
      start: meeting.start ?? firstTime,
      end: meeting.end,
      place: meeting.place,
      caseNumber: meeting.caseNumber,
      chair: null,
      minuteTaker: null,
      participants: meeting.participants,
      regrets: [],
    },
  };
}

function attachmentsOf(attachments: PackagePoint['attachments']): readonly SourceAttachment[] {
  return attachments.map(({ title, visibility }, position) => ({ title, position, visibility }));
}

/** Minutes as written, else from the times as written. */
function minutesOf({ durationMinutes, timeFrom, timeTo }: PackagePoint): number | null {
  if (durationMinutes !== null || timeFrom === null || timeTo === null) return durationMinutes;
  const minutes = toMinutes(timeTo) - toMinutes(timeFrom);
  return minutes > 0 ? minutes : null;
}

/** The starts as written, where they follow one another; those that run backwards are left to the computed times. */
function startsOf(points: readonly PackagePoint[], start: ClockTime | null): readonly (ClockTime | null)[] {
  let latest = start ?? '00:00';
  return points.map(({ timeFrom }) => {
    if (timeFrom === null || timeFrom < latest) return null;
    latest = timeFrom;
    return timeFrom;
  });
}

/** The points as the rules of the agenda know them, with the numbers they were printed with. */
function agendaPointsOf({ points, meeting }: PackageDocument): readonly AgendaPoint[] {
  const starts = startsOf(points, meeting.start);
  const isNumbered = points.every((point) => /^\d+[A-Z]*$/.test(point.number));
  const idOf = (number: string, visibility: string): number =>
    points.findIndex((point) => point.number === number && point.visibility === visibility);
  return points.map((point, position) => {
    const over = /^(\d+)[A-Z]+$/.exec(point.number)?.[1];
    const own = over === undefined ? -1 : idOf(over, point.visibility);
    const parent = own >= 0 || over === undefined ? own : idOf(over, 'open');
    return {
      id: pointId(position),
      parentId: parent < 0 ? null : pointId(parent),
      position,
      title: point.title,
      minutes: minutesOf(point),
      fixedStart: starts[position] ?? null,
      type: 'discussion',
      visibility: point.visibility,
      state: 'active',
      late: false,
      frozenNumber: isNumbered ? point.number : null,
    };
  });
}

function pointId(index: number): string {
  return `point-${index}`;
}

/** The agenda of an imported package, as a source for `agendaModel`; numbers, times and visibility as the package has them. */
export function agendaSourceFromPackage(document: PackageDocument): AgendaSource {
  const points = agendaPointsOf(document).map((point, i): AgendaSourcePoint => {
    const written = document.points[i];
    return {
      ...point,
      purpose: textOf(written?.purpose ?? null),
      attending: written?.attending ?? null,
      guests: [],
      method: written?.method ?? null,
      responsible: written?.responsible ?? null,
      lateReason: null,
      proposedDecision: [],
      attachments: attachmentsOf(written?.attachments ?? []),
    };
  });
  return { ...meetingDocumentOf(document), state: 'sent', version: null, points };
}

/**
 * The minutes of an imported package, as a source for `minutesModel`. A follow-up whose number stands both in the open
 * and in the closed series is taken for the closed point, so that it cannot be shown by mistake.
 */
export function minutesSourceFromPackage(document: PackageDocument): MinutesSource {
  const points = agendaPointsOf(document);
  const pointOf = (number: string | null): string | null => {
    const same = document.points.flatMap((point, i) => (point.number === number ? [points[i]] : []));
    return (same.find((point) => point?.visibility === 'closed') ?? same[0])?.id ?? null;
  };
  return {
    ...meetingDocumentOf(document),
    state: 'approved',
    points: points.map((point, i) => {
      const decision = document.points[i]?.decision ?? null;
      return {
        ...point,
        lateReason: null,
        decision: decision && {
          outcome: decision.outcome,
          target: { meetingDate: null, bodyName: null },
          text: textOf(decision.text),
          votes: null,
          dissents: [],
          absent: [],
          disqualified: [],
          prevented: [],
        },
      };
    }),
    followUps: document.followUps.map(({ point, responsible, action, due }) => ({
      pointId: pointOf(point),
      responsible,
      action,
      due,
      state: 'confirmed',
    })),
    additions: [],
  };
}

/** Recommendations as a sentence when there is one, as a list after their opening when there are more. */
function recommendationText(before: RichText, recommendations: readonly string[]): RichText {
  const [only] = recommendations;
  if (before.length === 0 && recommendations.length === 1 && only !== undefined)
    return fromPlainText(/^at\s/i.test(only) ? `Det indstilles, ${only.replace(/\.*$/, '')}.` : only);
  const items = recommendations.map((text) => ({ content: [{ text }] }));
  return [
    ...(before.length === 0 ? fromPlainText('Det indstilles,') : before),
    { type: 'numbered-list', items },
  ];
}

/** The sections with the recommendations that stand elsewhere in the package put where they belong. */
function withRecommendations(
  sections: readonly IndstillingSection[],
  recommendations: readonly string[],
): readonly IndstillingSection[] {
  const flat = (text: string): string =>
    text
      .replace(/[\s.]+/g, ' ')
      .trim()
      .toLowerCase();
  const written = sections.find((section) => section.key === 'recommendation');
  const text = written && !isBlank(written.text) ? written.text : [];
  const said = flat(plainText(text));
  const missing = recommendations.filter((one) => !said.includes(flat(one)));
  if (missing.length === 0) return sections;
  const section = {
    key: 'recommendation',
    heading: written?.heading ?? 'INDSTILLING',
    text: recommendationText(text, missing),
  };
  if (written) return sections.map((one) => (one === written ? section : one));
  const after = sections.findIndex((one) => one.key === 'introduction') + 1;
  return [...sections.slice(0, after), section, ...sections.slice(after)];
}

/**
 * The indstilling of an imported package, as a source for `indstillingModel`. Refusal: `no-indstilling` when the
 * document holds none.
 */
export function indstillingSourceFromPackage(document: PackageDocument): Outcome<IndstillingSource> {
  const { indstilling, meeting } = document;
  if (indstilling === null)
    return refused('no-indstilling', 'The document holds no indstilling.', { at: 'indstilling' });
  const written = indstilling.sections.map(({ key, heading, text }) => ({
    key,
    heading,
    text: textOf(text),
  }));
  const sections = withRecommendations(written, indstilling.recommendations);
  return allowed({
    letterhead: letterheadOf(document.letterhead, meeting.caseNumber),
    title: indstilling.title ?? '',
    visibility: 'open',
    isDraft: false,
    bodyName: meeting.body,
    meetingDate: meeting.date,
    minutes: indstilling.minutes,
    caseNumber: meeting.caseNumber,
    unit: indstilling.unit,
    month: indstilling.month,
    author: indstilling.author,
    sections,
    attachments: indstilling.attachments.map((title, position) => ({ title, position, visibility: 'open' })),
  });
}
