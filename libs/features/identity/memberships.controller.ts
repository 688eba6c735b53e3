import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { id, pageOf } from '../../contracts/common.js';
import { changeMembership, createMembership, membership, membershipQuery } from '../../contracts/rights.js';
import type { ChangeMembership, CreateMembership, MembershipQuery } from '../../contracts/rights.js';
import { Answers } from '../../platform/http/answers.js';
import { IfMatch } from '../../platform/http/etag.js';
import { Context } from '../../platform/http/request-context.js';
import type { RequestContext } from '../../platform/http/request-context.js';
import { MembershipsService } from './memberships.service.js';

@ApiTags('Identity')
@Controller('memberships')
export class MembershipsController {
  constructor(private readonly memberships: MembershipsService) {}

  @Get()
  @Answers(pageOf(membership), { summary: 'Who holds which role, and when', refuses: [403] })
  listMemberships(
    @Context() context: RequestContext,
    @Query({ schema: membershipQuery }) query: MembershipQuery,
  ) {
    return this.memberships.list(context, query);
  }

  @Post()
  @Answers(membership, { summary: 'Give a person a role', status: 201, refuses: [403, 422] })
  createMembership(
    @Context() context: RequestContext,
    @Body({ schema: createMembership }) fields: CreateMembership,
  ) {
    return this.memberships.create(context, fields);
  }

  @Patch(':id')
  @Answers(membership, { summary: 'Change when a role is held', ifMatch: true, refuses: [403, 404, 422] })
  changeMembership(
    @Context() context: RequestContext,
    @Param('id', { schema: id }) membershipId: string,
    @IfMatch() version: number,
    @Body({ schema: changeMembership }) fields: ChangeMembership,
  ) {
    return this.memberships.change(context, membershipId, version, fields);
  }
}
