import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Redis } from 'ioredis';
import { testDatabase } from './database.js';
import type { TestDatabase } from './database.js';
import { queueBackends } from './queue-backends.js';

describe('a database of a spec file', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await testDatabase();
  });
  afterAll(() => database.drop());

  it('has the schema the migrations made', async () => {
    const ran = await database.query('SELECT name FROM schema_migration');
    expect(ran.length).toBeGreaterThan(0);
  });

  it('is emptied of what a test wrote, but not of what the migrations wrote', async () => {
    const before = await database.query('SELECT name FROM schema_migration');
    await database.query(
      "INSERT INTO unit (id, code, name, letterhead) VALUES (uuidv7(), 'XX', 'En enhed', '{}')",
    );
    await database.empty();
    expect(await database.query('SELECT code FROM unit')).toEqual([]);
    expect(await database.query('SELECT name FROM schema_migration')).toEqual(before);
  });

  it('stands beside a second one that it shares nothing with', async () => {
    const second = await testDatabase('second');
    await second.query('CREATE TABLE only_here (n int)');
    await expect(database.query('SELECT n FROM only_here')).rejects.toThrow('does not exist');
    await second.drop();
  });
});

describe.each(queueBackends)('the queue backend $name', ({ redisUrl }) => {
  it('is there and empty', async () => {
    const url = await redisUrl();
    const client = url === null ? null : new Redis(url, { maxRetriesPerRequest: 1 });
    expect((await client?.dbsize()) ?? 0).toBe(0);
    await client?.quit();
  });
});
