import type { Block, Inline, ListItem, RichText, TableCell } from '../text/index.js';
import { plainInline } from '../text/index.js';
import type { PaperLine } from './paper.js';

/** A text with blanks of every kind run together and none at its ends. */
export function evenly(text: string): string {
  return text.replace(/[\s\u00a0\u202f]+/g, ' ').trim();
}

/** The words of a line, the cells of a row parted by tabs. */
export function wordsOfLine(line: PaperLine): string {
  return line.kind === 'row' ? line.cells.map(plainInline).join('\t') : plainInline(line.content);
}

/** The runs of a line after its first `count` characters. */
export function cutBefore(content: readonly Inline[], count: number): readonly Inline[] {
  let left = count;
  return content.flatMap((run) => {
    const cut = Math.min(left, run.text.length);
    left -= cut;
    return cut === run.text.length ? [] : [{ ...run, text: run.text.slice(cut) }];
  });
}

/**
 * The blocks that lines make up: entries of one kind after one another are a list, rows a table. Headings are counted from
 * the level of the heading that they stand under.
 */
export function richTextOf(lines: readonly PaperLine[], level: number): RichText {
  const blocks: Block[] = [];
  let items: ListItem[] = [];
  let rows: TableCell[][] = [];
  lines.forEach((line, i) => {
    const before = lines[i - 1];
    if (line.kind === 'item') {
      if (before?.kind !== 'item' || before.list !== line.list) {
        items = [];
        blocks.push({ type: line.list === 'bullet' ? 'bullet-list' : 'numbered-list', items });
      }
      items.push({ content: tidy(line.content) });
    } else if (line.kind === 'row') {
      if (before?.kind !== 'row' || line.first) {
        rows = [];
        blocks.push({ type: 'table', header: line.header, rows });
      }
      rows.push(line.cells.map((content) => ({ content: tidy(content) })));
    } else blocks.push(textBlock(line, level));
  });
  return blocks;
}

function textBlock(line: PaperLine & { kind: 'heading' | 'paragraph' }, level: number): Block {
  const content = tidy(line.content);
  if (line.kind === 'paragraph') return { type: 'paragraph', content };
  return { type: 'heading', level: innerLevel(line.level - level), content };
}

/** The level of a heading within a text, from 1 to 3. */
export function innerLevel(below: number): 1 | 2 | 3 {
  if (below <= 1) return 1;
  return below === 2 ? 2 : 3;
}

const marksOf = ({ bold, italic, link }: Inline): string => `${bold === true}${italic === true}${link ?? ''}`;

/** Runs of the same look as one, without blanks at the ends: a word processor parts them as it likes. */
export function tidy(content: readonly Inline[]): readonly Inline[] {
  const runs: Inline[] = [];
  for (const run of content) {
    const last = runs.at(-1);
    const text = run.text.replace(/[\u00a0\u202f\t]/g, ' ');
    if (last && marksOf(last) === marksOf(run)) runs[runs.length - 1] = { ...last, text: last.text + text };
    else if (text !== '') runs.push({ ...run, text });
  }
  return runs.map((run, i) => {
    const start = i === 0 ? run.text.trimStart() : run.text;
    return { ...run, text: i === runs.length - 1 ? start.trimEnd() : start };
  });
}
