import type { Block, Inline, RichText } from '../../../../../libs/domain/text/index.js';

/** What the api takes of a text at most; held to its contract by a test. */
export const LIMITS = {
  ...{ blocks: 2000, items: 2000, rows: 1000, columns: 40, runs: 5000, letters: 100_000 },
  /** Of all that is saved at once, in bytes. */
  bytes: 5 * 2 ** 20,
} as const;

/** Room for what else is saved with a text, and for how it is packed (bytes). */
const ROOM = 64 * 1024;

export interface Excess {
  readonly of: keyof typeof LIMITS;
  /** How much there is of it. */
  readonly is: number;
}

/** What a text has too much of to be saved; null when it can be. */
export function excessOf(text: RichText): Excess | null {
  const counts = text.map(countsOf);
  const most = (of: 'items' | 'rows' | 'columns' | 'runs' | 'letters'): number =>
    counts.reduce((found, each) => Math.max(found, each[of]), 0);
  const found: readonly Excess[] = [
    { of: 'blocks', is: text.length },
    ...(['items', 'rows', 'columns', 'runs', 'letters'] as const).map((of) => ({ of, is: most(of) })),
  ];
  const over = found.find(({ of, is }) => is > LIMITS[of]);
  if (over) return over;
  const bytes = new TextEncoder().encode(JSON.stringify(text)).length;
  return bytes > LIMITS.bytes - ROOM ? { of: 'bytes', is: bytes } : null;
}

function countsOf(block: Block) {
  const contents = contentsOf(block);
  return {
    items: 'items' in block ? block.items.length : 0,
    rows: 'rows' in block ? block.rows.length : 0,
    columns: 'rows' in block ? Math.max(0, ...block.rows.map(({ length }) => length)) : 0,
    runs: contents.reduce((most, { length }) => Math.max(most, length), 0),
    letters: contents.flat().reduce((most, { text }) => Math.max(most, text.length), 0),
  };
}

function contentsOf(block: Block): readonly (readonly Inline[])[] {
  if ('content' in block) return [block.content];
  return 'items' in block
    ? block.items.map(({ content }) => content)
    : block.rows.flatMap((row) => row.map(({ content }) => content));
}
