import { Body, Controller, Delete, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { id, pageOf } from '../../contracts/common.js';
import { indstilling, indstillingAfterStep, indstillingStep } from '../../contracts/indstillinger.js';
import {
  indstillingVersion,
  indstillingVersionSummary,
  takenStep,
  trailQuery,
  versionNumber,
} from '../../contracts/indstilling-trail.js';
import type { IndstillingStepRequest } from '../../contracts/indstillinger.js';
import type { TrailQuery } from '../../contracts/indstilling-trail.js';
import { Answers } from '../../platform/http/answers.js';
import { IfMatch } from '../../platform/http/etag.js';
import { Context } from '../../platform/http/request-context.js';
import type { RequestContext } from '../../platform/http/request-context.js';
import { ApprovalService } from './approval.service.js';
import { TakingBackService } from './taking-back.service.js';
import { TrailService } from './trail.service.js';

@ApiTags('Indstillinger')
@Controller('indstillinger/:id')
export class ApprovalController {
  constructor(
    private readonly approval: ApprovalService,
    private readonly takingBack: TakingBackService,
    private readonly trail: TrailService,
  ) {}

  @Post('steps')
  @Answers(indstillingAfterStep, {
    summary: 'Submit, approve, return, reject or withdraw an indstilling',
    ifMatch: true,
    refuses: [403, 404, 409, 422],
  })
  takeIndstillingStep(
    @Context() context: RequestContext,
    @Param('id', { schema: id }) indstillingId: string,
    @IfMatch() version: number,
    @Body({ schema: indstillingStep }) step: IndstillingStepRequest,
  ) {
    return this.approval.step(context, indstillingId, version, step);
  }

  @Delete('steps/:stepId')
  @Answers(indstilling, {
    summary: 'Take back a step that one has just taken, while nothing has come after it',
    ifMatch: true,
    refuses: [403, 404, 409],
  })
  takeBackIndstillingStep(
    @Context() context: RequestContext,
    @Param('id', { schema: id }) indstillingId: string,
    @Param('stepId', { schema: id }) stepId: string,
    @IfMatch() version: number,
  ) {
    return this.takingBack.takeBack(context, indstillingId, stepId, version);
  }

  @Get('steps')
  @Answers(pageOf(takenStep), { summary: 'The steps an indstilling has taken, oldest first', refuses: [404] })
  listIndstillingSteps(
    @Context() context: RequestContext,
    @Param('id', { schema: id }) indstillingId: string,
    @Query({ schema: trailQuery }) query: TrailQuery,
  ) {
    return this.trail.steps(context, indstillingId, query);
  }

  @Get('versions')
  @Answers(pageOf(indstillingVersionSummary), {
    summary: 'The submitted versions of an indstilling, newest first',
    refuses: [404],
  })
  listIndstillingVersions(
    @Context() context: RequestContext,
    @Param('id', { schema: id }) indstillingId: string,
    @Query({ schema: trailQuery }) query: TrailQuery,
  ) {
    return this.trail.versions(context, indstillingId, query);
  }

  @Get('versions/:number')
  @Answers(indstillingVersion, { summary: 'One submitted version with its content', refuses: [404] })
  getIndstillingVersion(
    @Context() context: RequestContext,
    @Param('id', { schema: id }) indstillingId: string,
    @Param('number', { schema: versionNumber }) number: number,
  ) {
    return this.trail.versionNumbered(context, indstillingId, number);
  }
}
