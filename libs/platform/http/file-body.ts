import { createParamDecorator } from '@nestjs/common';
import type { ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { problemOf } from './problem-error.js';

/** Hands a controller method the bytes of a request that carries a file; refuses a body that is JSON or missing. */
export const FileBody = createParamDecorator((_: undefined, host: ExecutionContext): Buffer => {
  const body: unknown = host.switchToHttp().getRequest<Request>().body;
  if (Buffer.isBuffer(body)) return body;
  throw problemOf(
    'unsupported-media-type',
    'Send the bytes of the file, with Content-Type application/octet-stream.',
  );
});
