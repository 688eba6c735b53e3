import type pg from 'pg';
import type { Promised } from '../report.js';
import type { Write } from './writers.js';

interface Kept {
  readonly id: string;
  readonly label: string;
  readonly events: number;
}

const KEPT_SQL = `
  SELECT r.id, r.label,
         (SELECT count(*)::int FROM event WHERE subject_id = r.id AND name = r.kind || '.created') AS events
  FROM (SELECT id, place AS label, 'meeting' AS kind FROM meeting
        UNION ALL SELECT id, title, 'agenda-point' FROM agenda_point) r
  WHERE r.label = ANY($1)`;

/** What must be true of the database after all the kills: every acknowledged write is there, and once. */
export async function verifyWrites(database: pg.Client, writes: readonly Write[]): Promise<Promised[]> {
  const { rows } = await database.query<Kept>(KEPT_SQL, [writes.map(({ label }) => label)]);
  const byLabel = new Map<string, Kept[]>();
  for (const row of rows) byLabel.set(row.label, [...(byLabel.get(row.label) ?? []), row]);
  const acknowledged = writes.filter(({ id }) => id !== null);
  const lost = acknowledged.filter(({ label, id }) => !byLabel.get(label)?.some((row) => row.id === id));
  const doubled = writes.filter(({ label }) => (byLabel.get(label)?.length ?? 0) > 1);
  const events = rows.filter((row) => row.events !== 1);
  return [
    { what: 'lost: acknowledged and not there under its id', counted: lost.length, must: 0 },
    { what: 'doubled: two rows of one key', counted: doubled.length, must: 0 },
    { what: 'rows without exactly one event of their making', counted: events.length, must: 0 },
    { what: 'writes in the database', counted: rows.length, must: acknowledged.length },
  ];
}
