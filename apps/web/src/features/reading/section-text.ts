import type { TextRange } from '../../../../../libs/domain/reading/index.js';

/** The text of a part of a point as it stands on the page, and where each piece of it stands. */
export interface SectionText {
  /** A line a block: what is marked over two paragraphs keeps them apart. */
  readonly text: string;
  readonly pieces: readonly { readonly node: Text; readonly start: number }[];
}

const BLOCKS = 'p, li, h2, h3, h4, td, th';

/** The parts that can be marked, by their keys, within what is read. */
export function markedParts(root: ParentNode): ReadonlyMap<string, Element> {
  const found = new Map<string, Element>();
  for (const part of root.querySelectorAll('[data-section]')) {
    const text = part.querySelector('.rich-text');
    const key = part.getAttribute('data-section');
    if (text !== null && key !== null) found.set(key, text);
  }
  return found;
}

export function sectionText(part: Element): SectionText {
  const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
  const pieces: { node: Text; start: number }[] = [];
  let text = '';
  let block: Element | null = null;
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (!(node instanceof Text)) continue;
    const own = node.parentElement?.closest(BLOCKS) ?? null;
    if (text !== '' && own !== block) text += '\n';
    block = own;
    pieces.push({ node, start: text.length });
    text += node.data;
  }
  return { text, pieces };
}

/** What of a part a range on the page holds; null where that is nothing but spaces. */
export function rangeInText({ text, pieces }: SectionText, range: Range): TextRange | null {
  let [start, end] = [-1, -1];
  for (const { node, start: at } of pieces) {
    if (!range.intersectsNode(node)) continue;
    const from = node === range.startContainer ? range.startOffset : 0;
    const to = node === range.endContainer ? range.endOffset : node.length;
    if (to <= from) continue;
    if (start < 0) start = at + from;
    end = at + to;
  }
  return start < 0 || text.slice(start, end).trim() === '' ? null : { start, end };
}

/** Where a part of a text stands on the page. */
export function rangeOnPage({ pieces }: SectionText, { start, end }: TextRange): Range | null {
  const at = (place: number) => pieces.findLast((piece) => piece.start <= place);
  const [first, last] = [at(start), at(end - 1)];
  if (first === undefined || last === undefined) return null;
  const range = document.createRange();
  range.setStart(first.node, Math.min(first.node.length, start - first.start));
  range.setEnd(last.node, Math.min(last.node.length, end - last.start));
  return range;
}
