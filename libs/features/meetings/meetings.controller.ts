import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { id, pageOf } from '../../contracts/common.js';
import {
  changeMeeting,
  createMeeting,
  listedMeeting,
  meeting,
  meetingQuery,
  meetingStep,
} from '../../contracts/meetings.js';
import type {
  ChangeMeeting,
  CreateMeeting,
  MeetingQuery,
  MeetingStepRequest,
} from '../../contracts/meetings.js';
import { Answers } from '../../platform/http/answers.js';
import { IfMatch } from '../../platform/http/etag.js';
import { ReadsAhead } from '../../platform/http/read-ahead.js';
import { Context } from '../../platform/http/request-context.js';
import type { RequestContext } from '../../platform/http/request-context.js';
import { MEETING_AHEAD } from './meeting.access.js';
import { MeetingsService } from './meetings.service.js';

@ApiTags('Meetings')
@Controller('meetings')
export class MeetingsController {
  constructor(private readonly meetings: MeetingsService) {}

  @Get()
  @Answers(pageOf(listedMeeting), { summary: 'Meetings by date' })
  listMeetings(@Context() context: RequestContext, @Query({ schema: meetingQuery }) query: MeetingQuery) {
    return this.meetings.list(context, query);
  }

  @Get(':id')
  @ReadsAhead(MEETING_AHEAD)
  @Answers(meeting, { summary: 'One meeting', refuses: [404] })
  getMeeting(@Context() context: RequestContext, @Param('id', { schema: id }) meetingId: string) {
    return this.meetings.get(context, meetingId);
  }

  @Post()
  @Answers(meeting, { summary: 'Plan a meeting', status: 201, refuses: [403, 422] })
  createMeeting(@Context() context: RequestContext, @Body({ schema: createMeeting }) fields: CreateMeeting) {
    return this.meetings.create(context, fields);
  }

  @Patch(':id')
  @Answers(meeting, { summary: 'Change a meeting', ifMatch: true, refuses: [403, 404, 422] })
  changeMeeting(
    @Context() context: RequestContext,
    @Param('id', { schema: id }) meetingId: string,
    @IfMatch() version: number,
    @Body({ schema: changeMeeting }) fields: ChangeMeeting,
  ) {
    return this.meetings.change(context, meetingId, version, fields);
  }

  @Post(':id/steps')
  @Answers(meeting, {
    summary: 'Start, end, cancel or step back a meeting',
    ifMatch: true,
    refuses: [403, 404, 409, 422],
  })
  takeMeetingStep(
    @Context() context: RequestContext,
    @Param('id', { schema: id }) meetingId: string,
    @IfMatch() version: number,
    @Body({ schema: meetingStep }) step: MeetingStepRequest,
  ) {
    return this.meetings.step(context, meetingId, version, step);
  }
}
