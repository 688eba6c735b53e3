import type { EntityManager } from 'typeorm';
import type { AgendaPointView } from '../../contracts/agenda-points.js';
import type { Audience } from '../../domain/agenda/index.js';
import { recordReads } from '../../platform/events/read-log.js';
import type { RequestContext } from '../../platform/http/request-context.js';

/**
 * Puts on record that somebody read the closed points of an answer. Those that only hold a place in it, for the open audience or
 * for who is disqualified, were not read.
 */
export async function recordClosedReads(
  tx: EntityManager,
  context: RequestContext,
  meetingId: string,
  points: readonly Pick<AgendaPointView, 'id' | 'effectiveVisibility'>[],
  audience: Audience,
): Promise<void> {
  const { disqualifiedFrom } = context.actor;
  if (audience === 'open') return;
  const read = points
    .filter(
      ({ id, effectiveVisibility }) => effectiveVisibility === 'closed' && !disqualifiedFrom.includes(id),
    )
    .map(({ id }) => id);
  await recordReads(tx, context, { name: 'agenda-point.read', kind: 'agenda-point', ids: read }, meetingId);
}
