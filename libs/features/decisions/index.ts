export { DecisionsModule } from './decisions.module.js';
export { DecisionRow } from './decision.entity.js';
export { findSeenDecision } from './decision.access.js';
export { DecisionsService } from './decisions.service.js';
export { decisionView } from './decision.view.js';
export {
  lockDecisionOf,
  markRead,
  minutesStateOf,
  unreadDecisions,
  withSeenTargets,
} from './decision.queries.js';
export { minutedCondition, minutedParameters } from './decision.conditions.js';
export { mayReadMinuted } from './decisions.policy.js';
