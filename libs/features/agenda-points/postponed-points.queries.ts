import type { EntityManager } from 'typeorm';
import type { PostponedPointView } from '../../contracts/postponed-points.js';
import type { MeetingRow } from '../meetings/index.js';

/** What was put off longer ago than this is not offered any more, in days. */
const OFFERED_FOR = 400;

/** Whether a point `p` of a meeting `m` goes on elsewhere: as the point that was made of it, or by its indstilling. */
const TAKEN_ON = `(
  EXISTS (SELECT FROM carried_point c JOIN agenda_point next ON next.id = c.point_id
          JOIN meeting on_ ON on_.id = next.meeting_id
          WHERE c.from_point_id = p.id AND NOT next.withdrawn AND on_.state <> 'cancelled')
  OR EXISTS (SELECT FROM agenda_point other JOIN meeting on_ ON on_.id = other.meeting_id
             WHERE other.indstilling_id = p.indstilling_id AND other.id <> p.id AND NOT other.withdrawn
               AND on_.state <> 'cancelled' AND on_.date >= m.date))`;

/** What the rule of taking a point on asks of points: their outcomes, read as facts, and whether they go on already. */
export async function putOffFacts(
  tx: EntityManager,
  ids: readonly string[],
): Promise<ReadonlyMap<string, { outcome: string | null; takenOn: boolean }>> {
  const rows = await tx.query<{ id: string; outcome: string | null; takenOn: boolean }[]>(
    `SELECT p.id, d.outcome, ${TAKEN_ON} AS "takenOn"
     FROM agenda_point p JOIN meeting m ON m.id = p.meeting_id LEFT JOIN decision d ON d.point_id = p.id
     WHERE p.id = ANY($1::uuid[])`,
    [ids],
  );
  return new Map(rows.map(({ id, outcome, takenOn }) => [id, { outcome, takenOn }]));
}

/** The points of the body of a meeting that were put off and go on nowhere yet, but for those that are hidden from the one who asks. */
export function readPostponed(
  tx: EntityManager,
  { id, bodyId, date }: MeetingRow,
  hidden: readonly string[],
): Promise<PostponedPointView[]> {
  return tx.query<PostponedPointView[]>(
    `SELECT p.id, p.title, p.type, p.minutes, m.id AS "meetingId", m.date::text AS "meetingDate",
            CASE m.state WHEN 'cancelled' THEN 'cancelled' ELSE 'deferred' END AS why,
            coalesce(d.target_meeting_id = $2, false) AS "isForThis", p.indstilling_id AS "indstillingId",
            CASE WHEN 'closed' IN (p.visibility, coalesce(parent.visibility, 'open'), body.visibility)
                 THEN 'closed' ELSE 'open' END AS "effectiveVisibility",
            (SELECT count(*)::int FROM attachment a JOIN agenda_point held ON held.id = a.point_id
             WHERE p.id IN (held.id, held.parent_id)) AS attachments
     FROM meeting m JOIN body ON body.id = m.body_id JOIN agenda_point p ON p.meeting_id = m.id
     LEFT JOIN agenda_point parent ON parent.id = p.parent_id
     LEFT JOIN decision d ON d.point_id = p.id
     LEFT JOIN decision of_parent ON of_parent.point_id = p.parent_id
     WHERE m.body_id = $1 AND m.id <> $2 AND m.date > $3::date - ${OFFERED_FOR}
       AND NOT p.withdrawn AND NOT coalesce(parent.withdrawn, false)
       AND of_parent.outcome IS DISTINCT FROM 'deferred'
       AND (m.state = 'cancelled' AND p.parent_id IS NULL AND p.type <> 'standing'
            OR m.state IN ('in-session', 'held', 'closed') AND d.outcome = 'deferred' AND m.date <= $3::date)
       AND NOT EXISTS (SELECT FROM agenda_point barred
                       WHERE barred.id = ANY($4::uuid[]) AND p.id IN (barred.id, barred.parent_id))
       AND NOT ${TAKEN_ON}
     ORDER BY "isForThis" DESC, m.date, p.position, p.id LIMIT 100`,
    [bodyId, id, date, hidden],
  );
}
