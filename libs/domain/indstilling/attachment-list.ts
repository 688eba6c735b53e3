import { bilagPrefixOf, comparableTitle } from '../attachment/index.js';
import { plainInline } from '../text/index.js';
import type { RichText } from '../text/index.js';
import { isDeliberateNone } from './sections.js';

/** A line of the BILAG section: its number as written, null when it has none, and its title. */
export interface ListedAttachment {
  readonly number: number | null;
  readonly title: string;
}

/** What is wrong between the list and the files; the title it concerns, null when it is the list as a whole. */
export interface ListFault {
  readonly code:
    | 'attachment-number'
    | 'attachment-order'
    | 'attachment-not-attached'
    | 'attachment-not-listed'
    | 'attachment-title';
  readonly severity: 'blocks' | 'warns';
  readonly excerpt: string | null;
}

const MARK = /^(?:(\d{1,2})\s*[.)]|[•–-])\s+/u;

/**
 * The attachments a BILAG section lists: items of a list, or lines. Once a line is numbered ("Bilag 1: ..."), a line
 * without number or mark belongs to the one before it. "-" lists none.
 */
export function listedAttachments(text: RichText): readonly ListedAttachment[] {
  const listed: { number: number | null; words: string[] }[] = [];
  for (const { line, marked } of text.flatMap(linesOf)) {
    const prefix = bilagPrefixOf(line);
    const mark = prefix === null ? MARK.exec(line) : null;
    const previous = listed.at(-1);
    if (prefix !== null) listed.push({ number: prefix.number, words: [prefix.title] });
    else if (mark === null && !marked && previous !== undefined && previous.number !== null)
      previous.words.push(line);
    else
      listed.push({
        number: mark?.[1] === undefined ? null : Number(mark[1]),
        words: [mark === null ? line : line.slice(mark[0].length)],
      });
  }
  return listed.map(({ number, words }) => ({ number, title: words.join(' ').trim() }));
}

function linesOf(block: RichText[number]): readonly { line: string; marked: boolean }[] {
  const isList = block.type === 'bullet-list' || block.type === 'numbered-list';
  const texts = isList
    ? block.items.map((item) => plainInline(item.content).replace(/\s+/g, ' '))
    : block.type === 'table'
      ? block.rows.map((row) => row.map((cell) => plainInline(cell.content)).join(' '))
      : plainInline(block.content).split('\n');
  return texts
    .map((text) => text.trim())
    .filter((text) => text !== '' && !isDeliberateNone(text))
    .map((line) => ({ line, marked: isList }));
}

/**
 * What is wrong between the list and the titles of the attached files, in their order (PRODUCT.md, "Indstilling").
 * Blocks: numbers that are not 1, 2, 3 ...; files in another order; a line without file; a file without line. Warns:
 * a line and a file left over on both sides are taken for each other, with titles that differ.
 */
export function compareAttachments(
  listed: readonly ListedAttachment[],
  attached: readonly string[],
): readonly ListFault[] {
  const { pairs, unmatched, files } = paired(listed, attached);
  return [
    ...fault('attachment-number', 'blocks', numbersAreRight(listed) ? [] : [null]),
    ...fault('attachment-order', 'blocks', isRising(pairs) ? [] : [null]),
    ...fault(
      'attachment-title',
      'warns',
      unmatched.slice(0, files.length).map((line) => line.title),
    ),
    ...fault(
      'attachment-not-attached',
      'blocks',
      unmatched.slice(files.length).map((line) => line.title),
    ),
    ...fault('attachment-not-listed', 'blocks', files.slice(unmatched.length)),
  ];
}

/** Each line with the first file of its title that no line before it has taken; and what is left on both sides. */
function paired(listed: readonly ListedAttachment[], attached: readonly string[]) {
  const byTitle = new Map<string, number[]>();
  for (const [index, title] of attached.entries()) {
    const same = byTitle.get(comparableTitle(title));
    if (same) same.push(index);
    else byTitle.set(comparableTitle(title), [index]);
  }
  // The first is taken from the end: taking from the front moves all the others.
  for (const same of byTitle.values()) same.reverse();
  const pairs: number[] = [];
  const unmatched: ListedAttachment[] = [];
  for (const line of listed) {
    const index = byTitle.get(comparableTitle(line.title))?.pop();
    if (index === undefined) unmatched.push(line);
    else pairs.push(index);
  }
  const taken = new Set(pairs);
  return { pairs, unmatched, files: attached.filter((_, index) => !taken.has(index)) };
}

function fault(
  code: ListFault['code'],
  severity: ListFault['severity'],
  excerpts: readonly (string | null)[],
): readonly ListFault[] {
  return excerpts.map((excerpt) => ({ code, severity, excerpt }));
}

/** A list without any numbers is in order by itself. */
function numbersAreRight(listed: readonly ListedAttachment[]): boolean {
  return (
    listed.every((line) => line.number === null) || listed.every((line, index) => line.number === index + 1)
  );
}

function isRising(indexes: readonly number[]): boolean {
  return indexes.every((index, i) => i === 0 || index > (indexes[i - 1] ?? -1));
}
