import { Body, Controller, Get, Param, Patch, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { id, pageOf } from '../../contracts/common.js';
import {
  body,
  changeBody,
  createBody,
  replaceStandingPoints,
  unitQuery,
} from '../../contracts/organisation.js';
import type {
  ChangeBody,
  CreateBody,
  PageQuery,
  ReplaceStandingPoints,
} from '../../contracts/organisation.js';
import { Answers } from '../../platform/http/answers.js';
import { IfMatch } from '../../platform/http/etag.js';
import { Context } from '../../platform/http/request-context.js';
import type { RequestContext } from '../../platform/http/request-context.js';
import { BodiesService } from './bodies.service.js';

@ApiTags('Bodies')
@Controller('bodies')
export class BodiesController {
  constructor(private readonly bodies: BodiesService) {}

  @Get()
  @Answers(pageOf(body), { summary: 'Bodies by name' })
  listBodies(@Context() context: RequestContext, @Query({ schema: unitQuery }) query: PageQuery) {
    return this.bodies.list(context, query);
  }

  @Get(':id')
  @Answers(body, { summary: 'One body with its settings and standing points', refuses: [404] })
  getBody(@Context() context: RequestContext, @Param('id', { schema: id }) bodyId: string) {
    return this.bodies.get(context, bodyId);
  }

  @Post()
  @Answers(body, { summary: 'Make a body', status: 201, refuses: [403, 409] })
  createBody(@Context() context: RequestContext, @Body({ schema: createBody }) fields: CreateBody) {
    return this.bodies.create(context, fields);
  }

  @Patch(':id')
  @Answers(body, {
    summary: 'Change a body or some of its settings',
    ifMatch: true,
    refuses: [403, 404, 409],
  })
  changeBody(
    @Context() context: RequestContext,
    @Param('id', { schema: id }) bodyId: string,
    @IfMatch() version: number,
    @Body({ schema: changeBody }) fields: ChangeBody,
  ) {
    return this.bodies.change(context, bodyId, version, fields);
  }

  @Put(':id/standing-points')
  @Answers(body, { summary: 'Replace the standing points of a body', ifMatch: true, refuses: [403, 404] })
  replaceStandingPoints(
    @Context() context: RequestContext,
    @Param('id', { schema: id }) bodyId: string,
    @IfMatch() version: number,
    @Body({ schema: replaceStandingPoints }) points: ReplaceStandingPoints,
  ) {
    return this.bodies.replaceStandingPoints(context, bodyId, version, points);
  }
}
