import { IsNull, LessThan } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { IndstillingStepRow } from './indstilling.entity.js';

/** The newest step of an indstilling that stands; null before the first. */
export function newestStep(tx: EntityManager, indstillingId: string): Promise<IndstillingStepRow | null> {
  return tx.findOne(IndstillingStepRow, {
    where: { indstillingId, takenBackAt: IsNull() },
    order: { id: 'DESC' },
  });
}

/** The steps of an indstilling before another that stand, newest first. */
export function stepsBefore(
  tx: EntityManager,
  indstillingId: string,
  before: string,
): Promise<IndstillingStepRow[]> {
  return tx.find(IndstillingStepRow, {
    where: { indstillingId, takenBackAt: IsNull(), id: LessThan(before) },
    order: { id: 'DESC' },
  });
}

/**
 * Whether an agenda went out with a submission of an indstilling, or waits to. Read as facts: the sending feature writes
 * them.
 */
export async function wentOut(tx: EntityManager, id: string, submission: number): Promise<boolean> {
  const [row] = await tx.query<{ out: boolean }[]>(
    `SELECT EXISTS (SELECT FROM sent_indstilling WHERE indstilling_id = $1 AND submission = $2)
         OR EXISTS (SELECT FROM sending WHERE state = 'waiting'
              AND texts @> jsonb_build_array(jsonb_build_object('indstillingId', $1::text, 'submission', $2::int))) AS out`,
    [id, submission],
  );
  return row?.out === true;
}
