import { Controller, Get, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { session } from '../../contracts/rights.js';
import { Answers } from '../../platform/http/answers.js';
import { SessionService } from './session.service.js';
import { sessionOf } from './signed-in.guard.js';

@ApiTags('Identity')
@Controller('session')
export class SessionController {
  constructor(private readonly sessions: SessionService) {}

  @Get()
  @Answers(session, { summary: 'Who is signed in', refuses: [401] })
  getSession(@Req() request: Request) {
    return this.sessions.view(sessionOf(request));
  }
}
