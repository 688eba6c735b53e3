import { Readable } from 'node:stream';
import { Controller, Get, Param, Query, StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { id, pageOf } from '../../contracts/common.js';
import type { SubjectKind } from '../../contracts/events.js';
import {
  historyEvent,
  historyQuery,
  meetingHistoryEvent,
  personRecord,
  subjectKind,
} from '../../contracts/history.js';
import type { HistoryQuery } from '../../contracts/history.js';
import { Answers } from '../../platform/http/answers.js';
import { attachmentHeader } from '../../platform/http/downloads.js';
import { Context } from '../../platform/http/request-context.js';
import type { RequestContext } from '../../platform/http/request-context.js';
import { HistoryService } from './history.service.js';
import { MeetingHistoryService } from './meeting-history.service.js';
import { PersonRecordService } from './person-record.service.js';

@ApiTags('Audit')
@Controller()
export class AuditController {
  constructor(
    private readonly history: HistoryService,
    private readonly meetings: MeetingHistoryService,
    private readonly records: PersonRecordService,
  ) {}

  @Get('history/:kind/:id')
  @Answers(pageOf(historyEvent), { summary: 'What happened to one thing, newest first', refuses: [404] })
  getHistory(
    @Context() context: RequestContext,
    @Param('kind', { schema: subjectKind }) kind: SubjectKind,
    @Param('id', { schema: id }) subjectId: string,
    @Query({ schema: historyQuery }) query: HistoryQuery,
  ) {
    return this.history.of(context, { kind, id: subjectId }, query);
  }

  @Get('meetings/:id/history')
  @Answers(pageOf(meetingHistoryEvent), {
    summary: 'What happened to a meeting and its points, newest first, and what can be taken back',
    refuses: [404],
  })
  getMeetingHistory(
    @Context() context: RequestContext,
    @Param('id', { schema: id }) meetingId: string,
    @Query({ schema: historyQuery }) query: HistoryQuery,
  ) {
    return this.meetings.of(context, meetingId, query);
  }

  @Get('people/:id/record')
  @Answers(personRecord, { summary: 'Everything recorded about a person', refuses: [403, 404] })
  async getPersonRecord(@Context() context: RequestContext, @Param('id', { schema: id }) personId: string) {
    const pieces = Readable.from(await this.records.export(context, personId), { objectMode: false });
    return new StreamableFile(pieces, {
      type: 'application/json',
      disposition: attachmentHeader(`${personId}.json`),
    });
  }
}
