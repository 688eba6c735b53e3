import type { EntityManager } from 'typeorm';

/** The names of the units that are asked for their opinion of an indstilling and have not answered, in the order of asking. */
export async function awaitedUnits(tx: EntityManager, indstillingId: string): Promise<string[]> {
  const rows = await tx.query<{ name: string }[]>(
    `SELECT u.name FROM indstilling_opinion o JOIN unit u ON u.id = o.unit_id
     WHERE o.indstilling_id = $1 AND o.answer IS NULL ORDER BY o.asked_at, o.id`,
    [indstillingId],
  );
  return rows.map(({ name }) => name);
}

/** What stands on a question beside its row: the names of the unit and of the people. */
export interface OpinionNames {
  readonly id: string;
  readonly unitName: string;
  readonly askedBy: string | null;
  readonly answeredBy: string | null;
}

/** The names on the questions about an indstilling, by their ids. */
export async function namesOnOpinions(
  tx: EntityManager,
  indstillingId: string,
): Promise<ReadonlyMap<string, OpinionNames>> {
  const rows = await tx.query<OpinionNames[]>(
    `SELECT o.id, u.name AS "unitName", asker.name AS "askedBy", answerer.name AS "answeredBy"
     FROM indstilling_opinion o JOIN unit u ON u.id = o.unit_id
     LEFT JOIN person asker ON asker.id = o.asked_by
     LEFT JOIN person answerer ON answerer.id = o.answered_by
     WHERE o.indstilling_id = $1`,
    [indstillingId],
  );
  return new Map(rows.map((row) => [row.id, row]));
}
