import { SaxesParser } from 'saxes';
import type { DocumentOrigin, PaperLine } from '../../domain/document/index.js';
import type { Outcome } from '../../domain/outcome.js';
import type { Inline } from '../../domain/text/index.js';
import { ORIGIN_PROPERTIES, pointOfBookmark } from '../origin.js';
import { readNumbering } from './docx-numbering.js';
import type { Numbering } from './docx-numbering.js';
import { MAIN, docxParts, readingOf } from './docx-package.js';
import type { Parts } from './docx-package.js';
import { SKIPPED, readStyleLists } from './docx-part.js';
import type { StyleLists } from './docx-part.js';

/** A document of the product that came back, as far as it can be read. */
export interface PaperDocument {
  /** Where it says it comes from; null where it does not say. */
  readonly origin: DocumentOrigin | null;
  readonly lines: readonly PaperLine[];
}

/** An agenda of 250 points is some 2 MB of XML (bytes). */
const MOST_TEXT = 30 * 1024 * 1024;

const WANTED =
  /^(\[Content_Types\]\.xml|docProps\/custom\.xml|word\/(document|numbering|styles)\.xml|word\/_rels\/document\.xml\.rels)$/;

/**
 * Reads the body of a Word document with its headings, lists, tables, marks and links, and where the document says it comes
 * from. What tracked changes took away is not read, what they put in is. Refused: what `docxParts` refuses.
 */
export function readPaperDocument(fileName: string, bytes: Uint8Array): Outcome<PaperDocument> {
  const parts = docxParts(fileName, bytes, (name) => WANTED.test(name), MOST_TEXT);
  if (!parts.ok) return parts;
  return readingOf(fileName, () => ({ origin: originOf(parts.value), lines: linesOf(parts.value) }));
}

function originOf(parts: Parts): DocumentOrigin | null {
  const values = new Map<string, string>();
  let name = '';
  const parser = new SaxesParser();
  parser.on('opentag', (tag) => {
    if (tag.name === 'property') name = tag.attributes.name ?? '';
  });
  parser.on('text', (text) => {
    if (name !== '' && text.trim() !== '') values.set(name, (values.get(name) ?? '') + text.trim());
  });
  const xml = parts.get('docProps/custom.xml') ?? '';
  if (xml !== '') parser.write(xml).close();
  const { kind, subjectId, mark } = Object.fromEntries(
    ORIGIN_PROPERTIES.map(([property, field]) => [field, values.get(property)]),
  );
  if (kind !== 'agenda' && kind !== 'minutes' && kind !== 'indstilling') return null;
  return subjectId === undefined || mark === undefined ? null : { kind, subjectId, mark };
}

/** Levels of the headings by the ids of their styles, which a word processor names in its own language. */
function headingLevels(xml: string): ReadonlyMap<string, number> {
  const levels = new Map<string, number>();
  let style = '';
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    if (name === 'w:style') style = attributes['w:styleId'] ?? '';
    const level = name === 'w:name' ? /^heading ([1-9])$/i.exec(attributes['w:val'] ?? '')?.[1] : undefined;
    if (level !== undefined && style !== '') levels.set(style, Number(level));
  });
  if (xml !== '') parser.write(xml).close();
  return levels;
}

/** Every other address stays text. */
const SAFE_LINK = /^(https?:\/\/|mailto:)/i;

function linkTargets(xml: string): ReadonlyMap<string, string> {
  const targets = new Map<string, string>();
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    if (name === 'Relationship' && SAFE_LINK.test(attributes.Target ?? ''))
      targets.set(attributes.Id ?? '', attributes.Target ?? '');
  });
  if (xml !== '') parser.write(xml).close();
  return targets;
}

interface Surroundings {
  readonly numbering: Numbering;
  readonly lists: StyleLists;
  readonly levels: ReadonlyMap<string, number>;
  readonly links: ReadonlyMap<string, string>;
}

function linesOf(parts: Parts): readonly PaperLine[] {
  const styles = parts.get('word/styles.xml') ?? '';
  const reader = new PaperReader({
    numbering: readNumbering(parts.get('word/numbering.xml') ?? ''),
    lists: readStyleLists(styles),
    levels: headingLevels(styles),
    links: linkTargets(parts.get('word/_rels/document.xml.rels') ?? ''),
  });
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => reader.open(name, attributes));
  parser.on('closetag', ({ name }) => reader.close(name));
  parser.on('text', (text) => reader.text(text));
  parser.write(parts.get(MAIN) ?? '').close();
  return reader.lines;
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
}

