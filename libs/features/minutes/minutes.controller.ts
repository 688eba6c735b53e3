import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { id } from '../../contracts/common.js';
import { meeting } from '../../contracts/meetings.js';
import { createMinutesCorrection, minutesQuery, minutesStep, minutesView } from '../../contracts/minutes.js';
import type { CreateMinutesCorrection, MinutesQuery, MinutesStepRequest } from '../../contracts/minutes.js';
import { Answers } from '../../platform/http/answers.js';
import { IfMatch } from '../../platform/http/etag.js';
import { Context } from '../../platform/http/request-context.js';
import type { RequestContext } from '../../platform/http/request-context.js';
import { ClosingService } from './closing.service.js';
import { MinutesService } from './minutes.service.js';

@ApiTags('Minutes')
@Controller('meetings/:id')
export class MinutesController {
  constructor(
    private readonly minutes: MinutesService,
    private readonly closing: ClosingService,
  ) {}

  @Get('minutes')
  @Answers(minutesView, { summary: 'The minutes of a meeting, for an audience', refuses: [404] })
  getMinutes(
    @Context() context: RequestContext,
    @Param('id', { schema: id }) meetingId: string,
    @Query({ schema: minutesQuery }) query: MinutesQuery,
  ) {
    return this.minutes.get(context, meetingId, query);
  }

  @Post('minutes')
  @Answers(minutesView, {
    summary: 'Begin the minutes of a meeting that has started',
    status: 201,
    refuses: [403, 404, 409],
  })
  createMinutes(@Context() context: RequestContext, @Param('id', { schema: id }) meetingId: string) {
    return this.minutes.create(context, meetingId);
  }

  @Post('minutes/steps')
  @Answers(minutesView, {
    summary: 'Lay the minutes out for reading, return, approve, publish or unpublish them',
    ifMatch: true,
    refuses: [403, 404, 409, 422],
  })
  takeMinutesStep(
    @Context() context: RequestContext,
    @Param('id', { schema: id }) meetingId: string,
    @IfMatch() version: number,
    @Body({ schema: minutesStep }) step: MinutesStepRequest,
  ) {
    return this.minutes.step(context, meetingId, version, step);
  }

  @Post('minutes/corrections')
  @Answers(minutesView, {
    summary: 'Add a correction to approved minutes',
    status: 201,
    ifMatch: true,
    refuses: [403, 404, 409, 422],
  })
  correctMinutes(
    @Context() context: RequestContext,
    @Param('id', { schema: id }) meetingId: string,
    @IfMatch() version: number,
    @Body({ schema: createMinutesCorrection }) correction: CreateMinutesCorrection,
  ) {
    return this.minutes.correct(context, meetingId, version, correction);
  }

  @Post('close')
  @Answers(meeting, {
    summary: "Close a meeting (If-Match: the meeting's version)",
    ifMatch: true,
    refuses: [403, 404, 409],
  })
  closeMeeting(
    @Context() context: RequestContext,
    @Param('id', { schema: id }) meetingId: string,
    @IfMatch() version: number,
  ) {
    return this.closing.close(context, meetingId, version);
  }
}
