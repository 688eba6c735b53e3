import { createServer } from 'node:http';
import pg from 'pg';
import { reportReady } from '../../../libs/platform/config/process.js';

/**
 * The least that can answer with an agenda: bare node:http, pg, and one prepared statement in which the database writes
 * the JSON. It numbers nothing, times nothing, checks nothing and hides nothing. `/text/ID` passes the database's text on;
 * `/parsed/ID` lets pg parse it and writes it again, as a handler does that looks at what it sends.
 */
const AGENDA = `
  json_build_object(
    'meetingId', m.id,
    'body', json_build_object('id', b.id, 'name', b.name, 'visibility', b.visibility,
                              'numbering', b.settings->'numbering', 'form', b.settings->'agendaForm'),
    'meeting', json_build_object(
      'kind', m.kind, 'date', m.date, 'start', m.start_time, 'end', m.end_time, 'place', m.place,
      'caseNumber', m.case_number, 'participants', m.participants, 'caseworkers', m.caseworkers,
      'documentDate', m.document_date,
      'chair', (SELECT name FROM person WHERE id = m.chair_id),
      'minuteTaker', (SELECT name FROM person WHERE id = m.minute_taker_id),
      'letterhead', coalesce(m.letterhead, (SELECT letterhead FROM unit WHERE id = b.secretariat_id))),
    'points', (SELECT coalesce(json_agg(p ORDER BY p.position, p.id), '[]') FROM (
      SELECT id, meeting_id AS "meetingId", parent_id AS "parentId", position, frozen_number AS number,
             frozen_part AS part, title, type, purpose, method, responsible, attending, minutes,
             fixed_start AS "fixedStart", visibility, closed_reason AS "closedReason",
             public_title AS "publicTitle", public_decision AS "publicDecision",
             visibility AS "effectiveVisibility", indstilling_id AS "indstillingId", withdrawn,
             withdrawn_reason AS "withdrawnReason", late, late_reason AS "lateReason", version,
             (SELECT coalesce(json_agg(a ORDER BY a.number), '[]') FROM (
                SELECT id, position + 1 AS number, title, visibility, file_version_id AS "fileVersionId"
                FROM attachment WHERE point_id = point.id) a)
               AS attachments
      FROM agenda_point point WHERE meeting_id = m.id) p))`;
const FROM = 'FROM meeting m JOIN body b ON b.id = m.body_id WHERE m.id = $1';

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 });

async function answer(kind: string, id: string): Promise<string> {
  if (kind === 'text') {
    const text = `SELECT (${AGENDA})::text AS agenda ${FROM}`;
    const { rows } = await pool.query<{ agenda: string }>({ name: kind, text, values: [id] });
    return rows[0]?.agenda ?? '';
  }
  const text = `SELECT ${AGENDA} AS agenda ${FROM}`;
  const { rows } = await pool.query<{ agenda: object }>({ name: kind, text, values: [id] });
  return JSON.stringify(rows[0]?.agenda);
}

const server = createServer((request, response) => {
  const [, kind = '', id = ''] = (request.url ?? '').split('/');
  answer(kind, id).then(
    (body) => {
      response.writeHead(200, {
        'Content-Type': 'application/json',
        'Content-Length': Buffer.byteLength(body),
      });
      response.end(body);
    },
    (error: unknown) => {
      response.writeHead(500);
      response.end(String(error));
    },
  );
});
server.listen(Number(process.env.PORT), '127.0.0.1', reportReady);
