import { GUEST_LABELS } from '../agenda/index.js';
import type { Inline } from '../text/index.js';
import { plainInline } from '../text/index.js';
import { LABELS, WORDS } from './document.text.js';
import { cutBefore, evenly, richTextOf, wordsOfLine } from './paper-text.js';
import type { FieldNames, PaperAgenda, PaperAsides, PaperLine, PaperPoint } from './paper.js';

type Section =
  'purpose' | 'attending' | 'guests' | 'method' | 'responsible' | 'time' | 'attachments' | 'rest';

const SECTIONS: ReadonlyMap<string, Section> = new Map<string, Section>([
  [LABELS.purpose, 'purpose'],
  [GUEST_LABELS.one, 'guests'],
  [GUEST_LABELS.several, 'guests'],
  [LABELS.method, 'method'],
  [LABELS.responsible, 'responsible'],
  [LABELS.pointTime, 'time'],
  [LABELS.attachments, 'attachments'],
  [LABELS.proposedDecision, 'rest'],
  [WORDS.attending, 'attending'],
]);

/** Fields whose text has paragraphs and headings of its own. */
const TEXTS: ReadonlySet<string> = new Set([LABELS.purpose, LABELS.proposedDecision]);

const NUMBERED = /^(?:punkt )?(\d+[A-ZÆØÅ]*)[.:]\s*/i;
const MINUTES_AT_END = /\s*\(([^()]*\bmin\.?|\d+ t\.?)\)$/i;

/** The minutes that a text such as `9.05–9.15 (1 t. 10 min.)` names; null where it names none. */
export function minutesNamed(text: string): number | null {
  const found = /(?:(\d{1,2}) t\.?)?\s?(?:(\d{1,3}) min)?/i;
  for (const part of text.split(/[(),]/)) {
    const [, hours, minutes] = found.exec(evenly(part)) ?? [];
    if (hours !== undefined || minutes !== undefined) return Number(hours ?? 0) * 60 + Number(minutes ?? 0);
  }
  return null;
}

type HeadingLine = PaperLine & { kind: 'heading' };

/** The name of a field where a line begins with one. */
interface FieldName {
  readonly label: string;
  readonly section: Section;
  readonly isMarked: boolean;
}

/** A point while it is read. */
interface Reading {
  readonly heading: HeadingLine;
  readonly isClosed: boolean;
  readonly lines: Record<Section, PaperLine[]>;
  /** The fields that were named, each with the line that begins with its name. */
  readonly named: Map<Section, { readonly line: PaperLine; readonly isMarked: boolean }>;
  section: Section | null;
  /** A text is open whose own words could be taken for names of fields. */
  holdsNames: boolean;
  /** A text is open whose own headings could be taken for those of points. */
  holdsHeadings: boolean;
}

const NO_ASIDES: PaperAsides = { comments: [], notes: [], margins: [] };

/**
 * Reads an agenda out of the lines of its document, by the headings of its points and the names that stand before what is
 * said of each. It holds for what the product prints and for what people made of that in a word processor.
 */
export function readPaper(
  lines: readonly PaperLine[],
  names: FieldNames = 'marks',
  asides: PaperAsides = NO_ASIDES,
): PaperAgenda {
  const head: string[] = [];
  const readings: Reading[] = [];
  const seen = new Set<string>();
  let isClosed = false;
  for (const given of lines) {
    const text = evenly(wordsOfLine(given));
    const line = originalOnce(given, seen);
    const reading = readings.at(-1);
    if (line.kind === 'heading' && startsPoint(line, text, reading)) {
      if (line.pointId !== null) seen.add(line.pointId);
      readings.push(begun(line, isClosed));
    } else if (isTop(line) && text === WORDS.closedAgenda) isClosed = true;
    else if (text === '' && !(reading && line.kind === 'row')) continue;
    else if (!reading || (isTop(line) && !reading.holdsHeadings)) head.push(text);
    else take(reading, line, text, names);
  }
  return { head, points: readings.map(pointOf), asides };
}

const isTop = (line: PaperLine): boolean => line.kind === 'heading' && line.level === 1;

/** A point that was copied is the point it was once, and the others are new ones. */
function originalOnce(line: PaperLine, seen: ReadonlySet<string>): PaperLine {
  const isCopy = line.kind === 'heading' && line.pointId !== null && seen.has(line.pointId);
  return isCopy ? { ...line, pointId: null } : line;
}

/**
 * A heading that no point is named by is one all the same where it stands as high as points do, or is a numbered one below
 * them: but not while a text is open that has headings of its own.
 */
function startsPoint(line: HeadingLine, text: string, reading: Reading | undefined): boolean {
  if (line.pointId !== null) return true;
  if (text === '' || text === WORDS.agendaInShort || reading?.holdsHeadings === true) return false;
  if (line.level === 2) return true;
  return line.level === 3 && reading?.section !== 'purpose' && NUMBERED.test(text);
}

