import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { aarshjul, replaceAarshjul } from '../../contracts/aarshjul.js';
import type { ReplaceAarshjul } from '../../contracts/aarshjul.js';
import { id } from '../../contracts/common.js';
import { Answers } from '../../platform/http/answers.js';
import { IfMatch } from '../../platform/http/etag.js';
import { Context } from '../../platform/http/request-context.js';
import type { RequestContext } from '../../platform/http/request-context.js';
import { AarshjulService } from './aarshjul.service.js';

@ApiTags('Aarshjul')
@Controller('bodies/:id/aarshjul')
export class AarshjulController {
  constructor(private readonly items: AarshjulService) {}

  @Get()
  @Answers(aarshjul, { summary: 'What a body takes up every year', refuses: [403, 404] })
  getAarshjul(@Context() context: RequestContext, @Param('id', { schema: id }) bodyId: string) {
    return this.items.get(context, bodyId);
  }

  @Put()
  @Answers(aarshjul, {
    summary: 'Replace what a body takes up every year',
    ifMatch: true,
    refuses: [403, 404],
  })
  replaceAarshjul(
    @Context() context: RequestContext,
    @Param('id', { schema: id }) bodyId: string,
    @IfMatch() version: number,
    @Body({ schema: replaceAarshjul }) fields: ReplaceAarshjul,
  ) {
    return this.items.replace(context, bodyId, version, fields);
  }
}
