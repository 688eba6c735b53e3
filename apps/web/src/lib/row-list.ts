import type { Fields } from './form.js';

/** One row of a list that is edited as a whole: what stands in its fields, and what it was made from, if anything. */
export interface ListRow<Name extends string, Item> {
  /** Tells the rows of the page apart; it is nobody's id. */
  readonly key: string;
  readonly fields: Fields<Name>;
  readonly item: Item | null;
}

let made = 0;

export function listRow<Name extends string, Item>(
  fields: Fields<Name>,
  item: Item | null,
): ListRow<Name, Item> {
  made += 1;
  return { key: `row${made}`, fields, item };
}

/** The list with one of its rows a place up (-1) or down (1); as it is where there is no such place. */
export function moved<Row>(rows: readonly Row[], from: number, step: -1 | 1): readonly Row[] {
  const to = from + step;
  const [row, other] = [rows[from], rows[to]];
  if (row === undefined || other === undefined) return rows;
  return rows.map((each, i) => (i === from ? other : i === to ? row : each));
}
