import type { Block, Inline, RichText } from '../../../../../libs/domain/text/index.js';

/**
 * A text in the one form that says the same: runs with the same marks are one, runs without text are none, and the keys of
 * all parts stand in one order, whoever has written them. A text of one empty paragraph is no text.
 */
export function normalText(text: RichText): RichText {
  const blocks = text.map(normalBlock);
  return isEmptyText(blocks) ? [] : blocks;
}

function isEmptyText(blocks: RichText): boolean {
  const [first] = blocks;
  return blocks.length === 1 && first?.type === 'paragraph' && first.content.length === 0;
}

function normalBlock(block: Block): Block {
  switch (block.type) {
    case 'paragraph':
      return { type: 'paragraph', content: normalRuns(block.content) };
    case 'heading':
      return { type: 'heading', level: block.level, content: normalRuns(block.content) };
    case 'bullet-list':
    case 'numbered-list':
      return { type: block.type, items: block.items.map(normalPart) };
    case 'table':
      return { type: 'table', header: block.header, rows: block.rows.map((row) => row.map(normalPart)) };
  }
}

const normalPart = ({ content }: { readonly content: readonly Inline[] }) => ({
  content: normalRuns(content),
});

/** Runs where neighbours with the same marks are one, and none is empty. */
export function normalRuns(runs: readonly Inline[]): readonly Inline[] {
  const joined: Inline[] = [];
  for (const run of runs.filter(({ text }) => text !== '')) {
    const last = joined.at(-1);
    if (last !== undefined && hasSameMarks(last, run))
      joined[joined.length - 1] = marked(last.text + run.text, last);
    else joined.push(marked(run.text, run));
  }
  return joined;
}

export function hasSameMarks(one: Omit<Inline, 'text'>, other: Omit<Inline, 'text'>): boolean {
  return one.bold === other.bold && one.italic === other.italic && one.link === other.link;
}

/** A run with a text and the marks of another. */
export function marked(text: string, { bold, italic, link }: Omit<Inline, 'text'>): Inline {
  return {
    text,
    ...(bold === true ? { bold } : {}),
    ...(italic === true ? { italic } : {}),
    ...(link === undefined ? {} : { link }),
  };
}