class PaperReader {
  readonly lines: PaperLine[] = [];
  /** Text boxes hold paragraphs within one. */
  private readonly paragraphs: Paragraph[] = [];
  private pointId: string | null = null;
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
    if (SKIPPED.has(name)) this.skipping += 1;
    if (this.skipping > 0) return;
    if (name === 'w:p') this.begin();
    else if (name === 'w:tbl') this.openTable();
    else if (name === 'w:tc') this.row.push([]);
    else if (name === 'w:tblHeader') this.header = this.rows === 0 && isOn(attributes['w:val']);
    else if (name === 'w:bookmarkStart') this.name(pointOfBookmark(attributes['w:name'] ?? ''));
    else this.inside(name, attributes, this.paragraphs.at(-1));
  }

  /** A bookmark may stand before the paragraph that it begins at. */
  private name(pointId: string | null): void {
    const paragraph = this.paragraphs.at(-1);
    if (paragraph) paragraph.pointId ??= pointId;
    else this.pointId ??= pointId;
  }

  private begin(): void {
    this.paragraphs.push({ content: [], style: null, listId: null, level: 0, pointId: this.pointId });
    this.pointId = null;
  }

  private openTable(): void {
    this.tables += 1;
    if (this.tables === 1) [this.row, this.rows, this.header] = [[], 0, false];
  }

  private inside(name: string, attributes: Record<string, string>, paragraph: Paragraph | undefined): void {
    const value = attributes['w:val'];
    if (!paragraph) return;
    if (name === 'w:pStyle') paragraph.style = value ?? null;
    else if (name === 'w:numId') paragraph.listId = value ?? null;
    else if (name === 'w:ilvl') paragraph.level = Number(value ?? '0');
    else if (name === 'w:r') this.look = {};
    else if (name === 'w:b' && isOn(value)) this.look.bold = true;
    else if (name === 'w:i' && isOn(value)) this.look.italic = true;
    else if (name === 'w:hyperlink') this.link = this.around.links.get(attributes['r:id'] ?? '') ?? null;
    else if (name === 'w:t') this.inText = true;
    else if (name === 'w:br' || name === 'w:cr') this.put('\n');
    else if (name === 'w:tab' && attributes['w:pos'] === undefined) this.put('\t');
    else if (name === 'w:noBreakHyphen') this.put('-');
  }

  text(text: string): void {
    if (this.inText && this.skipping === 0) this.put(text);
  }

  private put(text: string): void {
    // Links have the look of links.
    const run = this.link === null ? { text, ...this.look } : { text, link: this.link };
    this.paragraphs.at(-1)?.content.push(run);
  }

  close(name: string): void {
    if (SKIPPED.has(name)) this.skipping -= 1;
    if (this.skipping > 0 || SKIPPED.has(name)) return;
    if (name === 'w:t') this.inText = false;
    else if (name === 'w:hyperlink') this.link = null;
    else if (name === 'w:p') this.end();
    else if (name === 'w:tbl') this.tables -= 1;
    else if (name === 'w:tr' && this.tables === 1) this.endRow();
  }

  private end(): void {
    const paragraph = this.paragraphs.pop();
    if (!paragraph) return;
    const { content } = paragraph;
    const cell = this.tables > 0 ? this.row.at(-1) : undefined;
    if (!cell) this.lines.push(this.lineOf(paragraph));
    else {
      if (cell.length > 0 && content.length > 0) cell.push({ text: '\n' });
      cell.push(...content);
    }
  }

  private lineOf({ content, style, listId, level, pointId }: Paragraph): PaperLine {
    const heading = style === null ? undefined : this.around.levels.get(style);
    if (heading !== undefined)
      return { kind: 'heading', level: heading, content: content.map(unmarked), pointId };
    const list = listId ?? (style === null ? undefined : this.around.lists.get(style));
    const mark = list === undefined || list === '0' ? null : this.around.numbering.next(list, level);
    if (mark === null) return { kind: 'paragraph', content };
    return { kind: 'item', list: mark === '•' ? 'bullet' : 'number', content };
  }

  private endRow(): void {
    const first = this.rows === 0;
    this.lines.push({ kind: 'row', first, header: first && this.header, cells: this.row });
    this.row = [];
    this.rows += 1;
  }
}

/** A heading is bold by its style. */
const unmarked = ({ text, link }: Inline): Inline => (link === undefined ? { text } : { text, link });
