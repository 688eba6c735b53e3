import { readFileSync } from 'node:fs';
import type { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { z } from 'zod';
import { openSession } from '../support/sign-in.js';
import type { SignedIn } from '../support/sign-in.js';
import { startTestApi } from '../support/test-api.js';
import type { TestApi } from '../support/test-api.js';
import { BODIES } from './requests.js';
import { COLUMNS, makeWorld } from './world.js';
import type { Column, World } from './world.js';

interface Rule {
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

const RULES = readRules();

const openApi = z.object({
  paths: z.record(
    z.string(),
    z.record(z.string(), z.object({ parameters: z.array(z.object({ name: z.string() })).default([]) })),
  ),
});

/** What the routes of the api ask for, by `GET /meetings/{id}`: whether they take If-Match. */
async function routesOf(api: TestApi): Promise<Map<string, { takesIfMatch: boolean }>> {
  const answer = await request(api.app.getHttpServer()).get('/api/openapi.json');
  const routes = new Map<string, { takesIfMatch: boolean }>();
  for (const [path, methods] of Object.entries(openApi.parse(answer.body).paths))
    for (const [method, { parameters }] of Object.entries(methods)) {
      const takesIfMatch = parameters.some(({ name }) => name === 'If-Match');
      routes.set(`${method.toUpperCase()} ${path.replace(/^\/api\/v1/, '')}`, { takesIfMatch });
    }
  return routes;
}

let api: TestApi;
let world: World;
let routes: Map<string, { takesIfMatch: boolean }>;

beforeAll(async () => {
  api = await startTestApi();
  world = await makeWorld(api);
  routes = await routesOf(api);
}, 120_000);
afterAll(() => api.stop());

/** What an answer amounts to, in the characters of the table. */
function cellOf(status: number, body: unknown): string {
  const { code } = z.object({ code: z.string().optional() }).catch({}).parse(body);
  if (status === 422 && code === 'reference-not-found') return 'r';
  return { 400: 'badly asked', 401: '!', 403: 'x', 404: '-' }[status] ?? '+';
}

/** What ends or turns a session is tried with one of its own. */
async function whoAsks(route: string, column: Column): Promise<SignedIn | null> {
  const person = world.people.get(column) ?? null;
  return person && route.includes(' /session/') ? openSession(api.database.url, person.personId) : person;
}

/** Tries one cell for real; a version that nothing has keeps what is let through from changing the world. */
async function tried({ route, subject }: Rule, column: Column): Promise<string> {
  const [method = '', path = ''] = route.split(' ');
  const id = world.things.get(subject) ?? '';
  const address = path.replace('{id}', id).replace('{number}', '1').replace('{kind}', 'meeting');
  const agent = request(api.app.getHttpServer());
  const call = agent[method.toLowerCase() as 'get'](`/api/v1${address}`);
  call.set((await whoAsks(route, column))?.headers ?? {});
  if (routes.get(route)?.takesIfMatch) call.set('If-Match', '"999999"');
  if (route === 'POST /imports') {
    call.query({ fileName: 'pakke.txt' }).set('Content-Type', 'application/octet-stream');
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

describe('the rule table', () => {
  it('has a row for every route of the api, and none for a route that is not there', () => {
    const ruled = new Set(RULES.map(({ route }) => route));
    expect([...routes.keys()].filter((route) => !ruled.has(route))).toEqual([]);
    expect([...ruled].filter((route) => !routes.has(route))).toEqual([]);
  });

  it('speaks of things that are in the world', () => {
    const named = RULES.map(({ subject }) => subject).filter((subject) => subject !== '-');
    expect(named.filter((subject) => !world.things.has(subject))).toEqual([]);
  });

  it.each(RULES.map((rule) => [`${rule.route} of ${rule.subject}`, rule] as const))(
    'holds for %s',
    async (_, rule) => {
      const answers: string[] = [];
      for (const column of COLUMNS) answers.push(await tried(rule, column));
      const told = (cells: readonly string[]): string[] =>
        COLUMNS.map((column, i) => `${column} ${cells[i] ?? ''}`);
      expect(told(answers)).toEqual(told(rule.cells));
    },
    30_000,
  );
});
