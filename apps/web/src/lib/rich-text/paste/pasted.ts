import type { Inline, RichText } from '../../../../../../libs/domain/text/index.js';
import { Blocks } from './blocks.js';
import type { Place } from './blocks.js';
import { nothingDropped } from './dropped.js';
import type { Dropped, Drops } from './dropped.js';
import { marksIn } from './marks.js';
import type { Marks } from './marks.js';
import { attribute, childrenOf, isElement, isText, nameOf, styleOf, textOf } from './node.js';
import type { PastedNode } from './node.js';
import { cellsOf, rowsOf, tableOf } from './tables.js';
import { asideOf, commentsIn, isMarker, wordItem } from './word.js';

/** A pasted text, and what of it could not be taken. */
export interface Pasted {
  readonly text: RichText;
  readonly dropped: Dropped;
}

/** What is never text, and nobody misses. */
const SILENT = new Set([
  'script',
  'style',
  'meta',
  'link',
  'title',
  'head',
  'xml',
  'template',
  'noscript',
  'base',
]);
const IMAGES = new Set(['img', 'svg', 'picture', 'canvas']);
const PARTS = new Set([
  ...['iframe', 'object', 'embed', 'video', 'audio', 'input', 'textarea', 'select', 'button', 'math'],
]);
const BLOCKS = new Set([
  ...['p', 'div', 'section', 'article', 'aside', 'main', 'header', 'footer', 'nav', 'address', 'blockquote'],
  ...[
    'pre',
    'ul',
    'ol',
    'li',
    'dl',
    'dt',
    'dd',
    'figure',
    'figcaption',
    'form',
    'fieldset',
    'center',
    'hr',
    'body',
  ],
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'table', 'tbody', 'thead', 'tfoot', 'tr', 'td', 'th', 'caption'],
]);

/**
 * The text of a page that was copied in Word, Outlook or a browser: its headings, lists, tables, links and words in bold and
 * italic. Nothing of it is run or fetched, and what is not taken is told.
 */
export function pastedText(root: PastedNode): Pasted {
  const reading = new Reading();
  reading.children(root, { place: { kind: 'paragraph' }, marks: {}, isKept: false, depth: 0 });
  reading.blocks.end({ kind: 'paragraph' });
  return { text: reading.blocks.taken(), dropped: reading.drops };
}

/** What stands around a node. */
interface Around {
  readonly place: Place;
  readonly marks: Marks;
  /** Whether its breaks and spaces are meant. */
  readonly isKept: boolean;
  /** How many lists it stands in. */
  readonly depth: number;
}

/** Pages nested deeper than any that somebody wrote are read as one line there. */
const DEEPEST = 200;

class Reading {
  readonly blocks = new Blocks();
  readonly drops: Drops = nothingDropped();
  private levels = 0;

  children(node: PastedNode, around: Around): void {
    this.levels += 1;
    if (this.levels > DEEPEST) this.blocks.text(textOf(node), around.marks);
    else for (const child of childrenOf(node)) this.node(child, around);
    this.levels -= 1;
  }

  private node(node: PastedNode, around: Around): void {
    if (isText(node)) this.blocks.text(spaced(node.nodeValue ?? '', around.isKept), around.marks);
    else if (isElement(node) && !this.isLeft(node)) this.element(node, around);
  }

  /** Whether an element is not part of the text; what it was is noted. */
  private isLeft(node: PastedNode): boolean {
    const name = nameOf(node);
    if (SILENT.has(name) || isMarker(node)) return true;
    if (IMAGES.has(name)) this.drops.images += 1;
    else if (PARTS.has(name)) this.drops.parts += 1;
    else {
      const aside = asideOf(node);
      if (aside === 'deletion' && textOf(node).trim() !== '') this.drops.deletions += 1;
      if (aside !== null) this.drops.comments += commentsIn(node);
      return aside !== null;
    }
    return true;
  }

  private element(node: PastedNode, around: Around): void {
    const name = nameOf(node);
    const marks = marksIn(node, around.marks, this.drops);
    if (name === 'br') this.blocks.text('\n', around.marks);
    else if (name === 'table') this.table(node, { ...around, marks });
    else if (BLOCKS.has(name)) this.blockElement(node, { ...around, marks });
    else this.children(node, { ...around, marks, isKept: around.isKept || keepsSpaces(node) });
  }

