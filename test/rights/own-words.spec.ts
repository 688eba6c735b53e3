import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { INestApplicationContext } from '@nestjs/common';
import { createWorker } from '../../apps/worker/create-worker.js';
import { createLogger } from '../../libs/platform/log/logger.js';
import type { SignedIn } from '../support/sign-in.js';
import { startTestApi } from '../support/test-api.js';
import type { TestApi } from '../support/test-api.js';
import { until } from '../support/until.js';
import { addressesIn } from './addresses.js';
import { AskedWorld, idsIn } from './answers.js';
import { canariesIn, canary, canaryCount } from './canaries.js';
import { lookAtEvents, lookAtJobs, lookWithPlanted } from './canary-places.js';
import type { Look } from './canary-places.js';
import { CHOSEN, KEEPERS, OWN_TABLES, keepOwnWords } from './own-words.js';
import { COLUMNS, makeWorld } from './world.js';
import type { World } from './world.js';

/** With `WALKS` set everybody is asked at every address; the ones who see most go with every run. */
const ASKED: readonly string[] =
  process.env.WALKS === undefined
    ? ['all', 'viewer']
    : [...COLUMNS.filter((column) => ![...KEEPERS, CHOSEN].some((one) => one === column)), 'viewer', 'all'];

const lines: string[] = [];
const log = (process: string) =>
  createLogger(process, 'trace', {
    write: (line: string): void => {
      lines.push(line);
    },
  });

let api: TestApi;
let world: World;
let asked: AskedWorld;
let worker: INestApplicationContext | undefined;
const people = new Map<string, SignedIn | null>();
const before = new Map<string, ReadonlyMap<string, string>>();
let paths: string[] = [];
let written = 0;
beforeAll(async () => {
  api = await startTestApi({ logger: log('api') });
  world = await makeWorld(api);
  for (const [column, by] of world.people) people.set(column, by);
  people.set('all', api.everybody);
  people.set('viewer', await viewerOf(people.get('mem')?.personId ?? ''));
  asked = await AskedWorld.of(api, await idsIn(api.database));
  // A record is another each time that it is exported: `own-reading.spec.ts` looks at what it says.
  paths = (await addressesIn(api)).filter((path) => !path.endsWith('/record'));
  // The first time, that closed things were read is put on record, which others are told.
  for (const column of ASKED) await answersTo(column);
  for (const column of ASKED) before.set(column, await answersTo(column));
  written = await keepOwnWords({ api, things: world.things, people });
  await failWithOwnWords();
}, 900_000);
afterAll(async () => {
  asked.close();
  await worker?.close();
  await api.stop();
}, 60_000);

/** An administrator who sees what somebody else sees. */
async function viewerOf(personId: string): Promise<SignedIn> {
  const by = await api.signIn([{ role: 'administrator' }], 'Ser Som');
  const answer = await api.send('post', 'session/view-as', { personId }, { by });
  if (answer.status !== 200) throw new Error(answer.told);
  return by;
}

async function answersTo(column: string): Promise<ReadonlyMap<string, string>> {
  const by = people.get(column) ?? null;
  const answers = new Map<string, string>();
  for (const path of paths) answers.set(path, await asked.told(by, { method: 'GET', path }));
  return answers;
}

/** Requests that fail, by rule and by fault, over words that are somebody's own: what went wrong is logged, the words are not. */
async function failWithOwnWords(): Promise<void> {
  const by = people.get('mem') ?? null;
  const at = `agenda-points/${world.things.get('sent open point') ?? ''}`;
  const text = canary('private note of a request that fails');
  await api.send('put', `${at}/my-note`, { text, more: text }, { ifMatch: 3, by });
  await api.send('post', `${at}/comments`, { id: text, text, with: { kind: text } }, { by });
  for (const [table, column] of [
    ['own_note', 'text'],
    ['point_comment', 'text'],
    ['own_highlight', 'quote'],
  ] as const) {
    await api.database.query(`ALTER TABLE ${table} RENAME COLUMN ${column} TO elsewhere`);
    const id = crypto.randomUUID();
    const marked = { section: 'purpose', quote: text, prefix: text.slice(0, 20), suffix: '' };
    const comment = { id, text, with: { kind: 'people', personIds: [people.get(CHOSEN)?.personId] } };
    const answers = [
      await api.send('put', `${at}/my-note`, { text }, { ifMatch: 3, by }),
      await api.send('put', `${at}/my-highlights/${id}`, marked, { by }),
      await api.send('post', `${at}/comments`, comment, { by }),
    ];
    expect(answers.map(({ told }) => told)).toContain('500 internal-error');
    await api.database.query(`ALTER TABLE ${table} RENAME COLUMN elsewhere TO ${column}`);
  }
}

