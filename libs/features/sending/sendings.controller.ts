import { Body, Controller, Delete, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { id } from '../../contracts/common.js';
import { requestSending, sending, sendingCheck, sendingList } from '../../contracts/sendings.js';
import type { RequestSending } from '../../contracts/sendings.js';
import { Answers } from '../../platform/http/answers.js';
import { IfMatch } from '../../platform/http/etag.js';
import { Context } from '../../platform/http/request-context.js';
import type { RequestContext } from '../../platform/http/request-context.js';
import { SendingsService } from './sendings.service.js';

@ApiTags('Sendings')
@Controller()
export class SendingsController {
  constructor(private readonly sendings: SendingsService) {}

  @Get('meetings/:id/sending-check')
  @Answers(sendingCheck, {
    summary: 'What stops the sending of the agenda, what stands out, and whom it goes to',
    refuses: [403, 404],
  })
  checkSending(@Context() context: RequestContext, @Param('id', { schema: id }) meetingId: string) {
    return this.sendings.check(context, meetingId);
  }

  @Get('meetings/:id/sendings')
  @Answers(sendingList, { summary: 'What was sent of a meeting, newest first', refuses: [403, 404] })
  listSendings(@Context() context: RequestContext, @Param('id', { schema: id }) meetingId: string) {
    return this.sendings.list(context, meetingId);
  }

  @Post('meetings/:id/sendings')
  @Answers(sending, {
    summary:
      "Send the agenda, or a correction, when the time to regret is over (If-Match: the meeting's version)",
    status: 201,
    ifMatch: true,
    refuses: [403, 404, 409, 422],
  })
  requestSending(
    @Context() context: RequestContext,
    @Param('id', { schema: id }) meetingId: string,
    @IfMatch() version: number,
    @Body({ schema: requestSending }) request: RequestSending,
  ) {
    return this.sendings.press(context, meetingId, version, request);
  }

  @Get('sendings/:id')
  @Answers(sending, { summary: 'One sending and how far each mail is', refuses: [404] })
  getSending(@Context() context: RequestContext, @Param('id', { schema: id }) sendingId: string) {
    return this.sendings.get(context, sendingId);
  }

  @Delete('sendings/:id')
  @Answers(sending, { summary: 'Take a sending back before it is released', refuses: [404, 409] })
  regretSending(@Context() context: RequestContext, @Param('id', { schema: id }) sendingId: string) {
    return this.sendings.regret(context, sendingId);
  }

  @Post('sending-recipients/:id/retry')
  @Answers(sending, {
    summary: 'Try a mail that failed again, at the address the person has now',
    status: 202,
    refuses: [404],
  })
  retryMail(@Context() context: RequestContext, @Param('id', { schema: id }) recipientId: string) {
    return this.sendings.retry(context, recipientId);
  }
}
