import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { isLoopback } from '../config/access.js';
import { problemOf } from './problem-error.js';

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'];

/** Express middleware: refuses the methods no address takes (TRACE, OPTIONS, CONNECT and inventions) with 405. */
export function onlyKnownMethods(request: Request, response: Response, next: NextFunction): void {
  if (METHODS.includes(request.method)) {
    next();
    return;
  }
  response.setHeader('Allow', METHODS.join(', '));
  next(problemOf('method-not-allowed', 'This method is taken by no address.'));
}

/**
 * Express middleware: refuses requests that were sent to another name than that of the product, so that no page of a
 * foreign name that leads here can read answers. On this machine every name of loopback counts; health checks ask as
 * they like, and learn nothing.
 */
export function onlyOwnHost(publicUrl: string): RequestHandler {
  const own = new URL(publicUrl).host;
  const isOwn = isLoopback(publicUrl) ? isLoopback : (host: string): boolean => host === own;
  // Nearly all requests name the same host.
  let known = own;
  return (request: Request, _: Response, next: NextFunction): void => {
    const host = hostOf(request);
    const isNamed = host === known || isOwn(host);
    if (isNamed) known = host;
    const isFine = isNamed || request.path.startsWith('/health/');
    next(
      isFine ? undefined : problemOf('wrong-host', 'The request was sent to a name that is not served here.'),
    );
  };
}

/** Express trusts X-Forwarded-Host only from the proxies it was told of; absent in HTTP/1.0. */
function hostOf(request: Request): string {
  const host: unknown = request.host;
  return typeof host === 'string' ? host.toLowerCase() : '';
}

const SERVED = /^\/api(\/|$)|^\/(sign-in(\/callback)?|health\/(live|ready))\/?$/i;

/** Express middleware, behind everything else that serves files: what is neither API nor sign-in is not there. */
export function onlyServedPaths(request: Request, _: Response, next: NextFunction): void {
  next(
    SERVED.test(request.path) ? undefined : problemOf('route-not-found', 'There is nothing at this address.'),
  );
}
