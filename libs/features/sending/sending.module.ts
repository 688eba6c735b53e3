import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AgendaPointsModule } from '../agenda-points/index.js';
import { MeetingsModule } from '../meetings/index.js';
import { AgendaVersionRow } from './agenda-version.entity.js';
import { CalendarChangesService } from './calendar-changes.service.js';
import { OwedSendings } from './owed-sendings.js';
import { ReleasesService } from './releases.service.js';
import { ReviewMails } from './review-mails.js';
import { ReviewsController } from './reviews.controller.js';
import { ReviewsService } from './reviews.service.js';
import { SendingController } from './sending.controller.js';
import { SendingRecipientRow, SendingRow } from './sending.entity.js';
import { SendingMails } from './sending-mails.js';
import { SendingService } from './sending.service.js';
import { SendingsController } from './sendings.controller.js';
import { SendingsJobs } from './sendings.jobs.js';
import { SendingsService } from './sendings.service.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([AgendaVersionRow, SendingRow, SendingRecipientRow]),
    MeetingsModule,
    AgendaPointsModule,
  ],
  controllers: [SendingController, SendingsController, ReviewsController],
  providers: [SendingService, SendingsService, ReviewsService],
  exports: [SendingService],
})
export class SendingModule {}

/** The worker's side: releases what was pressed, sends the mails, and finds what was lost on the way. */
@Module({
  imports: [SendingModule, MeetingsModule, AgendaPointsModule],
  providers: [ReleasesService, CalendarChangesService, SendingMails, ReviewMails, SendingsJobs, OwedSendings],
})
export class SendingJobsModule {}
