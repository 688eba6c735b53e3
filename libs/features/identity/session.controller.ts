import { Body, Controller, Get, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { endSession, session, viewAs } from '../../contracts/rights.js';
import type { EndSession, ViewAs } from '../../contracts/rights.js';
import { ACCESS } from '../../platform/config/access.js';
import type { AccessConfig } from '../../platform/config/access.js';
import { Answers } from '../../platform/http/answers.js';
import { Context } from '../../platform/http/request-context.js';
import type { RequestContext } from '../../platform/http/request-context.js';
import { clearCookie } from './cookies.js';
import { SessionService } from './session.service.js';
import { WhileViewingAs, sessionOf } from './signed-in.guard.js';
import { SigningOut } from './signing-out.js';

@ApiTags('Identity')
@Controller('session')
export class SessionController {
  constructor(
    private readonly sessions: SessionService,
    private readonly signingOut: SigningOut,
    @Inject(ACCESS) private readonly access: AccessConfig,
  ) {}

  @Get()
  @Answers(session, { summary: 'Who is signed in', refuses: [401] })
  getSession(@Req() request: Request) {
    return this.sessions.view(sessionOf(request));
  }

  /** Where the provider has a session of its own, `End-Session` says where the browser can end that too. */
  @Post('end')
  @WhileViewingAs()
  @Answers(z.null(), { summary: 'Sign out, here or everywhere', status: 204, refuses: [401, 403] })
  async endSession(
    @Context() context: RequestContext,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
    @Body({ schema: endSession }) { everywhere }: EndSession,
  ): Promise<void> {
    const providersEnd = await this.signingOut.end(context, sessionOf(request), everywhere);
    clearCookie(response, 'session', this.access);
    if (providersEnd !== null) response.setHeader('End-Session', providersEnd);
  }

  @Post('view-as')
  @WhileViewingAs()
  @Answers(session, { summary: 'See what somebody else sees, for reading only', refuses: [401, 403, 404] })
  viewAs(
    @Context() context: RequestContext,
    @Req() request: Request,
    @Body({ schema: viewAs }) whom: ViewAs,
  ) {
    return this.sessions.viewAs(context, sessionOf(request), whom.personId);
  }
}
