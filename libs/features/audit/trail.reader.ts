import type { EventRow, ListedEvent, Place, SealRow, Stretch } from '../../domain/audit/index.js';
import { SEALED_SELECT } from '../../platform/events/sealed-columns.js';

/** Runs a query on the one connection, and in the one snapshot, that the whole trail is read in. */
export type Query = <Row>(sql: string, values?: unknown[]) => Promise<Row[]>;

/** All that the database holds in the stretch of the trail between a place and the last listed event. */
export async function readStretch(
  query: Query,
  since: string,
  after: Place,
  listed: readonly ListedEvent[],
): Promise<Stretch> {
  const end = listed.at(-1)?.place ?? after;
  const events = await query<EventRow>(
    `SELECT ${SEALED_SELECT} FROM event
     WHERE (xid, seq) > ($1::xid8, $2::bigint) AND (xid, seq) <= ($3::xid8, $4::bigint)
     UNION ALL
     SELECT ${SEALED_SELECT} FROM event
     WHERE id = ANY($5::uuid[])
       AND NOT ((xid, seq) > ($1::xid8, $2::bigint) AND (xid, seq) <= ($3::xid8, $4::bigint))`,
    [after.xid, after.seq, end.xid, end.seq, listed.map(({ id }) => id)],
  );
  const seals = await query<Omit<SealRow, 'position'> & { position: string }>(
    `SELECT position::text, event_id AS "eventId", xid::text, seq::text, encode(hash, 'hex') AS hash
     FROM event_seal WHERE position = ANY($1::bigint[])`,
    [listed.map(({ position }) => position)],
  );
  return {
    since,
    listed,
    events,
    seals: seals.map((row) => ({ ...row, position: Number(row.position) })),
  };
}

/** The events that are newer than a place, which no checkpoint covers yet: how many, and since when (ISO, UTC). */
export async function readNewer(
  query: Query,
  place: Place,
): Promise<{ count: number; since: string | null }> {
  const [row] = await query<{ count: number; since: string | null }>(
    `SELECT count(*)::int AS count, to_char(min(at) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS since
     FROM event WHERE (xid, seq) > ($1::xid8, $2::bigint)`,
    [place.xid, place.seq],
  );
  return row ?? { count: 0, since: null };
}

/** How far the checkpoints have got, as the database knows it. */
export async function readSignedCount(query: Query): Promise<number> {
  const [row] = await query<{ seq: string }>(
    `SELECT seq::text FROM event_consumer WHERE name = 'checkpoints'`,
  );
  return Number(row?.seq ?? 0);
}
