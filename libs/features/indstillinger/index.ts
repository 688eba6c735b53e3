export { IndstillingerModule } from './indstillinger.module.js';
export { IndstillingRow } from './indstilling.entity.js';
export { ApprovalService } from './approval.service.js';
export { IndstillingerService } from './indstillinger.service.js';
export { settleImported } from './bring-in.js';
export {
  findSeenIndstilling,
  loadSeenIndstilling,
  loadWholeIndstilling,
  readsSubmission,
} from './indstilling.access.js';
export { submissionsSeen } from './indstilling.queries.js';
export { proposalsPrinted, proposalsSeen } from './proposals.queries.js';
export { proposalView } from './indstilling.view.js';
export type { SeenIndstilling } from './indstilling.view.js';
export { indstillingerOfCase } from './same-case.queries.js';
export type { IndstillingOfCase } from './same-case.queries.js';
export {
  IS_CLOSED,
  LYING,
  WITH_CLOSED_PAPERS,
  IS_OF_SOMETHING_CLOSED,
  barredFrom,
  inOwnRight,
  onReadablePoint,
  sightParameters,
  withoutClosedOf,
  wholeCondition,
} from './indstilling.conditions.js';
export { mayAnswerOpinion } from './opinions/opinions.policy.js';
export { mayChangeIndstilling, mayTakeIndstillingStep, seesWhole } from './indstillinger.policy.js';
