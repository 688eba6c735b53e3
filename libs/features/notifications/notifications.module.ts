import { Module } from '@nestjs/common';
import { OrganisationModule } from '../organisation/index.js';
import { ReminderMails } from './reminder-mails.js';
import { RemindersJobs, RemindersSweeps } from './reminders.jobs.js';
import { RemindersService } from './reminders.service.js';

/** The worker's side, which is all there is: reminders of deadlines. */
@Module({
  imports: [OrganisationModule],
  providers: [RemindersService, ReminderMails, RemindersJobs, RemindersSweeps],
})
export class NotificationsJobsModule {}
