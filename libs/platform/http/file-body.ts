import { createParamDecorator } from '@nestjs/common';
import type { ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { problemOf } from './problem-error.js';

const TAKES_FILE = 'http:takes-file';

/** Whether the route of a request takes the bytes of a file. */
export function takesFile(host: ExecutionContext): boolean {
  const marked: unknown = Reflect.getMetadata(TAKES_FILE, host.getClass(), host.getHandler().name);
  return marked === true;
}

const mark: ParameterDecorator = (target, method) => {
  if (method !== undefined) Reflect.defineMetadata(TAKES_FILE, true, target.constructor, method);
};

const bytesOf = (_: undefined, host: ExecutionContext): Buffer => {
  const body: unknown = host.switchToHttp().getRequest<Request>().body;
  if (Buffer.isBuffer(body)) return body;
  throw problemOf(
    'unsupported-media-type',
    'Send the bytes of the file, with Content-Type application/octet-stream.',
  );
};

/** Hands a controller method the bytes of a request that carries a file; refuses a body that is JSON or missing. */
export const FileBody = createParamDecorator(bytesOf, [mark]);
