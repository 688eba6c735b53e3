import { VersioningType } from '@nestjs/common';
import type { INestApplication } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { NextFunction, Request, Response } from 'express';
import type { Logger } from '../log/logger.js';
import { EtagInterceptor } from './etag.js';
import { serveOpenApi } from './openapi.js';
import { ProblemFilter } from './problem.filter.js';
import { identifyRequest, requestIdOf } from './request-context.js';
import { validationPipe } from './validation.js';
import { serveWebFiles } from './web-files.js';

/** The largest JSON body, and the largest raw file, that the api takes. */
const JSON_LIMIT = '5mb';
const FILE_LIMIT = '50mb';

/**
 * Gives a Nest application the product's HTTP manners: `/api/v1`, request ids, schemas on everything, ETags, problem
 * responses, body limits, OpenAPI, the web application's files. The application is not listening yet.
 */
export function configureHttp(app: NestExpressApplication, logger: Logger): void {
  app.disable('x-powered-by');
  app.set('etag', false);
  app.set('query parser', 'simple');
  app.use(identifyRequest);
  app.use(logRequest(logger));
  app.useBodyParser('json', { limit: JSON_LIMIT, type: ['application/json', 'application/*+json'] });
  app.useBodyParser('raw', { limit: FILE_LIMIT, type: (request) => isFile(request.headers['content-type']) });
  app.setGlobalPrefix('api', { exclude: ['health/live', 'health/ready'] });
  app.enableVersioning({ type: VersioningType.URI, defaultVersion: '1' });
  app.useGlobalPipes(validationPipe());
  app.useGlobalInterceptors(new EtagInterceptor());
  app.useGlobalFilters(new ProblemFilter(logger));
  app.enableShutdownHooks();
  serveOpenApi(app as INestApplication);
  serveWebFiles(app);
}

function isFile(contentType: string | undefined): boolean {
  return contentType !== undefined && !/json/i.test(contentType);
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
