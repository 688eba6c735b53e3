import { Module } from '@nestjs/common';
import { OrganisationModule } from '../organisation/index.js';
import { MailChoicesController } from './mail-choices.controller.js';
import { MailChoicesService } from './mail-choices.service.js';
import { ReminderMails } from './reminder-mails.js';
import { RemindersJobs, RemindersSweeps } from './reminders.jobs.js';
import { RemindersService } from './reminders.service.js';
import { StepMails } from './step-mails.js';
import { StepNoticesJobs, StepNoticesSweeps } from './step-notices.jobs.js';
import { StepNoticesService } from './step-notices.service.js';

/** What people choose of the mails they are sent. */
@Module({ controllers: [MailChoicesController], providers: [MailChoicesService] })
export class NotificationsModule {}

const REMINDERS = [RemindersService, ReminderMails, RemindersJobs, RemindersSweeps];
const STEP_NOTICES = [StepNoticesService, StepMails, StepNoticesJobs, StepNoticesSweeps];

/** The worker's side: reminders of deadlines, and word of the steps of indstillinger. */
@Module({ imports: [OrganisationModule], providers: [...REMINDERS, ...STEP_NOTICES] })
export class NotificationsJobsModule {}
