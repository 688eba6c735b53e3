import { fromPlainText, plainBlock, plainText } from '../../../../libs/domain/text/index.js';
import type { Block, RichText } from '../../../../libs/domain/text/index.js';

/** A text as it is typed into: its blocks parted by blank lines, list items a line each with `• `. */
export const textToType: (text: RichText) => string = plainText;

/**
 * Blocks of what was typed: blank lines part paragraphs, lines that begin with `- ` become a list. What still says the
 * same as a block that stood there is that block, with its formatting.
 */
export function typedText(typed: string, before: RichText): RichText {
  const stood = new Map(before.map((block) => [plainBlock(block), block]));
  return fromPlainText(typed).map((block) => stood.get(plainBlock(block)) ?? block);
}

/** Whether two typed texts give the same blocks: blank lines and spaces at the ends do not count. */
export function saysTheSame(one: string, other: string): boolean {
  return one === other || normal(one) === normal(other);
}

/** Whether a text has formatting that typing over it loses. */
export function isFormatted(text: RichText): boolean {
  return text.some((block) => block.type !== 'bullet-list' && block.type !== 'paragraph') || hasMarks(text);
}

function normal(typed: string): string {
  return plainText(fromPlainText(typed));
}

function hasMarks(text: RichText): boolean {
  return text.some((block) =>
    runsOf(block).some(({ bold, italic, link }) => bold === true || italic === true || link !== undefined),
  );
}

function runsOf(block: Block) {
  if (block.type === 'paragraph' || block.type === 'heading') return block.content;
  if (block.type === 'table') return block.rows.flat().flatMap((cell) => cell.content);
  return block.items.flatMap((item) => item.content);
}
