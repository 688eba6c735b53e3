import {
  Body,
  Controller,
  Get,
  Param,
  Post,
  Query,
  Req,
  Sse,
  StreamableFile,
  UseGuards,
} from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { z } from 'zod';
import { id, pageOf } from '../../contracts/common.js';
import {
  documentQuery,
  documentView,
  requestIndstillingDocument,
  requestMeetingDocument,
} from '../../contracts/documents.js';
import type {
  DocumentQuery,
  RequestIndstillingDocument,
  RequestMeetingDocument,
} from '../../contracts/documents.js';
import { Answers } from '../../platform/http/answers.js';
import { attachmentHeader } from '../../platform/http/downloads.js';
import { Context } from '../../platform/http/request-context.js';
import type { RequestContext } from '../../platform/http/request-context.js';
import { sessionOf } from '../identity/index.js';
import { DocumentExists } from './document-exists.guard.js';
import { DocumentProgress } from './document-progress.js';
import { DocumentsService } from './documents.service.js';

const TYPES = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
} as const;

@ApiTags('Documents')
@Controller()
export class DocumentsController {
  constructor(
    private readonly documents: DocumentsService,
    private readonly progress: DocumentProgress,
  ) {}

  @Post('meetings/:id/documents')
  @Answers(documentView, {
    summary: 'Have the agenda or the minutes made',
    status: 202,
    refuses: [403, 404, 409, 422],
  })
  requestMeetingDocument(
    @Context() context: RequestContext,
    @Param('id', { schema: id }) meetingId: string,
    @Body({ schema: requestMeetingDocument }) request: RequestMeetingDocument,
  ) {
    return this.documents.requestOfMeeting(context, meetingId, request);
  }

  @Post('indstillinger/:id/documents')
  @Answers(documentView, { summary: 'Have an indstilling made', status: 202, refuses: [403, 404, 422] })
  requestIndstillingDocument(
    @Context() context: RequestContext,
    @Param('id', { schema: id }) indstillingId: string,
    @Body({ schema: requestIndstillingDocument }) request: RequestIndstillingDocument,
  ) {
    return this.documents.requestOfIndstilling(context, indstillingId, request);
  }

  @Get('documents')
  @Answers(pageOf(documentView), { summary: 'Documents and the jobs that make them, newest first' })
  listDocuments(@Context() context: RequestContext, @Query({ schema: documentQuery }) query: DocumentQuery) {
    return this.documents.list(context, query);
  }

  @Get('documents/:id')
  @Answers(documentView, { summary: 'One document and how far its job is', refuses: [404] })
  getDocument(@Context() context: RequestContext, @Param('id', { schema: id }) documentId: string) {
    return this.documents.get(context, documentId);
  }

  @Sse('documents/:id/progress')
  @UseGuards(DocumentExists)
  followDocument(@Req() request: Request, @Param('id', { schema: id }) documentId: string) {
    return this.progress.follow(sessionOf(request).idHash, documentId);
  }

  @Post('documents/:id/retry')
  @Answers(documentView, { summary: 'Try again to make a document that failed', status: 202, refuses: [404] })
  retryDocument(@Context() context: RequestContext, @Param('id', { schema: id }) documentId: string) {
    return this.documents.retry(context, documentId);
  }

  @Get('documents/:id/file')
  @Answers(z.string().meta({ format: 'binary' }), {
    summary: 'The document as a DOCX or PDF file',
    refuses: [404, 409],
  })
  async getDocumentFile(@Context() context: RequestContext, @Param('id', { schema: id }) documentId: string) {
    const { bytes, fileName, format } = await this.documents.file(context, documentId);
    return new StreamableFile(bytes, { type: TYPES[format], disposition: attachmentHeader(fileName) });
  }
}
