import type { PaperLine } from '../../domain/document/index.js';
import { plainInline } from '../../domain/text/index.js';
import type { Inline } from '../../domain/text/index.js';
import { listLevel } from './docx-numbering.js';
import type { Numbering } from './docx-numbering.js';
import { SKIPPED } from './docx-part.js';
import type { StyleLists } from './docx-part.js';
import type { XmlReader } from './xml-events.js';

/** What the other parts of a document say of its body. */
export interface Surroundings {
  readonly numbering: Numbering;
  readonly lists: StyleLists;
  /** Levels of the headings by the ids of their styles. */
  readonly levels: ReadonlyMap<string, number>;
  /** The styles that the names of fields are set in. */
  readonly fieldNames: ReadonlySet<string>;
  /** The styles that titles and closing lines are set in. */
  readonly tellingStyles: ReadonlyMap<string, 'title' | 'closing'>;
  readonly links: ReadonlyMap<string, string>;
  /** The paragraphs that points are named by, counted from 0. */
  readonly points: ReadonlyMap<number, string>;
}

interface Look {
  bold?: true;
  italic?: true;
  link?: string;
}

const isOn = (value: string | undefined): boolean => value !== '0' && value !== 'false' && value !== 'none';

/** A paragraph while it is read. */
interface Paragraph {
  readonly content: Inline[];
  style: string | null;
  listId: string | null;
  level: number;
  pointId: string | null;
  /** In characters. */
  length: number;
  /** How many of them, from the first, are set as the name of a field. */
  marked: number;
  /** Tracked changes took it away: what is left of it belongs to the next one. */
  isGone: boolean;
}

/** Changes that took away the paragraph whose properties they stand in. */
const TAKEN_AWAY = new Set(['w:del', 'w:moveFrom']);

/** A sub-point by its number, where no style says how high its heading stands. */
const SUB_NUMBER = /^(punkt )?\d+[a-zæøå]/i;

/** Reads the body of a document line by line; text boxes come right after the paragraph they hang on. */
export class PaperReader implements XmlReader {
  readonly lines: PaperLine[] = [];
  /** Text boxes hold paragraphs within one. */
  private readonly paragraphs: Paragraph[] = [];
  private readonly boxes: PaperLine[] = [];
  private inProperties = false;
  private isFieldName = false;
  private count = 0;
  private look: Look = {};
  private link: string | null = null;
  private inText = false;
  private skipping = 0;
  private tables = 0;
  private row: Inline[][] = [];
  private rows = 0;
  private header = false;

  constructor(private readonly around: Surroundings) {}

  open(name: string, attributes: Record<string, string>): void {
    const paragraph = this.paragraphs.at(-1);
    if (this.inProperties && this.skipping === 0 && paragraph && TAKEN_AWAY.has(name))
      paragraph.isGone = true;
    if (SKIPPED.has(name)) this.skipping += 1;
    if (this.skipping > 0) return;
    if (name === 'w:p') this.begin();
    else if (name === 'w:tbl') this.openTable();
    else if (name === 'w:tc') this.row.push([]);
    else if (name === 'w:tblHeader') this.header = this.rows === 0 && isOn(attributes['w:val']);
    else if (paragraph) this.inside(name, attributes, paragraph);
  }

  private begin(): void {
    this.paragraphs.push({
      ...{ content: [], style: null, listId: null, level: 0, length: 0, marked: 0, isGone: false },
      pointId: this.around.points.get(this.count) ?? null,
    });
    this.count += 1;
  }

  private openTable(): void {
    this.tables += 1;
    if (this.tables === 1) [this.row, this.rows, this.header] = [[], 0, false];
  }

