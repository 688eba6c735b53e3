export { IndstillingerModule } from './indstillinger.module.js';
export { IndstillingRow } from './indstilling.entity.js';
export { ApprovalService } from './approval.service.js';
export { IndstillingerService } from './indstillinger.service.js';
export { settleImported } from './bring-in.js';
export { findSeenIndstilling, loadSeenIndstilling, loadWholeIndstilling } from './indstilling.access.js';
export { submissionsSeen } from './indstilling.queries.js';
export type { SeenIndstilling } from './indstilling.view.js';
export {
  WITH_CLOSED_PAPERS,
  barredFrom,
  onReadablePoint,
  sightParameters,
  withoutClosedOf,
  wholeCondition,
} from './indstilling.conditions.js';
export { mayChangeIndstilling, seesWhole } from './indstillinger.policy.js';
