import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { disqualifications, replaceDisqualifications } from '../../contracts/agenda-points.js';
import type { ReplaceDisqualifications } from '../../contracts/agenda-points.js';
import { id } from '../../contracts/common.js';
import { Answers } from '../../platform/http/answers.js';
import { Context } from '../../platform/http/request-context.js';
import type { RequestContext } from '../../platform/http/request-context.js';
import { DisqualificationsService } from './disqualifications.service.js';

@ApiTags('Agenda points')
@Controller('agenda-points/:id/disqualifications')
export class DisqualificationsController {
  constructor(private readonly disqualifications: DisqualificationsService) {}

  @Get()
  @Answers(disqualifications, { summary: 'Who is disqualified (inhabil) on a point', refuses: [403, 404] })
  listDisqualifications(@Context() context: RequestContext, @Param('id', { schema: id }) pointId: string) {
    return this.disqualifications.list(context, pointId);
  }

  @Put()
  @Answers(disqualifications, { summary: 'Say who is disqualified on a point', refuses: [403, 404, 422] })
  replaceDisqualifications(
    @Context() context: RequestContext,
    @Param('id', { schema: id }) pointId: string,
    @Body({ schema: replaceDisqualifications }) people: ReplaceDisqualifications,
  ) {
    return this.disqualifications.replace(context, pointId, people);
  }
}