  private blockElement(node: PastedNode, around: Around): void {
    const name = nameOf(node);
    this.blocks.end(around.place);
    const inner = { ...around, isKept: around.isKept || name === 'pre' || keepsSpaces(node) };
    if (name === 'ul' || name === 'ol') this.list(node, inner);
    else {
      const place = placeOf(node, around.place);
      this.children(node, { ...inner, place });
      this.blocks.end(place);
    }
  }

  private list(node: PastedNode, around: Around): void {
    const isNumbered = nameOf(node) === 'ol';
    const level = around.depth + 1;
    let number = Number(attribute(node, 'start')) || 1;
    for (const child of childrenOf(node)) {
      if (!isElement(child) || this.isLeft(child)) continue;
      const isItem = nameOf(child) === 'li';
      const marker = isNumbered ? `${number}.` : '–';
      const place: Place = isItem
        ? { kind: 'item', list: level === 1 ? node : 'inner', isNumbered, level, marker }
        : around.place;
      if (isItem) number += 1;
      const marks = marksIn(child, around.marks, this.drops);
      const isInner = ['ul', 'ol'].includes(nameOf(child));
      // Some write a list below an item beside it.
      if (isInner) this.list(child, { ...around, marks, depth: level });
      else this.children(child, { ...around, marks, place, depth: level });
      this.blocks.end(place);
    }
  }

  private table(node: PastedNode, around: Around): void {
    this.blocks.end(around.place);
    const rows = rowsOf(node);
    const [only, ...others] = rows.flatMap(cellsOf);
    // Mails are laid out in tables of one cell; a list has no room for a table.
    const isFrame = only !== undefined && others.length === 0;
    const table = isFrame || around.depth > 0 ? null : tableOf(node, (cell) => this.cell(cell, around));
    if (table) this.blocks.block(table);
    else
      for (const cell of rows.flatMap(cellsOf)) {
        this.children(cell, around);
        this.blocks.end(around.place);
      }
  }

  /** The runs of a cell: what it holds, each paragraph and item a line. */
  private cell(node: PastedNode, around: Around): readonly Inline[] {
    const inner = new Reading();
    inner.children(node, { ...around, place: { kind: 'paragraph' }, depth: 0 });
    inner.blocks.end({ kind: 'paragraph' });
    addDrops(this.drops, inner.drops);
    return linesIn(inner.blocks.taken());
  }
}

function placeOf(node: PastedNode, around: Place): Place {
  const name = nameOf(node);
  const level = /^h([1-6])$/.exec(name)?.[1];
  if (level !== undefined) {
    const own = attribute(node, 'data-level');
    const wanted = Number(own === '' ? level : own);
    return { kind: 'heading', level: wanted === 1 ? 1 : wanted === 2 ? 2 : 3 };
  }
  const item = wordItem(node);
  if (item !== null) return { kind: 'item', ...item };
  if (/\bMsoTitle\b/.test(attribute(node, 'class'))) return { kind: 'heading', level: 1 };
  return around;
}

const keepsSpaces = (node: PastedNode): boolean => (styleOf(node).get('white-space') ?? '').startsWith('pre');

/** Breaks and spaces of a page are one space, unless they are meant. */
function spaced(text: string, isKept: boolean): string {
  return isKept ? text.replace(/\r\n?/g, '\n').replaceAll('\t', ' ') : text.replace(/[ \t\r\n\f]+/g, ' ');
}

/** A text as the lines of one cell: items with a mark, cells of a table in it parted by a space. */
export function linesIn(text: RichText): readonly Inline[] {
  const lines = text.flatMap((block): readonly (readonly Inline[])[] => {
    if (block.type === 'paragraph' || block.type === 'heading') return [block.content];
    if (block.type === 'table')
      return block.rows.map((row) =>
        row.flatMap(({ content }, at) => [...(at > 0 ? [{ text: ' ' }] : []), ...content]),
      );
    return block.items.map(({ content }, at) => [
      { text: block.type === 'bullet-list' ? '• ' : `${at + 1}. ` },
      ...content,
    ]);
  });
  return lines.flatMap((line, at) => [...(at > 0 ? [{ text: '\n' }] : []), ...line]);
}

function addDrops(to: Drops, from: Drops): void {
  for (const kind of ['images', 'comments', 'deletions', 'links', 'parts'] as const) to[kind] += from[kind];
  for (const kind of ['colours', 'underlined', 'struck'] as const) to[kind] ||= from[kind];
}
