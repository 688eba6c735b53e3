import type pg from 'pg';
import { z } from 'zod';
import { documentView } from '../../../libs/contracts/documents.js';
import { body } from '../../../libs/contracts/organisation.js';
import { inParallel, post } from '../../support/http.js';

const PURPOSE = JSON.stringify([
  {
    type: 'paragraph',
    content: [{ text: 'Udvalget drøfter planen og det videre arbejde med den. '.repeat(8) }],
  },
]);

/** Makes so many meetings of 10 points with 2 attachments each, and asks for the agenda of every one as a document. */
export async function askForDocuments(
  database: pg.Client,
  api: string,
  count: number,
  headers: Readonly<Record<string, string>>,
): Promise<void> {
  const fields = { name: 'Rådmandsmøde', kind: 'raadmandsmoede', settings: { start: '09:00' } };
  const { id: bodyId } = await post(api, body, 'bodies', fields, headers);
  const { rows } = await database.query<{ id: string }>(
    `INSERT INTO meeting (id, body_id, kind, date, start_time, place)
     SELECT gen_random_uuid(), $1, 'ordinary', '2026-03-10', '09:00', 'Lokale ' || n FROM generate_series(1, $2::int) n
     RETURNING id`,
    [bodyId, count],
  );
  await database.query(
    `INSERT INTO agenda_point (id, meeting_id, position, title, type, purpose, responsible, minutes)
     SELECT gen_random_uuid(), m.id, n, 'Punkt ' || n || ' i ' || m.place, 'decision', $1::jsonb, 'Sekretariatet', 5
     FROM meeting m, generate_series(0, 9) n`,
    [PURPOSE],
  );
  await database.query(
    `INSERT INTO attachment (id, point_id, position, title, visibility)
     SELECT gen_random_uuid(), p.id, n, 'Bilag ' || n || ' til ' || p.title, 'open'
     FROM agenda_point p, generate_series(0, 1) n`,
  );
  const request = { kind: 'agenda', agendaVersion: 'draft' };
  await inParallel(rows, 8, ({ id }) =>
    post(api, documentView, `meetings/${z.uuid().parse(id)}/documents`, request, headers),
  );
}
