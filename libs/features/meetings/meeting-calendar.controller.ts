import { Controller, Get, Query, StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { meetingCalendarQuery } from '../../contracts/meetings.js';
import type { MeetingCalendarQuery } from '../../contracts/meetings.js';
import { Answers } from '../../platform/http/answers.js';
import { attachmentHeader } from '../../platform/http/downloads.js';
import { Context } from '../../platform/http/request-context.js';
import type { RequestContext } from '../../platform/http/request-context.js';
import { MeetingCalendarService } from './meeting-calendar.service.js';

@ApiTags('Meetings')
@Controller('meeting-calendar')
export class MeetingCalendarController {
  constructor(private readonly calendar: MeetingCalendarService) {}

  @Get()
  @Answers(z.string().meta({ format: 'binary' }), { summary: 'Meetings as a calendar file' })
  async getMeetingCalendar(
    @Context() context: RequestContext,
    @Query({ schema: meetingCalendarQuery }) query: MeetingCalendarQuery,
  ) {
    const text = await this.calendar.file(context, query);
    return new StreamableFile(Buffer.from(text), {
      type: 'text/calendar; charset=utf-8',
      disposition: attachmentHeader('Møder.ics'),
    });
  }
}
