import { VersioningType } from '@nestjs/common';
import type { INestApplication } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { NextFunction, Request, Response } from 'express';
import type { AccessConfig } from '../config/access.js';
import type { Logger } from '../log/logger.js';
import { RateLimits } from '../limits/rate-limits.js';
import type { HttpAdapter } from './http-adapter.js';
import { serveOpenApi } from './openapi.js';
import { ProblemFilter } from './problem.filter.js';
import { limitRequests } from './request-limits.js';
import { identifyRequest, requestIdOf } from './request-context.js';
import { onlyKnownMethods, onlyOwnHost, onlyServedPaths } from './request-guards.js';
import { securityHeaders } from './security-headers.js';
import { validationPipe } from './validation.js';
import { serveWebFiles } from './web-files.js';

/** What is not below `/api`: it is for people and machines that look, not for clients of the API. */
const OUTSIDE_THE_API = ['health/live', 'health/ready', 'sign-in', 'sign-in/callback'];

/**
 * Gives a Nest application the product's HTTP manners: `/api/v1`, request ids, security headers, limits, schemas on
 * everything, ETags, problem responses, OpenAPI, the web application's files. The application is not listening yet.
 */
export function configureHttp(
  app: NestExpressApplication,
  adapter: HttpAdapter,
  logger: Logger,
  access: AccessConfig,
): void {
  app.disable('x-powered-by');
  app.set('etag', false);
  app.set('query parser', 'simple');
  app.set('trust proxy', access.trustedProxies);
  adapter.before(
    ...[identifyRequest, logRequest(logger)],
    securityHeaders(access.publicUrl, access.provider?.issuer ?? null),
    ...[onlyKnownMethods, onlyOwnHost(access.publicUrl), limitRequests(app.get(RateLimits))],
  );
  app.setGlobalPrefix('api', { exclude: OUTSIDE_THE_API });
  app.enableVersioning({ type: VersioningType.URI, defaultVersion: '1' });
  app.useGlobalPipes(validationPipe());
  app.useGlobalFilters(new ProblemFilter(logger));
  app.enableShutdownHooks();
  serveOpenApi(app as INestApplication);
  serveWebFiles(app);
  app.use(onlyServedPaths);
}

/** One line a request: who it was is not in it, nor the query, which may hold words people search for. */
function logRequest(logger: Logger) {
  return (request: Request, response: Response, next: NextFunction): void => {
    const started = performance.now();
    response.on('finish', () => {
      logger.info(
        {
          requestId: requestIdOf(request),
          method: request.method,
          path: request.originalUrl.split('?')[0],
          status: response.statusCode,
          ms: Math.round(performance.now() - started),
        },
        'request',
      );
    });
    next();
  };
}
