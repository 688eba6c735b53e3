import type { Block, Inline, RichText } from '../text/index.js';

/** Something a reader would see: more than blanks and lone full stops, which systems leave where nothing was written. */
function saysSomething(text: string): boolean {
  return /[^\s.]/.test(text);
}

/**
 * A one-line field as printed: blanks run together, the brackets of a filled placeholder taken off, null when it says
 * nothing. A deliberate "-" stays.
 */
export function printableLine(text: string | null): string | null {
  if (text === null) return null;
  const line = /[^\S ]| {2}/.test(text) ? text.replace(/\s+/g, ' ').trim() : text.trim();
  const inner = /^\[([^[\]]*)\]$/.exec(line)?.[1]?.trim() ?? line;
  return saysSomething(inner) ? inner : null;
}

/** The lines that say something. */
export function printableLines(lines: readonly string[]): readonly string[] {
  return lines.flatMap((line) => printableLine(line) ?? []);
}

const speaks = ({ content }: { readonly content: readonly Inline[] }): boolean =>
  content.some((run) => saysSomething(run.text));

function printableBlock(block: Block): Block | null {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return speaks(block) ? block : null;
    case 'bullet-list':
    case 'numbered-list': {
      if (block.items.every(speaks)) return block.items.length === 0 ? null : block;
      const items = block.items.filter(speaks);
      return items.length === 0 ? null : { ...block, items };
    }
    case 'table':
      return block.rows.some((row) => row.some(speaks)) ? block : null;
  }
}

/**
 * A text as printed: without blocks and list items that say nothing, and without headings that nothing follows (a
 * deeper heading counts as something). Empty when nothing is left.
 */
export function printableText(text: RichText): RichText {
  const kept: Block[] = [];
  for (let i = text.length - 1; i >= 0; i -= 1) {
    const written = text[i];
    const block = written ? printableBlock(written) : null;
    if (block && !isEmptyHeading(block, kept.at(-1))) kept.push(block);
  }
  return kept.reverse();
}

/** A heading followed by nothing, or by a heading of its own level or above. */
function isEmptyHeading(block: Block, next: Block | undefined): boolean {
  return (
    block.type === 'heading' && (next === undefined || (next.type === 'heading' && next.level <= block.level))
  );
}

/** One paragraph of plain text; nothing when the text says nothing. */
export function paragraphOf(text: string | null): RichText {
  const line = printableLine(text);
  return line === null ? [] : [{ type: 'paragraph', content: [{ text: line }] }];
}
