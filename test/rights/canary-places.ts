import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { Redis } from 'ioredis';
import type { TestApi } from '../support/test-api.js';
import { canariesIn } from './canaries.js';

/** What was looked through, and the canaries that were found there. */
export interface Look {
  readonly looked: number;
  readonly leaks: string[];
}

const lookAt = (texts: readonly string[]): Look => ({
  looked: texts.length,
  leaks: texts.flatMap(canariesIn),
});

/** Everything a DOCX says, in every part of it, tags left out so that words split over runs are found. */
export function partsOf(bytes: Uint8Array): string[] {
  return Object.entries(unzipSync(bytes)).map(([name, part]) => {
    const xml = strFromU8(part);
    return `${name} ${xml} ${xml.replace(/<[^>]*>/g, '')}`;
  });
}

/** Every row of every table of the queue in PostgreSQL: jobs that wait, are done, or have failed, with what they threw. */
export async function lookAtJobs({ database }: TestApi): Promise<Look> {
  const tables = await database.query<{ name: string }>(
    `SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.tables WHERE table_schema = 'bullmq'`,
  );
  const texts: string[] = [];
  for (const { name } of tables) {
    const rows = await database.query<{ row: string }>(`SELECT t::text AS row FROM ${name} t`);
    texts.push(...rows.map(({ row }) => `${name}: ${row}`));
  }
  return lookAt(texts);
}

/** What the events say to all who read them: not the words before and after, which the history judges itself. */
export async function lookAtEvents({ database }: TestApi): Promise<Look> {
  const rows = await database.query<{ row: string }>(
    `SELECT jsonb_build_object('data', data, 'scope', scope_id, 'name', name, 'changes', changes)::text AS row FROM event`,
  );
  return lookAt(rows.map(({ row }) => row));
}

/** The documents for the open audience: their names, what they are made of, and every part of their files. */
export async function lookAtOpenDocuments({ database, dataDir }: TestApi): Promise<Look> {
  const rows = await database.query<{ sha: string; name: string; source: string }>(
    `SELECT sha256 AS sha, file_name AS name, source::text AS source FROM document
     WHERE audience = 'open' AND state = 'ready' AND source_state <> 'draft'`,
  );
  const texts: string[] = [];
  for (const { sha, name, source } of rows) {
    const bytes = await readFile(join(dataDir, 'files', sha.slice(0, 2), sha));
    texts.push([name, source, ...partsOf(bytes)].join(' '));
  }
  return lookAt(texts);
}

/** Every key of a Redis database with all that it holds. */
export async function lookAtRedis(url: string): Promise<Look> {
  const client = new Redis(url, { maxRetriesPerRequest: 1 });
  try {
    const keys = await client.keys('*');
    return lookAt(await Promise.all(keys.map(async (key) => `${key} ${await heldIn(client, key)}`)));
  } finally {
    await client.quit();
  }
}

async function heldIn(client: Redis, key: string): Promise<string> {
  const readers: Readonly<Record<string, () => Promise<unknown>>> = {
    string: () => client.get(key),
    hash: () => client.hgetall(key),
    list: () => client.lrange(key, 0, -1),
    set: () => client.smembers(key),
    zset: () => client.zrange(key, '0', '-1'),
    stream: () => client.xrange(key, '-', '+'),
  };
  const type = await client.type(key);
  const read = readers[type];
  if (!read) throw new Error(`Nobody looks into a ${type} of Redis.`);
  return JSON.stringify(await read());
}

/** Puts a canary somewhere, looks, and takes it away again: whoever looks must find it, or finding none says nothing. */
export async function lookWithPlanted(
  { database }: TestApi,
  plant: string,
  values: readonly unknown[],
  look: () => Promise<Look>,
): Promise<string[]> {
  // The helper has one connection: what it sees is what it planted.
  await database.query('BEGIN');
  try {
    await database.query(plant, [...values]);
    return (await look()).leaks;
  } finally {
    await database.query('ROLLBACK');
  }
}
