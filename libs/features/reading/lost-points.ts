import type { EntityManager } from 'typeorm';
import type { KeptWhy } from '../../contracts/reading.js';
import { strictest } from '../../domain/agenda/index.js';
import type { Visibility } from '../../domain/agenda/index.js';
import { agendaIsOut } from '../../domain/meeting/index.js';
import type { Actor } from '../../domain/rights/index.js';
import { barredRemovedPoints } from '../agenda-points/index.js';
import type { SeenMeeting } from '../meetings/index.js';
import { anyClosed } from '../organisation/index.js';
import { mayStillKnow } from './reading.policy.js';
import type { ReadablePoint } from './readable-points.js';

/** What is told of a point that something of one's own stands on and that does not fit any more. */
export interface LostPlace {
  /** As they knew it; null where it is not theirs to know any more. */
  readonly title: string | null;
  readonly why: KeptWhy;
}

interface LostRow {
  readonly id: string;
  readonly parentId: string | null;
  /** How open it is today, wherever it went, or was when it was removed. */
  readonly today: Visibility;
  /** As it was last sent with the agenda of this meeting; null where it never was. */
  readonly sent: Visibility | null;
  readonly sentTitle: string | null;
}

const LOST = `
  SELECT lost.id, coalesce(living.parent_id, (sent.entry->>'parentId')::uuid) AS "parentId",
         CASE WHEN ${anyClosed(`coalesce(today.visibility, 'closed')`, 'today.body_visibility')}
           THEN 'closed' ELSE 'open' END AS today,
         sent.entry->>'effectiveVisibility' AS sent, sent.entry->>'title' AS "sentTitle"
  FROM unnest($2::uuid[]) AS lost (id)
  LEFT JOIN visibility_today today ON today.id = lost.id
  LEFT JOIN agenda_point living ON living.id = lost.id
  LEFT JOIN LATERAL (
    SELECT entry FROM agenda_version, jsonb_array_elements(content->'points') AS entry
    WHERE meeting_id = $1 AND entry->>'id' = lost.id::text ORDER BY number DESC LIMIT 1) sent ON true`;

/**
 * What somebody is told of points of a meeting that they knew by these titles: those that were withdrawn, which they
 * read, and those that they read no more. Points that fit are left out.
 */
export async function lostPlaces(
  tx: EntityManager,
  actor: Actor,
  seen: SeenMeeting,
  readable: ReadonlyMap<string, ReadablePoint>,
  known: ReadonlyMap<string, string>,
): Promise<ReadonlyMap<string, LostPlace>> {
  const places = new Map<string, LostPlace>();
  for (const { point } of readable.values())
    if (point.withdrawn && known.has(point.id))
      places.set(point.id, { title: point.title, why: 'withdrawn' });
  const gone = [...known.keys()].filter((id) => !readable.has(id));
  if (gone.length === 0) return places;
  const { meeting, insight } = seen;
  const rows = await tx.query<LostRow[]>(LOST, [meeting.id, gone]);
  const barred = new Set(await barredRemovedPoints(tx, actor, meeting.id));
  for (const { id, parentId, today, sent, sentTitle } of rows) {
    const released = sent !== null && agendaIsOut(meeting.state);
    const visibility = sent === null ? today : strictest(sent, today);
    const facts = { id, parentId, visibility, released, barred: barred.has(id) };
    const isKnown = mayStillKnow(actor, insight, facts);
    // Who makes agendas knew it as it stood, all others as it was sent.
    const title = insight === 'drafts' ? (known.get(id) ?? null) : sentTitle;
    places.set(id, isKnown ? { title, why: 'left' } : { title: null, why: 'unreadable' });
  }
  return places;
}
