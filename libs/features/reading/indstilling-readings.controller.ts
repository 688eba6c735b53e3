import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { id } from '../../contracts/common.js';
import { indstillingReading, sayIndstillingRead } from '../../contracts/reading.js';
import type { SayIndstillingRead } from '../../contracts/reading.js';
import { Answers } from '../../platform/http/answers.js';
import { Context } from '../../platform/http/request-context.js';
import type { RequestContext } from '../../platform/http/request-context.js';
import { IndstillingReadingsService } from './indstilling-readings.service.js';

@ApiTags('Reading')
@Controller('indstillinger/:id/my-reading')
export class IndstillingReadingsController {
  constructor(private readonly readings: IndstillingReadingsService) {}

  @Get()
  @Answers(indstillingReading, {
    summary: 'Which submission of an indstilling you read last; 404 where you have read none',
    refuses: [404],
  })
  getMyIndstillingReading(
    @Context() context: RequestContext,
    @Param('id', { schema: id }) indstillingId: string,
  ) {
    return this.readings.of(context, indstillingId);
  }

  @Put()
  @Answers(indstillingReading, {
    summary: 'Say which submission of an indstilling you have read',
    refuses: [404, 422],
  })
  sayIndstillingRead(
    @Context() context: RequestContext,
    @Param('id', { schema: id }) indstillingId: string,
    @Body({ schema: sayIndstillingRead }) fields: SayIndstillingRead,
  ) {
    return this.readings.say(context, indstillingId, fields);
  }
}
