export { IndstillingerModule } from './indstillinger.module.js';
export { IndstillingRow } from './indstilling.entity.js';
export { ApprovalService } from './approval.service.js';
export { IndstillingerService } from './indstillinger.service.js';
export { settleImported } from './bring-in.js';
