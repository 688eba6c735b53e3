import { Body, Controller, Delete, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { id } from '../../../contracts/common.js';
import { createStandIn, standIn, standInQuery, standIns } from '../../../contracts/stand-ins.js';
import type { CreateStandIn, StandInQuery } from '../../../contracts/stand-ins.js';
import { Answers } from '../../../platform/http/answers.js';
import { IfMatch } from '../../../platform/http/etag.js';
import { Context } from '../../../platform/http/request-context.js';
import type { RequestContext } from '../../../platform/http/request-context.js';
import { StandInsService } from './stand-ins.service.js';

@ApiTags('Identity')
@Controller('stand-ins')
export class StandInsController {
  constructor(private readonly standIns: StandInsService) {}

  @Get()
  @Answers(standIns, { summary: 'Who judges indstillinger in whose stead, now and to come' })
  listStandIns(@Context() context: RequestContext, @Query({ schema: standInQuery }) query: StandInQuery) {
    return this.standIns.list(context, query);
  }

  @Post()
  @Answers(standIn, {
    summary: 'Let somebody judge indstillinger in the stead of one who is away',
    status: 201,
    refuses: [403, 422],
  })
  createStandIn(@Context() context: RequestContext, @Body({ schema: createStandIn }) fields: CreateStandIn) {
    return this.standIns.create(context, fields);
  }

  @Delete(':id')
  @Answers(z.void(), { summary: 'End a stand-in at once', status: 204, ifMatch: true, refuses: [403, 404] })
  endStandIn(
    @Context() context: RequestContext,
    @Param('id', { schema: id }) standInId: string,
    @IfMatch() version: number,
  ) {
    return this.standIns.end(context, standInId, version);
  }
}
