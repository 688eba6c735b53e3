import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import { id, pageOf } from '../../contracts/common.js';
import {
  importPart,
  importQuery,
  importSummary,
  importView,
  importsQuery,
  placeImportPart,
} from '../../contracts/imports.js';
import type { ImportQuery, ImportsQuery, PlaceImportPart } from '../../contracts/imports.js';
import { Answers } from '../../platform/http/answers.js';
import { IfMatch } from '../../platform/http/etag.js';
import { FileBody } from '../../platform/http/file-body.js';
import { Context } from '../../platform/http/request-context.js';
import type { RequestContext } from '../../platform/http/request-context.js';
import { ImportsService } from './imports.service.js';

@ApiTags('Imports')
@Controller('imports')
export class ImportsController {
  constructor(private readonly imports: ImportsService) {}

  @Get()
  @Answers(pageOf(importSummary), { summary: 'Packages read in, newest first', refuses: [403] })
  listImports(@Context() context: RequestContext, @Query({ schema: importsQuery }) query: ImportsQuery) {
    return this.imports.list(context, query);
  }

  @Get(':id')
  @Answers(importView, {
    summary: 'What was read in a package, and what became of each part',
    refuses: [404],
  })
  getImport(@Context() context: RequestContext, @Param('id', { schema: id }) importId: string) {
    return this.imports.get(context, importId);
  }

  @Post()
  @ApiConsumes('application/octet-stream')
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @Answers(importView, {
    summary: 'Read a package in (.txt, .docx or .pdf, up to 50 MB)',
    status: 201,
    refuses: [403, 409, 413, 422],
  })
  takeImport(
    @Context() context: RequestContext,
    @Query({ schema: importQuery }) { fileName }: ImportQuery,
    @FileBody() bytes: Buffer,
  ) {
    return this.imports.take(context, fileName, bytes);
  }

  @Post('parts/:id/place')
  @Answers(importPart, {
    summary: 'Give a part the date, or body, that its package did not say',
    ifMatch: true,
    refuses: [404, 409, 422],
  })
  placeImportPart(
    @Context() context: RequestContext,
    @Param('id', { schema: id }) partId: string,
    @IfMatch() version: number,
    @Body({ schema: placeImportPart }) fields: PlaceImportPart,
  ) {
    return this.imports.place(context, partId, version, fields);
  }
}
