import type { DecisionView } from '../../contracts/decisions.js';
import type { Actor } from '../../domain/rights/index.js';
import { abilityOf } from '../../platform/http/problem-error.js';
import type { DecisionRow } from './decision.entity.js';
import { mayWriteDecision } from './decisions.policy.js';

/** A decision as somebody reads it, with what they may do to it. */
export function decisionView(row: DecisionRow, actor: Actor, bodyId: string): DecisionView {
  const { id, pointId, outcome, text, targetMeetingId, referredBodyId } = row;
  const change = abilityOf(mayWriteDecision(actor, bodyId));
  // How often it was saved is for those who save it.
  const version = change === true ? row.version : 1;
  const { absent, disqualified, prevented, dissents, votes } = row;
  return {
    ...{ id, pointId, outcome, text, targetMeetingId, referredBodyId },
    ...{ absent, disqualified, prevented, dissents, votes, version },
    abilities: { change },
  };
}
