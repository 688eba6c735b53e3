import { Body, Controller, Delete, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { id } from '../../contracts/common.js';
import {
  createMeetingSeries,
  meetingDates,
  meetingSeries,
  nextSlot,
  rhythmQuery,
  takenBackSeries,
} from '../../contracts/meeting-series.js';
import type { CreateMeetingSeries, RhythmQuery } from '../../contracts/meeting-series.js';
import { Answers } from '../../platform/http/answers.js';
import { Context } from '../../platform/http/request-context.js';
import type { RequestContext } from '../../platform/http/request-context.js';
import { MeetingSeriesService } from './meeting-series.service.js';
import { SeriesTakingBackService } from './series-taking-back.service.js';

@ApiTags('Meetings')
@Controller()
export class MeetingSeriesController {
  constructor(
    private readonly series: MeetingSeriesService,
    private readonly takingBack: SeriesTakingBackService,
  ) {}

  @Get('bodies/:id/meeting-dates')
  @Answers(meetingDates, {
    summary: 'The dates that a rhythm gives a body, and those it passes over; makes nothing',
    refuses: [403, 404, 422],
  })
  listMeetingDates(
    @Context() context: RequestContext,
    @Param('id', { schema: id }) bodyId: string,
    @Query({ schema: rhythmQuery }) rhythm: RhythmQuery,
  ) {
    return this.series.dates(context, bodyId, rhythm);
  }

  @Get('bodies/:id/next-slot')
  @Answers(nextSlot, {
    summary: 'When and where a body would meet next by its habit; makes nothing',
    refuses: [403, 404],
  })
  getNextSlot(@Context() context: RequestContext, @Param('id', { schema: id }) bodyId: string) {
    return this.series.nextSlot(context, bodyId);
  }

  @Post('meeting-series')
  @Answers(meetingSeries, {
    summary: 'Plan a meeting on each of some dates, all or none',
    status: 201,
    refuses: [403, 409, 422],
  })
  createMeetingSeries(
    @Context() context: RequestContext,
    @Body({ schema: createMeetingSeries }) fields: CreateMeetingSeries,
  ) {
    return this.series.create(context, fields);
  }

  @Delete('meeting-series/:id')
  @Answers(takenBackSeries, {
    summary: 'Take back a series: its meetings go, but for those that somebody has worked on since',
    refuses: [404],
  })
  takeBackMeetingSeries(@Context() context: RequestContext, @Param('id', { schema: id }) seriesId: string) {
    return this.takingBack.takeBack(context, seriesId);
  }
}
