import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { isUnreadableValue } from '../database/database-errors.js';
import { problemOf } from './problem-error.js';
import type { ProblemError } from './problem-error.js';

/** One page of a list. */
export interface Page<Item> {
  readonly items: Item[];
  readonly nextCursor: string | null;
}

/** What to order a list by: SQL expressions with the property each is read from; the last must be unique. */
export interface PageOrder<Row> {
  readonly column: string;
  readonly value: (row: Row) => string;
  readonly direction?: 'ASC' | 'DESC';
}

export interface PageRequest {
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/**
 * Reads one page of a query by its keyset: rows after the cursor's, in the order given. A page costs the same wherever
 * it lies, and rows that come or go do not shift it. Throws `bad-cursor` for a cursor this list did not give. All
 * columns must run the same way and never be null (coalesce them).
 *
 * `read` asks the query for its rows; a list under rights is read in parts (`readInParts`).
 */
export async function readPage<Row extends ObjectLiteral>(
  query: SelectQueryBuilder<Row>,
  request: PageRequest,
  order: readonly PageOrder<Row>[],
  read: (query: SelectQueryBuilder<Row>) => Promise<Row[]> = (page) => page.getMany(),
): Promise<Page<Row>> {
  const direction = order[0]?.direction ?? 'ASC';
  if (request.cursor !== undefined) {
    const values = decode(request.cursor, order.length);
    const parameters = Object.fromEntries(values.map((value, i) => [`after${i}`, value]));
    const left = order.map((by) => by.column).join(', ');
    const right = order.map((_, i) => `:after${i}`).join(', ');
    query.andWhere(`(${left}) ${direction === 'ASC' ? '>' : '<'} (${right})`, parameters);
  }
  for (const by of order) query.addOrderBy(by.column, direction);
  query.limit(request.limit + 1);
  const rows = await read(query).catch((error: unknown) => {
    // The cursor's values are of the right number, and no values of these columns.
    throw request.cursor !== undefined && isUnreadableValue(error) ? badCursor() : error;
  });
  const items = rows.slice(0, request.limit);
  const last = items.at(-1);
  const more = rows.length > request.limit && last !== undefined;
  return { items, nextCursor: more ? encode(order.map((by) => by.value(last))) : null };
}

function encode(values: readonly string[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url');
}

function decode(cursor: string, length: number): string[] {
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (Array.isArray(values) && values.length === length && values.every((v) => typeof v === 'string'))
      return values;
  } catch {
    // Not ours: the refusal below says so.
  }
  throw badCursor();
}

function badCursor(): ProblemError {
  return problemOf('bad-cursor', 'Start again without a cursor.');
}
