import type { DataSource, EntityManager } from 'typeorm';
import { actingRole } from '../../contracts/audit.js';
import type { SubjectKind } from '../../contracts/events.js';
import { askPrepared } from '../database/prepared.js';
import type { Prepared } from '../database/prepared.js';
import type { RequestContext } from '../http/request-context.js';
import { newId } from '../ids/new-id.js';
import { INSERT, personOf } from './event-log.js';
import type { Subject } from './event-log.js';

/** Reads that are put on record: of closed points and of closed files. */
export const READ_EVENT_NAMES = [
  'agenda-point.read',
  'attachment.read',
  'attachment.downloaded',
  'document.downloaded',
] as const;
export type ReadEventName = (typeof READ_EVENT_NAMES)[number];

/** Something read, and the scope (a meeting) that it is recorded under. */
interface ScopedRead {
  readonly id: string;
  readonly scopeId: string;
}

/** Puts a read of one closed thing on record, as `recordReads` does of several. */
export function recordRead(
  tx: EntityManager,
  context: RequestContext,
  name: ReadEventName,
  { kind, id }: Subject,
  scopeId: string,
): Promise<void> {
  return recordReads(tx, context, { name, kind, ids: [id] }, scopeId);
}

/**
 * Puts reads of closed things on record: once for each person, subject and hour (UTC), however often they are read. One
 * statement at most, so that it needs no transaction of its own. The product's own reads are not recorded.
 */
export function recordReads(
  tx: EntityManager,
  context: RequestContext,
  { name, kind, ids }: { name: ReadEventName; kind: SubjectKind; ids: readonly string[] },
  scopeId: string,
): Promise<void> {
  const reads = ids.map((id) => ({ id, scopeId }));
  return recordReadsOfSeveral(tx, context, { name, kind, reads });
}

/** The same of things of several scopes, each read with its own; one statement for all. */
export async function recordReadsOfSeveral(
  tx: EntityManager,
  context: RequestContext,
  { name, kind, reads }: { name: ReadEventName; kind: SubjectKind; reads: readonly ScopedRead[] },
): Promise<void> {
  const { actor, requestId } = context;
  const person = personOf(actor);
  if (reads.length === 0 || actor.product || person === null) return;
  const known = knownOf(tx);
  const keyOf = (id: string): string => `${person} ${name} ${id}`;
  const asked = reads.filter(({ id }) => !known.has(keyOf(id)));
  if (asked.length === 0) return;
  const scopes = asked.map(({ scopeId }) => scopeId);
  const roles = scopes.map((scopeId) => actingRole(actor, scopeId));
  const [told] = await askPrepared<{ hour: number }>(tx, RECORD_READS, [
    ...[asked.map(() => newId()), asked.map(({ id }) => id), person, name, kind, scopes, requestId],
    ...[roles, actor.viewedBy === null ? null : actor.personId],
  ]);
  // What a transaction recorded may yet be taken back.
  if (told && !tx.queryRunner)
    known.add(
      told.hour,
      asked.map(({ id }) => keyOf(id)),
    );
}

/**
 * The reads that were found recorded in one hour of the database's clock, so that who reads the same again, as a page does
 * that is kept fresh, writes nothing.
 */
class KnownReads {
  /** Hours since the epoch. */
  private hour = 0;
  private readonly keys = new Set<string>();

  has(key: string): boolean {
    return this.hour === Math.floor(Date.now() / 3_600_000) && this.keys.has(key);
  }

  add(hour: number, keys: readonly string[]): void {
    if (hour !== this.hour || this.keys.size > MOST_KNOWN) this.keys.clear();
    this.hour = hour;
    for (const key of keys) this.keys.add(key);
  }
}

/** How many reads a process knows of before it begins anew. */
const MOST_KNOWN = 50_000;

const knownReads = new WeakMap<DataSource, KnownReads>();

function knownOf({ dataSource }: EntityManager): KnownReads {
  let known = knownReads.get(dataSource);
  if (!known) knownReads.set(dataSource, (known = new KnownReads()));
  return known;
}

const RECORD_READS: Prepared = {
  name: 'record reads',
  text: `
  WITH read AS (
    SELECT * FROM unnest($1::uuid[], $2::uuid[], $6::uuid[], $8::text[]) AS read (event_id, subject_id, scope_id, acting_role)
  ), first AS (
    INSERT INTO event_read (person_id, name, subject_id, hour)
    SELECT $3::uuid, $4, subject_id, date_trunc('hour', now(), 'UTC') FROM read ORDER BY subject_id
    ON CONFLICT DO NOTHING RETURNING subject_id
  ), recorded AS (
    ${INSERT}
    SELECT event_id, $4, $5, subject_id, scope_id, '{}'::jsonb, $7::uuid, $3::uuid, acting_role, $9::uuid, NULL::jsonb
    FROM read JOIN first USING (subject_id)
    RETURNING 1
  )
  SELECT extract(epoch FROM date_trunc('hour', now(), 'UTC'))::int / 3600 AS hour,
         (SELECT pg_notify('event', '') FROM recorded LIMIT 1)`,
  pipe: 'writes',
};

/** Forgets which reads of hours that are over were recorded; the events stay. */
export async function forgetReads(tx: EntityManager): Promise<void> {
  await tx.query("DELETE FROM event_read WHERE hour < date_trunc('hour', now(), 'UTC')");
}
