import type { Block, Inline, ListItem, RichText, TableCell } from '../text/index.js';
import { plainInline } from '../text/index.js';
import { LABELS, WORDS } from './document.text.js';

/** One line of the body of a document that was read: a heading, a paragraph, an entry of a list, or a row of a table. */
export type PaperLine =
  | {
      readonly kind: 'heading';
      readonly level: number;
      readonly content: readonly Inline[];
      /** The point that the document itself says stands here; null where it says nothing. */
      readonly pointId: string | null;
    }
  | { readonly kind: 'paragraph'; readonly content: readonly Inline[] }
  | { readonly kind: 'item'; readonly list: 'bullet' | 'number'; readonly content: readonly Inline[] }
  | {
      readonly kind: 'row';
      readonly first: boolean;
      readonly header: boolean;
      readonly cells: readonly (readonly Inline[])[];
    };

/** What an agenda on paper says of one point, each thing by itself. */
export interface PaperPoint {
  /** Null where the document does not say which point it is: one that was written into it. */
  readonly id: string | null;
  readonly isSub: boolean;
  readonly isClosed: boolean;
  readonly title: string;
  /** The number it is printed under; null where none stands before its title. */
  readonly number: string | null;
  /** Minutes of time; null where none are printed. */
  readonly minutes: number | null;
  /** The line of its clock times as printed. */
  readonly time: string;
  readonly purpose: RichText;
  readonly attending: string;
  readonly method: string;
  readonly responsible: string;
  /** Its bilag, a line each. */
  readonly attachments: string;
  /** What stands under it and belongs to none of these. */
  readonly rest: string;
}

/** An agenda as read from a document. */
export interface PaperAgenda {
  /** What stands before the first point: the facts of the meeting and the short agenda. */
  readonly head: readonly string[];
  readonly points: readonly PaperPoint[];
}

type Section = 'purpose' | 'attending' | 'method' | 'responsible' | 'time' | 'attachments' | 'rest';

const SECTIONS: Readonly<Record<string, Section>> = {
  [LABELS.purpose]: 'purpose',
  [LABELS.method]: 'method',
  [LABELS.responsible]: 'responsible',
  [LABELS.pointTime]: 'time',
  [LABELS.attachments]: 'attachments',
  [LABELS.proposedDecision]: 'rest',
};

const NUMBERED = /^(?:punkt )?(\d+[A-ZÆØÅ]*)[.:]\s*/i;
const MINUTES_AT_END = /\s*\(([^()]*\bmin\.?|\d+ t\.?)\)$/i;

/** A text with blanks of every kind run together and none at its ends. */
export function evenly(text: string): string {
  return text.replace(/[\s\u00a0\u202f]+/g, ' ').trim();
}

/** The minutes that a text such as `9.05–9.15 (1 t. 10 min.)` names; null where it names none. */
export function minutesNamed(text: string): number | null {
  const found = /(?:(\d{1,2}) t\.?)?\s?(?:(\d{1,3}) min)?/i;
  for (const part of text.split(/[(),]/)) {
    const [, hours, minutes] = found.exec(evenly(part)) ?? [];
    if (hours !== undefined || minutes !== undefined) return Number(hours ?? 0) * 60 + Number(minutes ?? 0);
  }
  return null;
}

interface Reading {
  readonly heading: PaperLine & { kind: 'heading' };
  readonly isClosed: boolean;
  readonly level: number;
  readonly lines: Record<Section, PaperLine[]>;
  section: Section | null;
}

/**
 * Reads an agenda out of the lines of its document, by the headings of its points and the labels that stand before what is
 * said of each. It holds for what the product prints and for what people made of that in a word processor.
 */
export function readPaper(lines: readonly PaperLine[]): PaperAgenda {
  const head: string[] = [];
  const readings: Reading[] = [];
  const seen = new Set<string>();
  let isClosed = false;
  for (const line of lines) {
    const text = evenly(textOf(line));
    if (text === '') continue;
    const reading = readings.at(-1);
    if (line.kind === 'heading' && line.level === 1) {
      isClosed ||= text === WORDS.closedAgenda;
      if (text !== WORDS.closedAgenda) head.push(text);
    } else if (line.kind === 'heading' && startsPoint(line, text)) {
      const pointId = line.pointId !== null && !seen.has(line.pointId) ? line.pointId : null;
      if (pointId !== null) seen.add(pointId);
      readings.push(begun({ ...line, pointId }, isClosed));
    } else if (reading) take(reading, line, text);
    else head.push(text);
  }
  return { head, points: readings.map(pointOf) };
}

/** A heading that no point is named by is one all the same where it is numbered, or stands as high as points do. */
function startsPoint(line: PaperLine & { kind: 'heading' }, text: string): boolean {
  if (text === WORDS.agendaInShort) return false;
  return line.pointId !== null || line.level === 2 || (line.level === 3 && NUMBERED.test(text));
}

function begun(heading: PaperLine & { kind: 'heading' }, isClosed: boolean): Reading {
  const lines = {
    purpose: [],
    attending: [],
    method: [],
    responsible: [],
    time: [],
    attachments: [],
    rest: [],
  };
  return { heading, isClosed, level: heading.level, lines, section: null };
}

