import { agendaIsOut } from '../../domain/meeting/index.js';
import type { EntityManager } from 'typeorm';
import type { Audience } from '../../domain/agenda/index.js';
import { atLeast, holds, ownId } from '../../domain/rights/index.js';
import type { Actor, Insight } from '../../domain/rights/index.js';
import { notFound } from '../../platform/http/problem-error.js';
import type { AlreadyRead } from '../../platform/http/read-ahead.js';
import { loadSeenMeeting, mayReviewAgenda, maySeeAgenda, seenBy } from '../meetings/index.js';
import type { SeenMeeting } from '../meetings/index.js';
import type { AgendaPointRow } from './agenda-point.entity.js';
import { livingPlaceOf, placeOfPoint } from './agenda-point.place.js';
import { pointViewIn } from './agenda-point.view.js';
import { loadAgenda, readPointAttachments } from './agenda.queries.js';
import type { AgendaState } from './agenda.queries.js';
import { releasedAgenda, releasedAgendaOf } from './agenda.released.js';
import type { ReleasedAgenda, Sight } from './agenda.released.js';
import { isStandIn, visibleAgenda, withoutGaps } from './agenda.visible.js';
import type { LivingAgenda, VisibleAgenda } from './agenda.visible.js';

/** An agenda with only what one actor may see in it. */
export interface SeenAgenda extends VisibleAgenda {
  readonly audience: Audience;
  readonly insight: Insight;
  /** It is not out: they see it as it stands, since they are asked to read it through. */
  readonly asReviewer?: boolean;
}

/** A meeting with the id of the version that was sent last, where somebody has looked already. */
type PlacedMeeting = SeenMeeting & { readonly newestVersion?: string | null };

/** What somebody sees at most. */
export function sightOf(actor: Actor, insight: Insight): Sight {
  const audience = atLeast(insight, 'closed') ? 'all' : 'open';
  return { audience, disqualifiedFrom: actor.disqualifiedFrom };
}

/**
 * The agenda of a meeting as an actor may see it: those who draft it see it as it stands, everybody else what was sent.
 * `not-found` where the meeting, or a sent agenda of it, is not there for them.
 */
export async function loadSeenAgenda(
  tx: EntityManager,
  actor: Actor,
  meetingId: string,
  wanted: Audience = 'all',
  read?: AlreadyRead,
): Promise<SeenAgenda> {
  const seen = await loadSeenMeeting(tx, actor, meetingId, { read });
  const agenda = await findSeenAgenda(tx, actor, seen, wanted);
  if (!agenda) throw notFound('agenda of the meeting', meetingId);
  return agenda;
}

/** The same of a meeting that the actor sees, or null where no agenda of it is there for them. */
export async function findSeenAgenda(
  tx: EntityManager,
  actor: Actor,
  seen: PlacedMeeting,
  wanted: Audience = 'all',
): Promise<SeenAgenda | null> {
  const asReviewer = await isReviewer(tx, actor, seen);
  if (!asReviewer && !maySeeAgenda(seen.insight, seen.meeting.state)) return null;
  const most = sightOf(actor, seen.insight);
  const audience = wanted === 'open' ? 'open' : most.audience;
  const sight = { ...most, audience };
  const agenda = await (asReviewer ? livingAgenda(tx, seen) : agendaFor(tx, seen, sight));
  return agenda && { ...visibleAgenda(agenda, sight), insight: seen.insight, audience, asReviewer };
}

/** Whether somebody who does not draft an agenda is asked to read it through; asked anew each time, so that it ends at once. */
async function isReviewer(
  tx: EntityManager,
  actor: Actor,
  { meeting, insight }: SeenMeeting,
): Promise<boolean> {
  const personId = ownId(actor);
  if (insight === 'drafts' || personId === null || !mayReviewAgenda(insight, meeting.state, true))
    return false;
  const [{ isAsked }] = await tx.query<[{ isAsked: boolean }]>(
    `SELECT EXISTS (SELECT FROM agenda_review
                    WHERE meeting_id = $1 AND person_id = $2 AND taken_back_at IS NULL) AS "isAsked"`,
    [meeting.id, personId],
  );
  return mayReviewAgenda(insight, meeting.state, isAsked);
}

