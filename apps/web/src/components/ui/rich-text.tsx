import type { ReactNode } from 'react';
import type { RichText as Blocks } from '../../../../../libs/domain/text/index.js';

type Block = Blocks[number];
type Runs = Extract<Block, { type: 'paragraph' }>['content'];

interface RichTextProps {
  readonly blocks: Blocks;
  /** What headings in it are: one below the heading of what it belongs to. */
  readonly headings?: 'h2' | 'h3' | 'h4';
}

/** A text of more than a line, as its blocks say. */
export function RichText({ blocks, headings = 'h4' }: RichTextProps) {
  return (
    <div className="rich-text">
      {blocks.map((block, place) => (
        <BlockText key={place} block={block} Heading={headings} />
      ))}
    </div>
  );
}

interface BlockTextProps {
  readonly block: Block;
  readonly Heading: 'h2' | 'h3' | 'h4';
}

function BlockText({ block, Heading }: BlockTextProps): ReactNode {
  switch (block.type) {
    case 'paragraph':
      return (
        <p>
          <RunsText runs={block.content} />
        </p>
      );
    case 'heading':
      return (
        <Heading>
          <RunsText runs={block.content} />
        </Heading>
      );
    case 'bullet-list':
      return <ul>{itemsOf(block.items)}</ul>;
    case 'numbered-list':
      return <ol>{itemsOf(block.items)}</ol>;
    case 'table':
      return (
        <table>
          <tbody>
            {block.rows.map((row, place) => (
              <tr key={place}>{cellsOf(row, block.header && place === 0)}</tr>
            ))}
          </tbody>
        </table>
      );
  }
}

function itemsOf(items: readonly { readonly content: Runs }[]): ReactNode {
  return items.map((item, place) => (
    <li key={place}>
      <RunsText runs={item.content} />
    </li>
  ));
}

function cellsOf(cells: readonly { readonly content: Runs }[], isHead: boolean): ReactNode {
  const Cell = isHead ? 'th' : 'td';
  return cells.map((cell, place) => (
    <Cell key={place} scope={isHead ? 'col' : undefined}>
      <RunsText runs={cell.content} />
    </Cell>
  ));
}

function RunsText({ runs }: { readonly runs: Runs }): ReactNode {
  return runs.map(({ text, bold, italic, link }, place) => {
    let shown: ReactNode = text;
    if (italic === true) shown = <em>{shown}</em>;
    if (bold === true) shown = <strong>{shown}</strong>;
    if (link !== undefined) shown = <a href={link}>{shown}</a>;
    return <span key={place}>{shown}</span>;
  });
}
