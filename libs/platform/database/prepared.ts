import { QueryFailedError } from 'typeorm';
import type { EntityManager } from 'typeorm';

/** A statement that a connection plans once and keeps under its name, which no other statement of the product has. */
export interface Prepared {
  readonly name: string;
  readonly text: string;
}

interface Asked extends Prepared {
  readonly values: readonly unknown[];
}

/** What node-postgres' pool and its clients have in common. */
interface Connection {
  query(asked: Asked): Promise<{ rows: unknown[] }>;
}

/**
 * Asks a prepared statement, in the transaction that `tx` has open or else on any connection of the pool, and gives its
 * rows. It is for the few statements that every request waits for: planning them takes longer than running them. Throws
 * TypeORM's `QueryFailedError`, as `tx.query` does.
 */
export async function askPrepared<Row>(
  tx: EntityManager,
  statement: Prepared,
  values: readonly unknown[],
): Promise<Row[]> {
  const connection = await connectionOf(tx);
  const { name, text } = statement;
  tx.dataSource.logger.logQuery(text, [...values], tx.queryRunner);
  try {
    const { rows } = await connection.query({ name, text, values });
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
