import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DecisionsModule } from '../decisions/index.js';
import { FollowUpDueChangeRow, FollowUpNoteRow, FollowUpRow } from './follow-up.entity.js';
import { FollowUpTrailController } from './follow-up-trail.controller.js';
import { FollowUpTrailService } from './follow-up-trail.service.js';
import { FollowUpsController } from './follow-ups.controller.js';
import { FollowUpsService } from './follow-ups.service.js';
import { OwedReadings, SuggestionsJobs } from './suggestions.jobs.js';
import { SuggestionsService } from './suggestions.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([FollowUpRow, FollowUpNoteRow, FollowUpDueChangeRow]), DecisionsModule],
  controllers: [FollowUpsController, FollowUpTrailController],
  providers: [FollowUpsService, FollowUpTrailService, SuggestionsService],
  exports: [FollowUpsService, SuggestionsService],
})
export class FollowUpsModule {}

/** The worker's side: the job, the event that asks for it, and the sweep for what was lost on the way. */
@Module({ imports: [FollowUpsModule], providers: [SuggestionsJobs, OwedReadings] })
export class FollowUpsJobsModule {}
