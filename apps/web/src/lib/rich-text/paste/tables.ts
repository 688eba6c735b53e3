import type { Block, Inline } from '../../../../../../libs/domain/text/index.js';
import { LIMITS } from '../limits.js';
import { normalRuns } from '../normal.js';
import { attribute, childrenOf, isElement, nameOf } from './node.js';
import type { PastedNode } from './node.js';

/** The rows of a table, those of tables in its cells not among them. */
export function rowsOf(table: PastedNode): readonly PastedNode[] {
  return childrenOf(table)
    .filter(isElement)
    .flatMap((child) => {
      const name = nameOf(child);
      if (name === 'tr') return [child];
      return ['thead', 'tbody', 'tfoot'].includes(name) ? rowsOf(child) : [];
    });
}

export const cellsOf = (row: PastedNode): readonly PastedNode[] =>
  childrenOf(row).filter((child) => ['td', 'th'].includes(nameOf(child)));

/**
 * A table of rows: cells that reach over others leave those empty, so that what stands below one heading stays there. Null when
 * it has no words, or more rows or columns than a text can hold.
 */
export function tableOf(
  table: PastedNode,
  read: (cell: PastedNode) => readonly Inline[],
): Extract<Block, { type: 'table' }> | null {
  const rows = rowsOf(table);
  /** In how many rows yet a column is taken by a cell from above. */
  const taken: number[] = [];
  const grid = rows.map((row) => {
    const made: { content: readonly Inline[] }[] = [];
    const skip = (): void => {
      while ((taken[made.length] ?? 0) > 0) {
        taken[made.length] = (taken[made.length] ?? 0) - 1;
        made.push({ content: [] });
      }
    };
    for (const cell of cellsOf(row)) {
      skip();
      const [across, down] = [span(cell, 'colspan'), span(cell, 'rowspan')];
      for (let column = 0; column < across; column += 1) {
        taken[made.length] = down - 1;
        made.push({ content: column === 0 ? normalRuns(read(cell)) : [] });
      }
    }
    skip();
    return made;
  });
  const filled = grid.filter((row) => row.length > 0);
  const width = Math.max(0, ...filled.map(({ length }) => length));
  if (width === 0 || width > LIMITS.columns || filled.length > LIMITS.rows) return null;
  if (filled.flat().every(({ content }) => content.length === 0)) return null;
  return {
    type: 'table',
    header: hasHeader(table, rows[0]),
    rows: filled.map((row) => [
      ...row,
      ...Array.from({ length: width - row.length }, () => ({ content: [] })),
    ]),
  };
}

/** The first row says that it is one of headings: by its cells, or, as Word does, by its place in the table. */
function hasHeader(table: PastedNode, first: PastedNode | undefined): boolean {
  const isHead = childrenOf(table).some((part) => nameOf(part) === 'thead' && rowsOf(part).length > 0);
  return isHead || (first !== undefined && cellsOf(first).every((cell) => nameOf(cell) === 'th'));
}

function span(cell: PastedNode, name: 'colspan' | 'rowspan'): number {
  const found = Number(attribute(cell, name));
  return Number.isInteger(found) && found > 0 ? Math.min(found, LIMITS.rows) : 1;
}
