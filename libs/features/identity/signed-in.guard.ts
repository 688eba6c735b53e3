import { timingSafeEqual } from 'node:crypto';
import { Inject, Injectable, SetMetadata } from '@nestjs/common';
import type { CanActivate, ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request, Response } from 'express';
import { id } from '../../contracts/common.js';
import { ACCESS, isLoopback } from '../../platform/config/access.js';
import type { AccessConfig } from '../../platform/config/access.js';
import { tooManyRequests } from '../../platform/http/request-limits.js';
import { RateLimits } from '../../platform/limits/rate-limits.js';
import { PUBLIC } from '../../platform/http/public.js';
import { problemOf } from '../../platform/http/problem-error.js';
import { READ_AHEAD, keepRead } from '../../platform/http/read-ahead.js';
import type { ReadAhead } from '../../platform/http/read-ahead.js';
import { requestSlot } from '../../platform/http/request-slot.js';
import { setActor } from '../../platform/http/request-context.js';
import { cookieName, cookieOf } from './cookies.js';
import type { Wanted } from './session.queries.js';
import { Sessions } from './sessions.js';
import type { LiveSession } from './sessions.js';

const WHILE_VIEWING = 'identity:while-viewing';

/** Marks a route that changes something and is still open while one sees what somebody else sees. */
export const WhileViewingAs = () => SetMetadata(WHILE_VIEWING, true);

const sessions = requestSlot<LiveSession>('session');

/** The session of a request that the guard let through. */
export function sessionOf(request: Request): LiveSession {
  const session = sessions.get(request);
  if (!session) throw problemOf('not-signed-in', 'Sign in first.');
  return session;
}

/** What stands on a route, worked out the first time it is asked. */
interface Marks {
  readonly isPublic: boolean;
  readonly isWhileViewing: boolean;
  readonly readAhead: ReadAhead<unknown> | undefined;
}

/**
 * Lets through whoever is signed in. What changes something must carry the session's token (and, when the browser says
 * where it comes from, come from the product), and is refused while one sees what somebody else sees.
 */
@Injectable()
export class SignedInGuard implements CanActivate {
  private readonly marks = new Map<unknown, Marks>();

  constructor(
    private readonly reflector: Reflector,
    private readonly found: Sessions,
    private readonly limits: RateLimits,
    @Inject(ACCESS) private readonly access: AccessConfig,
  ) {}

  async canActivate(host: ExecutionContext): Promise<boolean> {
    const marks = this.marksOf(host);
    if (marks.isPublic) return true;
    const request = host.switchToHttp().getRequest<Request>();
    const secret = cookieOf(request, cookieName('session', this.access));
    const found = secret === null ? null : await this.found.find(secret, wantedBy(marks, request));
    if (!found) throw problemOf('not-signed-in', 'Sign in first.');
    const { session, ahead } = found;
    if (ahead) keepRead(request, ahead);
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      checkOrigin(request, this.access.publicUrl);
      checkToken(request, session);
      await this.limitWrites(host.switchToHttp().getResponse<Response>(), session);
      if (session.viewAsPersonId !== null && !marks.isWhileViewing)
        throw problemOf('viewing-as', 'Go back to being yourself first.');
    }
    sessions.set(request, session);
    setActor(request, session.actor);
    return true;
  }

  private marksOf(host: ExecutionContext): Marks {
    const handler = host.getHandler();
    const known = this.marks.get(handler);
    if (known) return known;
    const marked = (mark: string): boolean =>
      this.reflector.getAllAndOverride<boolean | undefined>(mark, [handler, host.getClass()]) ?? false;
    const marks = {
      isPublic: marked(PUBLIC),
      isWhileViewing: marked(WHILE_VIEWING),
      readAhead: this.reflector.get<ReadAhead<unknown> | undefined>(READ_AHEAD, handler),
    };
    this.marks.set(handler, marks);
    return marks;
  }

  private async limitWrites(response: Response, session: LiveSession): Promise<void> {
    const seconds = await this.limits.take('write by session', session.idHash.toString('hex'));
    if (seconds > 0) throw tooManyRequests(response, seconds);
  }
}

function wantedBy({ readAhead: of }: Marks, { params }: Request): Wanted | null {
  // What is no id is refused by the route.
  return of !== undefined && isId(params.id) ? { of, id: params.id } : null;
}

const isId = (text: unknown): text is string => id.safeParse(text).success;

/** Browsers say where a request comes from; other clients need not. On this machine every name of loopback is ours. */
function checkOrigin(request: Request, publicUrl: string): void {
  const origin = request.header('origin');
  if (origin === undefined || origin === publicUrl) return;
  const isOurs = isLoopback(publicUrl) && origin === `http://${request.headers.host ?? ''}`;
  if (!isOurs) throw problemOf('csrf', 'The request comes from another site.');
}

function checkToken(request: Request, session: LiveSession): void {
  const sent = Buffer.from(request.header('x-csrf-token') ?? '');
  const expected = Buffer.from(session.csrfToken);
  const fits = sent.length === expected.length && timingSafeEqual(sent, expected);
  if (!fits) throw problemOf('csrf', 'Send the token of the session in X-CSRF-Token.');
}
