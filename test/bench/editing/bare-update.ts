import { createServer } from 'node:http';
import pg from 'pg';
import { reportReady } from '../../../libs/platform/config/process.js';

/** The least that saves a title without losing another's: bare node:http, and one UPDATE of the version it was typed to. */
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 });
const UPDATE = {
  name: 'save',
  text: `UPDATE agenda_point SET title = $3, version = version + 1 WHERE id = $1 AND version = $2
         RETURNING id, title, version`,
};

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const { title } = JSON.parse(Buffer.concat(chunks).toString()) as { title: string };
    const id = request.url?.split('/').at(-1) ?? '';
    const version = Number(/\d+/.exec(request.headers['if-match'] ?? '')?.[0]);
    pool.query<{ version: number }>({ ...UPDATE, values: [id, version, title] }).then(
      ({ rows: [row] }) => {
        response.writeHead(row ? 200 : 412, { 'Content-Type': 'application/json' });
        response.end(JSON.stringify(row ?? null));
      },
      (error: unknown) => {
        response.writeHead(500);
        response.end(String(error));
      },
    );
  });
});
server.listen(Number(process.env.PORT), '127.0.0.1', reportReady);