/** Every row of every table, but for those that hold what is one's own. */
async function lookAtTables(): Promise<Look> {
  const tables = await api.database.query<{ name: string }>(
    `SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.tables
     WHERE table_schema NOT IN ('pg_catalog', 'information_schema') AND table_type = 'BASE TABLE'
       AND table_name <> ALL($1::text[])`,
    [OWN_TABLES],
  );
  let looked = 0;
  const leaks: string[] = [];
  for (const { name } of tables) {
    const rows = await api.database.query<{ row: string }>(`SELECT t::text AS row FROM ${name} t`);
    looked += rows.length;
    leaks.push(...rows.flatMap(({ row }) => canariesIn(row)).map((found) => `${name}: ${found}`));
  }
  return { looked, leaks };
}

const count = (what: string, n: number): void => console.log(`looked for own words in ${n} ${what}`);

describe('what somebody keeps for themself, and says to one', () => {
  it.each(ASKED)(
    'changes no answer to %s, at any address there is',
    async (column) => {
      const now = await answersTo(column);
      const differing = paths.filter((path) => now.get(path) !== before.get(column)?.get(path));
      count(`answers to ${column}`, paths.length);
      expect(differing.map((path) => [path, before.get(column)?.get(path), now.get(path)])).toEqual([]);
      expect([...now.values()].flatMap(canariesIn)).toEqual([]);
    },
    600_000,
  );

  it('stands in no other table, no event and no job', async () => {
    const { database, dataDir } = api;
    worker = await createWorker({
      ...{ databaseUrl: database.url, redisUrl: null, dataDir, logger: log('worker') },
      applicationName: 'dagsorden-test-worker',
    });
    await until(async () => {
      const left = await database.query(`SELECT 1 FROM document WHERE state IN ('queued', 'running')`);
      return left.length === 0;
    }, 120_000);
    for (const look of [lookAtTables, () => lookAtEvents(api), () => lookAtJobs(api)]) {
      const { looked, leaks } = await look();
      count('rows', looked);
      expect(leaks).toEqual([]);
      expect(looked).toBeGreaterThan(20);
    }
    const plant = `UPDATE person SET title = $1 WHERE id = (SELECT id FROM person LIMIT 1)`;
    expect(await lookWithPlanted(api, plant, [canary('planted')], lookAtTables)).toHaveLength(1);
  }, 180_000);

  it('stands in no line of any log and in no file', async () => {
    count('lines of log', lines.length);
    expect(
      lines.flatMap((line) => canariesIn(line).map((found) => `${found} in ${line.slice(0, 300)}`)),
    ).toEqual([]);
    expect(
      lines.filter((line) => line.includes('internal-error') || line.includes('"status":500')).length,
    ).toBeGreaterThan(2);
    const files = (await readdir(api.dataDir, { recursive: true, withFileTypes: true })).filter((entry) =>
      entry.isFile(),
    );
    expect(files.length).toBeGreaterThan(0);
    for (const file of files)
      expect(canariesIn(await readFile(join(file.parentPath, file.name), 'latin1'))).toEqual([]);
    count('files', files.length);
  });

  // Last, since that they read closed points is put on record.
  it('is kept, a lot of it, and read by its owner', async () => {
    console.log(`${canaryCount()} canaries, ${written} notes and comments`);
    expect(written).toBeGreaterThan(30);
    const path = `meetings/${world.things.get('sent meeting') ?? ''}/my-notes`;
    const own = JSON.stringify(
      (await api.send('get', path, undefined, { by: people.get('mem') ?? null })).body,
    );
    expect(canariesIn(own).length).toBeGreaterThan(4);
    const comments = `meetings/${world.things.get('sent meeting') ?? ''}/my-comments`;
    const by = people.get(CHOSEN) ?? null;
    expect(
      canariesIn(JSON.stringify((await api.send('get', comments, undefined, { by })).body)).length,
    ).toBeGreaterThan(2);
  });
});
