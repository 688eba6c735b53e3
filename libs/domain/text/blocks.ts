/**
 * A text of more than a line, as block JSON: the same shape in database, api, worker and web.
 * Plain text is derived from it, never stored beside it as the truth.
 */
export type RichText = readonly Block[];

export type Block =
  | { readonly type: 'paragraph'; readonly content: readonly Inline[] }
  | { readonly type: 'heading'; readonly level: 1 | 2 | 3; readonly content: readonly Inline[] }
  | { readonly type: 'bullet-list'; readonly items: readonly ListItem[] }
  | { readonly type: 'numbered-list'; readonly items: readonly ListItem[] }
  | { readonly type: 'table'; readonly header: boolean; readonly rows: readonly (readonly TableCell[])[] };

/** A run of text with its marks; a line break inside a paragraph is `\n`. */
export interface Inline {
  readonly text: string;
  readonly bold?: true | undefined;
  readonly italic?: true | undefined;
  /** An absolute http, https or mailto address. */
  readonly link?: string | undefined;
}

export interface ListItem {
  readonly content: readonly Inline[];
}

export interface TableCell {
  readonly content: readonly Inline[];
}

/** The text of inline runs without their marks. */
export function plainInline(content: readonly Inline[]): string {
  return content.map((run) => run.text).join('');
}

/** The plain text of one block: list items a line each with `• ` or `1. `, table cells parted by tabs. */
export function plainBlock(block: Block): string {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return plainInline(block.content);
    case 'bullet-list':
      return block.items.map((item) => `• ${plainInline(item.content)}`).join('\n');
    case 'numbered-list':
      return block.items.map((item, i) => `${i + 1}. ${plainInline(item.content)}`).join('\n');
    case 'table':
      return block.rows.map((row) => row.map((cell) => plainInline(cell.content)).join('\t')).join('\n');
  }
}

/** The plain text of a rich text: blocks parted by a blank line. */
export function plainText(text: RichText): string {
  return text.map(plainBlock).join('\n\n');
}

/** The runs of a block, whatever it is, without numbers and bullets. */
function contentsOf(block: Block): readonly (readonly Inline[])[] {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return [block.content];
    case 'bullet-list':
    case 'numbered-list':
      return block.items.map((item) => item.content);
    case 'table':
      return block.rows.flatMap((row) => row.map((cell) => cell.content));
  }
}

/** Tells whether a rich text holds nothing a reader would see; empty list items and table cells are nothing. */
export function isBlank(text: RichText): boolean {
  return text.every((block) => contentsOf(block).every((content) => plainInline(content).trim() === ''));
}

const BULLET = /^[•-]\s+/;

/**
 * Makes rich text of plain text: blank lines part paragraphs, runs of lines that start with `• ` or `- ` become a
 * bullet list, other line breaks stay inside their paragraph. Empty text gives no blocks.
 */
export function fromPlainText(text: string): RichText {
  const blocks: Block[] = [];
  for (const part of text.replace(/\r\n?/g, '\n').split(/\n[^\S\n]*\n+/)) {
    let paragraph: string[] = [];
    let items: ListItem[] = [];
    const flush = (): void => {
      if (paragraph.length > 0) blocks.push({ type: 'paragraph', content: [{ text: paragraph.join('\n') }] });
      if (items.length > 0) blocks.push({ type: 'bullet-list', items });
      paragraph = [];
      items = [];
    };
    for (const line of part
      .split('\n')
      .map((l) => l.trim())
      .filter((l) => l !== '')) {
      const isItem = BULLET.test(line);
      if (isItem ? paragraph.length > 0 : items.length > 0) flush();
      if (isItem) items.push({ content: [{ text: line.replace(BULLET, '') }] });
      else paragraph.push(line);
    }
    flush();
  }
  return blocks;
}
