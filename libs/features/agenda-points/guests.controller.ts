import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { guests, replaceGuests } from '../../contracts/agenda-points.js';
import type { ReplaceGuests } from '../../contracts/agenda-points.js';
import { id } from '../../contracts/common.js';
import { Answers } from '../../platform/http/answers.js';
import { Context } from '../../platform/http/request-context.js';
import type { RequestContext } from '../../platform/http/request-context.js';
import { GuestsService } from './guests.service.js';

@ApiTags('Agenda points')
@Controller('agenda-points/:id/guests')
export class GuestsController {
  constructor(private readonly guests: GuestsService) {}

  @Get()
  @Answers(guests, { summary: 'Who is a guest of a point', refuses: [403, 404] })
  listGuests(@Context() context: RequestContext, @Param('id', { schema: id }) pointId: string) {
    return this.guests.list(context, pointId);
  }

  @Put()
  @Answers(guests, { summary: 'Say who is a guest of a point', refuses: [403, 404, 422] })
  replaceGuests(
    @Context() context: RequestContext,
    @Param('id', { schema: id }) pointId: string,
    @Body({ schema: replaceGuests }) people: ReplaceGuests,
  ) {
    return this.guests.replace(context, pointId, people);
  }
}
