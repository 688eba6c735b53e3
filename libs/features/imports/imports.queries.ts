import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { ownId, scopesOf } from '../../domain/rights/index.js';
import type { Actor } from '../../domain/rights/index.js';
import { ImportPartRow, ImportRow } from './import.entity.js';
import { importsEverywhere, mayReadWords } from './imports.policy.js';
import type { PartFacts } from './imports.policy.js';

/** The body of each part: that of what came of it, else the one its name stands for. */
const PARTS = `import_part part
  LEFT JOIN meeting ON meeting.id = part.meeting_id
  LEFT JOIN indstilling ON indstilling.id = part.indstilling_id
  LEFT JOIN body ON lower(body.name) = lower(part.body_name)
  WHERE part.import_id = record.id`;
const BODY = 'coalesce(meeting.body_id, indstilling.body_id, body.id)';
const IS_THEIRS = `coalesce(${BODY} = ANY(:secretariats), FALSE)`;

/**
 * The imports that somebody sees: those they brought in, and those whose parts all belong to bodies they are the
 * secretariat of; administrators see all.
 */
export function importsSeen(tx: EntityManager, actor: Actor): SelectQueryBuilder<ImportRow> {
  return tx
    .createQueryBuilder(ImportRow, 'record')
    .where(
      `(:everywhere OR record.imported_by = :me
        OR (EXISTS (SELECT FROM ${PARTS}) AND NOT EXISTS (SELECT FROM ${PARTS} AND NOT ${IS_THEIRS})))`,
    )
    .setParameters({
      everywhere: importsEverywhere(actor),
      me: ownId(actor),
      secretariats: scopesOf(actor, ['secretariat']),
    });
}

/** Whether somebody reads the words of an import, judged by where its parts stand now. */
export async function readsWords(
  tx: EntityManager,
  actor: Actor,
  { id, importedBy }: Pick<ImportRow, 'id' | 'importedBy'>,
): Promise<boolean> {
  const parts = await tx.query<PartFacts[]>(
    `SELECT ${BODY} AS "bodyId", part.meeting_id IS NULL AND part.indstilling_id IS NULL AS "isWaiting",
            ARRAY(SELECT point.id FROM agenda_point point
                  WHERE point.meeting_id = part.meeting_id OR point.indstilling_id = part.indstilling_id) AS "pointIds"
     FROM (SELECT $1::uuid AS id) record, ${PARTS}`,
    [id],
  );
  return mayReadWords(actor, importedBy, parts);
}

export function partsOf(tx: EntityManager, importId: string): Promise<ImportPartRow[]> {
  return tx.find(ImportPartRow, { where: { importId }, order: { position: 'ASC' } });
}
