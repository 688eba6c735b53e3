import type pg from 'pg';
import { SEALED_COLUMNS } from '../../libs/domain/audit/index.js';
import type { Finding } from '../../libs/domain/audit/index.js';
import { sealHash } from '../../libs/platform/events/sealer.js';
import { GENESIS, canonicalText } from '../../libs/contracts/audit.js';
import type { EventRow } from '../../libs/contracts/audit.js';
import { SEALED_SELECT } from '../../libs/platform/events/sealed-columns.js';

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

const at = (kind: string, from: number, to = from): string => `${kind} ${from}-${to}`;
const EVENT_AT = '(SELECT event_id FROM event_seal WHERE position = $1)';

/** Another value for a column than any row holds. */
const OTHER: Readonly<Record<string, string>> = {
  xid: `((xid::text)::bigint + 1000000)::text::xid8`,
  seq: 'seq + 1000000',
  id: 'gen_random_uuid()',
  at: `at + interval '1 microsecond'`,
  name: `name || 'x'`,
  subject_kind: `'body'`,
  subject_id: 'gen_random_uuid()',
  scope_id: 'CASE WHEN scope_id IS NULL THEN gen_random_uuid() END',
  data: `data || '{"number": -1}'`,
  request_id: 'gen_random_uuid()',
  person_id: 'CASE WHEN person_id IS NULL THEN gen_random_uuid() END',
  acting_role: `CASE WHEN acting_role IS NULL THEN 'administrator' END`,
  viewed_as_person_id: 'CASE WHEN viewed_as_person_id IS NULL THEN gen_random_uuid() END',
  changes: `jsonb_set(changes, '{0,after,value}', '"Noget andet"')`,
};

const edits: Tampering[] = SEALED_COLUMNS.map((column) => ({
  name: `edits ${column}`,
  apply: async ({ owner, pick, count }) => {
    const position = pick(1, count);
    await owner.query(`UPDATE event SET ${column} = ${OTHER[column] ?? ''} WHERE id = ${EVENT_AT}`, [
      position,
    ]);
    return [at(column === 'xid' || column === 'seq' ? 'event-moved' : 'event-edited', position)];
  },
}));

