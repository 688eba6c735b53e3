export { NotificationsJobsModule, NotificationsModule } from './notifications.module.js';
export { RemindersService } from './reminders.service.js';
export { StepNoticesService } from './step-notices.service.js';
export { StepNoticesSweeps } from './step-notices.jobs.js';