function begun(heading: HeadingLine, isClosed: boolean): Reading {
  const lines = {
    ...{ purpose: [], attending: [], guests: [], method: [], responsible: [] },
    ...{ time: [], attachments: [], rest: [] },
  };
  return {
    ...{ heading, isClosed, lines, named: new Map() },
    ...{ section: null, holdsNames: false, holdsHeadings: false },
  };
}

/** What goes on after a name belongs to it where that can be longer than a line. */
const LONG: ReadonlySet<Section | null> = new Set<Section>(['purpose', 'attachments']);

function take(reading: Reading, line: PaperLine, text: string, names: FieldNames): void {
  const name = line.kind === 'paragraph' ? fieldNamed(reading, line, text, names) : null;
  if (name === null) {
    const { section } = reading;
    reading.lines[LONG.has(section) ? (section ?? 'rest') : 'rest'].push(line);
    return;
  }
  const { label, section, isMarked } = name;
  // What was written by hand gives way to what the document itself names so.
  reading.lines.rest.push(...reading.lines[section].splice(0));
  reading.lines[section].push(line);
  reading.named.set(section, { line, isMarked });
  reading.section = section;
  reading.holdsNames = isMarked && TEXTS.has(label);
  reading.holdsHeadings = TEXTS.has(label) && (isMarked || names === 'words');
}

/** The field that a paragraph names at its start; each is named once. */
function fieldNamed(
  reading: Reading,
  line: PaperLine & { kind: 'paragraph' },
  text: string,
  names: FieldNames,
): FieldName | null {
  const isMarked = names === 'marks' && line.marked > 0;
  if (!isMarked && reading.holdsNames) return null;
  const said = isMarked ? evenly(plainInline(line.content).slice(0, line.marked)) : text;
  const label = labelOf(said);
  const section = SECTIONS.get(label);
  if (section === undefined) return null;
  const known = reading.named.get(section);
  if (known && (known.isMarked || !isMarked)) return null;
  return { label, section, isMarked };
}

const isAttending = (text: string): boolean => text.toLowerCase().startsWith(WORDS.attending.toLowerCase());

function labelOf(text: string): string {
  if (isAttending(text)) return WORDS.attending;
  return /^([^:]{1,40}):/.exec(text)?.[1]?.trim() ?? '';
}

/** The runs of a line after the first colon and the blanks behind it. */
function withoutLabel(content: readonly Inline[]): readonly Inline[] {
  return cutBefore(content, (/^[^:]*:[\s\u00a0]*/.exec(plainInline(content))?.[0] ?? '').length);
}

function pointOf(reading: Reading): PaperPoint {
  const { heading, isClosed } = reading;
  const printed = evenly(plainInline(heading.content));
  const number = NUMBERED.exec(printed)?.[1] ?? null;
  const bare = printed.replace(NUMBERED, '');
  const short = /^punkt /i.test(printed) ? MINUTES_AT_END.exec(bare) : null;
  const time = flat(reading, 'time', ' ');
  return {
    ...{ id: heading.pointId, isSub: heading.level > 2, isClosed, number, time },
    title: short ? bare.slice(0, short.index).trim() : bare,
    minutes: minutesNamed(short?.[1] ?? time),
    purpose: richTextOf(said(reading, 'purpose'), heading.level),
    attending: attendingNamed(flat(reading, 'attending', ' ')),
    ...{ method: flat(reading, 'method', ' '), responsible: flat(reading, 'responsible', ' ') },
    ...{ attachments: flat(reading, 'attachments', '\n'), rest: restOf(reading) },
  };
}

/** Guests are invited on the page of their point, and are not taken over from paper. */
function restOf(reading: Reading): string {
  return (['guests', 'rest'] as const)
    .map((section) => flat(reading, section, ' '))
    .filter((text) => text !== '')
    .join(' ');
}

/** The fields that are told with their names before them. */
const WITH_NAMES: ReadonlySet<Section> = new Set<Section>(['rest', 'attending', 'guests']);

/** The lines of a field without its name. */
function said({ lines, named: names }: Reading, section: Section): readonly PaperLine[] {
  return lines[section].flatMap((line): PaperLine[] => {
    const isNamed = names.get(section)?.line === line;
    if (!isNamed || line.kind !== 'paragraph' || WITH_NAMES.has(section)) return [line];
    const content = withoutLabel(line.content);
    return evenly(plainInline(content)) === '' ? [] : [{ ...line, content }];
  });
}

function flat(reading: Reading, section: Section, between: string): string {
  return said(reading, section)
    .map((line) => evenly(wordsOfLine(line)))
    .join(between);
}

/** Who attends, without the words that the document puts around their names. */
export function attendingNamed(sentence: string): string {
  const names = isAttending(sentence) ? sentence.slice(WORDS.attending.length) : sentence;
  return names.replace(/^[\s:]+/, '').replace(/\.$/, '');
}
