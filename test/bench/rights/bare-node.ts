import { createServer } from 'node:http';
import { reportReady } from '../../../libs/platform/config/process.js';
import { readPoint } from './row.js';

/** The least that can answer with a point: bare node:http, and pg with one prepared statement. */
const server = createServer((request, response) => {
  const id = request.url?.split('/').at(-1) ?? '';
  readPoint(id).then(
    (point) => {
      const body = JSON.stringify(point);
      response.writeHead(point ? 200 : 404, {
        'Content-Type': 'application/json; charset=utf-8',
        'Content-Length': Buffer.byteLength(body),
      });
      response.end(body);
    },
    (error: unknown) => {
      response.writeHead(500);
      response.end(String(error));
    },
  );
});
server.listen(Number(process.env.PORT), '127.0.0.1', reportReady);