/** Writes the seals from a position on anew, as one who knows how they are made would, so that they fit what is there. */
async function sealAgain(owner: pg.Client, from: number): Promise<void> {
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

const deletions: Tampering[] = [
  {
    name: 'deletes an event',
    apply: async ({ owner, pick, count }) => {
      const position = pick(1, count - 1);
      await owner.query(`DELETE FROM event WHERE id = ${EVENT_AT}`, [position]);
      return [at('event-deleted', position)];
    },
  },
  {
    name: 'deletes an event with its seal',
    apply: async ({ owner, pick, count }) => {
      const position = pick(1, count - 1);
      await owner.query(`DELETE FROM event WHERE id = ${EVENT_AT}`, [position]);
      await owner.query('DELETE FROM event_seal WHERE position = $1', [position]);
      return [at('event-deleted', position)];
    },
  },
  {
    name: 'deletes an event with its seal and closes the gap',
    apply: async (scene) => {
      const position = await deleteAndClose(scene);
      const { count } = scene;
      // The last position is empty now; those before hold their neighbours' seals.
      return [at('event-deleted', position), ...edited(position, count - 1), at('seal-deleted', count)];
    },
  },
  {
    name: 'deletes an event, closes the gap and seals everything after it again',
    apply: async (scene) => {
      const position = await deleteAndClose(scene);
      await sealAgain(scene.owner, position);
      const { count } = scene;
      return [at('event-deleted', position), ...edited(position, count - 1), at('seal-deleted', count)];
    },
  },
  {
    name: 'cuts the tail',
    apply: async ({ owner, pick, count }) => {
      const from = pick(count - 30, count);
      await owner.query(
        'DELETE FROM event WHERE (xid, seq) >= (SELECT xid, seq FROM event_seal WHERE position = $1)',
        [from],
      );
      if (pick(0, 1) === 1) await owner.query('DELETE FROM event_seal WHERE position >= $1', [from]);
      return [at('tail-cut', from, count)];
    },
  },
];

const edited = (from: number, to: number): string[] => (from <= to ? [at('seal-edited', from, to)] : []);

async function deleteAndClose({ owner, pick, count }: Scene): Promise<number> {
  const position = pick(1, count - 1);
  await owner.query(`DELETE FROM event WHERE id = ${EVENT_AT}`, [position]);
  await owner.query('DELETE FROM event_seal WHERE position = $1', [position]);
  await owner.query('UPDATE event_seal SET position = position - 1 WHERE position > $1', [position]);
  return position;
}

const insertions: Tampering[] = [
  {
    name: 'inserts an event',
    apply: async (scene) => {
      const after = await insertEvent(scene);
      return [at('event-inserted', after, after + 1)];
    },
  },
  {
    name: 'inserts an event with a seal of its own and seals everything after it again',
    apply: async (scene) => {
      const after = await insertEvent(scene);
      const { owner, count } = scene;
      await owner.query('UPDATE event_seal SET position = position + 1 WHERE position > $1', [after]);
      await owner.query(
        `INSERT INTO event_seal (position, event_id, xid, seq, hash)
         SELECT $1 + 1, id, xid, seq, '' FROM event WHERE name = 'unit.changed'`,
        [after],
      );
      await sealAgain(owner, after + 1);
      return [at('event-inserted', after, after + 1), ...edited(after + 1, count)];
    },
  },
];

/** Puts an event of its own making at the end of a transaction that was; gives the position it then stands behind. */
async function insertEvent({ owner, pick, count }: Scene): Promise<number> {
  const position = pick(1, count - 20);
  await owner.query(
    `INSERT INTO event (xid, seq, id, at, name, subject_kind, subject_id, data, request_id)
     SELECT xid, 1000000, gen_random_uuid(), at, 'unit.changed', subject_kind, subject_id, data, request_id
     FROM event WHERE id = ${EVENT_AT}`,
    [position],
  );
  const { rows } = await owner.query<{ last: number }>(
    `SELECT max(position)::int AS last FROM event_seal
     WHERE xid = (SELECT xid FROM event_seal WHERE position = $1)`,
    [position],
  );
  return rows[0]?.last ?? 0;
}

/** Two positions, the smaller first. */
function two({ pick, count }: Scene): [number, number] {
  const first = pick(1, count - 1);
  return [first, pick(first + 1, count)];
}

function swap(table: string, key: string, columns: string): string {
  return `UPDATE ${table} AS one SET (${columns}) = (SELECT ${columns} FROM ${table} AS other
    WHERE other.${key} IN ($1, $2) AND other.${key} <> one.${key}) WHERE one.${key} IN ($1, $2)`;
}

async function idsAt(owner: pg.Client, positions: readonly number[]): Promise<string[]> {
  const { rows } = await owner.query<{ event_id: string }>(
    'SELECT event_id FROM event_seal WHERE position = ANY($1) ORDER BY position',
    [positions],
  );
  return rows.map((row) => row.event_id);
}

const swaps: Tampering[] = [
  {
    name: 'swaps the places of two events',
    apply: async (scene) => {
      const [a, b] = two(scene);
      await scene.owner.query('ALTER TABLE event DROP CONSTRAINT event_pkey');
      await scene.owner.query(swap('event', 'id', 'xid, seq'), await idsAt(scene.owner, [a, b]));
      return [at('events-swapped', a, b)];
    },
  },
  {
    name: 'swaps what two events say',
    apply: async (scene) => {
      const [a, b] = two(scene);
      await scene.owner.query(swap('event', 'id', 'data, changes'), await idsAt(scene.owner, [a, b]));
      return [at('event-edited', a), at('event-edited', b)];
    },
  },
  {
    name: 'swaps two seals',
    apply: async (scene) => {
      const [a, b] = two(scene);
      await scene.owner.query('ALTER TABLE event_seal DROP CONSTRAINT event_seal_event_id_key');
      await scene.owner.query(swap('event_seal', 'position', 'event_id, xid, seq, hash'), [a, b]);
      return [at('seals-swapped', a, b)];
    },
  },
];

const sealEdits: Tampering[] = [
  ...['event_id = gen_random_uuid()', `hash = decode(repeat('ab', 32), 'hex')`, 'seq = seq + 1'].map(
    (set) => ({
      name: `edits a seal: ${set}`,
      apply: async ({ owner, pick, count }: Scene) => {
        const position = pick(1, count);
        await owner.query(`UPDATE event_seal SET ${set} WHERE position = $1`, [position]);
        return [at('seal-edited', position)];
      },
    }),
  ),
  {
    name: 'deletes seals',
    apply: async (scene) => {
      const [a, b] = two(scene);
      await scene.owner.query('DELETE FROM event_seal WHERE position BETWEEN $1 AND $2', [a, b]);
      return [at('seal-deleted', a, b)];
    },
  },
  {
    name: 'numbers the seals anew',
    apply: async ({ owner, pick, count }) => {
      const from = pick(1, count - 1);
      await owner.query('UPDATE event_seal SET position = position + 1 WHERE position >= $1', [from]);
      return [at('seal-deleted', from), at('seal-edited', from + 1, count)];
    },
  },
  {
    name: 'edits an event and seals everything after it again',
    apply: async ({ owner, pick, count }) => {
      const position = pick(1, count);
      await owner.query(`UPDATE event SET data = ${OTHER.data ?? ''} WHERE id = ${EVENT_AT}`, [position]);
      await sealAgain(owner, position);
      return [at('event-edited', position), at('seal-edited', position, count)];
    },
  },
];

const texts: Tampering[] = ['edited', 'deleted'].map((what) => ({
  name: what === 'edited' ? 'edits a text' : 'deletes a text',
  apply: async ({ owner, pick, count }) => {
    const { rows } = await owner.query<{ position: number; hash: string }>(
      `SELECT position::int, changes #>> '{1,after,text}' AS hash FROM event_seal JOIN event ON event.id = event_id
       WHERE position <= $1 AND changes #>> '{1,after,text}' IS NOT NULL ORDER BY position`,
      [count],
    );
    const text = rows[pick(0, rows.length - 1)];
    const sql =
      what === 'edited'
        ? `UPDATE event_text SET content = '"Noget andet"' WHERE hash = $1`
        : 'DELETE FROM event_text WHERE hash = $1';
    await owner.query(sql, [text?.hash]);
    return [at(`text-${what}`, text?.position ?? 0)];
  },
}));

/** Everything a database owner is taken to try. */
export const TAMPERINGS: readonly Tampering[] = [
  ...[edits, deletions, insertions, swaps, sealEdits, texts].flat(),
];

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
