import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { Transactions } from '../../libs/platform/database/transactions.js';
import { internalContext } from '../../libs/platform/http/request-context.js';
import { testDatabase } from '../support/database.js';
import type { TestDatabase } from '../support/database.js';

let database: TestDatabase;
let dataSource: DataSource;
let transactions: Transactions;
beforeAll(async () => {
  database = await testDatabase();
  await database.query('CREATE TABLE pair (name text PRIMARY KEY, n int NOT NULL)');
  await database.query(`INSERT INTO pair VALUES ('a', 0), ('b', 0)`);
  dataSource = await new DataSource({ type: 'postgres', url: database.url }).initialize();
  transactions = new Transactions(dataSource);
});
afterAll(async () => {
  await dataSource.destroy();
  await database.drop();
});

/** A gate that opens when two have come to it. */
function gateOfTwo(): () => Promise<void> {
  let open: () => void;
  const opened = new Promise<void>((resolve) => (open = resolve));
  let come = 0;
  return () => {
    if (++come >= 2) open();
    return opened;
  };
}

it('runs work again that the database rolled back because two waited for each other', async () => {
  const bothHoldOne = gateOfTwo();
  let runs = 0;
  const addTo = (...names: readonly [string, string]) =>
    transactions.run(internalContext(), async (tx) => {
      runs += 1;
      await tx.query('UPDATE pair SET n = n + 1 WHERE name = $1', [names[0]]);
      await bothHoldOne();
      await tx.query('UPDATE pair SET n = n + 1 WHERE name = $1', [names[1]]);
      return names.join();
    });
  expect(await Promise.all([addTo('a', 'b'), addTo('b', 'a')])).toEqual(['a,b', 'b,a']);
  expect(runs).toBe(3);
  expect(await database.query('SELECT name, n FROM pair ORDER BY name')).toEqual([
    { name: 'a', n: 2 },
    { name: 'b', n: 2 },
  ]);
});

it('runs work that failed for another reason once', async () => {
  let runs = 0;
  const failing = transactions.run(internalContext(), async (tx) => {
    runs += 1;
    await tx.query(`INSERT INTO pair VALUES ('a', 1)`);
  });
  await expect(failing).rejects.toThrow(/duplicate key/);
  expect(runs).toBe(1);
});
