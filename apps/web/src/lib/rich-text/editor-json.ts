import type { Block, Inline, RichText } from '../../../../../libs/domain/text/index.js';
import { marked, normalRuns, normalText } from './normal.js';

/** A part of a text as the editor writes it down: the JSON of ProseMirror in the schema of schema.ts. */
export interface EditorNode {
  readonly type: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
  readonly content?: EditorNode[];
  readonly text?: string;
  readonly marks?: EditorMark[];
}
interface EditorMark {
  readonly type: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
}

/** A text as the editor holds it. The editor always has a paragraph to write in. */
export function toEditor(text: RichText): EditorNode {
  const blocks = normalText(text).map(nodeOf);
  return { type: 'doc', content: blocks.length === 0 ? [{ type: 'paragraph' }] : blocks };
}

/** The text that the editor holds, in normal form: of `toEditor(text)` it is `normalText(text)`. */
export function fromEditor(doc: EditorNode): RichText {
  return normalText((doc.content ?? []).map(blockOf));
}

function nodeOf(block: Block): EditorNode {
  switch (block.type) {
    case 'paragraph':
      return textBlock('paragraph', block.content);
    case 'heading':
      return { ...textBlock('heading', block.content), attrs: { level: block.level } };
    case 'bullet-list':
      return { type: 'bulletList', content: block.items.map(itemNode) };
    case 'numbered-list':
      return { type: 'orderedList', content: block.items.map(itemNode) };
    case 'table':
      return {
        type: 'table',
        content: block.rows.map((row, place) => ({
          type: 'tableRow',
          content: row.map(({ content }) => ({
            type: block.header && place === 0 ? 'tableHeader' : 'tableCell',
            content: [textBlock('paragraph', content)],
          })),
        })),
      };
  }
}

const itemNode = ({ content }: { readonly content: readonly Inline[] }): EditorNode => ({
  type: 'listItem',
  content: [textBlock('paragraph', content)],
});

/** A paragraph, heading or the like of some runs. */
function textBlock(type: string, runs: readonly Inline[]): EditorNode {
  const content = runs.flatMap(inlineNodes);
  return content.length === 0 ? { type } : { type, content };
}

/** A run as nodes: each line a text, with a break between two. */
function inlineNodes(run: Inline): EditorNode[] {
  const all = marksOf(run);
  const marks = all.length === 0 ? {} : { marks: all };
  return run.text.split('\n').flatMap((line, place) => [
    ...(place === 0 ? [] : [{ type: 'hardBreak', ...marks }]),
    // The editor knows no text without letters.
    ...(line === '' ? [] : [{ type: 'text', text: line, ...marks }]),
  ]);
}

/** In the order of the schema, which the editor insists on. */
function marksOf({ bold, italic, link }: Inline): EditorMark[] {
  return [
    ...(link === undefined ? [] : [{ type: 'link', attrs: { href: link } }]),
    ...(bold === true ? [{ type: 'bold' }] : []),
    ...(italic === true ? [{ type: 'italic' }] : []),
  ];
}

function blockOf(node: EditorNode): Block {
  const { type, content = [] } = node;
  switch (type) {
    case 'heading':
      return { type, level: levelOf(node), content: runsIn(node) };
    case 'bulletList':
    case 'orderedList':
      return {
        type: type === 'bulletList' ? 'bullet-list' : 'numbered-list',
        items: content.map((item) => ({ content: runsIn(item) })),
      };
    case 'table':
      return {
        type: 'table',
        header: content[0]?.content?.every((cell) => cell.type === 'tableHeader') === true,
        rows: content.map((row) => (row.content ?? []).map((cell) => ({ content: runsIn(cell) }))),
      };
    default:
      return { type: 'paragraph', content: runsIn(node) };
  }
}

function levelOf({ attrs }: EditorNode): 1 | 2 | 3 {
  return attrs?.level === 1 ? 1 : attrs?.level === 3 ? 3 : 2;
}

/** The runs of a paragraph, or of the paragraph in an item or a cell. */
function runsIn({ content = [] }: EditorNode): readonly Inline[] {
  return normalRuns(
    content.flatMap((node): readonly Inline[] =>
      node.type === 'paragraph' ? runsIn(node) : [marked(node.text ?? '\n', formatOf(node))],
    ),
  );
}

function formatOf({ marks = [] }: EditorNode): Omit<Inline, 'text'> {
  const has = (type: string): true | undefined => marks.some((mark) => mark.type === type) || undefined;
  const href = marks.find(({ type }) => type === 'link')?.attrs?.href;
  return { bold: has('bold'), italic: has('italic'), link: typeof href === 'string' ? href : undefined };
}
