import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { id, pageOf } from '../../contracts/common.js';
import {
  changeIndstilling,
  completeness,
  createIndstilling,
  indstilling,
  indstillingCounts,
  indstillingQuery,
  listedIndstilling,
} from '../../contracts/indstillinger.js';
import type {
  ChangeIndstilling,
  CreateIndstilling,
  IndstillingQuery,
} from '../../contracts/indstillinger.js';
import { Answers } from '../../platform/http/answers.js';
import { IfMatch } from '../../platform/http/etag.js';
import { Context } from '../../platform/http/request-context.js';
import type { RequestContext } from '../../platform/http/request-context.js';
import { IndstillingListsService } from './indstilling-lists.service.js';
import { IndstillingerService } from './indstillinger.service.js';

@ApiTags('Indstillinger')
@Controller('indstillinger')
export class IndstillingerController {
  constructor(
    private readonly indstillinger: IndstillingerService,
    private readonly lists: IndstillingListsService,
  ) {}

  @Get()
  @Answers(pageOf(listedIndstilling), { summary: 'Indstillinger without their texts, newest first' })
  listIndstillinger(
    @Context() context: RequestContext,
    @Query({ schema: indstillingQuery }) query: IndstillingQuery,
  ) {
    return this.lists.list(context, query);
  }

  @Get('counts')
  @Answers(indstillingCounts, { summary: 'How many indstillinger stand in the lists of whoever asks' })
  countIndstillinger(@Context() context: RequestContext) {
    return this.lists.counts(context);
  }

  @Get(':id')
  @Answers(indstilling, { summary: 'One indstilling', refuses: [404] })
  getIndstilling(@Context() context: RequestContext, @Param('id', { schema: id }) indstillingId: string) {
    return this.indstillinger.get(context, indstillingId);
  }

  @Post()
  @Answers(indstilling, { summary: 'Begin an indstilling', status: 201, refuses: [403, 422] })
  createIndstilling(
    @Context() context: RequestContext,
    @Body({ schema: createIndstilling }) fields: CreateIndstilling,
  ) {
    return this.indstillinger.create(context, fields);
  }

  @Patch(':id')
  @Answers(indstilling, {
    summary: 'Change an indstilling; a text changed after an approval goes back to the first step',
    ifMatch: true,
    refuses: [403, 404, 409, 422],
  })
  changeIndstilling(
    @Context() context: RequestContext,
    @Param('id', { schema: id }) indstillingId: string,
    @IfMatch() version: number,
    @Body({ schema: changeIndstilling }) fields: ChangeIndstilling,
  ) {
    return this.indstillinger.change(context, indstillingId, version, fields);
  }

  @Get(':id/completeness')
  @Answers(completeness, { summary: 'What an indstilling lacks, and what of it blocks', refuses: [404] })
  getCompleteness(@Context() context: RequestContext, @Param('id', { schema: id }) indstillingId: string) {
    return this.indstillinger.completeness(context, indstillingId);
  }
}
