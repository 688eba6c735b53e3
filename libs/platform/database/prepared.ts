import { QueryFailedError } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { pipeOf } from './pipes.js';
import type { Pipe } from './pipes.js';

/** A statement that a connection plans once and keeps under its name, which no other statement of the product has. */
export interface Prepared {
  readonly name: string;
  readonly text: string;
  /** Goes through this pipe where no transaction is open: for a statement that takes little and waits for nobody. */
  readonly pipe?: Pipe;
}

interface Asked extends Prepared {
  readonly values: unknown[];
}

/** What node-postgres' pool, its clients and the pipes have in common. */
interface Connection {
  query(asked: Asked): Promise<{ rows: unknown[] }>;
}

/**
 * Asks a prepared statement, in the transaction that `tx` has open or else through its pipe or on any connection of the
 * pool, and gives its rows. It is for the few statements that every request waits for: planning them takes longer than running them. Throws
 * TypeORM's `QueryFailedError`, as `tx.query` does.
 */
export async function askPrepared<Row>(
  tx: EntityManager,
  statement: Prepared,
  values: readonly unknown[],
): Promise<Row[]> {
  const { name, text, pipe } = statement;
  const connection =
    pipe === undefined || tx.queryRunner ? await connectionOf(tx) : pipeOf(tx.dataSource, pipe);
  tx.dataSource.logger.logQuery(text, [...values], tx.queryRunner);
  try {
    const { rows } = await connection.query({ name, text, values: [...values] });
    return rows as Row[];
  } catch (error) {
    throw error instanceof Error ? new QueryFailedError(text, [...values], error) : error;
  }
}

async function connectionOf(tx: EntityManager): Promise<Connection> {
  const { driver } = tx.dataSource;
  const found: unknown = tx.queryRunner
    ? await tx.queryRunner.connect()
    : 'master' in driver && driver.master;
  if (!isConnection(found)) throw new Error('There is no connection to PostgreSQL.');
  return found;
}

function isConnection(found: unknown): found is Connection {
  return found !== null && typeof found === 'object' && 'query' in found && typeof found.query === 'function';
}
