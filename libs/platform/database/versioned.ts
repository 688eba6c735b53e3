import type { EntityManager, EntityTarget, FindOptionsWhere, QueryDeepPartialEntity } from 'typeorm';
import { notFound, problemOf } from '../http/problem-error.js';

/** A row that carries an id and a version. */
export interface VersionedRow {
  id: string;
  version: number;
}

/** Finds a row by its id; throws `not-found` naming the thing. `lock` holds the row until the transaction ends. */
export async function load<Row extends VersionedRow>(
  manager: EntityManager,
  target: EntityTarget<Row>,
  thing: string,
  id: string,
  options: { lock?: boolean } = {},
): Promise<Row> {
  const row = await manager.findOne(target, {
    where: { id } as FindOptionsWhere<Row>,
    ...(options.lock ? { lock: { mode: 'pessimistic_write' as const } } : {}),
  });
  if (!row) throw notFound(thing, id);
  return row;
}

/**
 * Judges before it locks, so that nobody holds up others, or waits for them, over what is not theirs to change; and again
 * with the row held, since it may have changed while this one waited. `judge` throws what it refuses.
 */
export async function judgedThenLocked<Judged>(
  judge: (options: { lock?: boolean }) => Promise<Judged>,
): Promise<Judged> {
  await judge({});
  return judge({ lock: true });
}

/** Throws `stale-version` with the present state unless the row still has the version the change was made to. */
export function checkVersion(row: VersionedRow, ifMatch: number, current: unknown): void {
  if (row.version === ifMatch) return;
  throw problemOf(
    'stale-version',
    `The change was made to version ${ifMatch}; it is now version ${row.version}.`,
    {
      current,
    },
  );
}

/**
 * Writes a patch to a loaded row and raises its version by one; the row object gets the same. Throws `stale-version`
 * when somebody else wrote in between.
 */
export async function saveVersioned<Row extends VersionedRow>(
  manager: EntityManager,
  target: EntityTarget<Row>,
  row: Row,
  patch: Partial<Row>,
): Promise<Row> {
  const where = { id: row.id, version: row.version } as FindOptionsWhere<Row>;
  const next = { ...patch, version: row.version + 1 };
  const result = await manager.update(target, where, next as unknown as QueryDeepPartialEntity<Row>);
  if (result.affected !== 1) throw problemOf('stale-version', 'Somebody else changed it in the same moment.');
  return Object.assign(row, next);
}