/** One point with the agenda around it, as an actor may see it; also for the guest of that one point. */
export async function loadSeenPoint(
  tx: EntityManager,
  actor: Actor,
  pointId: string,
  read?: AlreadyRead,
): Promise<SeenAgenda> {
  const seen = await findSeenPoint(tx, actor, pointId, read);
  if (!seen) throw notFound('agenda point', pointId);
  return seen;
}

/** The same, or null where the point is not there for the actor. */
export async function findSeenPoint(
  tx: EntityManager,
  actor: Actor,
  pointId: string,
  read?: AlreadyRead,
): Promise<SeenAgenda | null> {
  const place = await placeOfPoint(tx, pointId, read);
  const seen = place && (await seenBy(tx, actor, place.meeting, place.body));
  if (!seen) return null;
  const own = await findSeenAgenda(tx, actor, { ...seen, newestVersion: place.newestVersion });
  if (own && shows(own, pointId)) return own;
  const asGuest = holds(actor, ['guest'], pointId) && (await agendaOfGuest(tx, actor, seen, pointId));
  return asGuest && shows(asGuest, pointId) ? asGuest : null;
}

/** The meeting and body of a point, for who may change it: `not-found` unless the point is there for them as it stands. */
export async function loadSeenPointOf(
  tx: EntityManager,
  actor: Actor,
  id: string,
  read?: AlreadyRead,
): Promise<SeenMeeting> {
  const place = await livingPlaceOf(tx, id, read);
  const seen = place && (await seenBy(tx, actor, place.meeting, place.body));
  if (seen?.insight === 'drafts' && actor.disqualifiedFrom.length === 0) return seen;
  // Everybody else is told apart by what they read: not theirs to see, or not theirs to change.
  await loadSeenPoint(tx, actor, id);
  if (!seen) throw notFound('agenda point', id);
  return seen;
}

const shows = ({ state }: SeenAgenda, pointId: string): boolean =>
  state.points.some((point) => point.id === pointId && !isStandIn(point));

async function agendaOfGuest(
  tx: EntityManager,
  actor: Actor,
  seen: SeenMeeting,
  pointId: string,
): Promise<SeenAgenda | null> {
  if (!agendaIsOut(seen.meeting.state) || actor.disqualifiedFrom.includes(pointId)) return null;
  const released = await releasedAgendaOf(tx, seen, OPEN_SIGHT);
  if (!released) return null;
  const { insight } = seen;
  const asOpen = { ...visibleAgenda(released, OPEN_SIGHT), insight, audience: 'open' as const };
  if (shows(asOpen, pointId)) return asOpen;
  const state = withOwnPoint(asOpen.state, released, pointId);
  const attachments = released.attachments.filter((one) => one.pointId === pointId);
  return state && { state, attachments, insight, audience: 'all' };
}

/** The open agenda with one closed point, at its true time; the number is counted as if it were the only closed one. */
function withOwnPoint(open: AgendaState, released: ReleasedAgenda, pointId: string): AgendaState | null {
  const row = released.points.find(({ id }) => id === pointId);
  if (!row) return null;
  const fixedStart = pointViewIn(released, pointId).from;
  // In one series a stand-in has its number and time already: the point takes its place.
  if (open.points.some(({ id }) => id === pointId)) {
    const taking = ({ parentId, position }: AgendaPointRow) => Object.assign({}, row, { parentId, position });
    return { ...open, points: open.points.map((one) => (one.id === pointId ? taking(one) : one)) };
  }
  const own = Object.assign({}, row, { parentId: null, frozenNumber: null, fixedStart });
  return { ...open, points: withoutGaps([...open.points, own]) };
}

const OPEN_SIGHT: Sight = { audience: 'open', disqualifiedFrom: [] };

async function agendaFor(
  tx: EntityManager,
  seen: PlacedMeeting,
  sight: Sight,
): Promise<LivingAgenda | ReleasedAgenda | null> {
  const { insight, newestVersion } = seen;
  if (insight !== 'drafts') {
    if (newestVersion === undefined) return releasedAgendaOf(tx, seen, sight);
    return newestVersion === null ? null : releasedAgenda(tx, seen, newestVersion, sight);
  }
  return livingAgenda(tx, seen);
}

async function livingAgenda(tx: EntityManager, { meeting }: SeenMeeting): Promise<LivingAgenda> {
  const [state, attachments] = await Promise.all([
    loadAgenda(tx, meeting.id),
    readPointAttachments(tx, meeting.id),
  ]);
  return { ...state, attachments };
}
