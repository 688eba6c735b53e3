import { Body, Controller, Delete, Get, Param, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import {
  agendaPoint,
  agendaPoints,
  changeAgendaPoint,
  createAgendaPoint,
  createAgendaPoints,
  createdAgendaPoints,
  moveAgendaPoint,
  withdrawAgendaPoint,
} from '../../contracts/agenda-points.js';
import type {
  ChangeAgendaPoint,
  CreateAgendaPoint,
  CreateAgendaPoints,
  MoveAgendaPoint,
  WithdrawAgendaPoint,
} from '../../contracts/agenda-points.js';
import { id } from '../../contracts/common.js';
import { Answers } from '../../platform/http/answers.js';
import { IfMatch } from '../../platform/http/etag.js';
import { ReadsAhead } from '../../platform/http/read-ahead.js';
import { Context } from '../../platform/http/request-context.js';
import type { RequestContext } from '../../platform/http/request-context.js';
import { MEETING_AHEAD } from '../meetings/index.js';
import { PLACE_AHEAD, WORDS_AHEAD } from './agenda-point.place.js';
import { AgendaMovesService } from './agenda-moves.service.js';
import { AgendaPointsService } from './agenda-points.service.js';
import { AgendaRestoringService } from './agenda-restoring.service.js';

@ApiTags('Agenda points')
@Controller()
export class AgendaPointsController {
  constructor(
    private readonly points: AgendaPointsService,
    private readonly moves: AgendaMovesService,
    private readonly restoring: AgendaRestoringService,
  ) {}

  @Get('meetings/:id/agenda-points')
  @ReadsAhead(MEETING_AHEAD)
  @Answers(agendaPoints, { summary: 'The points of a meeting, numbered and timed', refuses: [404] })
  listAgendaPoints(@Context() context: RequestContext, @Param('id', { schema: id }) meetingId: string) {
    return this.points.list(context, meetingId);
  }

  @Post('meetings/:id/agenda')
  @Answers(agendaPoints, {
    summary:
      "Begin the agenda of a planned meeting with its body's standing points (If-Match: the meeting's version)",
    status: 201,
    ifMatch: true,
    refuses: [403, 404, 409],
  })
  draftAgenda(
    @Context() context: RequestContext,
    @Param('id', { schema: id }) meetingId: string,
    @IfMatch() version: number,
  ) {
    return this.points.draft(context, meetingId, version);
  }

  @Post('meetings/:id/agenda-points')
  @Answers(agendaPoint, { summary: 'Add a point', status: 201, refuses: [403, 404, 409, 422] })
  createAgendaPoint(
    @Context() context: RequestContext,
    @Param('id', { schema: id }) meetingId: string,
    @Body({ schema: createAgendaPoint }) fields: CreateAgendaPoint,
  ) {
    return this.points.create(context, meetingId, fields);
  }

  @Post('meetings/:id/agenda-points/several')
  @Answers(createdAgendaPoints, {
    summary: 'Add several points, all or none',
    status: 201,
    refuses: [403, 404, 409, 422],
  })
  createAgendaPoints(
    @Context() context: RequestContext,
    @Param('id', { schema: id }) meetingId: string,
    @Body({ schema: createAgendaPoints }) { points }: CreateAgendaPoints,
  ) {
    return this.points.createSeveral(context, meetingId, points);
  }

  @Get('agenda-points/:id')
  @ReadsAhead(PLACE_AHEAD)
  @Answers(agendaPoint, { summary: 'One point', refuses: [404] })
  getAgendaPoint(@Context() context: RequestContext, @Param('id', { schema: id }) pointId: string) {
    return this.points.get(context, pointId);
  }

  @Patch('agenda-points/:id')
  @ReadsAhead(WORDS_AHEAD)
  @Answers(agendaPoint, { summary: 'Change a point', ifMatch: true, refuses: [403, 404, 409, 422] })
  changeAgendaPoint(
    @Context() context: RequestContext,
    @Param('id', { schema: id }) pointId: string,
    @IfMatch() version: number,
    @Body({ schema: changeAgendaPoint }) fields: ChangeAgendaPoint,
  ) {
    return this.points.change(context, pointId, version, fields);
  }

  @Post('agenda-points/:id/move')
  @Answers(agendaPoint, {
    summary: 'Move a point: reorder, nest, or take it to another meeting',
    ifMatch: true,
    refuses: [403, 404, 409, 422],
  })
  moveAgendaPoint(
    @Context() context: RequestContext,
    @Param('id', { schema: id }) pointId: string,
    @IfMatch() version: number,
    @Body({ schema: moveAgendaPoint }) to: MoveAgendaPoint,
  ) {
    return this.moves.move(context, pointId, version, to);
  }

  @Post('agenda-points/:id/withdraw')
  @Answers(agendaPoint, {
    summary: 'Withdraw a point ("Punktet udgår")',
    ifMatch: true,
    refuses: [403, 404, 409],
  })
  withdrawAgendaPoint(
    @Context() context: RequestContext,
    @Param('id', { schema: id }) pointId: string,
    @IfMatch() version: number,
    @Body({ schema: withdrawAgendaPoint }) fields: WithdrawAgendaPoint,
  ) {
    return this.points.withdraw(context, pointId, version, fields);
  }

  @Post('agenda-points/:id/reinstate')
  @Answers(agendaPoint, {
    summary: 'Put a withdrawn point on the agenda again',
    ifMatch: true,
    refuses: [403, 404, 409],
  })
  reinstateAgendaPoint(
    @Context() context: RequestContext,
    @Param('id', { schema: id }) pointId: string,
    @IfMatch() version: number,
  ) {
    return this.restoring.reinstate(context, pointId, version);
  }

  @Delete('agenda-points/:id')
  @Answers(z.void(), {
    summary: 'Remove a point from an agenda never sent',
    status: 204,
    ifMatch: true,
    refuses: [403, 404, 409],
  })
  removeAgendaPoint(
    @Context() context: RequestContext,
    @Param('id', { schema: id }) pointId: string,
    @IfMatch() version: number,
  ) {
    return this.points.remove(context, pointId, version);
  }

  @Post('agenda-points/:id/restore')
  @Answers(agendaPoint, {
    summary: 'Give back a removed point with its sub-points and bilag',
    status: 201,
    refuses: [404, 409],
  })
  restoreAgendaPoint(@Context() context: RequestContext, @Param('id', { schema: id }) pointId: string) {
    return this.restoring.restore(context, pointId);
  }
}
