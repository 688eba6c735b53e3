import { Module } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { allWorkflowFaults } from '../../domain/workflows.js';
import { OrganisationModule } from '../organisation/index.js';
import { MeetingRow } from './meeting.entity.js';
import { MeetingCalendarController } from './meeting-calendar.controller.js';
import { MeetingCalendarService } from './meeting-calendar.service.js';
import { MeetingSeriesController } from './meeting-series.controller.js';
import { MeetingSeriesService } from './meeting-series.service.js';
import { MeetingsController } from './meetings.controller.js';
import { SeriesTakingBackService } from './series-taking-back.service.js';
import { MeetingsService } from './meetings.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([MeetingRow]), OrganisationModule],
  controllers: [MeetingsController, MeetingCalendarController, MeetingSeriesController],
  providers: [MeetingsService, MeetingCalendarService, MeetingSeriesService, SeriesTakingBackService],
  exports: [MeetingsService],
})
export class MeetingsModule implements OnModuleInit {
  /** A slip in a table of states stops the process here, before it lets anything through. */
  onModuleInit(): void {
    const faults = allWorkflowFaults();
    if (faults.length > 0) throw new Error(`The workflows have faults:\n${faults.join('\n')}`);
  }
}
