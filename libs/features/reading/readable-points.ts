import type { EntityManager } from 'typeorm';
import type { AgendaPointView } from '../../contracts/agenda-points.js';
import { scopesOf } from '../../domain/rights/index.js';
import type { Actor } from '../../domain/rights/index.js';
import {
  agendaPointsView,
  findSeenAgenda,
  findSeenPoint,
  isStandIn,
  loadSeenPoint,
} from '../agenda-points/index.js';
import type { AgendaState, PointAttachment, SeenAgenda } from '../agenda-points/index.js';
import type { SeenMeeting } from '../meetings/index.js';

/** A point that somebody reads now, with the bilag of it that they see, and the meeting that they read it at. */
export interface ReadablePoint extends Pick<AgendaState, 'meeting' | 'body'> {
  readonly point: AgendaPointView;
  readonly attachments: readonly PointAttachment[];
}

/** The points of a meeting that somebody reads now, in their order, by id; those that only hold a place are not among them. */
export async function readablePoints(
  tx: EntityManager,
  actor: Actor,
  seen: SeenMeeting,
): Promise<ReadonlyMap<string, ReadablePoint>> {
  const agenda = await findSeenAgenda(tx, actor, seen);
  const points = new Map(agenda ? shownIn(agenda) : []);
  for (const id of scopesOf(actor, ['guest'])) {
    if (points.has(id)) continue;
    const asGuest = await findSeenPoint(tx, actor, id);
    if (asGuest?.state.meeting.id === seen.meeting.id)
      for (const [shown, point] of shownIn(asGuest)) if (shown === id) points.set(id, point);
  }
  return points;
}

/** One point that somebody reads now; any other is as one that does not exist. */
export async function loadReadablePoint(
  tx: EntityManager,
  actor: Actor,
  pointId: string,
): Promise<ReadablePoint> {
  const agenda = await loadSeenPoint(tx, actor, pointId);
  const [found] = shownIn(agenda).filter(([id]) => id === pointId);
  // `loadSeenPoint` has refused all others.
  if (!found) throw new Error('A point that is seen is shown.');
  return found[1];
}

function shownIn({ state, attachments }: SeenAgenda): [string, ReadablePoint][] {
  const { meeting, body } = state;
  const standIns = new Set(state.points.filter(isStandIn).map(({ id }) => id));
  return agendaPointsView(state)
    .points.filter(({ id }) => !standIns.has(id))
    .map((point) => [
      point.id,
      { ...{ point, meeting, body }, attachments: attachments.filter(({ pointId }) => pointId === point.id) },
    ]);
}
