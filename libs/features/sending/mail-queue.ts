import type { EntityManager } from 'typeorm';
import type { SendingRow } from './sending.entity.js';

/**
 * Makes the mails of a released sending owed, those of one recipient or of all who wait: each person's calendar gets the next
 * number of its own row, and the row remembers what it was told. Who has no address has failed with that cause.
 */
export async function queueMails(
  tx: EntityManager,
  { id, meetingId, facts }: Pick<SendingRow, 'id' | 'meetingId' | 'facts'>,
  only: string | null = null,
): Promise<void> {
  const { date, start, end, place } = facts;
  await tx.query(
    `UPDATE sending_recipient SET state = 'failed', cause = 'no-address'
     WHERE sending_id = $1 AND state = 'waiting' AND address IS NULL AND ($2::uuid IS NULL OR id = $2)`,
    [id, only],
  );
  await tx.query(
    `WITH due AS (
       SELECT * FROM sending_recipient
       WHERE sending_id = $1 AND state = 'waiting' AND ($7::uuid IS NULL OR id = $7)
     ), numbered AS (
       INSERT INTO invitation AS told (meeting_id, person_id, name, address, "group", sees_closed, sequence, date,
                                       start_time, end_time, place, cancelled, slot)
       SELECT $2, person_id, name, address, "group", sees_closed, 0, $3, $4, $5, $6, method = 'cancel', slot
       FROM due WHERE sequence IS NULL ORDER BY person_id
       ON CONFLICT (meeting_id, person_id) DO UPDATE
         SET name = EXCLUDED.name, address = EXCLUDED.address, "group" = EXCLUDED."group",
             sees_closed = EXCLUDED.sees_closed, sequence = told.sequence + 1, date = EXCLUDED.date,
             start_time = EXCLUDED.start_time, end_time = EXCLUDED.end_time, place = EXCLUDED.place,
             cancelled = EXCLUDED.cancelled, slot = EXCLUDED.slot
       RETURNING person_id, sequence
     )
     UPDATE sending_recipient owed
     SET state = 'queued', next_try_at = now(), sequence = coalesce(owed.sequence, numbered.sequence)
     FROM due LEFT JOIN numbered USING (person_id) WHERE owed.id = due.id`,
    [id, meetingId, date, start, end, place, only],
  );
}