/** What goes on after a label belongs to it where that can be longer than a line. */
const LONG: readonly (Section | null)[] = ['purpose', 'attachments'];

function take(reading: Reading, line: PaperLine, text: string): void {
  const label = line.kind === 'paragraph' ? /^([^:]{1,40}):/.exec(text)?.[1]?.trim() : undefined;
  const section = label === undefined ? undefined : SECTIONS[label];
  if (section !== undefined && line.kind === 'paragraph') {
    reading.section = section;
    const content = section === 'rest' ? line.content : withoutLabel(line.content);
    if (evenly(plainInline(content)) !== '') reading.lines[section].push({ ...line, content });
  } else if (text.toLowerCase().startsWith(WORDS.attending.toLowerCase())) {
    reading.section = 'attending';
    reading.lines.attending.push(line);
  } else reading.lines[LONG.includes(reading.section) ? (reading.section ?? 'rest') : 'rest'].push(line);
}

function textOf(line: PaperLine): string {
  return line.kind === 'row' ? line.cells.map(plainInline).join('\t') : plainInline(line.content);
}

/** The runs of a line after the first colon and the blanks behind it. */
function withoutLabel(content: readonly Inline[]): readonly Inline[] {
  let left = (/^[^:]*:[\s\u00a0]*/.exec(plainInline(content))?.[0] ?? '').length;
  return content.flatMap((run) => {
    const cut = Math.min(left, run.text.length);
    left -= cut;
    return cut === run.text.length ? [] : [{ ...run, text: run.text.slice(cut) }];
  });
}

function pointOf({ heading, isClosed, level, lines }: Reading): PaperPoint {
  const printed = evenly(plainInline(heading.content));
  const number = NUMBERED.exec(printed)?.[1] ?? null;
  const bare = printed.replace(NUMBERED, '');
  const short = /^punkt /i.test(printed) ? MINUTES_AT_END.exec(bare) : null;
  const time = lines.time.map((line) => evenly(textOf(line))).join(' ');
  const flat = (section: Section): string =>
    lines[section].map((line) => evenly(textOf(line))).join(section === 'attachments' ? '\n' : ' ');
  return {
    ...{ id: heading.pointId, isSub: level > 2, isClosed, number, time },
    title: short ? bare.slice(0, short.index).trim() : bare,
    minutes: minutesNamed(short?.[1] ?? time),
    purpose: richTextOf(lines.purpose, level),
    attending: attendingNamed(flat('attending')),
    ...{ method: flat('method'), responsible: flat('responsible') },
    ...{ attachments: flat('attachments'), rest: flat('rest') },
  };
}

/** Who attends, without the words that the document puts around their names. */
function attendingNamed(sentence: string): string {
  return sentence
    .slice(WORDS.attending.length)
    .replace(/^[\s:]+/, '')
    .replace(/\.$/, '');
}

/** The blocks that lines make up: entries of one kind after one another are a list, rows a table. */
function richTextOf(lines: readonly PaperLine[], level: number): RichText {
  const blocks: Block[] = [];
  let items: ListItem[] = [];
  let rows: TableCell[][] = [];
  lines.forEach((line, i) => {
    const before = lines[i - 1];
    if (line.kind === 'item') {
      if (before?.kind !== 'item' || before.list !== line.list) {
        items = [];
        blocks.push({ type: line.list === 'bullet' ? 'bullet-list' : 'numbered-list', items });
      }
      items.push({ content: tidy(line.content) });
    } else if (line.kind === 'row') {
      if (before?.kind !== 'row' || line.first) {
        rows = [];
        blocks.push({ type: 'table', header: line.header, rows });
      }
      rows.push(line.cells.map((content) => ({ content: tidy(content) })));
    } else blocks.push(textBlock(line, level));
  });
  return blocks;
}

function textBlock(line: PaperLine & { kind: 'heading' | 'paragraph' }, level: number): Block {
  const content = tidy(line.content);
  if (line.kind === 'paragraph') return { type: 'paragraph', content };
  const below = Math.min(3, Math.max(1, line.level - level));
  return { type: 'heading', level: below === 1 ? 1 : below === 2 ? 2 : 3, content };
}

const marksOf = ({ bold, italic, link }: Inline): string => `${bold === true}${italic === true}${link ?? ''}`;

/** Runs of the same look as one: a word processor parts them as it likes. */
function tidy(content: readonly Inline[]): readonly Inline[] {
  const runs: Inline[] = [];
  for (const run of content) {
    const last = runs.at(-1);
    const text = run.text.replace(/[\u00a0\u202f\t]/g, ' ');
    if (last && marksOf(last) === marksOf(run)) runs[runs.length - 1] = { ...last, text: last.text + text };
    else if (text !== '') runs.push({ ...run, text });
  }
  return runs.map((run, i) => {
    const start = i === 0 ? run.text.trimStart() : run.text;
    return { ...run, text: i === runs.length - 1 ? start.trimEnd() : start };
  });
}
