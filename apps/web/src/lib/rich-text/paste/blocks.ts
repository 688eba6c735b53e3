import type { Block, Inline, RichText } from '../../../../../../libs/domain/text/index.js';
import { marked, normalRuns } from '../normal.js';
import type { Marks } from './marks.js';

/** Where the running text goes: a paragraph, a heading, or an item that stands so deep in a list. */
export type Place =
  { readonly kind: 'paragraph' } | { readonly kind: 'heading'; readonly level: 1 | 2 | 3 } | ItemPlace;

export interface ItemPlace {
  readonly kind: 'item';
  /** Which list it is of, whatever its source calls it. */
  readonly list: unknown;
  readonly isNumbered: boolean;
  /** 1 for the outermost. */
  readonly level: number;
  /** What stands before it, as `a)`; a dash where nothing is given. */
  readonly marker: string;
}

/** Collects a text as it is read: runs into the block under way, blocks into the text. */
export class Blocks {
  private readonly blocks: Block[] = [];
  private runs: Inline[] = [];
  /** The list that the last item was of. */
  private list: unknown = null;
  /** The item that stands last in it. */
  private item: ItemPlace | null = null;

  text(text: string, marks: Marks): void {
    if (text !== '') this.runs.push(marked(text, marks));
  }

  /** The block under way ends here, where the text was of a place. */
  end(place: Place): void {
    const content = trimmed(this.runs);
    this.runs = [];
    if (content.length === 0) return;
    if (place.kind === 'item') this.addItem(place, content);
    else if (place.kind === 'heading')
      this.blocks.push({ type: 'heading', level: place.level, content: withoutBold(content) });
    else this.blocks.push({ type: 'paragraph', content });
  }

  block(block: Block): void {
    this.blocks.push(block);
  }

  taken(): RichText {
    return this.blocks;
  }

  /**
   * An item, in the list before it where it goes on. Lists here have one level: what stood below an item becomes lines of it,
   * with the mark it had, so that the numbers of the others stay.
   */
  private addItem(place: ItemPlace, content: readonly Inline[]): void {
    const last = this.blocks.at(-1);
    const type = place.isNumbered ? 'numbered-list' : 'bullet-list';
    const isList = last?.type === 'numbered-list' || last?.type === 'bullet-list';
    if (isList && place === this.item) this.blocks[this.blocks.length - 1] = withLine(last, '', content);
    else if (isList && place.level > 1)
      this.blocks[this.blocks.length - 1] = withLine(last, markOf(place), content);
    else if (isList && last.type === type && this.list === place.list)
      this.blocks[this.blocks.length - 1] = { type, items: [...last.items, { content }] };
    else this.blocks.push({ type, items: [{ content }] });
    this.list = place.level > 1 ? this.list : place.list;
    this.item = place;
  }
}

type List = Extract<Block, { items: unknown }>;

/** An item of an inner list as a line: farther in for each level, with the mark it had. */
const markOf = ({ marker, level }: ItemPlace): string =>
  `${'\u00a0\u00a0'.repeat(level - 2)}${marker === '' ? '–' : marker} `;

function withLine(list: List, mark: string, content: readonly Inline[]): List {
  const [last = { content: [] }] = list.items.slice(-1);
  const joined = { content: normalRuns([...last.content, { text: `\n${mark}` }, ...content]) };
  return { type: list.type, items: [...list.items.slice(0, -1), joined] };
}

/** Headings are bold by themselves. */
const withoutBold = (runs: readonly Inline[]): readonly Inline[] =>
  normalRuns(runs.map(({ text, italic, link }) => ({ text, italic, link })));

/** Runs without spaces and breaks at the ends, around breaks, or twice. */
export function trimmed(runs: readonly Inline[]): readonly Inline[] {
  let before = '\n';
  const single = normalRuns(runs).map((run) => {
    let text = '';
    for (const letter of run.text.replace(/[ \u00a0]{2,}/g, ' ').replace(/ ?\n ?/g, '\n')) {
      const isSpace = letter === ' ' || letter === '\u00a0';
      if (isSpace && /[ \u00a0\n]/.test(before)) continue;
      text += letter;
      before = letter;
    }
    return { ...run, text };
  });
  return withoutEnds(normalRuns(single));
}

function withoutEnds(runs: readonly Inline[]): readonly Inline[] {
  const [first] = runs;
  if (first && /^\s/.test(first.text))
    return withoutEnds(normalRuns([{ ...first, text: first.text.trimStart() }, ...runs.slice(1)]));
  const last = runs.at(-1);
  if (last && /\s$/.test(last.text))
    return withoutEnds(normalRuns([...runs.slice(0, -1), { ...last, text: last.text.trimEnd() }]));
  return runs;
}
