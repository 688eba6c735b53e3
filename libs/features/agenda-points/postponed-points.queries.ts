import type { EntityManager } from 'typeorm';
import type { PostponedPointView } from '../../contracts/postponed-points.js';
import { mayTakeOn } from '../../domain/meeting/index.js';
import type { PutOffPoint } from '../../domain/meeting/index.js';
import type { MeetingRow } from '../meetings/index.js';
import { anyClosed } from '../organisation/index.js';

/** What was put off longer ago than this is not offered any more, in days. */
const OFFERED_FOR = 400;

/** No more are offered at once. */
const MOST_OFFERED = 100;

/** Whether a point `p` of a meeting `m` goes on elsewhere: as the point that was made of it, or by its indstilling. */
const TAKEN_ON = `(
  EXISTS (SELECT FROM carried_point c JOIN agenda_point next ON next.id = c.point_id
          JOIN meeting on_ ON on_.id = next.meeting_id
          WHERE c.from_point_id = p.id AND NOT next.withdrawn AND on_.state <> 'cancelled')
  OR EXISTS (SELECT FROM agenda_point other JOIN meeting on_ ON on_.id = other.meeting_id
             WHERE other.indstilling_id = p.indstilling_id AND other.id <> p.id AND NOT other.withdrawn
               AND on_.state <> 'cancelled' AND on_.date >= m.date))`;

/** What the rule asks of a point `p` of a meeting `m`, read as facts. */
const FACTS = `m.state, p.type, (p.withdrawn OR coalesce(parent.withdrawn, false)) AS withdrawn, d.outcome,
  CASE WHEN p.parent_id IS NULL THEN NULL ELSE json_build_object('outcome', of_parent.outcome) END AS parent,
  ${TAKEN_ON} AS "takenOn"`;

const POINTS = `agenda_point p JOIN meeting m ON m.id = p.meeting_id
  LEFT JOIN agenda_point parent ON parent.id = p.parent_id
  LEFT JOIN decision d ON d.point_id = p.id
  LEFT JOIN decision of_parent ON of_parent.point_id = p.parent_id`;

/** What the rule of taking a point on asks of points, by their ids. */
export async function putOffFacts(
  tx: EntityManager,
  ids: readonly string[],
): Promise<ReadonlyMap<string, PutOffPoint>> {
  const rows = await tx.query<(PutOffPoint & { id: string })[]>(
    `SELECT p.id, ${FACTS} FROM ${POINTS} WHERE p.id = ANY($1::uuid[])`,
    [ids],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

type PostponedRow = Omit<PostponedPointView, 'why'> & PutOffPoint;

/**
 * The points of the body of a meeting that were put off and go on nowhere yet, but for those that are hidden from the one who
 * asks: of a cancelled meeting, or of one that was held before. Which of them may be taken on is the rule's to say.
 */
export async function readPostponed(
  tx: EntityManager,
  { id, bodyId, date }: MeetingRow,
  hidden: readonly string[],
): Promise<PostponedPointView[]> {
  const rows = await tx.query<PostponedRow[]>(
    `SELECT p.id, p.title, p.minutes, m.id AS "meetingId", m.date::text AS "meetingDate",
            coalesce(d.target_meeting_id = $2, false) AS "isForThis", p.indstilling_id AS "indstillingId",
            CASE WHEN ${anyClosed('p.visibility', 'parent.visibility', 'body.visibility')}
                 THEN 'closed' ELSE 'open' END AS "effectiveVisibility",
            (SELECT count(*)::int FROM attachment a JOIN agenda_point held ON held.id = a.point_id
             WHERE p.id IN (held.id, held.parent_id)) AS attachments, ${FACTS}
     FROM ${POINTS} JOIN body ON body.id = m.body_id
     WHERE m.body_id = $1 AND m.id <> $2 AND m.date > $3::date - ${OFFERED_FOR}
       AND (m.state = 'cancelled' OR d.outcome = 'deferred' AND m.date <= $3::date)
       AND NOT EXISTS (SELECT FROM agenda_point barred
                       WHERE barred.id = ANY($4::uuid[]) AND p.id IN (barred.id, barred.parent_id))
     ORDER BY "isForThis" DESC, m.date, p.position, p.id`,
    [bodyId, id, date, hidden],
  );
  return rows
    .filter((row) => mayTakeOn(row).ok)
    .slice(0, MOST_OFFERED)
    .map(postponedView);
}

function postponedView(row: PostponedRow): PostponedPointView {
  const { id, title, type, minutes, meetingId, meetingDate, effectiveVisibility } = row;
  const { isForThis, indstillingId, attachments, state } = row;
  return {
    ...{ id, title, type, minutes, meetingId, meetingDate, effectiveVisibility },
    why: state === 'cancelled' ? 'cancelled' : 'deferred',
    ...{ isForThis, indstillingId, attachments },
  };
}
