import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { id } from '../../contracts/common.js';
import { decision, saveDecision } from '../../contracts/decisions.js';
import type { SaveDecision } from '../../contracts/decisions.js';
import { Answers } from '../../platform/http/answers.js';
import { OptionalIfMatch } from '../../platform/http/etag.js';
import { Context } from '../../platform/http/request-context.js';
import type { RequestContext } from '../../platform/http/request-context.js';
import { DecisionsService } from './decisions.service.js';

@ApiTags('Decisions')
@Controller('agenda-points/:id/decision')
export class DecisionsController {
  constructor(private readonly decisions: DecisionsService) {}

  @Get()
  @Answers(decision, { summary: 'The decision of a point', refuses: [404] })
  getDecision(@Context() context: RequestContext, @Param('id', { schema: id }) pointId: string) {
    return this.decisions.get(context, pointId);
  }

  @Put()
  @Answers(decision, {
    summary: 'Write the decision of a point, or change it (If-Match: the version it changes)',
    ifMatch: 'to-change',
    refuses: [403, 404, 409, 422],
  })
  saveDecision(
    @Context() context: RequestContext,
    @Param('id', { schema: id }) pointId: string,
    @OptionalIfMatch() version: number | null,
    @Body({ schema: saveDecision }) fields: SaveDecision,
  ) {
    return this.decisions.save(context, pointId, version, fields);
  }
}
