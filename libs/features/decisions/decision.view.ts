import type { DecisionView } from '../../contracts/decisions.js';
import type { DecisionRow } from './decision.entity.js';

export function decisionView(row: DecisionRow): DecisionView {
  const { id, pointId, outcome, text, targetMeetingId, referredBodyId, version } = row;
  const { absent, disqualified, prevented, dissents, votes } = row;
  return {
    ...{ id, pointId, outcome, text, targetMeetingId, referredBodyId },
    ...{ absent, disqualified, prevented, dissents, votes, version },
  };
}
