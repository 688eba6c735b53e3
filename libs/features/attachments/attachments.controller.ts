import { Body, Controller, Delete, Get, Param, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import {
  attachment,
  attachmentList,
  changeAttachment,
  createAttachment,
  moveAttachmentTo,
} from '../../contracts/attachments.js';
import type { ChangeAttachment, CreateAttachment, MoveAttachmentTo } from '../../contracts/attachments.js';
import { id } from '../../contracts/common.js';
import { Answers } from '../../platform/http/answers.js';
import { IfMatch } from '../../platform/http/etag.js';
import { Context } from '../../platform/http/request-context.js';
import type { RequestContext } from '../../platform/http/request-context.js';
import { AttachmentsService } from './attachments.service.js';

@ApiTags('Attachments')
@Controller()
export class AttachmentsController {
  constructor(private readonly attachments: AttachmentsService) {}

  @Get('agenda-points/:id/attachments')
  @Answers(attachmentList, { summary: 'The attachments of a point in their printed order', refuses: [404] })
  listAttachmentsOfPoint(@Context() context: RequestContext, @Param('id', { schema: id }) pointId: string) {
    return this.attachments.list(context, { pointId });
  }

  @Post('agenda-points/:id/attachments')
  @Answers(attachment, { summary: 'Attach to a point', status: 201, refuses: [403, 404, 409] })
  attachToPoint(
    @Context() context: RequestContext,
    @Param('id', { schema: id }) pointId: string,
    @Body({ schema: createAttachment }) fields: CreateAttachment,
  ) {
    return this.attachments.create(context, { pointId }, fields);
  }

  @Get('indstillinger/:id/attachments')
  @Answers(attachmentList, {
    summary: 'The attachments of an indstilling in their printed order',
    refuses: [404],
  })
  listAttachmentsOfIndstilling(
    @Context() context: RequestContext,
    @Param('id', { schema: id }) indstillingId: string,
  ) {
    return this.attachments.list(context, { indstillingId });
  }

  @Post('indstillinger/:id/attachments')
  @Answers(attachment, {
    summary: 'Attach to an indstilling; after an approval it goes back to the first step',
    status: 201,
    refuses: [403, 404, 409],
  })
  attachToIndstilling(
    @Context() context: RequestContext,
    @Param('id', { schema: id }) indstillingId: string,
    @Body({ schema: createAttachment }) fields: CreateAttachment,
  ) {
    return this.attachments.create(context, { indstillingId }, fields);
  }

  @Get('attachments/:id')
  @Answers(attachment, { summary: 'One attachment', refuses: [404] })
  getAttachment(@Context() context: RequestContext, @Param('id', { schema: id }) attachmentId: string) {
    return this.attachments.get(context, attachmentId);
  }

  @Patch('attachments/:id')
  @Answers(attachment, {
    summary: 'Rename, open or close an attachment',
    ifMatch: true,
    refuses: [403, 404, 409],
  })
  changeAttachment(
    @Context() context: RequestContext,
    @Param('id', { schema: id }) attachmentId: string,
    @IfMatch() version: number,
    @Body({ schema: changeAttachment }) fields: ChangeAttachment,
  ) {
    return this.attachments.change(context, attachmentId, version, fields);
  }

  @Post('attachments/:id/move')
  @Answers(attachmentList, {
    summary: 'Move an attachment among its siblings; answers them all, in their new order',
    ifMatch: true,
    refuses: [403, 404, 409, 422],
  })
  moveAttachment(
    @Context() context: RequestContext,
    @Param('id', { schema: id }) attachmentId: string,
    @IfMatch() version: number,
    @Body({ schema: moveAttachmentTo }) to: MoveAttachmentTo,
  ) {
    return this.attachments.move(context, attachmentId, version, to);
  }

  @Delete('attachments/:id')
  @Answers(z.void(), {
    summary: 'Remove an attachment',
    status: 204,
    ifMatch: true,
    refuses: [403, 404, 409],
  })
  removeAttachment(
    @Context() context: RequestContext,
    @Param('id', { schema: id }) attachmentId: string,
    @IfMatch() version: number,
  ) {
    return this.attachments.remove(context, attachmentId, version);
  }

  @Post('attachments/:id/restore')
  @Answers(attachment, {
    summary: 'Give back an attachment that was removed, with its file, where it stood',
    status: 201,
    refuses: [403, 404, 409],
  })
  restoreAttachment(@Context() context: RequestContext, @Param('id', { schema: id }) attachmentId: string) {
    return this.attachments.restore(context, attachmentId);
  }
}
