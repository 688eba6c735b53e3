import { Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { id } from '../../contracts/common.js';
import {
  agenda,
  agendaChanges,
  agendaQuery,
  agendaVersion,
  agendaVersionList,
  compareQuery,
} from '../../contracts/sending.js';
import type { AgendaQuery, CompareQuery } from '../../contracts/sending.js';
import { Answers } from '../../platform/http/answers.js';
import { IfMatch } from '../../platform/http/etag.js';
import { ReadsAhead } from '../../platform/http/read-ahead.js';
import { Context } from '../../platform/http/request-context.js';
import type { RequestContext } from '../../platform/http/request-context.js';
import { MEETING_AHEAD } from '../meetings/index.js';
import { SendingService } from './sending.service.js';

const versionNumber = z.coerce.number().int().min(1);

@ApiTags('Agendas')
@Controller('meetings/:id')
export class SendingController {
  constructor(private readonly sending: SendingService) {}

  @Get('agenda')
  @ReadsAhead(MEETING_AHEAD)
  @Answers(agenda, { summary: 'The whole agenda as it stands, for an audience', refuses: [404] })
  getAgenda(
    @Context() context: RequestContext,
    @Param('id', { schema: id }) meetingId: string,
    @Query({ schema: agendaQuery }) query: AgendaQuery,
  ) {
    return this.sending.agenda(context, meetingId, query);
  }

  @Get('agenda-versions')
  @Answers(agendaVersionList, { summary: 'The sent versions of the agenda', refuses: [404] })
  listAgendaVersions(@Context() context: RequestContext, @Param('id', { schema: id }) meetingId: string) {
    return this.sending.versions(context, meetingId);
  }

  @Get('agenda-versions/compare')
  @Answers(agendaChanges, {
    summary: 'What changed between two sent versions, or since one of them',
    refuses: [404],
  })
  compareAgendaVersions(
    @Context() context: RequestContext,
    @Param('id', { schema: id }) meetingId: string,
    @Query({ schema: compareQuery }) query: CompareQuery,
  ) {
    return this.sending.compare(context, meetingId, query);
  }

  @Get('agenda-versions/:number')
  @Answers(agendaVersion, { summary: 'One sent version', refuses: [404] })
  getAgendaVersion(
    @Context() context: RequestContext,
    @Param('id', { schema: id }) meetingId: string,
    @Param('number', { schema: versionNumber }) number: number,
  ) {
    return this.sending.version(context, meetingId, number);
  }

  @Post('agenda-versions')
  @Answers(agendaVersion, {
    summary: "Send the agenda, or a correction of it (If-Match: the meeting's version)",
    status: 201,
    ifMatch: true,
    refuses: [403, 404, 409, 422],
  })
  sendAgenda(
    @Context() context: RequestContext,
    @Param('id', { schema: id }) meetingId: string,
    @IfMatch() version: number,
  ) {
    return this.sending.send(context, meetingId, version);
  }
}
