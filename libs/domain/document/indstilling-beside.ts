import { isDeliberateNone, listedAttachments } from '../indstilling/index.js';
import type { IndstillingTemplate, SectionKind } from '../indstilling/index.js';
import { comparableTitle } from '../attachment/index.js';
import { isBlank, plainInline, plainText } from '../text/index.js';
import type { Block, Inline, RichText } from '../text/index.js';
import type { IndstillingPaper } from './indstilling-paper.js';
import { asRecommendation } from './indstilling-paper-recommendation.js';
import { evenly, tidy } from './paper-text.js';

/**
 * How a section stands beside the one of a document: they say the same; they differ; the section here says nothing; nothing
 * stands under its heading in the document; the document has no such heading.
 */
export const BESIDES = ['same', 'differs', 'new', 'empty', 'absent'] as const;
export type Beside = (typeof BESIDES)[number];

/** A section of an indstilling beside what a document says of it. */
export interface SectionBeside {
  readonly key: string;
  readonly heading: string;
  readonly now: RichText;
  /** Null where the document has no such heading. */
  readonly paper: RichText | null;
  readonly beside: Beside;
}

/** Every section of a template as it is beside what a document says. */
export function sectionsBeside(
  template: IndstillingTemplate,
  now: Readonly<Record<string, RichText>>,
  { sections }: Pick<IndstillingPaper, 'sections'>,
): readonly SectionBeside[] {
  return template.sections.map(({ key, heading, kind }) => {
    const [here, paper] = [now[key] ?? [], sections[key] ?? null];
    return { key, heading, now: here, paper, beside: besideOf(kind, here, paper) };
  });
}

function besideOf(kind: SectionKind, now: RichText, paper: RichText | null): Beside {
  if (paper === null) return 'absent';
  if (saysTheSame(kind, now, paper)) return 'same';
  if (isBlank(paper)) return 'empty';
  return isBlank(now) ? 'new' : 'differs';
}

/** Whether two texts of a section say the same, however a word processor set them. */
function saysTheSame(kind: SectionKind, one: RichText, other: RichText): boolean {
  if (kind === 'recommendation') return form(asRecommendation(one)) === form(asRecommendation(other));
  if (kind === 'attachments') return bilagForm(one) === bilagForm(other);
  return form(one) === form(other);
}

/** The list of bilag is printed with numbers of its own: what counts is which, and in what order. */
function bilagForm(text: RichText): string {
  const listed = listedAttachments(text).map(({ title }) => comparableTitle(title));
  if (listed.length > 0) return JSON.stringify(listed);
  return isDeliberateNone(plainText(text)) ? '-' : '';
}

/** A text as a word processor gives it back: runs of a look as one, lists that follow one another as one, nothing empty. */
function form(text: RichText): string {
  const lines: unknown[] = [];
  let level = 0;
  for (const block of text) {
    if (block.type === 'heading') level = Math.min(block.level, level + 1);
    lines.push(...linesOf(block, level));
  }
  return JSON.stringify(lines);
}

function linesOf(block: Block, level: number): readonly unknown[] {
  switch (block.type) {
    case 'paragraph':
      return said(block.content) ? [['p', looks(block.content)]] : [];
    case 'heading':
      // A heading is bold by its style.
      return said(block.content) ? [[`h${level}`, evenly(plainInline(block.content))]] : [];
    case 'bullet-list':
    case 'numbered-list':
      return block.items
        .filter(({ content }) => said(content))
        .map(({ content }) => [block.type, looks(content)]);
    case 'table':
      return block.rows.map((row) => [
        block.header,
        withoutEmptyEnd(row.map(({ content }) => looks(content))),
      ]);
  }
}

const said = (content: readonly Inline[]): boolean => evenly(plainInline(content)) !== '';

/** Links have the look of links. */
const looks = (content: readonly Inline[]): readonly unknown[] =>
  tidy(content.map((run) => (run.link === undefined ? run : { text: run.text, link: run.link }))).map(
    ({ text, bold, italic, link }) => [text.replace(/[^\S\n]+/g, ' '), bold ?? 0, italic ?? 0, link ?? 0],
  );

function withoutEmptyEnd(cells: readonly (readonly unknown[])[]): readonly (readonly unknown[])[] {
  const last = cells.findLastIndex((cell) => cell.length > 0);
  return cells.slice(0, last + 1);
}
