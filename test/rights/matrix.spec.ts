import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApi } from '../support/test-api.js';
import { RULES, routesOf, tried } from './rule-table.js';
import type { TriedWorld } from './rule-table.js';
import { COLUMNS, makeWorld } from './world.js';

let table: TriedWorld;
beforeAll(async () => {
  const api = await startTestApi();
  const world = await makeWorld(api);
  table = { api, world, routes: await routesOf(api) };
}, 120_000);
afterAll(() => table.api.stop());

describe('the rule table', () => {
  it('has a row for every route of the api, and none for a route that is not there', () => {
    const ruled = new Set(RULES.map(({ route }) => route));
    expect([...table.routes.keys()].filter((route) => !ruled.has(route))).toEqual([]);
    expect([...ruled].filter((route) => !table.routes.has(route))).toEqual([]);
  });

  it('speaks of things that are in the world', () => {
    const named = RULES.map(({ subject }) => subject).filter((subject) => subject !== '-');
    expect(named.filter((subject) => !table.world.things.has(subject))).toEqual([]);
  });

  it.each(RULES.map((rule) => [`${rule.route} of ${rule.subject}`, rule] as const))(
    'holds for %s',
    async (_, rule) => {
      const answers: string[] = [];
      for (const column of COLUMNS) answers.push(await tried(table, rule, column));
      const told = (cells: readonly string[]): string[] =>
        COLUMNS.map((column, i) => `${column} ${cells[i] ?? ''}`);
      expect(told(answers)).toEqual(told(rule.cells));
    },
    30_000,
  );
});
