import type { Readable } from 'node:stream';
import { createParamDecorator } from '@nestjs/common';
import type { ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { ProblemError, problemOf } from './problem-error.js';

const TAKES_FILE = 'http:takes-file';
const TAKES_STREAM = 'http:takes-stream';

/** The largest file that the api takes, in bytes. */
export const LARGEST_BODY = 50 * 2 ** 20;

/** What a route can refuse a file with that it reads as it comes, beside what it refuses of its own. */
export const FILE_REFUSES: readonly number[] = [403, 404, 408, 409, 413, 415, 422, 429, 507];

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

/** How much of a file is taken, in bytes, and how long nothing of it may come before it is given up (ms). */
export interface FileLimits {
  readonly most: number;
  readonly stalledMs: number;
}

const LIMITS: FileLimits = { most: LARGEST_BODY, stalledMs: 30_000 };

const streamOf = (_: undefined, host: ExecutionContext): FileStream =>
  fileStream(host.switchToHttp().getRequest<Request>());

/**
 * The bytes of a file as they come in. They end with a problem where they are too many (`body-too-large`), were cut short
 * (`malformed-body`), or where none came for a while (`upload-stalled`): whoever stops half-way holds a place among the
 * files on their way.
 */
export async function* fileStream(
  request: Readable,
  { most, stalledMs }: FileLimits = LIMITS,
): AsyncGenerator<Buffer> {
  const bytes = request.iterator({ destroyOnReturn: false }) as AsyncIterator<Buffer, undefined>;
  let size = 0;
  try {
    for (;;) {
      const next = await within(stalledMs, bytes.next());
      if (next.done) return;
      size += next.value.length;
      if (size > most) throw problemOf('body-too-large', 'Send a smaller file.');
      yield next.value;
    }
  } catch (error) {
    throw error instanceof ProblemError ? error : problemOf('malformed-body', 'The body was cut short.');
  } finally {
    letRunOut(request, bytes);
  }
}

/**
 * Whoever stops listening lets the rest run out unheard, so that the answer still finds its way. Not waited for: what has
 * stalled ends with its connection.
 */
function letRunOut(request: Readable, bytes: AsyncIterator<Buffer>): void {
  const ended = bytes.return?.() ?? Promise.resolve();
  ended.catch(() => undefined).finally(() => request.resume());
}

async function within<Thing>(ms: number, coming: Promise<Thing>): Promise<Thing> {
  // Where it is given up, what comes of it is nobody's any more.
  coming.catch(() => undefined);
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(problemOf('upload-stalled', 'Nothing of the file came for a while.')),
      ms,
    );
  });
  return Promise.race([coming, late]).finally(() => clearTimeout(timer));
}

/** Hands a controller method the bytes of a request that carries a file as they come: nothing holds them all. */
export const FileStreamBody = createParamDecorator(streamOf, [mark(TAKES_STREAM)]);
