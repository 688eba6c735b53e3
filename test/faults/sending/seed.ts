import { body } from '../../../libs/contracts/organisation.js';
import { sending } from '../../../libs/contracts/sendings.js';
import { post } from '../../support/http.js';
import type { Installation } from '../installation.js';

/** A body with so many members that have an address, and so many meetings whose agenda can be sent; gives the meetings. */
export async function makeMeetings(
  { database, address, headers }: Installation,
  { meetings, recipients }: { readonly meetings: number; readonly recipients: number },
): Promise<string[]> {
  await database.query('UPDATE person SET email = NULL');
  const fields = { name: 'Udvalget', kind: 'udvalg', settings: { start: '09:00' } };
  const { id: bodyId } = await post(address, body, 'bodies', fields, headers);
  // Whoever may do everything presses, and is sent nothing.
  await database.query("DELETE FROM membership WHERE role = 'raadmand'");
  await database.query(
    `WITH made AS (
       INSERT INTO person (id, name, email)
       SELECT gen_random_uuid(), 'Medlem ' || n, 'medlem' || n || '@example.dk' FROM generate_series(1, $2::int) n
       RETURNING id)
     INSERT INTO membership (id, person_id, role, body_id) SELECT gen_random_uuid(), id, 'member', $1 FROM made`,
    [bodyId, recipients],
  );
  const { rows } = await database.query<{ id: string }>(
    `INSERT INTO meeting (id, body_id, kind, date, start_time, end_time, place, state)
     SELECT gen_random_uuid(), $1, 'ordinary', date '2027-03-01' + n, '09:00', '11:00', 'Lokale ' || n, 'drafting'
     FROM generate_series(1, $2::int) n RETURNING id`,
    [bodyId, meetings],
  );
  await database.query(
    `INSERT INTO agenda_point (id, meeting_id, position, title, type, responsible, minutes)
     SELECT gen_random_uuid(), id, 0, 'Budget for ' || place, 'decision', 'Sekretariatet', 5 FROM meeting`,
  );
  return rows.map(({ id }) => id);
}

/** Presses "send" so many times at once, as secretaries who do not know of each other; gives the sendings that came of it. */
export async function pressAtOnce(
  { address, headers }: Installation,
  meetingId: string,
  times: number,
): Promise<string[]> {
  const url = `${address}/api/v1/meetings/${meetingId}`;
  const version = (await fetch(url, { headers })).headers.get('etag') ?? '';
  const press = async (): Promise<string[]> => {
    const answer = await fetch(`${url}/sendings`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json', 'if-match': version },
      body: JSON.stringify({ kind: 'first' }),
    });
    const said: unknown = await answer.json();
    if (answer.status === 201) return [sending.parse(said).id];
    if (answer.status !== 409 && answer.status !== 412) throw new Error(JSON.stringify(said));
    return [];
  };
  return (await Promise.all(Array.from({ length: times }, press))).flat();
}
