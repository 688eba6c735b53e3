import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { ownId, scopesOf } from '../../domain/rights/index.js';
import type { Actor } from '../../domain/rights/index.js';
import { ImportPartRow, ImportRow } from './import.entity.js';
import { importsEverywhere } from './imports.policy.js';

/** The body of each part: that of what came of it, else the one its name stands for. */
const PARTS = `import_part part
  LEFT JOIN meeting ON meeting.id = part.meeting_id
  LEFT JOIN indstilling ON indstilling.id = part.indstilling_id
  LEFT JOIN body ON lower(body.name) = lower(part.body_name)
  WHERE part.import_id = record.id`;
const IS_THEIRS = `coalesce(coalesce(meeting.body_id, indstilling.body_id, body.id) = ANY(:secretariats), FALSE)`;

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

export function partsOf(tx: EntityManager, importId: string): Promise<ImportPartRow[]> {
  return tx.find(ImportPartRow, { where: { importId }, order: { position: 'ASC' } });
}
