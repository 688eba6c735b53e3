import { Catch, HttpException, Inject } from '@nestjs/common';
import type { ArgumentsHost, ExceptionFilter } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { Problem } from '../../contracts/problem.js';
import { constraintProblem, isConnectionLoss, isDeadlock } from '../database/database-errors.js';
import { LOGGER } from '../log/logger.js';
import type { Logger } from '../log/logger.js';
import { ProblemError, problemOf } from './problem-error.js';
import { requestIdOf } from './request-context.js';

/** Turns whatever a request throws into a problem response (RFC 9457); what is not expected is logged and kept generic. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(@Inject(LOGGER) private readonly logger: Logger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<Request>();
    const response = http.getResponse<Response>();
    const requestId = requestIdOf(request);
    const problem = this.problemFor(error, request);
    if (problem.status >= 500) this.logger.error({ requestId, err: error }, 'request failed');
    if (response.headersSent) {
      response.end();
      return;
    }
    const body: Problem = {
      type: `/problems/${problem.code}`,
      code: problem.code,
      title: problem.title,
      status: problem.status,
      detail: problem.detail,
      instance: requestId,
      ...problem.extras,
    };
    response.status(problem.status).type('application/problem+json').send(JSON.stringify(body));
  }

  private problemFor(error: unknown, request: Request): ProblemError {
    if (error instanceof ProblemError) return error;
    if (isConnectionLoss(error) || isDeadlock(error))
      return problemOf('database-unavailable', 'Try again in a moment.');
    return constraintProblem(error) ?? frameworkProblem(error, request) ?? unexpected();
  }
}

function unexpected(): ProblemError {
  return problemOf('internal-error', 'The error is logged under the id in "instance".');
}

function frameworkProblem(error: unknown, request: Request): ProblemError | null {
  if (!(error instanceof HttpException)) return null;
  switch (error.getStatus()) {
    case 404:
      return problemOf('route-not-found', `There is no ${request.method} ${addressOf(request)}.`);
    case 405:
      return problemOf('method-not-allowed', `${addressOf(request)} does not take ${request.method}.`);
    case 413:
      return problemOf('body-too-large', 'Send a smaller body.');
    case 415:
      return problemOf('unsupported-media-type', error.message);
    case 400:
      return isAddress(request)
        ? problemOf('malformed-body', error.message)
        : problemOf('route-not-found', 'The address is not written as addresses are (its % escapes).');
    default:
      return null;
  }
}

function isAddress(request: Request): boolean {
  try {
    decodeURIComponent(addressOf(request));
    return true;
  } catch {
    return false;
  }
}

function addressOf(request: Request): string {
  return request.originalUrl.split('?')[0] ?? '';
}
