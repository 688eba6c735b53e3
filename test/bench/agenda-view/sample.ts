import type pg from 'pg';
import { meeting } from '../../../libs/contracts/meetings.js';
import { body } from '../../../libs/contracts/organisation.js';
import { post } from '../../support/http.js';

const WORDS = 'forvaltningen foreslår at udvalget drøfter den vedlagte plan og tager den til efterretning';

const PURPOSE = JSON.stringify([
  { type: 'paragraph', content: [{ text: Array.from({ length: 4 }, () => WORDS).join(', ') + '.' }] },
]);

/** A body for the meetings of the bench. */
export async function sampleBody(api: string, headers: Readonly<Record<string, string>>): Promise<string> {
  const fields = { name: 'Rådmandsmøde', kind: 'raadmandsmoede', settings: { start: '09:00' } };
  return (await post(api, body, 'bodies', fields, headers)).id;
}

/** A meeting with so many points of 3 attachments each, every fifth point closed; gives its id. */
export async function sampleMeeting(
  database: pg.Client,
  api: string,
  bodyId: string,
  points: number,
  headers: Readonly<Record<string, string>>,
): Promise<string> {
  const { id } = await post(
    ...([api, meeting, 'meetings', { bodyId, date: '2026-03-10', start: '09:00' }, headers] as const),
  );
  await database.query(
    `INSERT INTO agenda_point (id, meeting_id, position, title, type, purpose, responsible, minutes, visibility, closed_reason)
     SELECT gen_random_uuid(), $1, n, 'Punkt ' || n || ': plan for området', 'decision', $3::jsonb, 'Sekretariatet', 1,
            CASE WHEN n % 5 = 4 THEN 'closed' ELSE 'open' END, CASE WHEN n % 5 = 4 THEN 'personsag' END
     FROM generate_series(0, $2::int - 1) n`,
    [id, points, PURPOSE],
  );
  await database.query(
    `INSERT INTO attachment (id, point_id, position, title, visibility)
     SELECT gen_random_uuid(), p.id, n, 'Bilag om ' || p.title || ', del ' || n, p.visibility
     FROM agenda_point p, generate_series(0, 2) n WHERE p.meeting_id = $1`,
    [id],
  );
  return id;
}

/** Keeps the agenda as it is now as a sent version, so that its numbers count as given out. */
export async function keepAsSent(database: pg.Client, meetingId: string, content: string): Promise<void> {
  await database.query(
    `INSERT INTO agenda_version (id, meeting_id, number, content, content_hash)
     VALUES (gen_random_uuid(), $1, 1, $2::jsonb, 'bench')`,
    [meetingId, content],
  );
}
