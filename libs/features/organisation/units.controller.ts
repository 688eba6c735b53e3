import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { id, pageOf } from '../../contracts/common.js';
import { changeUnit, createUnit, unit, unitQuery } from '../../contracts/organisation.js';
import type { ChangeUnit, CreateUnit, PageQuery } from '../../contracts/organisation.js';
import { Answers } from '../../platform/http/answers.js';
import { IfMatch } from '../../platform/http/etag.js';
import { Context } from '../../platform/http/request-context.js';
import type { RequestContext } from '../../platform/http/request-context.js';
import { UnitsService } from './units.service.js';

@ApiTags('Units and people')
@Controller('units')
export class UnitsController {
  constructor(private readonly units: UnitsService) {}

  @Get()
  @Answers(pageOf(unit), { summary: 'Units by code' })
  listUnits(@Context() context: RequestContext, @Query({ schema: unitQuery }) query: PageQuery) {
    return this.units.list(context, query);
  }

  @Get(':id')
  @Answers(unit, { summary: 'One unit', refuses: [404] })
  getUnit(@Context() context: RequestContext, @Param('id', { schema: id }) unitId: string) {
    return this.units.get(context, unitId);
  }

  @Post()
  @Answers(unit, { summary: 'Make a unit', status: 201, refuses: [403, 409] })
  createUnit(@Context() context: RequestContext, @Body({ schema: createUnit }) fields: CreateUnit) {
    return this.units.create(context, fields);
  }

  @Patch(':id')
  @Answers(unit, { summary: 'Change a unit', ifMatch: true, refuses: [403, 404, 409] })
  changeUnit(
    @Context() context: RequestContext,
    @Param('id', { schema: id }) unitId: string,
    @IfMatch() version: number,
    @Body({ schema: changeUnit }) fields: ChangeUnit,
  ) {
    return this.units.change(context, unitId, version, fields);
  }
}
