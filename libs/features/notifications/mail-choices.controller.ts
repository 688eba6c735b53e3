import { Body, Controller, Get, Patch } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { changeMailChoices, mailChoices } from '../../contracts/mail-choices.js';
import type { ChangeMailChoices } from '../../contracts/mail-choices.js';
import { Answers } from '../../platform/http/answers.js';
import { IfMatch } from '../../platform/http/etag.js';
import { Context } from '../../platform/http/request-context.js';
import type { RequestContext } from '../../platform/http/request-context.js';
import { MailChoicesService } from './mail-choices.service.js';

@ApiTags('Mail choices')
@Controller('mail-choices')
export class MailChoicesController {
  constructor(private readonly choices: MailChoicesService) {}

  @Get()
  @Answers(mailChoices, { summary: 'How often one is sent which mails', refuses: [404] })
  getMailChoices(@Context() context: RequestContext) {
    return this.choices.get(context);
  }

  @Patch()
  @Answers(mailChoices, {
    summary: 'Choose how often one is sent which mails',
    ifMatch: true,
    refuses: [404],
  })
  changeMailChoices(
    @Context() context: RequestContext,
    @IfMatch() version: number,
    @Body({ schema: changeMailChoices }) fields: ChangeMailChoices,
  ) {
    return this.choices.change(context, version, fields);
  }
}
