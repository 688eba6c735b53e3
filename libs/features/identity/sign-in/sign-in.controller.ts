import { Controller, Get, Inject, Query, Req, Res, VERSION_NEUTRAL } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { ACCESS, isLoopback } from '../../../platform/config/access.js';
import type { AccessConfig } from '../../../platform/config/access.js';
import { Public } from '../../../platform/http/public.js';
import { requestIdOf } from '../../../platform/http/request-context.js';
import { addressOf } from '../../../platform/http/request-limits.js';
import { LOGGER } from '../../../platform/log/logger.js';
import type { Logger } from '../../../platform/log/logger.js';
import { cookieName, cookieOf, setCookie } from '../cookies.js';
import { newSecret } from './attempts.js';
import { refusalPage } from './pages.js';
import { SignInRefusal } from './refusal.js';
import { safeReturnTo } from './return-to.js';
import { SignInService } from './sign-in.service.js';
import type { Visitor } from './admission.js';

/** Signing in, for browsers: redirects, and pages where it stops. */
@ApiExcludeController()
@Public()
@Controller({ path: 'sign-in', version: VERSION_NEUTRAL })
export class SignInController {
  constructor(
    private readonly signIn: SignInService,
    @Inject(ACCESS) private readonly access: AccessConfig,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  @Get()
  begin(@Req() request: Request, @Res() response: Response, @Query('returnTo') returnTo: unknown) {
    return this.orShowWhy(request, response, safeReturnTo(returnTo), async () => {
      const elsewhere = this.ownNameOf(request, returnTo);
      if (elsewhere !== null) return elsewhere;
      const visitor = this.visitorOf(request);
      const secret = visitor.attemptSecret ?? newSecret();
      const { href } = await this.signIn.begin(visitor, secret, returnTo);
      setCookie(response, 'attempt', secret, this.access);
      return href;
    });
  }

  @Get('callback')
  finish(@Req() request: Request, @Res() response: Response) {
    return this.orShowWhy(request, response, '/', async () => {
      const { search } = new URL(request.originalUrl, this.access.publicUrl);
      const { secret, returnTo } = await this.signIn.finish(this.visitorOf(request), search);
      setCookie(response, 'session', secret, this.access);
      return returnTo;
    });
  }

  private async orShowWhy(
    request: Request,
    response: Response,
    returnTo: string,
    next: () => Promise<string>,
  ): Promise<void> {
    response.setHeader('Cache-Control', 'no-store');
    try {
      response.redirect(303, await next());
    } catch (error) {
      if (!(error instanceof SignInRefusal)) throw error;
      const requestId = requestIdOf(request);
      this.logger.info({ requestId, reason: error.reason, fault: error.fault }, 'not signed in');
      const page = refusalPage(error.reason, requestId, error.returnTo ?? returnTo);
      response.setHeader('Content-Security-Policy', page.contentSecurityPolicy);
      if (page.status === 429) response.setHeader('Retry-After', '60');
      response.status(page.status).type('html').send(page.html);
    }
  }

  /** The provider sends people back to the public address, so the cookie must be there from the start. */
  private ownNameOf(request: Request, returnTo: unknown): string | null {
    const { publicUrl } = this.access;
    if (!isLoopback(publicUrl) || request.headers.host === new URL(publicUrl).host) return null;
    return `${publicUrl}/sign-in?returnTo=${encodeURIComponent(safeReturnTo(returnTo))}`;
  }

  private visitorOf(request: Request): Visitor {
    const secret = cookieOf(request, cookieName('attempt', this.access));
    return {
      requestId: requestIdOf(request),
      address: addressOf(request),
      attemptSecret: secret !== null && /^[\w-]{43}$/.test(secret) ? secret : null,
      sessionSecret: cookieOf(request, cookieName('session', this.access)),
    };
  }
}
