import { listLevel } from './docx-numbering.js';
import type { Numbering } from './docx-numbering.js';
import { readXml } from './xml-events.js';

/** Text of one part of a document, in the order it is read. */
export type PartLine =
  | { readonly kind: 'paragraph' | 'item'; readonly text: string; readonly opensPage: boolean }
  | { readonly kind: 'row'; readonly cells: readonly (readonly string[])[] };

interface Paragraph {
  text: string;
  listId: string | null;
  level: number;
  style: string | null;
  opensPage: boolean;
}

interface Table {
  cells: string[][];
  cell: string[] | null;
}

/** Deleted text, field codes, the second copy of a drawing and what a look was before it was changed are no text of the document. */
export const SKIPPED = new Set([
  ...['w:del', 'w:instrText', 'w:delText', 'mc:Fallback', 'w:moveFrom', 'w:rPrChange', 'w:pPrChange'],
]);

/** Lists that styles put their paragraphs in: style id to list id. */
export type StyleLists = ReadonlyMap<string, string>;

/** Reads the style sheet for the lists its styles number by. */
export function readStyleLists(xml: string): StyleLists {
  const lists = new Map<string, string>();
  let style = '';
  readXml(xml, {
    open(name, attributes) {
      if (name === 'w:style') style = attributes['w:styleId'] ?? '';
      if (name === 'w:numId' && style !== '') lists.set(style, attributes['w:val'] ?? '');
    },
  });
  return lists;
}

/**
 * Reads a part of WordprocessingML (document, header, footer). Text boxes come right after the paragraph they hang on;
 * tables within tables come as lines of the cell they stand in.
 */
export function readPart(xml: string, numbering: Numbering, styles: StyleLists): PartLine[] {
  const reader = new PartReader(numbering, styles);
  readXml(xml, reader);
  return reader.lines;
}

class PartReader {
  readonly lines: PartLine[] = [];
  private readonly paragraphs: Paragraph[] = [];
  private readonly tables: Table[] = [];
  private readonly boxes: PartLine[] = [];
  private skipping = 0;
  private inText = false;
  private pageBreak = false;

  constructor(
    private readonly numbering: Numbering,
    private readonly styles: StyleLists,
  ) {}

  open(name: string, attributes: Record<string, string>): void {
    if (SKIPPED.has(name)) this.skipping += 1;
    if (this.skipping > 0) return;
    const paragraph = this.paragraphs.at(-1);
    const value = attributes['w:val'] ?? '';
    if (name === 'w:p') {
      this.paragraphs.push({ text: '', listId: null, level: 0, style: null, opensPage: this.pageBreak });
      this.pageBreak = false;
    } else if (name === 'w:tbl') this.tables.push({ cells: [], cell: null });
    else if (name === 'w:tc') this.openCell();
    else if (paragraph) this.inParagraph(name, value, attributes, paragraph);
  }

  private openCell(): void {
    const table = this.tables.at(-1);
    if (!table) return;
    table.cell = [];
    table.cells.push(table.cell);
  }

  private inParagraph(
    name: string,
    value: string,
    attributes: Record<string, string>,
    paragraph: Paragraph,
  ): void {
    if (name === 'w:t') this.inText = true;
    if (name === 'w:pStyle') paragraph.style = value;
    if (name === 'w:numId') paragraph.listId = value;
    if (name === 'w:ilvl') paragraph.level = listLevel(value);
    if (name === 'w:tab' && attributes['w:pos'] === undefined) paragraph.text += '\t';
    if (name === 'w:noBreakHyphen') paragraph.text += '-';
    if (name === 'w:pageBreakBefore' && value !== '0') paragraph.opensPage = true;
    if (name === 'w:lastRenderedPageBreak') paragraph.opensPage ||= paragraph.text === '';
    if (name === 'w:br' && attributes['w:type'] === 'page') this.pageBreak = true;
    else if (name === 'w:br' || name === 'w:cr') paragraph.text += '\n';
  }

  text(text: string): void {
    const paragraph = this.paragraphs.at(-1);
    if (this.inText && this.skipping === 0 && paragraph) paragraph.text += text;
  }

  close(name: string): void {
    if (SKIPPED.has(name)) this.skipping -= 1;
    if (this.skipping > 0 || SKIPPED.has(name)) return;
    if (name === 'w:t') this.inText = false;
    if (name === 'w:p') this.closeParagraph();
    if (name === 'w:tr') this.closeRow();
    if (name === 'w:tbl') this.tables.pop();
    if (name === 'w:sectPr') this.pageBreak = true;
  }

  private closeParagraph(): void {
    const paragraph = this.paragraphs.pop();
    if (!paragraph) return;
    const line = this.lineOf(paragraph);
    if (this.paragraphs.length > 0) this.boxes.push(line);
    else {
      this.put(line);
      for (const box of this.boxes.splice(0)) this.put(box);
    }
  }

  private lineOf({ text, listId, level, style, opensPage }: Paragraph): PartLine {
    const list = listId ?? (style === null ? undefined : this.styles.get(style));
    const mark =
      list === undefined || list === '0' || text.trim() === '' ? null : this.numbering.next(list, level);
    if (mark === null) return { kind: 'paragraph', text, opensPage };
    return { kind: 'item', text: `${mark} ${text}`, opensPage };
  }

  private put(line: PartLine): void {
    const cell = this.tables.at(-1)?.cell;
    if (!cell) this.lines.push(line);
    else if (line.kind === 'row') cell.push(...line.cells.flat());
    else if (line.text.trim() !== '') cell.push(...line.text.split('\n'));
  }

  private closeRow(): void {
    const table = this.tables.at(-1);
    if (!table) return;
    const row: PartLine = { kind: 'row', cells: table.cells };
    table.cells = [];
    table.cell = null;
    const outer = this.tables.at(-2)?.cell;
    if (outer) outer.push(...row.cells.flat());
    else this.lines.push(row);
  }
}
