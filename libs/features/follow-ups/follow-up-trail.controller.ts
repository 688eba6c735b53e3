import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { id, pageOf } from '../../contracts/common.js';
import {
  createFollowUpNote,
  followUpNote,
  followUpTrailQuery,
  followUpsOfPoint,
  pastDue,
} from '../../contracts/follow-ups.js';
import type { CreateFollowUpNote, FollowUpTrailQuery } from '../../contracts/follow-ups.js';
import { Answers } from '../../platform/http/answers.js';
import { Context } from '../../platform/http/request-context.js';
import type { RequestContext } from '../../platform/http/request-context.js';
import { FollowUpTrailService } from './follow-up-trail.service.js';
import { SuggestionsService } from './suggestions.service.js';

@ApiTags('Follow-ups')
@Controller()
export class FollowUpTrailController {
  constructor(
    private readonly trail: FollowUpTrailService,
    private readonly suggestions: SuggestionsService,
  ) {}

  @Get('follow-ups/:id/notes')
  @Answers(pageOf(followUpNote), { summary: 'The notes of a follow-up, the first first', refuses: [404] })
  listFollowUpNotes(
    @Context() context: RequestContext,
    @Param('id', { schema: id }) followUpId: string,
    @Query({ schema: followUpTrailQuery }) query: FollowUpTrailQuery,
  ) {
    return this.trail.notes(context, followUpId, query);
  }

  @Post('follow-ups/:id/notes')
  @Answers(followUpNote, { summary: 'Write a note on a follow-up', status: 201, refuses: [403, 404] })
  createFollowUpNote(
    @Context() context: RequestContext,
    @Param('id', { schema: id }) followUpId: string,
    @Body({ schema: createFollowUpNote }) fields: CreateFollowUpNote,
  ) {
    return this.trail.note(context, followUpId, fields);
  }

  @Get('follow-ups/:id/due-dates')
  @Answers(pageOf(pastDue), { summary: 'The dues a follow-up has had, the first first', refuses: [404] })
  listPastDues(
    @Context() context: RequestContext,
    @Param('id', { schema: id }) followUpId: string,
    @Query({ schema: followUpTrailQuery }) query: FollowUpTrailQuery,
  ) {
    return this.trail.pastDues(context, followUpId, query);
  }

  @Post('agenda-points/:id/follow-ups/suggest')
  @Answers(followUpsOfPoint, {
    summary: 'Read the decision of a point for follow-ups now; gives all its follow-ups',
    refuses: [403, 404],
  })
  suggestFollowUps(@Context() context: RequestContext, @Param('id', { schema: id }) pointId: string) {
    return this.suggestions.suggest(context, pointId);
  }
}
