import { Controller, Get, Param, Post, Put, Query, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import {
  attachFile,
  attachment,
  attachmentVersionList,
  fetchFile,
  replaceFile,
} from '../../contracts/attachments.js';
import type { AttachFile, FetchFile, ReplaceFile } from '../../contracts/attachments.js';
import { id } from '../../contracts/common.js';
import { versionNumber } from '../../contracts/indstilling-trail.js';
import { FILE_KINDS } from '../../domain/attachment/index.js';
import { Answers } from '../../platform/http/answers.js';
import { dispositionHeader } from '../../platform/http/downloads.js';
import { IfMatch } from '../../platform/http/etag.js';
import { FILE_REFUSES, FileStreamBody } from '../../platform/http/file-body.js';
import type { FileStream } from '../../platform/http/file-body.js';
import { Context } from '../../platform/http/request-context.js';
import type { RequestContext } from '../../platform/http/request-context.js';
import { AttachmentFilesService } from './attachment-files.service.js';
import type { Download } from './attachment-files.service.js';

const BYTES = { type: 'string', format: 'binary' };

@ApiTags('Attachments')
@Controller()
export class AttachmentFilesController {
  constructor(private readonly files: AttachmentFilesService) {}

  @Post('agenda-points/:id/attachments/file')
  @ApiConsumes('application/octet-stream')
  @ApiBody({ schema: BYTES })
  @Answers(attachment, { summary: 'Attach a file to a point', status: 201, refuses: FILE_REFUSES })
  attachFileToPoint(
    @Context() context: RequestContext,
    @Param('id', { schema: id }) pointId: string,
    @Query({ schema: attachFile }) fields: AttachFile,
    @FileStreamBody() bytes: FileStream,
  ) {
    return this.files.attach(context, { pointId }, fields, bytes);
  }

  @Post('indstillinger/:id/attachments/file')
  @ApiConsumes('application/octet-stream')
  @ApiBody({ schema: BYTES })
  @Answers(attachment, {
    summary: 'Attach a file to an indstilling; after an approval it goes back to the first step',
    status: 201,
    refuses: FILE_REFUSES,
  })
  attachFileToIndstilling(
    @Context() context: RequestContext,
    @Param('id', { schema: id }) indstillingId: string,
    @Query({ schema: attachFile }) fields: AttachFile,
    @FileStreamBody() bytes: FileStream,
  ) {
    return this.files.attach(context, { indstillingId }, fields, bytes);
  }

  @Put('attachments/:id/file')
  @ApiConsumes('application/octet-stream')
  @ApiBody({ schema: BYTES })
  @Answers(attachment, {
    summary: 'Replace the file of an attachment: a new version of it',
    ifMatch: true,
    refuses: FILE_REFUSES,
  })
  replaceAttachmentFile(
    @Context() context: RequestContext,
    @Param('id', { schema: id }) attachmentId: string,
    @IfMatch() version: number,
    @Query({ schema: replaceFile }) fields: ReplaceFile,
    @FileStreamBody() bytes: FileStream,
  ) {
    return this.files.replace(context, attachmentId, version, fields, bytes);
  }

  @Get('attachments/:id/versions')
  @Answers(attachmentVersionList, { summary: 'The versions of its file, newest first', refuses: [404] })
  listAttachmentVersions(
    @Context() context: RequestContext,
    @Param('id', { schema: id }) attachmentId: string,
  ) {
    return this.files.versions(context, attachmentId);
  }

  @Get('attachments/:id/file')
  @Answers(z.string().meta({ format: 'binary' }), {
    summary: 'Its file: the newest, for readers of a sent agenda the one it was sent with',
    refuses: [404],
  })
  async getAttachmentFile(
    @Context() context: RequestContext,
    @Param('id', { schema: id }) attachmentId: string,
    @Query({ schema: fetchFile }) { shown }: FetchFile,
  ) {
    return sent(await this.files.download(context, attachmentId, null), shown);
  }

  @Get('attachments/:id/versions/:number/file')
  @Answers(z.string().meta({ format: 'binary' }), { summary: 'A version of its file', refuses: [404] })
  async getAttachmentVersionFile(
    @Context() context: RequestContext,
    @Param('id', { schema: id }) attachmentId: string,
    @Param('number', { schema: versionNumber }) number: number,
  ) {
    return sent(await this.files.download(context, attachmentId, number));
  }
}

/** What browsers show by themselves, in a viewer that runs nothing of ours or of the file's. */
const SHOWN: readonly string[] = [FILE_KINDS.pdf, FILE_KINDS.png, FILE_KINDS.jpg].map(
  ({ mediaType }) => mediaType,
);

/** It is saved, unless it is asked for to be shown: beside the headers that every answer of the api has, which let it load and run nothing. */
function sent({ bytes, size, fileName, mediaType }: Download, shown = false): StreamableFile {
  const disposition = dispositionHeader(
    fileName,
    shown && SHOWN.includes(mediaType) ? 'inline' : 'attachment',
  );
  return new StreamableFile(bytes, { ...{ type: mediaType, length: size, disposition } });
}
