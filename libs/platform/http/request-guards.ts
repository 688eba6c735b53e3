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

const SERVED = /^\/(api|health|sign-in)(\/|$)/i;

/** Express middleware, behind everything else that serves files: what is neither API nor sign-in is not there. */
export function onlyServedPaths(request: Request, _: Response, next: NextFunction): void {
  next(
    SERVED.test(request.path) ? undefined : problemOf('route-not-found', 'There is nothing at this address.'),
  );
}

export const BODY_LIMITS = { depth: 32, keys: 500, keyLength: 200, values: 300_000 } as const;

/**
 * Express middleware, after the JSON parser: refuses bodies that no request of the API needs, before anything walks over
 * them: deeper than 32, an object of more than 500 fields, a name of more than 200 characters, more than 300,000 values.
 */
export function onlyModestBodies(request: Request, _: Response, next: NextFunction): void {
  const body: unknown = request.body;
  const fault = Buffer.isBuffer(body) ? null : excessIn(body);
  next(fault === null ? undefined : problemOf('malformed-body', fault));
}

/** What a JSON value has too much of; null when nothing. It does not recurse, since depth is what it looks for. */
export function excessIn(value: unknown): string | null {
  let level: unknown[] = [value];
  let values = 0;
  for (let depth = 0; level.length > 0; depth += 1) {
    values += level.length;
    if (depth > BODY_LIMITS.depth) return 'The body is nested too deeply.';
    if (values > BODY_LIMITS.values) return 'The body holds too many values.';
    const next: unknown[] = [];
    for (const item of level) {
      if (item === null || typeof item !== 'object') continue;
      const fault = Array.isArray(item) ? null : namesFault(Object.keys(item));
      if (fault !== null) return fault;
      for (const child of Object.values(item)) next.push(child);
    }
    level = next;
  }
  return null;
}

function namesFault(names: readonly string[]): string | null {
  if (names.length > BODY_LIMITS.keys) return 'An object in the body has too many fields.';
  // JSON makes a field of it, and whatever copies the object something else.
  if (names.includes('__proto__')) return 'A field of the body has a name that no field has.';
  return names.some((name) => name.length > BODY_LIMITS.keyLength)
    ? 'The name of a field in the body is too long.'
    : null;
}
