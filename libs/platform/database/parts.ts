import { createHash } from 'node:crypto';
import type { DataSource, EntityManager, ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { askPrepared } from './prepared.js';

/** How many lists of different filters a process has its connections keep the plans of; others are planned each time. */
const MOST_PLANNED = 40;

const planned = new WeakMap<DataSource, Set<string>>();

/**
 * Reads the rows of an ordered and limited query that meet one of some conditions. The conditions must not overlap: each
 * is read for itself as far as the limit goes, by an index in the order of the list, where one condition with OR or IN
 * would make the database walk the whole table or sort all that it finds. With no condition there are no rows. What is
 * ordered by must be columns, so that the parts can be merged as they come. Throws as `tx.query` does.
 */
export async function readInParts<Row extends ObjectLiteral>(
  tx: EntityManager,
  query: SelectQueryBuilder<Row>,
  parts: readonly string[],
): Promise<Row[]> {
  const [text, values] = merged(query, parts).getQueryAndParameters();
  const found = isPlanned(tx.dataSource, text)
    ? await askPrepared<ObjectLiteral>(tx, { name: nameOf(text), text }, values)
    : await tx.query<ObjectLiteral[]>(text, values);
  return rowsOf(query, found);
}

/**
 * A parameter, the id of something, as SQL that the database does not plan by: what it guesses is then the same for every
 * value, and so it keeps the plan, where planning a list for each value takes longer than reading it.
 */
export function anyId(parameter: string): string {
  return `(SELECT CAST(:${parameter} AS uuid))`;
}

/** A condition in which it does not plan by the values either. */
export function anyValues(condition: string): string {
  return `(CASE WHEN ${condition} THEN true ELSE false END)`;
}

/** Ids as SQL to ask with IN: looked up in a table of them, where `= ANY` tries one after the other for every row. */
export function manyIds(parameter: string): string {
  return `(SELECT unnest(CAST(:${parameter} AS uuid[])))`;
}

/** The id where a list holds one, to ask with `=`: it is not looked up in a table for every row. */
export function onlyId(parameter: string): string {
  return `(SELECT (CAST(:${parameter} AS uuid[]))[1])`;
}

/** The value for a parameter of `manyIds` or `onlyId`, as PostgreSQL writes it: the driver takes longer over each id of a list. */
export function idsOf(ids: readonly string[]): string {
  return `{${ids.join(',')}}`;
}

/** The name that a list is planned under. */
export function nameOf(text: string): string {
  return `list ${createHash('sha256').update(text).digest('base64url')}`;
}

function isPlanned(database: DataSource, text: string): boolean {
  let texts = planned.get(database);
  if (!texts) planned.set(database, (texts = new Set()));
  if (texts.size < MOST_PLANNED) texts.add(text);
  return texts.has(text);
}

function merged<Row extends ObjectLiteral>(
  query: SelectQueryBuilder<Row>,
  parts: readonly string[],
): SelectQueryBuilder<Row> {
  const [part = 'false', ...more] = parts;
  if (more.length === 0) return query.andWhere(part);
  const read = parts.map((one) => query.clone().andWhere(one).select(`"${query.alias}".*`).getQuery());
  const whole = query.clone();
  const [from, ...others] = whole.expressionMap.aliases;
  if (from?.name !== query.alias || others.length > 0)
    throw new Error('Only a query of one table is read in parts.');
  from.subQuery = `((${read.join(') UNION ALL (')}))`;
  // The parts have met the conditions already.
  whole.expressionMap.wheres = [];
  return whole;
}

/** The rows as TypeORM would make them of one table without relations. */
function rowsOf<Row extends ObjectLiteral>(
  query: SelectQueryBuilder<Row>,
  found: readonly ObjectLiteral[],
): Row[] {
  const metadata = query.expressionMap.mainAlias?.metadata;
  if (!metadata) throw new Error('Only a query of rows is read in parts.');
  const { driver } = metadata.dataSource;
  const columns = metadata.columns.filter((column) => column.isSelect);
  return found.map((record) => {
    const row = metadata.create() as Row;
    for (const column of columns) {
      const value: unknown = record[`${query.alias}_${column.databaseName}`];
      column.setEntityValue(row, driver.prepareHydratedValue(value, column));
    }
    return row;
  });
}
