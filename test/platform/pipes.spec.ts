import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { endPipes } from '../../libs/platform/database/pipes.js';
import { askPrepared } from '../../libs/platform/database/prepared.js';
import type { Prepared } from '../../libs/platform/database/prepared.js';
import { testDatabase } from '../support/database.js';
import type { TestDatabase } from '../support/database.js';
import { until } from '../support/until.js';

let database: TestDatabase;
let source: DataSource;
beforeEach(async () => {
  database = await testDatabase();
  source = await new DataSource({
    ...{ type: 'postgres', url: database.url, applicationName: 'pipes-test', connectTimeoutMS: 1500 },
  }).initialize();
});
afterEach(async () => {
  await endPipes(source);
  await source.destroy();
  await database.drop();
});

const HALF: Prepared = { name: 'half', text: 'SELECT 100 / $1::int AS half', pipe: 'reads' };
const half = async (n: number): Promise<number | undefined> =>
  (await askPrepared<{ half: number }>(source.manager, HALF, [n]))[0]?.half;
const connections = () =>
  database.query<{ pid: number }>("SELECT pid FROM pg_stat_activity WHERE application_name = 'pipes-test'");

it('gives each who asks at once the answer to their own question, over one connection', async () => {
  const before = (await connections()).length;
  const answers = await Promise.all(Array.from({ length: 50 }, (_, n) => half(n + 1)));
  expect(answers).toEqual(Array.from({ length: 50 }, (_, n) => Math.floor(100 / (n + 1))));
  expect((await connections()).length).toBe(before + 1);
});

it('refuses what fails by itself, and answers what stands before and behind it', async () => {
  const [before, failed, behind] = await Promise.allSettled([half(4), half(0), half(5)]);
  expect([before, behind]).toEqual([
    { status: 'fulfilled', value: 25 },
    { status: 'fulfilled', value: 20 },
  ]);
  expect(failed).toMatchObject({ status: 'rejected', reason: { driverError: { code: '22012' } } });
});

it('tells of a connection that was lost, and asks over a new one after it', async () => {
  await half(2);
  const sleep: Prepared = { name: 'sleep', text: 'SELECT pg_sleep(60)', pipe: 'reads' };
  const asked = askPrepared(source.manager, sleep, []);
  const sleeping = async (): Promise<number | undefined> =>
    (
      await database.query<{ pid: number }>(
        "SELECT pid FROM pg_stat_activity WHERE state = 'active' AND query LIKE '%pg_sleep(60)' AND application_name = 'pipes-test'",
      )
    )[0]?.pid;
  await until(async () => (await sleeping()) !== undefined);
  const lost = expect(asked).rejects.toMatchObject({ driverError: { code: '57P01' } });
  await database.query('SELECT pg_terminate_backend($1)', [await sleeping()]);
  await lost;
  expect(await half(2)).toBe(50);
});

it('reads on while a write waits for a row that somebody holds', async () => {
  await database.query('CREATE TABLE row (n int)');
  await database.query('INSERT INTO row VALUES (1)');
  const write: Prepared = { name: 'write', text: 'UPDATE row SET n = n + 1 RETURNING n', pipe: 'writes' };
  const written = await source.transaction(async (tx) => {
    await tx.query('SELECT FROM row FOR UPDATE');
    const waiting = askPrepared<{ n: number }>(source.manager, write, []);
    expect(await half(2)).toBe(50);
    return { waiting };
  });
  expect(await written.waiting).toEqual([{ n: 2 }]);
});

it('asks in the transaction that is open, and not beside it', async () => {
  await source.transaction(async (tx) => {
    await tx.query('CREATE TABLE here_only (n int)');
    const seen: Prepared = { name: 'seen', text: "SELECT to_regclass('here_only') AS found", pipe: 'reads' };
    expect(await askPrepared(tx, seen, [])).toEqual([{ found: 'here_only' }]);
    expect(await askPrepared(source.manager, seen, [])).toEqual([{ found: null }]);
  });
});

it('is over when it was ended', async () => {
  await half(2);
  await endPipes(source);
  await expect(half(2)).rejects.toThrow('ended');
});
