export { DecisionsModule } from './decisions.module.js';
export { DecisionRow } from './decision.entity.js';
export { DecisionsService } from './decisions.service.js';
export { decisionView } from './decision.view.js';
export { lockMeetingOf, minutesStateOf } from './decision.queries.js';
