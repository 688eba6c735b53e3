import type { EntityManager } from 'typeorm';
import { isProduct } from '../../domain/rights/index.js';
import type { Actor } from '../../domain/rights/index.js';
import { load } from '../../platform/database/versioned.js';
import { notFound } from '../../platform/http/problem-error.js';
import { BodyRow, reachOf } from '../organisation/index.js';
import { barredFrom, onReadablePoint, sightParameters } from './indstilling.conditions.js';
import { IndstillingRow, IndstillingVersionRow } from './indstilling.entity.js';
import { sightOf } from './indstillinger.policy.js';
import type { OnPoints } from './indstillinger.policy.js';
import { asSubmitted } from './indstilling.view.js';
import type { SeenIndstilling } from './indstilling.view.js';

/** Loads an indstilling that the actor sees; any other is as one that does not exist. */
export async function loadSeenIndstilling(
  tx: EntityManager,
  actor: Actor,
  id: string,
  options: { lock?: boolean } = {},
): Promise<SeenIndstilling> {
  const row = await load(tx, IndstillingRow, 'indstilling', id, options);
  const body = await load(tx, BodyRow, 'body', row.bodyId);
  const sight = sightOf(actor, row, await onPoints(tx, actor, id));
  if (sight === 'none') throw notFound('indstilling', id);
  return { row: sight === 'whole' ? row : await submittedLast(tx, row), body, sight };
}

/** Loads an indstilling that the actor sees as it is being worked on. */
export async function loadWholeIndstilling(
  tx: EntityManager,
  actor: Actor,
  id: string,
  options: { lock?: boolean } = {},
): Promise<SeenIndstilling> {
  const seen = await loadSeenIndstilling(tx, actor, id, options);
  if (seen.sight !== 'whole') throw notFound('indstilling', id);
  return seen;
}

/** Indstillinger as they were submitted last, each in the place of its row; one query. */
export async function submittedRows(
  tx: EntityManager,
  rows: readonly IndstillingRow[],
): Promise<IndstillingRow[]> {
  if (rows.length === 0) return [];
  const versions = await tx
    .createQueryBuilder(IndstillingVersionRow, 'submitted')
    .innerJoin(IndstillingRow, 'newest', 'newest.id = submitted.indstillingId')
    .where('newest.id = ANY(:ids) AND submitted.number = newest.submission', {
      ids: rows.map((row) => row.id),
    })
    .getMany();
  const contents = new Map(versions.map((version) => [version.indstillingId, version.content]));
  return rows.map((row) => asSubmitted(row, contents.get(row.id) ?? null));
}

async function submittedLast(tx: EntityManager, row: IndstillingRow): Promise<IndstillingRow> {
  const [submitted = row] = await submittedRows(tx, [row]);
  return submitted;
}

async function onPoints(tx: EntityManager, actor: Actor, id: string): Promise<OnPoints> {
  if (isProduct(actor)) return { readable: true, barred: false };
  const found = await tx
    .createQueryBuilder(IndstillingRow, 'indstilling')
    .select(onReadablePoint('indstilling'), 'readable')
    .addSelect(barredFrom('indstilling'), 'barred')
    .where('indstilling.id = :id', { id })
    .setParameters(sightParameters(await reachOf(tx, actor)))
    .getRawOne<OnPoints>();
  return found ?? { readable: false, barred: false };
}
