import type pg from 'pg';
import type { Finding } from '../../../libs/domain/audit/index.js';
import { GENESIS, canonicalText } from '../../../libs/contracts/audit.js';
import type { EventRow } from '../../../libs/contracts/audit.js';
import { SEALED_SELECT } from '../../../libs/platform/events/sealed-columns.js';
import { sealHash } from '../../../libs/platform/events/sealer.js';

/** A trail that stands, of so many events that the last checkpoint covers, and a source of chance. */
export interface Scene {
  readonly owner: pg.Client;
  readonly count: number;
  /** A whole number from `from` to `to`, both included. */
  readonly pick: (from: number, to: number) => number;
}

/** One thing a database owner does; gives what must be found: each as `kind from-to`. */
export interface Tampering {
  readonly name: string;
  readonly apply: (scene: Scene) => Promise<string[]>;
}

/** Takes from the database what keeps even its owner from slips: the append-only triggers and the number's identity. */
export const DISARM = `
  ALTER TABLE event DISABLE TRIGGER USER; ALTER TABLE event_seal DISABLE TRIGGER USER;
  ALTER TABLE event_text DISABLE TRIGGER USER; ALTER TABLE event ALTER COLUMN seq DROP IDENTITY;
  ALTER TABLE event_seal DROP CONSTRAINT event_seal_pkey;`;

/** A finding in the form that tamperings promise theirs. */
export function said({ kind, from, to }: Finding): string {
  return `${kind} ${from}-${to}`;
}

/** A finding as a tampering promises it. */
export const at = (kind: string, from: number, to = from): string => `${kind} ${from}-${to}`;
/** The id of the event at the position `$1`. */
export const EVENT_AT = '(SELECT event_id FROM event_seal WHERE position = $1)';

/** Neighbouring seals that all hold something else; nothing where there is none. */
export const edited = (from: number, to: number): string[] =>
  from <= to ? [at('seal-edited', from, to)] : [];

/** Writes the seals from a position on anew, as one who knows how they are made would, so that they fit what is there. */
export async function sealAgain(owner: pg.Client, from: number): Promise<void> {
  const before = await owner.query<{ hash: string }>(
    `SELECT encode(hash, 'hex') AS hash FROM event_seal WHERE position = $1`,
    [from - 1],
  );
  const { rows } = await owner.query<EventRow & { position: string }>(
    `SELECT position::text, ${SEALED_SELECT} FROM event_seal JOIN event ON event.id = event_seal.event_id
     WHERE position >= $1 ORDER BY event_seal.position`,
    [from],
  );
  let previous = before.rows[0]?.hash ?? GENESIS;
  for (const { position, ...row } of rows) {
    previous = sealHash(previous, canonicalText(row));
    await owner.query(`UPDATE event_seal SET hash = decode($2, 'hex') WHERE position = $1`, [
      position,
      previous,
    ]);
  }
}

/** Two positions, the smaller first. */
export function two({ pick, count }: Scene): [number, number] {
  const first = pick(1, count - 1);
  return [first, pick(first + 1, count)];
}

/** Has two rows take each other's columns; their keys are `$1` and `$2`. */
export function swap(table: string, key: string, columns: string): string {
  return `UPDATE ${table} AS one SET (${columns}) = (SELECT ${columns} FROM ${table} AS other
    WHERE other.${key} IN ($1, $2) AND other.${key} <> one.${key}) WHERE one.${key} IN ($1, $2)`;
}

/** A source of chance that gives the same again for the same seed. */
export function chance(seed: number): Scene['pick'] {
  let state = seed >>> 0;
  return (from, to) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return from + (((t ^ (t >>> 14)) >>> 0) % (to - from + 1));
  };
}
