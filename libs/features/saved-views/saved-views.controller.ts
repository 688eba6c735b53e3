import { Body, Controller, Delete, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { id } from '../../contracts/common.js';
import {
  changeSavedView,
  createSavedView,
  savedView,
  savedViewQuery,
  savedViews,
} from '../../contracts/saved-views.js';
import type { ChangeSavedView, CreateSavedView, SavedViewQuery } from '../../contracts/saved-views.js';
import { Answers } from '../../platform/http/answers.js';
import { IfMatch } from '../../platform/http/etag.js';
import { Context } from '../../platform/http/request-context.js';
import type { RequestContext } from '../../platform/http/request-context.js';
import { SavedViewsService } from './saved-views.service.js';

@ApiTags('Saved views')
@Controller('saved-views')
export class SavedViewsController {
  constructor(private readonly views: SavedViewsService) {}

  @Get()
  @Answers(savedViews, { summary: "One's own sets of filters of a page, by name" })
  listSavedViews(
    @Context() context: RequestContext,
    @Query({ schema: savedViewQuery }) query: SavedViewQuery,
  ) {
    return this.views.list(context, query);
  }

  @Post()
  @Answers(savedView, { summary: 'Keep a set of filters under a name', status: 201, refuses: [409, 422] })
  createSavedView(
    @Context() context: RequestContext,
    @Body({ schema: createSavedView }) fields: CreateSavedView,
  ) {
    return this.views.create(context, fields);
  }

  @Patch(':id')
  @Answers(savedView, { summary: 'Rename or replace a set of filters', ifMatch: true, refuses: [404, 409] })
  changeSavedView(
    @Context() context: RequestContext,
    @Param('id', { schema: id }) viewId: string,
    @IfMatch() version: number,
    @Body({ schema: changeSavedView }) fields: ChangeSavedView,
  ) {
    return this.views.change(context, viewId, version, fields);
  }

  @Delete(':id')
  @Answers(z.void(), { summary: 'Remove a set of filters', status: 204, ifMatch: true, refuses: [404] })
  removeSavedView(
    @Context() context: RequestContext,
    @Param('id', { schema: id }) viewId: string,
    @IfMatch() version: number,
  ) {
    return this.views.remove(context, viewId, version);
  }
}
