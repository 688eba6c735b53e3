import type pg from 'pg';
import { SEALED_COLUMNS } from '../../../libs/domain/audit/index.js';
import { EVENT_AT, at, edited, sealAgain, swap, two } from './scene.js';
import type { Scene, Tampering } from './scene.js';

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

/** What a database owner does to events and to the texts beside them. */
export const eventTamperings: readonly Tampering[] = [...[edits, deletions, insertions, swaps, texts].flat()];
