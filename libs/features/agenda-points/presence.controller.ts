import { Body, Controller, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { agendaPresence, sayPresence } from '../../contracts/agenda-points.js';
import type { SayPresence } from '../../contracts/agenda-points.js';
import { id } from '../../contracts/common.js';
import { Answers } from '../../platform/http/answers.js';
import { Context } from '../../platform/http/request-context.js';
import type { RequestContext } from '../../platform/http/request-context.js';
import { PresenceService } from './presence.service.js';

@ApiTags('Agenda points')
@Controller('meetings/:id/agenda/presence')
export class PresenceController {
  constructor(private readonly presence: PresenceService) {}

  @Put()
  @Answers(agendaPresence, {
    summary: 'Say that you work on the agenda; tells who else does, and whether it has changed',
    refuses: [403, 404],
  })
  sayPresence(
    @Context() context: RequestContext,
    @Param('id', { schema: id }) meetingId: string,
    @Body({ schema: sayPresence }) at: SayPresence,
  ) {
    return this.presence.say(context, meetingId, at);
  }
}
