import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { id } from '../../contracts/common.js';
import { meetingComments, ownNotes } from '../../contracts/reading.js';
import { Answers } from '../../platform/http/answers.js';
import { Context } from '../../platform/http/request-context.js';
import type { RequestContext } from '../../platform/http/request-context.js';
import { ReadingOverviewService } from './reading-overview.service.js';

@ApiTags('Reading')
@Controller('meetings/:id')
export class ReadingOverviewController {
  constructor(private readonly overview: ReadingOverviewService) {}

  @Get('my-notes')
  @Answers(ownNotes, {
    summary: 'All you have written to the points of a meeting, in their order',
    refuses: [404],
  })
  getMyNotes(@Context() context: RequestContext, @Param('id', { schema: id }) meetingId: string) {
    return this.overview.notes(context, meetingId);
  }

  @Get('my-comments')
  @Answers(meetingComments, {
    summary: 'The comments to the points of a meeting that you wrote or that are shared with you',
    refuses: [404],
  })
  getMyComments(@Context() context: RequestContext, @Param('id', { schema: id }) meetingId: string) {
    return this.overview.comments(context, meetingId);
  }
}
