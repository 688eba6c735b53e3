import { readFileSync } from 'node:fs';
import type { Readable } from 'node:stream';
import request from 'supertest';
import { z } from 'zod';
import { openSession } from '../support/sign-in.js';
import type { SignedIn } from '../support/sign-in.js';
import type { TestApi } from '../support/test-api.js';
import { BODIES, FILES, QUERIES } from './requests.js';
import { COLUMNS } from './world.js';
import type { Column, World } from './world.js';

/** The world that the table is tried in, and the routes of its api. */
export interface TriedWorld {
  readonly api: TestApi;
  readonly world: World;
  readonly routes: ReadonlyMap<string, { takesIfMatch: boolean }>;
}

export interface Rule {
  readonly route: string;
  readonly subject: string;
  readonly cells: readonly string[];
}

/** The rows of the table; throws on one that has not a cell for every column. */
function readRules(): Rule[] {
  const lines = readFileSync('test/rights/rules.txt', 'utf8').split('\n');
  return lines
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .map((line) => {
      const [route = '', subject = '', cells = ''] = line.split('|').map((part) => part.trim());
      const each = Array.from(cells.replaceAll(' ', ''));
      if (each.length !== COLUMNS.length) throw new Error(`${each.length} cells: ${line}`);
      return { route, subject, cells: each };
    });
}

export const RULES = readRules();

const openApi = z.object({
  paths: z.record(
    z.string(),
    z.record(z.string(), z.object({ parameters: z.array(z.object({ name: z.string() })).default([]) })),
  ),
});

/** What the routes of the api ask for, by `GET /meetings/{id}`: whether they take If-Match. */
export async function routesOf(api: TestApi): Promise<Map<string, { takesIfMatch: boolean }>> {
  const answer = await request(api.app.getHttpServer()).get('/api/openapi.json');
  const routes = new Map<string, { takesIfMatch: boolean }>();
  for (const [path, methods] of Object.entries(openApi.parse(answer.body).paths))
    for (const [method, { parameters }] of Object.entries(methods)) {
      const takesIfMatch = parameters.some(({ name }) => name === 'If-Match');
      routes.set(`${method.toUpperCase()} ${path.replace(/^\/api\/v1/, '')}`, { takesIfMatch });
    }
  return routes;
}

/** What an answer amounts to, in the characters of the table. */
function cellOf(status: number, body: unknown): string {
  const { code } = z.object({ code: z.string().optional() }).catch({}).parse(body);
  if (status === 422 && code === 'reference-not-found') return 'r';
  return { 400: 'badly asked', 401: '!', 403: 'x', 404: '-' }[status] ?? '+';
}

/** What ends or turns a session is tried with one of its own. */
async function whoAsks({ api, world }: TriedWorld, route: string, column: Column): Promise<SignedIn | null> {
  const person = world.people.get(column) ?? null;
  return person && route.includes(' /session/') ? openSession(api.database.url, person.personId) : person;
}

/** Tries one cell for real; a version that nothing has keeps what is let through from changing the world. */
export async function tried(in_: TriedWorld, { route, subject }: Rule, column: Column): Promise<string> {
  const { api, world, routes } = in_;
  const [method = '', path = ''] = route.split(' ');
  const id = world.things.get(subject) ?? '';
  const stepId = world.things.get(`step of ${subject}`) ?? '';
  const address = path
    .replace('{id}', id)
    .replace('{stepId}', stepId)
    .replace('{number}', '1')
    .replace('{kind}', 'meeting')
    // What is kept there is under an id of one's own making: there is a comment, and nothing else.
    .replace(
      /\{(\w+)Id\}/,
      (_, what: string) => world.things.get(`${what} on ${subject}`) ?? crypto.randomUUID(),
    );
  const agent = request(api.app.getHttpServer());
  const call = agent[method.toLowerCase() as 'get'](`/api/v1${address}${QUERIES[route] ?? ''}`);
  call.set((await whoAsks(in_, route, column))?.headers ?? {});
  if (routes.get(route)?.takesIfMatch) call.set('If-Match', '"999999"');
  const fileName = FILES[route];
  if (fileName !== undefined) {
    call.query({ fileName }).set('Content-Type', 'application/octet-stream');
    const answer = await call.send('ikke en pakke');
    return cellOf(answer.status, answer.body);
  }
  // It goes on until the document is made; who is let in shows at once.
  if (route.endsWith('/progress'))
    call.buffer(false).parse((response, done) => {
      (response as unknown as Readable).destroy();
      done(null, {});
    });
  const body = BODIES[route]?.(world.things, subject);
  const answer = await (body === undefined ? call : call.send(body));
  return cellOf(answer.status, answer.body);
}
