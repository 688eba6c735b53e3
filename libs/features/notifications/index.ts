export { NotificationsJobsModule } from './notifications.module.js';
export { RemindersService } from './reminders.service.js';