  private inside(name: string, attributes: Record<string, string>, paragraph: Paragraph): void {
    const value = attributes['w:val'];
    if (name === 'w:pPr') this.inProperties = true;
    else if (name === 'w:pStyle') paragraph.style = value ?? null;
    else if (name === 'w:numId') paragraph.listId = value ?? null;
    else if (name === 'w:ilvl') paragraph.level = listLevel(value);
    else if (name === 'w:r') this.beginRun();
    else if (name === 'w:rStyle') this.isFieldName = this.around.fieldNames.has(value ?? '');
    else if (name === 'w:b' && isOn(value)) this.look.bold = true;
    else if (name === 'w:i' && isOn(value)) this.look.italic = true;
    else if (name === 'w:hyperlink') this.link = this.around.links.get(attributes['r:id'] ?? '') ?? null;
    else if (name === 'w:t') this.inText = true;
    else if (name === 'w:br' || name === 'w:cr') this.put('\n');
    else if (name === 'w:tab' && attributes['w:pos'] === undefined) this.put('\t');
    else if (name === 'w:noBreakHyphen') this.put('-');
  }

  private beginRun(): void {
    this.look = {};
    this.isFieldName = false;
  }

  text(text: string): void {
    if (this.inText && this.skipping === 0) this.put(text);
  }

  private put(text: string): void {
    // Links have the look of links.
    const run = this.link === null ? { text, ...this.look } : { text, link: this.link };
    const paragraph = this.paragraphs.at(-1);
    if (!paragraph) return;
    paragraph.content.push(run);
    if (this.isFieldName && paragraph.marked === paragraph.length) paragraph.marked += text.length;
    paragraph.length += text.length;
  }

  close(name: string): void {
    if (SKIPPED.has(name)) this.skipping -= 1;
    if (this.skipping > 0 || SKIPPED.has(name)) return;
    if (name === 'w:t') this.inText = false;
    else if (name === 'w:pPr') this.inProperties = false;
    else if (name === 'w:hyperlink') this.link = null;
    else if (name === 'w:p') this.end();
    else if (name === 'w:tbl') this.tables -= 1;
    else if (name === 'w:tr' && this.tables === 1) this.endRow();
  }

  private end(): void {
    const paragraph = this.paragraphs.pop();
    if (!paragraph || (paragraph.isGone && isBlank(paragraph))) return;
    const { content } = paragraph;
    const cell = this.tables > 0 ? this.row.at(-1) : undefined;
    if (cell) {
      if (cell.length > 0 && content.length > 0) cell.push({ text: '\n' });
      // One by one: a call takes only so many arguments, and runs may be more.
      for (const run of content) cell.push(run);
    } else if (this.paragraphs.length > 0) this.boxes.push(this.lineOf(paragraph));
    else {
      this.lines.push(this.lineOf(paragraph));
      for (const box of this.boxes.splice(0)) this.lines.push(box);
    }
  }

  private lineOf({ content, style, listId, level, pointId, marked }: Paragraph): PaperLine {
    const styled = style === null ? undefined : this.around.levels.get(style);
    // A point stays one when somebody gives its heading another look.
    const named = pointId === null ? undefined : SUB_NUMBER.test(plainInline(content).trim()) ? 3 : 2;
    const heading = styled ?? named;
    if (heading !== undefined)
      return { kind: 'heading', level: heading, content: content.map(unmarked), pointId };
    const list = listId ?? (style === null ? undefined : this.around.lists.get(style));
    const mark = list === undefined || list === '0' ? null : this.around.numbering.next(list, level);
    if (mark === null) {
      const telling = this.around.tellingStyles.get(style ?? '');
      return { kind: 'paragraph', content, marked, ...(telling && { style: telling }) };
    }
    return { kind: 'item', list: mark === '•' ? 'bullet' : 'number', content };
  }

  private endRow(): void {
    const first = this.rows === 0;
    this.lines.push({ kind: 'row', first, header: first && this.header, cells: this.row });
    this.row = [];
    this.rows += 1;
  }
}

const isBlank = ({ content }: Paragraph): boolean => plainInline(content).trim() === '';

/** A heading is bold by its style. */
const unmarked = ({ text, link }: Inline): Inline => (link === undefined ? { text } : { text, link });
