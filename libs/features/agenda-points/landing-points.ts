import type { EntityManager } from 'typeorm';
import { USUAL_LANDING, landAll, landingPosition, titleWithMinutesOf } from '../../domain/agenda/index.js';
import type { LandingRule, PointType } from '../../domain/agenda/index.js';
import type { BodyRow } from '../organisation/index.js';
import type { MeetingRow } from '../meetings/index.js';
import { StandingPointRow } from '../organisation/index.js';
import { AgendaPointRow } from './agenda-point.entity.js';
import { ruledPoint } from './agenda-point.view.js';
import { newPoint, savePlaces } from './agenda.changes.js';
import type { AgendaState } from './agenda.queries.js';

/** The rule of a body; those that an older version of the product made say none. */
function ruleOf({ settings }: BodyRow): LandingRule {
  return (settings as Partial<BodyRow['settings']>).landing ?? USUAL_LANDING;
}

/** Where a point that nobody gave a place lands: a sub-point last under its parent, any other by the rule of the body. */
export function landingIn(
  { body, points }: Pick<AgendaState, 'body' | 'points'>,
  { parentId, type }: { readonly parentId: string | null; readonly type: PointType },
): number {
  const siblings = points.filter((point) => point.parentId === parentId);
  if (parentId !== null) return siblings.length;
  return landingPosition(siblings.map(ruledPoint), ruleOf(body), type);
}

/**
 * Copies the standing points of the body into the agenda of its meeting; what stands there already lands among them. One
 * that is there under its own title, since the agenda was begun before and taken a step back, is not copied again.
 */
export async function insertStanding(
  tx: EntityManager,
  { meeting, body, points }: Pick<AgendaState, 'meeting' | 'body' | 'points'>,
): Promise<AgendaPointRow[]> {
  const standing = await tx.find(StandingPointRow, {
    where: { bodyId: body.id },
    order: { position: 'ASC' },
  });
  const fills = standing.some(({ fields }) => fields.fillsWith === 'latest-minutes');
  const before = fills ? await dateBefore(tx, meeting) : null;
  const rows = standing
    .map(({ fields: { fillsWith, title, ...rest } }) => ({
      ...rest,
      title: fillsWith === 'latest-minutes' ? titleWithMinutesOf(title, before) : title,
    }))
    .filter(({ title, type }) => !points.some((point) => point.title === title && point.type === type))
    .map((fields, position) => newPoint(tx, meeting.id, { ...fields, position }));
  const [fresh, there] = [rows.map(ruledPoint), points.map(ruledPoint)];
  // Begun once more, the agenda stands in the order that it was given; what is new lands in that.
  const isAgain = rows.length < standing.length;
  const order = isAgain ? landAll(there, fresh, ruleOf(body)) : landAll(fresh, there, ruleOf(body));
  const places = order.map(({ id }, position) => ({ id, parentId: null, position }));
  const isNew = new Set(rows.map(({ id }) => id));
  for (const row of rows) row.position = places.find(({ id }) => id === row.id)?.position ?? row.position;
  await tx.insert(AgendaPointRow, rows);
  await savePlaces(
    tx,
    places.filter(({ id }) => !isNew.has(id)),
  );
  return rows;
}

/** The date of the body's meeting before another, whose minutes are the latest when that one is held; null for the first. */
async function dateBefore(tx: EntityManager, { id, bodyId, date }: MeetingRow): Promise<string | null> {
  const [row] = await tx.query<{ date: string }[]>(
    `SELECT date::text AS date FROM meeting
     WHERE body_id = $1 AND id <> $2 AND date < $3 AND state <> 'cancelled' ORDER BY date DESC LIMIT 1`,
    [bodyId, id, date],
  );
  return row?.date ?? null;
}
