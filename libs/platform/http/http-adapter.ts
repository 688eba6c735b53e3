import { StreamableFile } from '@nestjs/common';
import { ExpressAdapter } from '@nestjs/platform-express';
import type { Response } from 'express';

/**
 * Express, with the last step of nearly all answers taken here: JSON with the ETag of what has a version (`"3"`). An
 * interceptor for the one and Express's own `send` for the other cost every request more than its rights do.
 */
export class HttpAdapter extends ExpressAdapter {
  override reply(response: Response, body: unknown, statusCode?: number): unknown {
    if (!isData(body) || response.headersSent) return super.reply(response, body, statusCode);
    if ('version' in body && typeof body.version === 'number')
      response.setHeader('ETag', `"${body.version}"`);
    // Whether the client has it already is for Express to say.
    if (response.req.headers['if-none-match'] !== undefined) return super.reply(response, body, statusCode);
    if (statusCode !== undefined) response.statusCode = statusCode;
    const text = Buffer.from(JSON.stringify(body));
    response.setHeader('Content-Type', 'application/json; charset=utf-8');
    response.setHeader('Content-Length', text.length);
    return response.end(response.req.method === 'HEAD' ? undefined : text);
  }
}

/** What controllers answer with, but for files, pages and nothing. */
function isData(body: unknown): body is object {
  return body !== null && typeof body === 'object' && !(body instanceof StreamableFile);
}
