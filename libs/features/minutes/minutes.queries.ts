import { In } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { DecisionRow } from '../decisions/index.js';
import { IndstillingRow } from '../indstillinger/index.js';
import { MinutesAdditionRow } from './minutes.entity.js';
import type { MinutesRow } from './minutes.entity.js';

/** The decisions on the points of a meeting. */
export function decisionsOfMeeting(tx: EntityManager, meetingId: string): Promise<DecisionRow[]> {
  return tx
    .createQueryBuilder(DecisionRow, 'decision')
    .where('decision.pointId IN (SELECT id FROM agenda_point WHERE meeting_id = :meetingId)', { meetingId })
    .getMany();
}

/** The corrections of minutes, the first first. */
export function correctionsOf(
  tx: EntityManager,
  { id: minutesId }: MinutesRow,
): Promise<MinutesAdditionRow[]> {
  return tx.find(MinutesAdditionRow, { where: { minutesId }, order: { at: 'ASC', id: 'ASC' } });
}

/**
 * The indstillinger on the agenda of a meeting being closed, held until the transaction ends: all that its points have
 * settled. One whose point was deferred waits; one on a parent of sub-points is settled by theirs.
 */
export async function settledIndstillinger(tx: EntityManager, meetingId: string): Promise<IndstillingRow[]> {
  const rows = await tx.query<{ id: string }[]>(
    `SELECT p.indstilling_id AS id FROM agenda_point p LEFT JOIN decision d ON d.point_id = p.id
     WHERE p.meeting_id = $1 AND NOT p.withdrawn AND p.indstilling_id IS NOT NULL
       AND d.outcome IS DISTINCT FROM 'deferred'`,
    [meetingId],
  );
  return tx.find(IndstillingRow, {
    where: { id: In(rows.map((row) => row.id)), state: 'on-agenda' },
    order: { id: 'ASC' },
    lock: { mode: 'pessimistic_write' },
  });
}
