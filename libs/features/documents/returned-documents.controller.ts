import { Body, Controller, Get, Param, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { id } from '../../contracts/common.js';
import {
  returnDocument,
  returnedDocument,
  returnedDocumentList,
  takeReturned,
  takenOver,
} from '../../contracts/returned-documents.js';
import type { ReturnDocument, TakeReturned } from '../../contracts/returned-documents.js';
import { FILE_KINDS } from '../../domain/attachment/index.js';
import { Answers } from '../../platform/http/answers.js';
import { attachmentHeader } from '../../platform/http/downloads.js';
import { FILE_REFUSES, FileStreamBody } from '../../platform/http/file-body.js';
import type { FileStream } from '../../platform/http/file-body.js';
import { Context } from '../../platform/http/request-context.js';
import type { RequestContext } from '../../platform/http/request-context.js';
import { ReturnedDocumentsService } from './returned-documents.service.js';

@ApiTags('Returned documents')
@Controller()
export class ReturnedDocumentsController {
  constructor(private readonly returned: ReturnedDocumentsService) {}

  @Get('meetings/:id/returned-documents')
  @Answers(returnedDocumentList, {
    summary: 'The agendas that came back from a word processor, newest first',
    refuses: [403, 404],
  })
  listReturnedDocuments(@Context() context: RequestContext, @Param('id', { schema: id }) meetingId: string) {
    return this.returned.list(context, meetingId);
  }

  @Post('meetings/:id/returned-documents')
  @ApiConsumes('application/octet-stream')
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @Answers(returnedDocument, {
    summary: 'Take back an agenda that was made here and changed in a word processor (.docx, up to 50 MB)',
    status: 201,
    refuses: FILE_REFUSES,
  })
  returnDocument(
    @Context() context: RequestContext,
    @Param('id', { schema: id }) meetingId: string,
    @Query({ schema: returnDocument }) given: ReturnDocument,
    @FileStreamBody() bytes: FileStream,
  ) {
    return this.returned.take(context, meetingId, given, bytes);
  }

  @Get('returned-documents/:id')
  @Answers(returnedDocument, {
    summary: 'What of a returned document is not taken over',
    refuses: [404, 422, 429],
  })
  getReturnedDocument(@Context() context: RequestContext, @Param('id', { schema: id }) returnedId: string) {
    return this.returned.get(context, returnedId);
  }

  @Post('returned-documents/:id/take-over')
  @Answers(takenOver, {
    summary: 'Take differences over into the agenda, all or none',
    refuses: [403, 404, 409, 412, 422, 429],
  })
  takeOverReturned(
    @Context() context: RequestContext,
    @Param('id', { schema: id }) returnedId: string,
    @Body({ schema: takeReturned }) chosen: TakeReturned,
  ) {
    return this.returned.takeOver(context, returnedId, chosen);
  }

  @Get('returned-documents/:id/file')
  @Answers(z.string().meta({ format: 'binary' }), { summary: 'The file as it came back', refuses: [404] })
  async getReturnedFile(@Context() context: RequestContext, @Param('id', { schema: id }) returnedId: string) {
    const { bytes, fileName } = await this.returned.file(context, returnedId);
    return new StreamableFile(bytes, {
      ...{ type: FILE_KINDS.docx.mediaType, disposition: attachmentHeader(fileName) },
    });
  }
}
