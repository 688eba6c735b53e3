import type pg from 'pg';

/** Bodies (every tenth closed), units and people that the rows are spread over. */
const [BODIES, UNITS, PEOPLE] = [40, 20, 2000];

const ID_SQL = `
  CREATE FUNCTION sample_id(kind text, n bigint) RETURNS uuid LANGUAGE sql IMMUTABLE AS $$
    SELECT (lpad(kind, 8, '0') || '-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid $$`;

/** The id of the n-th body (kind b), unit (c) or person (a). */
export function sampleId(kind: 'a' | 'b' | 'c', n: number): string {
  return `${kind.padStart(8, '0')}-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;
}

/** The bodies of the bench, like one that is there already, its units and people. */
export async function sampleOrganisation(database: pg.Client): Promise<void> {
  await database.query(ID_SQL);
  await database.query(
    `INSERT INTO unit (id, code, name, letterhead)
     SELECT sample_id('c', n), 'E' || n, 'Enhed ' || n, '{}' FROM generate_series(1, ${UNITS}) n`,
  );
  await database.query(
    `INSERT INTO person (id, name, unit_id)
     SELECT sample_id('a', n), 'Person ' || n, sample_id('c', 1 + n % ${UNITS}) FROM generate_series(1, ${PEOPLE}) n`,
  );
  await database.query(
    `INSERT INTO body (id, name, kind, settings, visibility)
     SELECT sample_id('b', n), 'Udvalg ' || n, kind, settings, CASE WHEN n % 10 = 0 THEN 'closed' ELSE 'open' END
     FROM generate_series(1, ${BODIES}) n, (SELECT kind, settings FROM body LIMIT 1) one`,
  );
}

const MEETINGS = `
  INSERT INTO meeting (id, body_id, kind, date, start_time, place, state)
  SELECT sample_id('d', n), sample_id('b', 1 + floor(random() * ${BODIES})::int), 'ordinary',
         '2006-01-01'::date + floor(random() * 7300)::int, '09:00', 'Mødelokale ' || n % 9,
         (ARRAY['planned', 'sent', 'held', 'closed', 'closed', 'closed'])[1 + floor(random() * 6)::int]
  FROM generate_series($1::int + 1, $2::int) n`;

/** Half as many points as meetings, every tenth under the one before it, every eighth or so closed. */
const POINTS = `
  INSERT INTO agenda_point (id, meeting_id, parent_id, position, title, type, visibility, frozen_number, frozen_part)
  SELECT sample_id('e', n), sample_id('d', 2 * (n - (n % 10 = 0)::int)),
         CASE WHEN n % 10 = 0 THEN sample_id('e', n - 1) END, 0, 'Punkt ' || n, 'decision',
         CASE WHEN random() < 0.12 THEN 'closed' ELSE 'open' END, '1', 'main'
  FROM generate_series($1::int / 2 + 1, $2::int / 2) n`;

/** One of twenty hangs on no point; four of five are issued. */
const FOLLOW_UPS = `
  WITH drawn AS MATERIALIZED (
    SELECT n, 1 + floor(random() * ($2::int / 2))::bigint AS point, random() AS stage, random() AS due,
           random() AS unit, random() AS person
    FROM generate_series($1::int + 1, $2::int) n)
  INSERT INTO follow_up (id, body_id, meeting_id, point_id, action, responsible, unit_id, person_id, due_kind, due_date,
                         stage, status)
  SELECT sample_id('f', n), m.body_id, m.id, CASE WHEN n % 20 > 0 THEN p.id END,
         'Forvaltningen undersøger sag ' || n || ' og vender tilbage med et notat.', 'Enheden',
         CASE WHEN unit < 0.85 THEN sample_id('c', 1 + floor(unit / 0.85 * ${UNITS})::int) END,
         CASE WHEN person < 0.3 THEN sample_id('a', 1 + floor(person / 0.3 * ${PEOPLE})::int) END,
         CASE WHEN due < 0.8 THEN 'firm' ELSE 'none' END,
         CASE WHEN due < 0.8 THEN m.date + floor(due * 200)::int END,
         CASE WHEN stage < 0.8 THEN 'issued' WHEN stage < 0.88 THEN 'confirmed'
              WHEN stage < 0.94 THEN 'suggested' ELSE 'ignored' END,
         (ARRAY['new', 'in-progress', 'waiting', 'done', 'done', 'dropped'])[1 + n % 6]
  FROM drawn JOIN agenda_point p ON p.id = sample_id('e', point) JOIN meeting m ON m.id = p.meeting_id`;

/** Everything about what grows that is quicker made anew than kept while a million rows are written, and how to make it. */
const ASIDE = `
  SELECT 'DROP INDEX ' || indexrelid::regclass AS away, pg_get_indexdef(indexrelid) AS back
  FROM pg_index LEFT JOIN pg_constraint ON conindid = indexrelid AND contype IN ('p', 'u', 'x')
  WHERE indrelid = ANY('{meeting,agenda_point,follow_up}'::regclass[]) AND conindid IS NULL
  UNION ALL
  SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname),
         format('ALTER TABLE %s ADD CONSTRAINT %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
  FROM pg_constraint WHERE contype = 'f' AND conrelid = ANY('{meeting,agenda_point,follow_up}'::regclass[])`;

/** Grows the sample from so many meetings, and as many follow-ups, to so many more. */
export async function growSample(database: pg.Client, from: number, to: number): Promise<void> {
  await database.query('SELECT setseed(0.25)');
  const { rows: aside } = await database.query<{ away: string; back: string }>(ASIDE);
  for (const { away } of aside) await database.query(away);
  for (const statement of [MEETINGS, POINTS, FOLLOW_UPS]) {
    await database.query(statement, [from, to]);
    // What comes next is joined with these.
    await database.query('ANALYZE meeting, agenda_point');
  }
  for (const { back } of aside) await database.query(back);
  await database.query('VACUUM ANALYZE');
}
