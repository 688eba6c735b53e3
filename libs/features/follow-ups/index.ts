export { FollowUpsJobsModule, FollowUpsModule } from './follow-ups.module.js';
export { FollowUpDueChangeRow, FollowUpNoteRow, FollowUpRow } from './follow-up.entity.js';
export { findSeenFollowUp } from './follow-up.access.js';
export { FollowUpsService } from './follow-ups.service.js';
export { SuggestionsService } from './suggestions.service.js';
export { followUpView } from './follow-up.view.js';
