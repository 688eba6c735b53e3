import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { closingDays } from '../../contracts/organisation.js';
import type { ClosingDays } from '../../contracts/organisation.js';
import { Answers } from '../../platform/http/answers.js';
import { Context } from '../../platform/http/request-context.js';
import type { RequestContext } from '../../platform/http/request-context.js';
import { CalendarService } from './calendar.service.js';

@ApiTags('Calendar')
@Controller('closing-days')
export class CalendarController {
  constructor(private readonly calendar: CalendarService) {}

  @Get()
  @Answers(closingDays, { summary: "The municipality's closing days" })
  getClosingDays() {
    return this.calendar.closingDays();
  }

  @Put()
  @Answers(closingDays, { summary: 'Replace the closing days', refuses: [403] })
  replaceClosingDays(@Context() context: RequestContext, @Body({ schema: closingDays }) days: ClosingDays) {
    return this.calendar.replaceClosingDays(context, days);
  }
}
