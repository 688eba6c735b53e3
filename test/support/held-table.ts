import type { TestDatabase } from './database.js';
import { until } from './until.js';

/** A table that can be read but not written until it is released: it stops requests half-way, so that they overlap. */
export interface HeldTable {
  /** Resolves when that many connections wait for a lock, or when something else has come true. */
  untilWaiting(connections: number, orElse?: () => boolean): Promise<void>;
  release(): Promise<void>;
}

/** Holds a table; the helper's other queries run inside the transaction that does until it is released. */
export async function holdTable(database: TestDatabase, table: string): Promise<HeldTable> {
  await database.query('BEGIN');
  await database.query(`LOCK TABLE ${table} IN SHARE MODE`);
  const waiting = async (): Promise<number> => {
    await database.query('SELECT pg_stat_clear_snapshot()');
    const rows = await database.query(
      `SELECT DISTINCT l.pid FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid
       WHERE NOT l.granted AND a.datname = current_database()`,
    );
    return rows.length;
  };
  return {
    untilWaiting: (connections, orElse = () => false) =>
      until(async () => orElse() || (await waiting()) >= connections),
    release: async () => {
      await database.query('COMMIT');
    },
  };
}
