import type { EntityManager } from 'typeorm';
import { DecisionRow } from '../decisions/index.js';

/** The decisions on the points of a meeting. */
export function decisionsOfMeeting(tx: EntityManager, meetingId: string): Promise<DecisionRow[]> {
  return tx
    .createQueryBuilder(DecisionRow, 'decision')
    .where('decision.pointId IN (SELECT id FROM agenda_point WHERE meeting_id = :meetingId)', { meetingId })
    .getMany();
}

/** The indstillinger on the agenda of a meeting whose point has an outcome that settles them; a deferred one waits. */
export async function settledIndstillinger(tx: EntityManager, meetingId: string): Promise<string[]> {
  const rows = await tx.query<{ id: string }[]>(
    `SELECT i.id FROM indstilling i
     JOIN agenda_point p ON p.indstilling_id = i.id AND NOT p.withdrawn
     JOIN decision d ON d.point_id = p.id
     WHERE p.meeting_id = $1 AND i.state = 'on-agenda' AND d.outcome IS NOT NULL AND d.outcome <> 'deferred'
     ORDER BY i.id`,
    [meetingId],
  );
  return rows.map((row) => row.id);
}
