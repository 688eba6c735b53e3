import type { NextFunction, Request, RequestHandler, Response } from 'express';
import type { RateLimits } from '../limits/rate-limits.js';
import { problemOf } from './problem-error.js';
import type { ProblemError } from './problem-error.js';

/** The refusal of a request that came too soon; the answer says in Retry-After when to come again. */
export function tooManyRequests(response: Response, seconds: number): ProblemError {
  response.setHeader('Retry-After', String(seconds));
  return problemOf('too-many-requests', `Try again in ${seconds} seconds.`);
}

/** The refusal of a file that came while too many others were on their way; the answer says in Retry-After when to come again. */
export function tooManyUploads(response: Response, seconds: number): ProblemError {
  response.setHeader('Retry-After', String(seconds));
  return problemOf('too-many-uploads', 'Wait until some of the files that are on their way have arrived.');
}

/** The address a request comes from; with trusted proxies the one they say it comes from. */
export function addressOf(request: Request): string {
  return request.ip ?? '';
}

/** Express middleware: refuses with 429 what one address asks for beyond its share of a minute. */
export function limitRequests(limits: RateLimits): RequestHandler {
  return (request: Request, response: Response, next: NextFunction): void => {
    const answer = (seconds: number): void => {
      next(seconds === 0 ? undefined : tooManyRequests(response, seconds));
    };
    const taken = limits.take('request by address', addressOf(request));
    // Nearly always it is known at once.
    if (typeof taken === 'number') answer(taken);
    else taken.then(answer, next);
  };
}
