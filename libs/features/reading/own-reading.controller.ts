import { Body, Controller, Delete, Get, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { id } from '../../contracts/common.js';
import {
  highlight,
  ownNote,
  ownReading,
  pointMark,
  readingPlace,
  sayPlace,
  sayRead,
  writeHighlight,
  writeOwnNote,
} from '../../contracts/reading.js';
import type { SayPlace, SayRead, WriteHighlight, WriteOwnNote } from '../../contracts/reading.js';
import { Answers } from '../../platform/http/answers.js';
import { IfMatch } from '../../platform/http/etag.js';
import { Context } from '../../platform/http/request-context.js';
import type { RequestContext } from '../../platform/http/request-context.js';
import { OwnHighlightsService } from './own-highlights.service.js';
import { OwnMarksService } from './own-marks.service.js';
import { OwnNotesService } from './own-notes.service.js';
import { OwnReadingService } from './own-reading.service.js';

@ApiTags('Reading')
@Controller()
export class OwnReadingController {
  constructor(
    private readonly reading: OwnReadingService,
    private readonly notes: OwnNotesService,
    private readonly marks: OwnMarksService,
    private readonly highlights: OwnHighlightsService,
  ) {}

  @Get('meetings/:id/my-reading')
  @Answers(ownReading, {
    summary: 'What you keep for yourself of a meeting: notes, highlights, read marks and your place',
    refuses: [404],
  })
  getMyReading(@Context() context: RequestContext, @Param('id', { schema: id }) meetingId: string) {
    return this.reading.of(context, meetingId);
  }

  @Put('meetings/:id/my-place')
  @Answers(readingPlace, { summary: 'Remember where you are in the package', refuses: [404, 422] })
  sayMyPlace(
    @Context() context: RequestContext,
    @Param('id', { schema: id }) meetingId: string,
    @Body({ schema: sayPlace }) place: SayPlace,
  ) {
    return this.marks.place(context, meetingId, place);
  }

  @Put('agenda-points/:id/my-note')
  @Answers(ownNote, {
    summary: 'Write a note for yourself; an empty text removes it (If-Match "0" where there is none)',
    ifMatch: true,
    refuses: [404],
  })
  writeMyNote(
    @Context() context: RequestContext,
    @Param('id', { schema: id }) pointId: string,
    @IfMatch() version: number,
    @Body({ schema: writeOwnNote }) fields: WriteOwnNote,
  ) {
    return this.notes.write(context, pointId, version, fields);
  }

  @Put('agenda-points/:id/my-mark')
  @Answers(pointMark, { summary: 'Mark a point as read, or as not read', refuses: [404] })
  markRead(
    @Context() context: RequestContext,
    @Param('id', { schema: id }) pointId: string,
    @Body({ schema: sayRead }) fields: SayRead,
  ) {
    return this.marks.mark(context, pointId, fields);
  }

  @Put('agenda-points/:id/my-highlights/:highlightId')
  @Answers(highlight, {
    summary:
      'Highlight a passage for yourself, under an id of your own making; the same again changes nothing',
    refuses: [404, 422],
  })
  writeMyHighlight(
    @Context() context: RequestContext,
    @Param('id', { schema: id }) pointId: string,
    @Param('highlightId', { schema: id }) highlightId: string,
    @Body({ schema: writeHighlight }) fields: WriteHighlight,
  ) {
    return this.highlights.write(context, pointId, highlightId, fields);
  }

  @Delete('agenda-points/:id/my-highlights/:highlightId')
  @Answers(z.void(), { summary: 'Remove a highlight of yours', status: 204, refuses: [404] })
  removeMyHighlight(
    @Context() context: RequestContext,
    @Param('id', { schema: id }) pointId: string,
    @Param('highlightId', { schema: id }) highlightId: string,
  ) {
    return this.highlights.remove(context, pointId, highlightId);
  }
}
