import { joinRecommendation, splitRecommendation } from '../indstilling/index.js';
import { plainInline } from '../text/index.js';
import type { Block, Inline, ListItem, RichText } from '../text/index.js';
import { cutBefore } from './paper-text.js';

/** A number, letter or bullet typed before an "at"-sentence. */
const MARKED_AT = /^(?:\(?(?:\d{1,2}|[a-zæøå])[.)]\s*|[•–-]\s+)?(?=at\s)/iu;

/**
 * A recommendation with its "at"-sentences as a numbered list, whatever they were written as: lines of their own, bullets,
 * or one running sentence. Their looks and links are kept; a running sentence that has any stays as it is.
 */
export function asRecommendation(text: RichText): RichText {
  const listed = merged(text.flatMap(asLines).map(asItem));
  return listed.some(({ type }) => type === 'numbered-list') ? listed : ofRunningText(listed);
}

/** The lines of a paragraph are paragraphs here. */
function asLines(block: Block): readonly Block[] {
  if (block.type !== 'paragraph') return [block];
  const lines: Inline[][] = [[]];
  for (const run of block.content) {
    const [begun = '', ...more] = run.text.split('\n');
    if (begun !== '') lines.at(-1)?.push({ ...run, text: begun });
    for (const line of more) lines.push(line === '' ? [] : [{ ...run, text: line }]);
  }
  return lines
    .filter((content) => plainInline(content).trim() !== '')
    .map((content) => ({ type: 'paragraph' as const, content }));
}

function asItem(block: Block): Block {
  if (block.type === 'bullet-list' && block.items.every(({ content }) => /^at\s/i.test(plainInline(content))))
    return { type: 'numbered-list', items: block.items };
  if (block.type !== 'paragraph') return block;
  const mark = MARKED_AT.exec(plainInline(block.content));
  if (mark === null) return block;
  return { type: 'numbered-list', items: [{ content: cutBefore(block.content, mark[0].length) }] };
}

/** Sentences after one another are one list. */
function merged(blocks: readonly Block[]): readonly Block[] {
  const result: Block[] = [];
  let items: ListItem[] | null = null;
  for (const block of blocks) {
    if (block.type !== 'numbered-list') {
      items = null;
      result.push(block);
    } else if (items === null) {
      items = [...block.items];
      result.push({ type: 'numbered-list', items });
    } else for (const item of block.items) items.push(item);
  }
  return result;
}

function ofRunningText(blocks: RichText): RichText {
  const [only] = blocks;
  if (blocks.length !== 1 || only?.type !== 'paragraph') return blocks;
  if (only.content.some((run) => run.bold ?? run.italic ?? run.link !== undefined)) return blocks;
  const parts = splitRecommendation(blocks);
  return parts.sentences.length === 0 ? blocks : joinRecommendation(parts);
}
