import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { id, pageOf } from '../../contracts/common.js';
import {
  changeFollowUp,
  createFollowUp,
  followUp,
  followUpQuery,
  followUpStep,
} from '../../contracts/follow-ups.js';
import type {
  ChangeFollowUp,
  CreateFollowUp,
  FollowUpQuery,
  FollowUpStepRequest,
} from '../../contracts/follow-ups.js';
import { Answers } from '../../platform/http/answers.js';
import { IfMatch } from '../../platform/http/etag.js';
import { Context } from '../../platform/http/request-context.js';
import type { RequestContext } from '../../platform/http/request-context.js';
import { FollowUpsService } from './follow-ups.service.js';

@ApiTags('Follow-ups')
@Controller('follow-ups')
export class FollowUpsController {
  constructor(private readonly followUps: FollowUpsService) {}

  @Get()
  @Answers(pageOf(followUp), { summary: 'Follow-ups by due date, those without one last' })
  listFollowUps(@Context() context: RequestContext, @Query({ schema: followUpQuery }) query: FollowUpQuery) {
    return this.followUps.list(context, query);
  }

  @Get(':id')
  @Answers(followUp, { summary: 'One follow-up', refuses: [404] })
  getFollowUp(@Context() context: RequestContext, @Param('id', { schema: id }) followUpId: string) {
    return this.followUps.get(context, followUpId);
  }

  @Post()
  @Answers(followUp, { summary: 'Write a follow-up by hand', status: 201, refuses: [403, 422] })
  createFollowUp(
    @Context() context: RequestContext,
    @Body({ schema: createFollowUp }) fields: CreateFollowUp,
  ) {
    return this.followUps.create(context, fields);
  }

  @Patch(':id')
  @Answers(followUp, { summary: 'Change a follow-up', ifMatch: true, refuses: [403, 404, 422] })
  changeFollowUp(
    @Context() context: RequestContext,
    @Param('id', { schema: id }) followUpId: string,
    @IfMatch() version: number,
    @Body({ schema: changeFollowUp }) fields: ChangeFollowUp,
  ) {
    return this.followUps.change(context, followUpId, version, fields);
  }

  @Post(':id/steps')
  @Answers(followUp, {
    summary: 'Confirm, ignore or issue a follow-up; start, wait, finish, drop, reopen or reset the work',
    ifMatch: true,
    refuses: [403, 404, 409, 422],
  })
  takeFollowUpStep(
    @Context() context: RequestContext,
    @Param('id', { schema: id }) followUpId: string,
    @IfMatch() version: number,
    @Body({ schema: followUpStep }) step: FollowUpStepRequest,
  ) {
    return this.followUps.step(context, followUpId, version, step);
  }
}
