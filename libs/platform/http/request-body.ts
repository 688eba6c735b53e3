import { finished } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { CanActivate, ExecutionContext } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum.js';
import type { Request, Response } from 'express';
import { BodyRoom } from './body-room.js';
import { LARGEST_BODY, noFile, takesFile, takesStream } from './file-body.js';
import { parseModestJson } from './modest-json.js';
import { problemOf } from './problem-error.js';
import type { ProblemError } from './problem-error.js';
import { actorOf } from './request-context.js';
import { tooManyRequests, tooManyUploads } from './request-limits.js';

const MB = 2 ** 20;
/** The largest JSON body, and the largest raw file, that the api takes, in bytes. */
const LIMITS = { json: 5 * MB, file: LARGEST_BODY } as const;

/** When to come again while there is no room for a body (s). */
const RETRY_SECONDS = 5;

/** How many files come in at once, in all and from one person: each holds a connection and a half file on the disk. */
const UPLOADS = { total: 32, each: 8 } as const;

const JSON_TYPE = /^application\/(?:json|[\w.!#$&^-]+\+json)$/;

/**
 * Reads the body of a request for the routes that take one: a guard, behind the one that finds out who asks. Whoever is not
 * signed in is not listened to, and nothing is unpacked: a few bytes of gzip become a gigabyte.
 */
@Injectable()
export class BodyReader implements CanActivate {
  private readonly room = new BodyRoom();
  private readonly uploads = new BodyRoom(UPLOADS);

  canActivate(host: ExecutionContext): true | Promise<true> {
    const request = host.switchToHttp().getRequest<Request>();
    if (takesStream(host)) return this.letIn(request, host.switchToHttp().getResponse<Response>());
    if (!carriesBody(request)) return true;
    const kind = takesFile(host) ? 'file' : takesJson(host) ? 'json' : null;
    return kind === null || this.readInto(request, host.switchToHttp().getResponse<Response>(), kind);
  }

  /** Takes a place among the files coming in until the answer is over. */
  private letIn(request: Request, response: Response): true {
    checkStream(request);
    const who = actorOf(request).personId ?? '';
    if (!this.uploads.take(who, 1)) throw tooManyUploads(response, RETRY_SECONDS);
    response.once('close', () => {
      this.uploads.leave(who, 1);
    });
    return true;
  }

  private async readInto(request: Request, response: Response, kind: keyof typeof LIMITS): Promise<true> {
    request.body = await this.read(request, response, kind);
    return true;
  }

  private async read(request: Request, response: Response, kind: keyof typeof LIMITS): Promise<unknown> {
    const { type, charset } = contentTypeOf(request);
    // Without a type there is nothing that anybody could read, and the route says what it misses.
    if (type === '' || (kind === 'file' && JSON_TYPE.test(type))) return undefined;
    if (kind === 'json') checkJsonType(type, charset);
    checkEncoding(request);
    const bytes = await this.collect(request, response, LIMITS[kind]);
    return kind === 'json' ? parseModestJson(bytes) : bytes;
  }

  private collect(request: Request, response: Response, limit: number): Promise<Buffer> {
    const who = actorOf(request).personId ?? '';
    if (Number(request.headers['content-length'] ?? 0) > limit) return Promise.reject(tooLarge());
    let held = 0;
    response.once('close', () => {
      this.room.leave(who, held);
      held = 0;
    });
    return collectBytes(request, (bytes) => {
      if (held + bytes > limit) return tooLarge();
      if (!this.room.take(who, bytes)) return tooManyRequests(response, RETRY_SECONDS);
      held += bytes;
      return null;
    });
  }
}

/** What comes in, until it ends or a piece of it is refused; the rest is then let run out unheard. */
function collectBytes(request: Request, refusalOf: (bytes: number) => ProblemError | null): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const take = (chunk: Buffer): void => {
      const refusal = refusalOf(chunk.length);
      if (refusal === null) {
        chunks.push(chunk);
        return;
      }
      chunks.length = 0;
      request.off('data', take);
      request.resume();
      reject(refusal);
    };
    request.on('data', take);
    finished(request, { writable: false }, (error) => {
      if (error) reject(problemOf('malformed-body', 'The body was cut short.'));
      else resolve(Buffer.concat(chunks));
    });
  });
}

/** Refuses a request that its route reads itself where it may not be read at all. */
function checkStream(request: Request): void {
  const { type } = contentTypeOf(request);
  if (!carriesBody(request) || type === '' || JSON_TYPE.test(type)) throw noFile();
  checkEncoding(request);
  if (Number(request.headers['content-length'] ?? 0) > LIMITS.file) throw tooLarge();
}

function takesJson(host: ExecutionContext): boolean {
  const params: unknown = Reflect.getMetadata(ROUTE_ARGS_METADATA, host.getClass(), host.getHandler().name);
  return Object.keys(params ?? {}).some((key) => key.startsWith(`${RouteParamtypes.BODY}:`));
}

function carriesBody({ headers }: Request): boolean {
  return headers['transfer-encoding'] !== undefined || headers['content-length'] !== undefined;
}

function contentTypeOf(request: Request): { type: string; charset: string } {
  const [type = '', ...parameters] = (request.headers['content-type'] ?? '').toLowerCase().split(';');
  const charset = parameters.map((parameter) => /^\s*charset="?([^"\s]*)"?\s*$/.exec(parameter)?.[1]);
  return { type: type.trim(), charset: charset.find((name) => name !== undefined) ?? 'utf-8' };
}

function checkJsonType(type: string, charset: string): void {
  if (!JSON_TYPE.test(type))
    throw problemOf('unsupported-media-type', 'Send JSON, with Content-Type application/json.');
  if (!['utf-8', 'utf8'].includes(charset))
    throw problemOf('unsupported-media-type', 'The body must be UTF-8.');
}

function checkEncoding({ headers }: Request): void {
  const encoding = headers['content-encoding']?.trim().toLowerCase() ?? 'identity';
  if (encoding === 'identity' || encoding === '') return;
  throw problemOf('unsupported-media-type', 'Send the body as it is, without Content-Encoding.');
}

const tooLarge = (): ProblemError => problemOf('body-too-large', 'Send a smaller body.');
