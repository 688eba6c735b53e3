import { Body, Controller, Delete, Get, Param, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { id } from '../../contracts/common.js';
import { changeComment, comment, comments, createComment, pointReaders } from '../../contracts/reading.js';
import type { ChangeComment, CreateComment } from '../../contracts/reading.js';
import { Answers } from '../../platform/http/answers.js';
import { IfMatch } from '../../platform/http/etag.js';
import { Context } from '../../platform/http/request-context.js';
import type { RequestContext } from '../../platform/http/request-context.js';
import { CommentsService } from './comments.service.js';

@ApiTags('Reading')
@Controller('agenda-points/:id')
export class CommentsController {
  constructor(private readonly comments: CommentsService) {}

  @Get('readers')
  @Answers(pointReaders, { summary: 'Who may read a point, by name', refuses: [404] })
  listPointReaders(@Context() context: RequestContext, @Param('id', { schema: id }) pointId: string) {
    return this.comments.readers(context, pointId);
  }

  @Get('comments')
  @Answers(comments, {
    summary: 'The comments to a point that you wrote or that are shared with you',
    refuses: [404],
  })
  listComments(@Context() context: RequestContext, @Param('id', { schema: id }) pointId: string) {
    return this.comments.list(context, pointId);
  }

  @Post('comments')
  @Answers(comment, {
    summary: 'Comment on a point, under an id of your own making, to those who meet or to people you choose',
    status: 201,
    refuses: [404, 422],
  })
  createComment(
    @Context() context: RequestContext,
    @Param('id', { schema: id }) pointId: string,
    @Body({ schema: createComment }) fields: CreateComment,
  ) {
    return this.comments.create(context, pointId, fields);
  }

  @Patch('comments/:commentId')
  @Answers(comment, {
    summary: 'Change a comment of yours, or whom it is shared with',
    ifMatch: true,
    refuses: [403, 404, 422],
  })
  changeComment(
    @Context() context: RequestContext,
    @Param('id', { schema: id }) pointId: string,
    @Param('commentId', { schema: id }) commentId: string,
    @IfMatch() version: number,
    @Body({ schema: changeComment }) fields: ChangeComment,
  ) {
    return this.comments.change(context, pointId, commentId, version, fields);
  }

  @Delete('comments/:commentId')
  @Answers(z.void(), { summary: 'Remove a comment of yours', status: 204, refuses: [403, 404] })
  removeComment(
    @Context() context: RequestContext,
    @Param('id', { schema: id }) pointId: string,
    @Param('commentId', { schema: id }) commentId: string,
  ) {
    return this.comments.remove(context, pointId, commentId);
  }
}
