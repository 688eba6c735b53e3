import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { agendaPoint } from '../../contracts/agenda-points.js';
import { id } from '../../contracts/common.js';
import { postponedPoints, takeOnPoint } from '../../contracts/postponed-points.js';
import type { TakeOnPoint } from '../../contracts/postponed-points.js';
import { Answers } from '../../platform/http/answers.js';
import { Context } from '../../platform/http/request-context.js';
import type { RequestContext } from '../../platform/http/request-context.js';
import { PostponedPointsService } from './postponed-points.service.js';

@ApiTags('Agenda points')
@Controller('meetings/:id/postponed-points')
export class PostponedPointsController {
  constructor(private readonly points: PostponedPointsService) {}

  @Get()
  @Answers(postponedPoints, {
    summary: 'Points of earlier meetings of the body that were put off and go on nowhere yet',
    refuses: [403, 404],
  })
  listPostponedPoints(@Context() context: RequestContext, @Param('id', { schema: id }) meetingId: string) {
    return this.points.list(context, meetingId);
  }

  @Post()
  @Answers(agendaPoint, {
    summary: 'Take a point that was put off on to this agenda, with its sub-points and bilag',
    status: 201,
    refuses: [403, 404, 409, 422],
  })
  takeOnPoint(
    @Context() context: RequestContext,
    @Param('id', { schema: id }) meetingId: string,
    @Body({ schema: takeOnPoint }) asked: TakeOnPoint,
  ) {
    return this.points.takeOn(context, meetingId, asked);
  }
}
