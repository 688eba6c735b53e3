import type { EntityManager } from 'typeorm';
import { effectiveVisibility } from '../../domain/agenda/index.js';
import type { Audience } from '../../domain/agenda/index.js';
import { atLeast, scopesOf } from '../../domain/rights/index.js';
import type { Actor, Insight } from '../../domain/rights/index.js';
import { notFound } from '../../platform/http/problem-error.js';
import { isStandIn, ruleAgenda, ruledPoint, sightOf, visibleAgenda } from '../agenda-points/index.js';
import type { AgendaPointRow, AgendaState, RuledAgenda } from '../agenda-points/index.js';
import { mayReadMinuted } from '../decisions/index.js';
import { findSeenMeeting, loadSeenMeeting } from '../meetings/index.js';
import type { SeenMeeting } from '../meetings/index.js';
import { MinutesRow } from './minutes.entity.js';

/** Minutes that somebody sees, with their meeting. */
export interface SeenMinutes {
  readonly row: MinutesRow;
  readonly seen: SeenMeeting;
}

/** Loads minutes that the actor sees; any other are as those that do not exist. `lock` holds the meeting. */
export async function loadSeenMinutes(
  tx: EntityManager,
  actor: Actor,
  meetingId: string,
  options: { lock?: boolean } = {},
): Promise<SeenMinutes> {
  const seen = await loadSeenMeeting(tx, actor, meetingId, options);
  const row = await tx.findOneBy(MinutesRow, { meetingId });
  if (!row || !areOut(row, seen)) throw notFound('minutes of the meeting', meetingId);
  return { row, seen };
}

/** Minutes by their own id, or null where they are not there for the actor. */
export async function findSeenMinutes(
  tx: EntityManager,
  actor: Actor,
  id: string,
): Promise<SeenMinutes | null> {
  const row = await tx.findOneBy(MinutesRow, { id });
  const seen = row && (await findSeenMeeting(tx, actor, row.meetingId));
  return seen && areOut(row, seen) ? { row, seen } : null;
}

/** Whoever sees the meeting with no insight into its body is a guest of it. */
function areOut({ state }: MinutesRow, { insight }: SeenMeeting): boolean {
  return mayReadMinuted({ insight, isGuest: true }, state);
}

/** What somebody sees at most, or of that what is open. */
export function sightFor(actor: Actor, insight: Insight, wanted: Audience): ReturnType<typeof sightOf> {
  const most = sightOf(actor, insight);
  return wanted === 'open' ? { ...most, audience: 'open' } : most;
}

/** The agenda that minutes follow, with only what the actor may see of it; a guest has their own point. */
export function agendaOfMinutes(
  whole: AgendaState,
  actor: Actor,
  insight: Insight,
  wanted: Audience = 'all',
): { agenda: RuledAgenda; isSeen: (pointId: string | null) => boolean } {
  const state = atLeast(insight, 'open')
    ? visibleAgenda({ ...whole, attachments: [] }, sightFor(actor, insight, wanted)).state
    : ofGuest(whole, actor);
  const agenda = ruleAgenda(state);
  const shown = new Set(state.points.filter((row) => !isStandIn(row)).map(({ id }) => id));
  const hidden = new Set(whole.points.filter(({ id }) => !shown.has(id)).map(({ id }) => id));
  const isSeen = (pointId: string | null): boolean => {
    if (pointId === null) return atLeast(insight, 'open');
    return shown.has(pointId) || (insight === 'drafts' && !hidden.has(pointId));
  };
  return { agenda, isSeen };
}

/** A guest reads the points they are a guest of once those were sent, and no other. */
function ofGuest(state: AgendaState, actor: Actor): AgendaState {
  const own = scopesOf(actor, ['guest']).filter((id) => !actor.disqualifiedFrom.includes(id));
  const visibility = effectiveVisibility(state.points.map(ruledPoint));
  // The number of a closed point counts the closed ones before it, unless everybody is told of those.
  const { settings, visibility: ofBody } = state.body;
  const isCounted = ({ id }: AgendaPointRow): boolean =>
    ofBody === 'open' && (settings.numbering === 'one-series' || visibility.get(id) === 'open');
  const points = state.points
    .filter(({ id, frozenNumber }) => own.includes(id) && frozenNumber !== null)
    .map((row) =>
      Object.assign({}, row, { parentId: null, ...(isCounted(row) ? {} : { frozenNumber: null }) }),
    );
  return { ...state, points, taken: { main: [], closed: [] } };
}
