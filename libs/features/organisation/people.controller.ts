import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { id, pageOf } from '../../contracts/common.js';
import { changePerson, createPerson, person, personQuery } from '../../contracts/organisation.js';
import type { ChangePerson, CreatePerson, PersonQuery } from '../../contracts/organisation.js';
import { Answers } from '../../platform/http/answers.js';
import { IfMatch } from '../../platform/http/etag.js';
import { Context } from '../../platform/http/request-context.js';
import type { RequestContext } from '../../platform/http/request-context.js';
import { PeopleService } from './people.service.js';

@ApiTags('Units and people')
@Controller('people')
export class PeopleController {
  constructor(private readonly people: PeopleService) {}

  @Get()
  @Answers(pageOf(person), { summary: 'People by name' })
  listPeople(@Context() context: RequestContext, @Query({ schema: personQuery }) query: PersonQuery) {
    return this.people.list(context, query);
  }

  @Get(':id')
  @Answers(person, { summary: 'One person', refuses: [404] })
  getPerson(@Context() context: RequestContext, @Param('id', { schema: id }) personId: string) {
    return this.people.get(context, personId);
  }

  @Post()
  @Answers(person, { summary: 'Make a person', status: 201, refuses: [403, 422] })
  createPerson(@Context() context: RequestContext, @Body({ schema: createPerson }) fields: CreatePerson) {
    return this.people.create(context, fields);
  }

  @Patch(':id')
  @Answers(person, { summary: 'Change a person', ifMatch: true, refuses: [403, 404] })
  changePerson(
    @Context() context: RequestContext,
    @Param('id', { schema: id }) personId: string,
    @IfMatch() version: number,
    @Body({ schema: changePerson }) fields: ChangePerson,
  ) {
    return this.people.change(context, personId, version, fields);
  }
}
