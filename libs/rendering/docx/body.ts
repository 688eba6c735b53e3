import type { ContentsEntry, DocumentBlock, LabelledValue, ListMarker } from '../../domain/document/index.js';
import type { Block, ListItem, RichText, TableCell } from '../../domain/text/index.js';
import { BULLET_NUM, NumberedLists } from './numbering.js';
import { paragraph, run, runs } from './runs.js';
import type { LinkIds } from './runs.js';
import { shareWidth, tableXml } from './tables.js';
import { pointBookmark } from '../origin.js';
import { escapeXml } from './xml.js';

const KEEP_NEXT = '<w:keepNext/>';
const FACT_LABEL_WIDTH = 1500;

function numbered(num: number): string {
  return `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="${num}"/></w:numPr>`;
}

function contentsEntry({ number, title, remark }: ContentsEntry): string {
  const marked = remark === null ? '' : run(` – ${remark}`, 'italic');
  return paragraph('Dagsordenkort', run(`${number}.\t${title}`) + marked);
}

function closingLine(line: string, isLast: boolean): string {
  return paragraph('Afslutning', run(line), isLast ? '' : KEEP_NEXT);
}

/** Writes the blocks of a document as WordprocessingML, and remembers the lists and links they need. */
export class BodyWriter {
  readonly lists = new NumberedLists();
  private readonly links = new Map<string, string>();
  private headingLevel = 1;
  private bookmarks = 0;

  /**
   * `textWidth` is the width of the text in twips; `firstLinkId` the number of the first free relationship; `namesPoints`
   * says whether the headings of points carry their ids.
   */
  constructor(
    private readonly textWidth: number,
    private readonly firstLinkId: number,
    private readonly namesPoints = false,
  ) {}

  /** Link addresses and the ids of their relationships. */
  get relationships(): ReadonlyMap<string, string> {
    return this.links;
  }

  /** The WordprocessingML of one block. */
  block(block: DocumentBlock): string {
    switch (block.type) {
      case 'title':
        return this.heading(1, run(block.text));
      case 'heading':
        return this.heading(block.level, this.marked(run(block.text), block.pointId));
      case 'remark':
        return paragraph('Bemaerkning', run(block.text));
      case 'facts':
        return this.facts(block.caption, block.rows);
      case 'contents':
        return block.entries.map(contentsEntry).join('');
      case 'field':
        return this.labelled(block.label, block.text);
      case 'text':
        return this.led(block.lead ?? '', block.text);
      case 'list':
        return this.list(block.label, block.marker, block.items);
      case 'table':
        return this.table(block);
      case 'closing':
        return block.lines.map((line, i) => closingLine(line, i === block.lines.length - 1)).join('');
    }
  }

  private readonly linkId: LinkIds = (address) => {
    const known = this.links.get(address);
    if (known !== undefined) return known;
    const id = `rId${this.firstLinkId + this.links.size}`;
    this.links.set(address, id);
    return id;
  };

  private heading(level: number, content: string): string {
    this.headingLevel = level;
    return paragraph(`Heading${level}`, content);
  }

  /** A bookmark around the heading of a point: word processors keep it while people write in it. */
  private marked(content: string, pointId: string | undefined): string {
    if (pointId === undefined || !this.namesPoints) return content;
    this.bookmarks += 1;
    const id = this.bookmarks;
    const name = escapeXml(pointBookmark(pointId));
    return `<w:bookmarkStart w:id="${id}" w:name="${name}"/>${content}<w:bookmarkEnd w:id="${id}"/>`;
  }

  private facts(caption: string, rows: readonly LabelledValue[]): string {
    const widths = [FACT_LABEL_WIDTH, this.textWidth - FACT_LABEL_WIDTH];
    const cells = rows.map(({ label, value }) => [run(`${label}:`), run(value)]);
    return tableXml({ style: 'Fakta', caption, widths, header: false, labels: true, rows: cells });
  }

  private labelled(label: string, text: RichText): string {
    const [first, ...rest] = text;
    if (first?.type !== 'paragraph')
      return paragraph('Feltnavn', run(`${label}:`, 'label')) + this.text(text);
    return paragraph(null, run(`${label}: `, 'label') + runs(first.content, this.linkId)) + this.text(rest);
  }

  /** A text that begins with the words that name it. */
  private led(lead: string, text: RichText): string {
    const [first, ...rest] = text;
    const [opening, ...others] = first?.type === 'paragraph' ? first.content : [];
    if (lead === '' || !opening?.text.startsWith(lead)) return this.text(text);
    const content = [{ ...opening, text: opening.text.slice(lead.length) }, ...others];
    return paragraph(null, run(lead, 'lead') + runs(content, this.linkId)) + this.text(rest);
  }

  private text(text: RichText): string {
    let xml = '';
    let level = this.headingLevel;
    for (const block of text) {
      if (block.type !== 'heading') {
        xml += this.textBlock(block);
        continue;
      }
      // A text's own headings continue below the heading it stands under, and never skip a level.
      level = Math.min(6, this.headingLevel + block.level, level + 1);
      xml += paragraph(`Heading${level}`, runs(block.content, this.linkId));
    }
    return xml;
  }

  private textBlock(block: Exclude<Block, { type: 'heading' }>): string {
    switch (block.type) {
      case 'paragraph':
        return paragraph(null, runs(block.content, this.linkId));
      case 'bullet-list':
        return this.items('ListBullet', BULLET_NUM, block.items);
      case 'numbered-list':
        return this.items('ListNumber', this.lists.start('number'), block.items);
      case 'table':
        return this.textTable(block.header, block.rows);
    }
  }

  private items(style: string, num: number, items: readonly ListItem[]): string {
    return items.map(({ content }) => paragraph(style, runs(content, this.linkId), numbered(num))).join('');
  }

  private textTable(header: boolean, rows: readonly (readonly TableCell[])[]): string {
    const columns = rows.reduce((most, row) => Math.max(most, row.length), 0);
    if (columns === 0) return '';
    const widths = shareWidth(this.textWidth, new Array<number>(columns).fill(1));
    const cells = rows.map((row) => row.map(({ content }) => runs(content, this.linkId)));
    return tableXml({ style: 'Tabel', caption: null, widths, header, labels: false, rows: cells });
  }

  private list(label: string | null, marker: ListMarker, items: readonly string[]): string {
    const num = marker === 'bullet' ? BULLET_NUM : this.lists.start(marker);
    const style = marker === 'bullet' ? 'ListBullet' : 'ListNumber';
    const lines = items.map((item) => paragraph(style, run(item), numbered(num))).join('');
    return label === null ? lines : paragraph('Feltnavn', run(`${label}:`, 'label')) + lines;
  }

  private table({ caption, columns, rows }: DocumentBlock & { readonly type: 'table' }): string {
    const widths = shareWidth(
      this.textWidth,
      columns.map((column) => column.share),
    );
    const head = columns.map((column) => run(column.heading));
    const cells = rows.map((row) => row.map((cell) => run(cell)));
    return tableXml({ style: 'Tabel', caption, widths, header: true, labels: false, rows: [head, ...cells] });
  }
}
