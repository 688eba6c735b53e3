import { Body, Controller, Delete, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { id } from '../../../contracts/common.js';
import { answerOpinion, askOpinion, opinion, opinions } from '../../../contracts/opinions.js';
import type { AnswerOpinion, AskOpinion } from '../../../contracts/opinions.js';
import { Answers } from '../../../platform/http/answers.js';
import { IfMatch } from '../../../platform/http/etag.js';
import { Context } from '../../../platform/http/request-context.js';
import type { RequestContext } from '../../../platform/http/request-context.js';
import { OpinionsService } from './opinions.service.js';

@ApiTags('Indstillinger')
@Controller()
export class OpinionsController {
  constructor(private readonly opinions: OpinionsService) {}

  @Get('indstillinger/:id/opinions')
  @Answers(opinions, {
    summary: 'The units that are asked for their opinion of an indstilling, and what they answered',
    refuses: [404],
  })
  listOpinions(@Context() context: RequestContext, @Param('id', { schema: id }) indstillingId: string) {
    return this.opinions.list(context, indstillingId);
  }

  @Post('indstillinger/:id/opinions')
  @Answers(opinion, {
    summary: 'Ask a unit for its opinion of an indstilling, by a day',
    status: 201,
    refuses: [403, 404, 409, 422],
  })
  askOpinion(
    @Context() context: RequestContext,
    @Param('id', { schema: id }) indstillingId: string,
    @Body({ schema: askOpinion }) fields: AskOpinion,
  ) {
    return this.opinions.ask(context, indstillingId, fields);
  }

  @Post('opinions/:id/answer')
  @Answers(opinion, {
    summary: 'Answer for the unit that is asked, once',
    ifMatch: true,
    refuses: [403, 404, 409, 422],
  })
  answerOpinion(
    @Context() context: RequestContext,
    @Param('id', { schema: id }) opinionId: string,
    @IfMatch() version: number,
    @Body({ schema: answerOpinion }) fields: AnswerOpinion,
  ) {
    return this.opinions.answer(context, opinionId, version, fields);
  }

  @Delete('opinions/:id')
  @Answers(z.void(), {
    summary: 'Take back a question that is not answered',
    status: 204,
    ifMatch: true,
    refuses: [403, 404, 409],
  })
  withdrawOpinion(
    @Context() context: RequestContext,
    @Param('id', { schema: id }) opinionId: string,
    @IfMatch() version: number,
  ) {
    return this.opinions.withdraw(context, opinionId, version);
  }
}
