import type { EntityManager } from 'typeorm';
import type { StandingPointFields } from '../../contracts/organisation.js';
import { isBlank } from '../../domain/text/index.js';
import { saveVersioned } from '../../platform/database/versioned.js';
import { changesOf } from '../../platform/events/changes.js';
import type { RequestContext } from '../../platform/http/request-context.js';
import { newId } from '../../platform/ids/new-id.js';
import { firstTitle, newPoint, recordPoint } from './agenda.changes.js';
import { AgendaPointRow } from './agenda-point.entity.js';

/** A point as an old package has it, with the number it was printed with; keys tell points of the package apart. */
export type BroughtInPoint = Partial<AgendaPointRow> &
  StandingPointFields & { readonly key: string; readonly parentKey: string | null };

/**
 * Puts the points of an old package on the agenda of a meeting the caller has made, with the numbers they carry there;
 * gives their ids by key. Points that stand there already are kept, and those brought in come after them.
 */
export async function bringInPoints(
  tx: EntityManager,
  context: RequestContext,
  meetingId: string,
  points: readonly BroughtInPoint[],
): Promise<ReadonlyMap<string, string>> {
  const ids = new Map(points.map((point) => [point.key, newId()]));
  const first = await tx.countBy(AgendaPointRow, { meetingId });
  const rows = points.map(({ key, parentKey, ...fields }, i) => {
    const row = newPoint(tx, meetingId, { ...fields, position: first + i });
    const parentId = parentKey === null ? null : (ids.get(parentKey) ?? null);
    return Object.assign(row, { id: ids.get(key), parentId });
  });
  // Parents first: a sub-point refers to one of the same list.
  const tops = rows.filter((row) => row.parentId === null);
  const subPoints = rows.filter((row) => row.parentId !== null);
  for (const level of [tops, subPoints]) if (level.length > 0) await tx.insert(AgendaPointRow, level);
  for (const row of rows) await recordPoint(tx, context, 'agenda-point.created', row, {}, firstTitle(row));
  return ids;
}

/** Gives a point what an old package says of it and it lacks; nothing that somebody has written is changed. */
export async function fillInPoint(
  tx: EntityManager,
  context: RequestContext,
  row: AgendaPointRow,
  packaged: BroughtInPoint,
): Promise<void> {
  const patch: Partial<AgendaPointRow> = {};
  for (const field of ['method', 'responsible', 'attending', 'minutes', 'fixedStart'] as const) {
    if (row[field] === null && packaged[field] != null) Object.assign(patch, { [field]: packaged[field] });
  }
  if (isBlank(row.purpose) && !isBlank(packaged.purpose)) patch.purpose = packaged.purpose;
  if (Object.keys(patch).length === 0) return;
  const changes = changesOf(row, patch, { closed: true });
  await saveVersioned(tx, AgendaPointRow, row, patch);
  await recordPoint(tx, context, 'agenda-point.changed', row, {}, changes);
}

/** Links a point to the indstilling of the same package. */
export async function linkIndstilling(
  tx: EntityManager,
  context: RequestContext,
  pointId: string,
  indstillingId: string,
): Promise<void> {
  const row = await tx.findOneByOrFail(AgendaPointRow, { id: pointId });
  await saveVersioned(tx, AgendaPointRow, row, { indstillingId });
  await recordPoint(tx, context, 'agenda-point.changed', row, { indstillingId });
}
