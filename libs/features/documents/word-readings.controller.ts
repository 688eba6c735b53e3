import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import { id } from '../../contracts/common.js';
import { indstilling } from '../../contracts/indstillinger.js';
import { readWord, takeWord, wordReading } from '../../contracts/word-readings.js';
import type { ReadWord, TakeWord } from '../../contracts/word-readings.js';
import { Answers } from '../../platform/http/answers.js';
import { IfMatch } from '../../platform/http/etag.js';
import { FILE_REFUSES, FileStreamBody } from '../../platform/http/file-body.js';
import type { FileStream } from '../../platform/http/file-body.js';
import { Context } from '../../platform/http/request-context.js';
import type { RequestContext } from '../../platform/http/request-context.js';
import { WordReadingsService } from './word-readings.service.js';

@ApiTags('Word readings')
@Controller()
export class WordReadingsController {
  constructor(private readonly words: WordReadingsService) {}

  @Post('indstillinger/:id/word')
  @ApiConsumes('application/octet-stream')
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @Answers(wordReading, {
    summary: 'Read an indstilling that was written in Word into its sections (.docx, up to 50 MB)',
    status: 201,
    refuses: FILE_REFUSES,
  })
  readWord(
    @Context() context: RequestContext,
    @Param('id', { schema: id }) indstillingId: string,
    @Query({ schema: readWord }) given: ReadWord,
    @FileStreamBody() bytes: FileStream,
  ) {
    return this.words.read(context, indstillingId, given, bytes);
  }

  @Get('word-readings/:id')
  @Answers(wordReading, {
    summary: 'What a Word file says beside the indstilling as it is',
    refuses: [404, 422, 429],
  })
  getWordReading(@Context() context: RequestContext, @Param('id', { schema: id }) readingId: string) {
    return this.words.get(context, readingId);
  }

  @Post('word-readings/:id/take')
  @Answers(indstilling, {
    summary: 'Take sections and facts of a Word file over into the indstilling, all or none',
    ifMatch: true,
    refuses: [403, 404, 409, 422, 429],
  })
  takeWord(
    @Context() context: RequestContext,
    @Param('id', { schema: id }) readingId: string,
    @IfMatch() version: number,
    @Body({ schema: takeWord }) chosen: TakeWord,
  ) {
    return this.words.take(context, readingId, version, chosen);
  }
}
