import { IncomingMessage, ServerResponse, createServer } from 'node:http';
import { StreamableFile } from '@nestjs/common';
import { ExpressAdapter } from '@nestjs/platform-express';
import type { Express, NextFunction, Request, RequestHandler, Response } from 'express';
import { requestSlot } from './request-slot.js';
import { RouteTable } from './route-table.js';
import type { RouteHandler } from './route-table.js';

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;

/** Why a request was refused before Express had it. */
const refusal = requestSlot<unknown>('refusal');

/**
 * Express, with the steps taken here that each cost a request more than its rights do: what is asked of every request
 * (`front`), finding the route of a controller, and the answer of nearly all, JSON with the ETag of what has a version
 * (`"3"`). Whatever is not found so, and every refusal, goes Express's own way.
 */
export class HttpAdapter extends ExpressAdapter {
  private readonly table = new RouteTable();
  private readonly front: RequestHandler[] = [];

  constructor() {
    super();
    (this.instance as Express).use((request: Request, _: Response, next: NextFunction) => {
      next(refusal.get(request));
    });
    for (const method of METHODS) {
      const register = this[method].bind(this) as (...args: unknown[]) => unknown;
      this[method] = (...args: unknown[]): unknown => {
        const [path, handler] = args;
        if (typeof path === 'string' && args.length === 2)
          this.table.add(method.toUpperCase(), path, handler as RouteHandler);
        return register(...args);
      };
    }
  }

  /** Adds handlers that every request goes through, in their order, before anything else sees it. */
  before(...handlers: readonly RequestHandler[]): void {
    this.front.push(...handlers);
  }

  /** A server whose requests and responses are Express's from the start, not made so one by one; it takes no options. */
  override initHttpServer(): void {
    const { request, response } = this.instance as Express;
    class ApiRequest extends IncomingMessage {}
    class ApiResponse extends ServerResponse<ApiRequest> {}
    Object.setPrototypeOf(ApiRequest.prototype, request);
    Object.setPrototypeOf(ApiResponse.prototype, response);
    const server = createServer({ IncomingMessage: ApiRequest, ServerResponse: ApiResponse });
    this.httpServer = server;
    server.on('request', (request: Request, response: Response) => {
      request.res = response;
      request.originalUrl = request.url;
      request.baseUrl = '';
      if (!isReadable(request)) request.url = NOWHERE;
      this.pass(0, request, response);
    });
  }

  override status(response: Response, statusCode: number): Response {
    response.statusCode = statusCode;
    return response;
  }

  override reply(response: Response, body: unknown, statusCode?: number): unknown {
    if (!isData(body) || response.headersSent) return super.reply(response, body, statusCode);
    if ('version' in body && typeof body.version === 'number')
      response.setHeader('ETag', `"${body.version}"`);
    // Whether the client has it already is for Express to say.
    if (response.req.headers['if-none-match'] !== undefined) return super.reply(response, body, statusCode);
    if (statusCode !== undefined) response.statusCode = statusCode;
    const text = JSON.stringify(body);
    response.setHeader('Content-Type', 'application/json; charset=utf-8');
    response.setHeader('Content-Length', Buffer.byteLength(text));
    return response.end(response.req.method === 'HEAD' ? undefined : text);
  }

  private pass(at: number, request: Request, response: Response): void {
    const handler = this.front[at];
    // A handler may go on long after it was called: whatever is thrown then is caught here too.
    try {
      if (!handler) this.route(request, response);
      else
        void handler(request, response, (error?: unknown) => {
          if (error) this.refuse(error, request, response);
          else this.pass(at + 1, request, response);
        });
    } catch (error) {
      this.refuse(error, request, response);
    }
  }

  private route(request: Request, response: Response): void {
    const method = request.method === 'HEAD' ? 'GET' : request.method;
    const found = this.table.find(method, request.path);
    if (!found) {
      this.express(request, response);
      return;
    }
    request.params = found.params;
    const answered: unknown = found.handler(request, response, (error?: unknown) => {
      if (error) this.refuse(error, request, response);
      else this.express(request, response);
    });
    if (answered instanceof Promise)
      answered.catch((error: unknown) => {
        this.refuse(error, request, response);
      });
  }

  private refuse(error: unknown, request: Request, response: Response): void {
    refusal.set(request, error);
    this.express(request, response);
  }

  private express(request: Request, response: Response): void {
    (this.instance as Express)(request, response);
  }
}

/** An address where nothing is. */
const NOWHERE = '/api/nowhere';

/** Whether the target of a request is the address of something; `foo://x`, `*` and `http://[` are of nothing. */
function isReadable(request: Request): boolean {
  try {
    return request.path.startsWith('/');
  } catch {
    return false;
  }
}

/** What controllers answer with, but for files, pages and nothing. */
function isData(body: unknown): body is object {
  return body !== null && typeof body === 'object' && !(body instanceof StreamableFile);
}
