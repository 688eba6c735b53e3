import { plainInline } from '../text/index.js';
import type { Block, RichText } from '../text/index.js';

/** A recommendation taken apart: the words before the "at"-sentences, the sentences, and what stands after them. */
export interface Recommendation {
  readonly lead: string;
  /** Each begins with "at" and ends without a stop. */
  readonly sentences: readonly string[];
  readonly rest: string;
}

/** `1.`, `2)`, `a)`, a bullet or a dash before an item. */
const ITEM_MARK = /^(?:\d{1,2}\s*[.)]|[a-zæøå]\)|[•–-])\s+/u;
const AT = /^at(?=\s|$)/iu;
/** "Det indstilles", with or without who is to decide. */
const LEADING = String.raw`(?:^|\s)(?:indstill|foresl|anbefal)\p{L}*`;
const LEAD_WORD = new RegExp(String.raw`${LEADING}(?=[\s,:])`, 'giu');
const LEAD_AT_END = new RegExp(`${LEADING}[,:]?$`, 'iu');
/** From there to its first "at", within the sentence. */
const TO_FIRST_AT = /([^.;:]*?)[,:]?\s+(?=at\s)/iuy;
/** "Det indstilles, at rådmanden" before items that only say "godkender ...". */
const STEM = /[,:]?\s+(at\s+[^,;:.]+?)[:,]?$/iu;
const ABBREVIATION_AT_END = /(?:(?<=[\s.])(?:mv|m\.v|m\.m|osv|o\.l|bl\.a|etc|kr|mio|mia|pct|stk)|\.)\.$/iu;

/**
 * Takes a recommendation apart into its lead, its "at"-sentences (without number, closing stop, semicolon or ", og")
 * and the rest. Items are those of a list, lines with a mark, else lines that begin with "at", or stretches parted by
 * semicolons; an "at" within a running sentence is never taken for a new item. Items under a lead that ends in "at
 * rådmanden" are completed with it. "-" and empty text give no sentences.
 */
export function splitRecommendation(text: RichText): Recommendation {
  const lines = text.flatMap(linesOf);
  const isList = lines.some((line) => line.marked);
  const lead: string[] = [];
  const items: string[] = [];
  const rest: string[] = [];
  for (const line of lines) {
    const previous = items.at(-1);
    if (line.marked || (!isList && AT.test(line.text))) items.push(line.text);
    else if (previous === undefined) lead.push(line.text);
    else if (line.continues && rest.length === 0) items[items.length - 1] = `${previous} ${line.text}`;
    else rest.push(line.text);
  }
  return { ...complete(lead.join(' '), items), rest: rest.join(' ') };
}

/** Whether words end as those do that stand before "at"-sentences: "Det indstilles,". */
export function endsAsLead(text: string): boolean {
  return LEAD_AT_END.test(text.trim());
}

/**
 * Puts a recommendation together: the lead as a paragraph, the "at"-sentences as a numbered list, the rest as a
 * paragraph; what is empty is left out. Splitting the result gives the same parts back.
 */
export function joinRecommendation({ lead, sentences, rest }: Recommendation): RichText {
  const items = sentences.map((text) => ({ content: [{ text }] }));
  return [
    ...paragraph(lead),
    ...(items.length === 0 ? [] : [{ type: 'numbered-list' as const, items }]),
    ...paragraph(rest),
  ];
}

function paragraph(text: string): readonly Block[] {
  return text === '' ? [] : [{ type: 'paragraph', content: [{ text }] }];
}

interface Line {
  readonly text: string;
  /** Whether it is an item of a list, or carries the mark of one. */
  readonly marked: boolean;
  /** Whether it goes on from the line before it, in the same block. */
  readonly continues: boolean;
}

function linesOf(block: Block): readonly Line[] {
  if (block.type === 'bullet-list' || block.type === 'numbered-list')
    return block.items.map((item) => ({
      text: oneLine(plainInline(item.content)),
      marked: true,
      continues: false,
    }));
  const lines =
    block.type === 'table'
      ? block.rows.map((row) => row.map((cell) => plainInline(cell.content)).join(' '))
      : plainInline(block.content).split('\n');
  return lines
    .map(oneLine)
    .filter((line) => line !== '' && !/^[-–—]$/.test(line))
    .map((line, index) => ({
      text: line.replace(ITEM_MARK, ''),
      marked: ITEM_MARK.test(line),
      continues: index > 0,
    }));
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function complete(lead: string, items: readonly string[]): Omit<Recommendation, 'rest'> {
  if (items.length === 0) return fromRunningText(lead);
  // It holds no stop but at its end, so that it stands behind the last.
  const last = Math.max(0, ...[',', ';', ':', '.'].map((stop) => lead.lastIndexOf(stop, lead.length - 2)));
  const stem = items.some((item) => AT.test(item)) ? null : STEM.exec(lead.slice(last));
  if (stem === null) return { lead, sentences: items.flatMap(sentencesOf) };
  return {
    lead: `${lead.slice(0, last + stem.index)},`,
    sentences: items.map((item) => canonical(`${stem[1] ?? 'at'} ${item}`)),
  };
}

function fromRunningText(text: string): Omit<Recommendation, 'rest'> {
  const found = leadIn(text);
  if (found === null) return { lead: text, sentences: [] };
  return { lead: `${text.slice(0, found.end)},`, sentences: sentencesOf(text.slice(found.at)) };
}

/** Where the lead of a running text ends, and its first "at" begins; null where it has none. */
function leadIn(text: string): { end: number; at: number } | null {
  let from = 0;
  while (from >= 0) {
    LEAD_WORD.lastIndex = from;
    const word = LEAD_WORD.exec(text);
    if (word === null) return null;
    const begin = word.index + word[0].length;
    TO_FIRST_AT.lastIndex = begin;
    const found = TO_FIRST_AT.exec(text);
    if (found !== null) return { end: begin + (found[1] ?? '').length, at: begin + found[0].length };
    // Another such word before the next stop would reach no further.
    const stop = text.slice(begin).search(/[.;:]/);
    from = stop < 0 ? -1 : begin + stop + 1;
  }
  return null;
}

function sentencesOf(item: string): readonly string[] {
  return item
    .split(/;\s*(?:og\s+)?(?=at\s|$)/iu)
    .map(canonical)
    .filter((sentence) => sentence !== '');
}

function canonical(item: string): string {
  const words = item.trim().replace(/(?:,?\s+og|[,;])$/iu, '');
  const bare = ABBREVIATION_AT_END.test(words) ? words : words.replace(/\.$/, '');
  if (bare === '') return '';
  return AT.test(bare) ? `at${bare.slice(2)}` : `at ${bare}`;
}
