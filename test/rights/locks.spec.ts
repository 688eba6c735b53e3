import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { startTestApi } from '../support/test-api.js';
import { RULES, routesOf, tried } from './rule-table.js';
import type { TriedWorld } from './rule-table.js';
import { COLUMNS, makeWorld } from './world.js';

/** All that is locked while it is changed. */
const LOCKED = [
  ...[
    'meeting',
    'agenda_point',
    'attachment',
    'decision',
    'minutes',
    'follow_up',
    'indstilling',
    'indstilling_opinion',
  ],
  ...['document', 'import_part', 'membership', 'person', 'unit', 'body'],
] as const;
const REFUSED = ['-', 'x', 'r'];
const PATIENCE_MS = 10_000;

let table: TriedWorld;
let holder: pg.Client;
beforeAll(async () => {
  const api = await startTestApi();
  const world = await makeWorld(api);
  table = { api, world, routes: await routesOf(api) };
  holder = new pg.Client({ connectionString: api.database.url });
  await holder.connect();
}, 120_000);
// For each test anew: events are sealed, in every database of the server, when the transactions before them are over.
beforeEach(async () => {
  await holder.query('BEGIN');
  // As a change of a row holds it; what only refers to the row (a new session to its person) need not wait.
  for (const name of LOCKED) await holder.query(`SELECT FROM ${name} FOR NO KEY UPDATE`);
});
afterEach(async () => {
  await holder.query('ROLLBACK');
});
afterAll(async () => {
  await holder.end();
  await table.api.stop();
});

/** The answer, or that none came while somebody else held the rows. */
async function withoutWaiting(answer: Promise<string>): Promise<string> {
  let timer: NodeJS.Timeout | undefined;
  const waited = new Promise<string>((resolve) => {
    timer = setTimeout(() => resolve('waits for a lock'), PATIENCE_MS);
  });
  return Promise.race([answer, waited]).finally(() => clearTimeout(timer));
}

describe('while somebody else holds every row', () => {
  const writes = RULES.filter(({ route }) => !route.startsWith('GET '));
  it.each(writes.map((rule) => [`${rule.route} of ${rule.subject}`, rule] as const))(
    '%s is refused at once to those it is refused to',
    async (_, rule) => {
      const asked = COLUMNS.map((column, i) => ({ column, cell: rule.cells[i] ?? '' })).filter(({ cell }) =>
        REFUSED.includes(cell),
      );
      const answers: { column: string; cell: string }[] = [];
      for (const { column } of asked)
        answers.push({ column, cell: await withoutWaiting(tried(table, rule, column)) });
      expect(answers).toEqual(asked);
    },
    240_000,
  );
});
