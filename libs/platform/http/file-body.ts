import { createParamDecorator } from '@nestjs/common';
import type { ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { ProblemError, problemOf } from './problem-error.js';

const TAKES_FILE = 'http:takes-file';
const TAKES_STREAM = 'http:takes-stream';

/** The largest file that the api takes, in bytes. */
export const LARGEST_BODY = 50 * 2 ** 20;

/** Whether the route of a request takes the bytes of a file. */
export const takesFile = (host: ExecutionContext): boolean => isMarked(host, TAKES_FILE);

/** Whether the route of a request reads the bytes of a file itself, as they come. */
export const takesStream = (host: ExecutionContext): boolean => isMarked(host, TAKES_STREAM);

function isMarked(host: ExecutionContext, with_: string): boolean {
  const marked: unknown = Reflect.getMetadata(with_, host.getClass(), host.getHandler().name);
  return marked === true;
}

const mark =
  (with_: string): ParameterDecorator =>
  (target, method) => {
    if (method !== undefined) Reflect.defineMetadata(with_, true, target.constructor, method);
  };

const bytesOf = (_: undefined, host: ExecutionContext): Buffer => {
  const body: unknown = host.switchToHttp().getRequest<Request>().body;
  if (Buffer.isBuffer(body)) return body;
  throw noFile();
};

/** What is said where a file was to be sent and something else was. */
export const noFile = (): ProblemError =>
  problemOf(
    'unsupported-media-type',
    'Send the bytes of the file, with Content-Type application/octet-stream.',
  );

/** Hands a controller method the bytes of a request that carries a file; refuses a body that is JSON or missing. */
export const FileBody = createParamDecorator(bytesOf, [mark(TAKES_FILE)]);

/** The bytes of a file as they come in; they end with a problem where they are too many or were cut short. */
export type FileStream = AsyncIterable<Buffer>;

const streamOf = (_: undefined, host: ExecutionContext): FileStream =>
  upTo(LARGEST_BODY, host.switchToHttp().getRequest<Request>());

async function* upTo(limit: number, request: Request): AsyncGenerator<Buffer> {
  let size = 0;
  try {
    for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > limit) throw problemOf('body-too-large', 'Send a smaller file.');
      yield chunk;
    }
  } catch (error) {
    throw error instanceof ProblemError ? error : problemOf('malformed-body', 'The body was cut short.');
  } finally {
    // Whoever stops listening lets the rest run out unheard, so that the answer still finds its way.
    request.resume();
  }
}

/** Hands a controller method the bytes of a request that carries a file as they come: nothing holds them all. */
export const FileStreamBody = createParamDecorator(streamOf, [mark(TAKES_STREAM)]);
