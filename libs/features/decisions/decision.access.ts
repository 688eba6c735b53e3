import type { EntityManager } from 'typeorm';
import { holds } from '../../domain/rights/index.js';
import type { Actor } from '../../domain/rights/index.js';
import { findSeenPoint } from '../agenda-points/index.js';
import type { SeenAgenda } from '../agenda-points/index.js';
import { DecisionRow } from './decision.entity.js';
import { minutesStateOf } from './decision.queries.js';
import { mayReadMinuted } from './decisions.policy.js';

/** The decision of a point that the actor sees, or null where there is none, or none that is out for them. */
export async function findDecisionOf(
  tx: EntityManager,
  actor: Actor,
  pointId: string,
  { state, insight }: Pick<SeenAgenda, 'state' | 'insight'>,
): Promise<DecisionRow | null> {
  const row = await tx.findOneBy(DecisionRow, { pointId });
  const minutes = await minutesStateOf(tx, state.meeting.id);
  const isGuest = holds(actor, ['guest'], pointId);
  return row && mayReadMinuted({ insight, isGuest }, minutes) ? row : null;
}

/** A decision by its own id, or null where it is not there for the actor. */
export async function findSeenDecision(
  tx: EntityManager,
  actor: Actor,
  id: string,
): Promise<DecisionRow | null> {
  const row = await tx.findOneBy(DecisionRow, { id });
  const seen = row && (await findSeenPoint(tx, actor, row.pointId));
  return seen && findDecisionOf(tx, actor, row.pointId, seen);
}
