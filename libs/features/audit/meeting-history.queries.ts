import type { EntityManager } from 'typeorm';
import type { MeetingState } from '../../domain/meeting/index.js';
import type { Actor } from '../../domain/rights/index.js';
import { agendaPointsView, findSeenAgenda, isStandIn, removedPoints } from '../agenda-points/index.js';
import type { SeenAgenda } from '../agenda-points/index.js';
import type { SeenMeeting } from '../meetings/index.js';

/** A point that the history of a meeting tells of. */
export interface ToldPoint {
  readonly id: string;
  readonly number: string | null;
  readonly title: string | null;
  readonly closed: boolean;
}

/** A point that went to another meeting, as it stands there; what is null is gone. */
export interface LeftPoint {
  readonly id: string;
  readonly meetingId: string | null;
  readonly state: MeetingState | null;
  readonly bodyId: string | null;
  readonly title: string | null;
  readonly closed: boolean;
  readonly version: number | null;
}

/** Something that hangs on a point: a bilag or a decision; of one that was removed, its title then. */
export interface ToldPart {
  readonly id: string;
  readonly pointId: string;
  readonly title: string | null;
  /** Closed by itself; what it hangs on may be closed too. */
  readonly closed: boolean;
  readonly removed: boolean;
}

/** All that the history of a meeting tells of, for one who asks. */
export interface ToldThings {
  readonly agenda: SeenAgenda | null;
  /** The points of the agenda that the actor sees, by id. */
  readonly points: ReadonlyMap<string, ToldPoint>;
  /** Those that were removed, by id, with the id of the point they were removed with and whether all of it was added late. */
  readonly removed: ReadonlyMap<string, ToldPoint & { readonly rootId: string; readonly late: boolean }>;
  /** Those that went to another meeting and are not back. */
  readonly left: ReadonlyMap<string, LeftPoint>;
  readonly attachments: ReadonlyMap<string, ToldPart>;
  readonly decisions: ReadonlyMap<string, ToldPart>;
  readonly minutesIds: readonly string[];
}

/** What the history of a meeting tells somebody of; those who do not make its agenda of what stands on it only. */
export async function toldThings(
  tx: EntityManager,
  actor: Actor,
  seen: SeenMeeting,
  whole: boolean,
): Promise<ToldThings> {
  const meetingId = seen.meeting.id;
  const agenda = await findSeenAgenda(tx, actor, seen);
  const points = new Map(agenda ? shownPoints(agenda).map((point) => [point.id, point]) : []);
  const ids = [...points.keys()];
  const bilag = (agenda?.attachments ?? []).map(({ id, pointId, title, visibility }) => ({
    ...{ id, pointId, title, closed: visibility === 'closed', removed: false },
  }));
  if (!whole) {
    const none = { removed: new Map(), left: new Map(), decisions: new Map(), minutesIds: [] };
    return { ...none, agenda, points, attachments: byId(bilag) };
  }
  const removed = await removedPoints(tx, actor, meetingId);
  return {
    agenda,
    points,
    removed: byId(removed.map((row) => ({ ...row, number: null }))),
    left: byId((await leftPoints(tx, actor, meetingId)).filter(({ id }) => !points.has(id))),
    attachments: byId([...(await removedAttachments(tx, actor, ids)), ...bilag]),
    decisions: byId(await decisionsOf(tx, ids)),
    minutesIds: await minutesOf(tx, meetingId),
  };
}

const byId = <T extends { readonly id: string }>(rows: readonly T[]): ReadonlyMap<string, T> =>
  new Map(rows.map((row) => [row.id, row]));

function shownPoints({ state }: SeenAgenda): ToldPoint[] {
  const standIns = new Set(state.points.filter(isStandIn).map(({ id }) => id));
  return agendaPointsView(state)
    .points.filter(({ id }) => !standIns.has(id))
    .map(({ id, number, title, effectiveVisibility }) => ({
      ...{ id, number, title, closed: effectiveVisibility === 'closed' },
    }));
}

/**
 * The points that went from a meeting to another one. Of one the actor is disqualified on nothing is told, nor of one that
 * is gone since and somebody was disqualified on.
 */
function leftPoints(tx: EntityManager, { disqualifiedFrom }: Actor, meetingId: string): Promise<LeftPoint[]> {
  return tx.query<LeftPoint[]>(
    `SELECT DISTINCT event.subject_id AS id, point.meeting_id AS "meetingId", meeting.state, meeting.body_id AS "bodyId",
            point.title, coalesce(point.visibility = 'closed', false) AS closed, point.version
     FROM event
     LEFT JOIN agenda_point point ON point.id = event.subject_id
     LEFT JOIN meeting ON meeting.id = point.meeting_id
     WHERE event.name = 'agenda-point.moved' AND event.data ? 'fromMeeting' AND event.data->>'fromMeeting' = $1::text
       AND event.subject_id <> ALL($2::uuid[]) AND (point.parent_id IS NULL OR point.parent_id <> ALL($2::uuid[]))
       AND (point.id IS NOT NULL OR NOT EXISTS (
         SELECT FROM event other
         WHERE other.subject_id = event.subject_id AND other.name = 'disqualification.recorded'))`,
    [meetingId, disqualifiedFrom],
  );
}

/** The bilag that were removed from these points; of points that the actor is disqualified on, none. */
function removedAttachments(
  tx: EntityManager,
  { disqualifiedFrom }: Actor,
  pointIds: readonly string[],
): Promise<ToldPart[]> {
  return tx.query<ToldPart[]>(
    `SELECT id, kept->'attachment'->0->>'point_id' AS "pointId", kept->'attachment'->0->>'title' AS title,
            kept->'attachment'->0->>'visibility' = 'closed' AS closed, true AS removed
     FROM removed_attachment
     WHERE kept->'attachment'->0->>'point_id' = ANY($1::text[])
       AND kept->'attachment'->0->>'point_id' <> ALL($2::text[])`,
    [pointIds, disqualifiedFrom],
  );
}

function decisionsOf(tx: EntityManager, pointIds: readonly string[]): Promise<ToldPart[]> {
  return tx.query<ToldPart[]>(
    `SELECT id, point_id AS "pointId", NULL AS title, false AS closed, false AS removed FROM decision
     WHERE point_id = ANY($1::uuid[])`,
    [pointIds],
  );
}

async function minutesOf(tx: EntityManager, meetingId: string): Promise<string[]> {
  const rows = await tx.query<{ id: string }[]>('SELECT id FROM minutes WHERE meeting_id = $1', [meetingId]);
  return rows.map(({ id }) => id);
}
