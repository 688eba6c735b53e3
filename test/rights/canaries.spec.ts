import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Redis } from 'ioredis';
import type { INestApplicationContext } from '@nestjs/common';
import { createWorker } from '../../apps/worker/create-worker.js';
import { pageOf } from '../../libs/contracts/common.js';
import { decision } from '../../libs/contracts/decisions.js';
import { documentView } from '../../libs/contracts/documents.js';
import { createLogger } from '../../libs/platform/log/logger.js';
import { paragraph } from '../builders/meetings.js';
import { rawRequest } from '../support/raw-request.js';
import { testRedis } from '../support/redis.js';
import { startTestApi } from '../support/test-api.js';
import type { TestApi } from '../support/test-api.js';
import { until } from '../support/until.js';
import { addressesIn } from './addresses.js';
import { AskedWorld } from './answers.js';
import type { Call } from './answers.js';
import { CANARY, canariesIn, canary, canaryCount } from './canaries.js';
import {
  lookAtEvents,
  lookAtJobs,
  lookAtOpenDocuments,
  lookAtRedis,
  lookWithPlanted,
  partsOf,
} from './canary-places.js';
import type { Look } from './canary-places.js';
import { closedStandingPoint, keepSecrets } from './closed-things.js';
import { keepOwnWords } from './own-words.js';
import { WALKERS, makeCommonWorld } from './two-worlds.js';
import type { CommonWorld } from './two-worlds.js';
import { walk } from './walks.js';

/** With `WALKS` set everybody looks everywhere; a few of each kind go with every run. */
const LOOKERS = process.env.WALKS === undefined ? (['rea', 'gcl', 'non'] as const) : WALKERS;
const WALKS = 2;
/** Facts that some of those who look may see. */
const IMPORTED = 'of a package';
const PERSONAL = 'of a person';
const STANDING = 'closed standing point';
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  adm: [IMPORTED, PERSONAL, STANDING],
  ...Object.fromEntries(['ose', 'lea', 'sta', 'aut', 'oth'].map((column) => [column, [PERSONAL]])),
};

const lines: string[] = [];
const log = (process: string) =>
  createLogger(process, 'trace', {
    write: (line: string): void => {
      lines.push(line);
    },
  });

let api: TestApi;
let world: CommonWorld;
let worker: INestApplicationContext | undefined;
let asked: AskedWorld | undefined;
beforeAll(async () => {
  api = await startTestApi({ logger: log('api') });
  world = await makeCommonWorld(api);
  const keeper = { api, things: world.things, spare: world.spare };
  await keepSecrets(keeper);
  await keepOwnWords({ api, things: world.things, people: world.walkers });
  await closedStandingPoint(keeper);
  await keepPersonalFacts();
  await importPackage();
  await failWithSecrets();
  await decideWithSecrets();
  await askForDocuments();
  await breakADocument();
  worker = await startWorker();
  await until(everythingMade, 120_000);
  asked = await AskedWorld.of(api, new Set());
}, 400_000);
afterAll(async () => {
  asked?.close();
  await worker?.close();
  await api.stop();
}, 60_000);

const idOf = (name: string): string => world.things.get(name) ?? '';

function startWorker(redisUrl: string | null = null): Promise<INestApplicationContext> {
  const { database, dataDir } = api;
  const applicationName = 'dagsorden-test-worker';
  return createWorker({
    databaseUrl: database.url,
    redisUrl,
    dataDir,
    applicationName,
    logger: log('worker'),
  });
}

/** What a person has that only those who work here see. */
async function keepPersonalFacts(): Promise<void> {
  await api.database.query('UPDATE person SET phone = $2, email = $3, title = $4 WHERE id = $1', [
    ...[world.spare[0], canary(`phone ${PERSONAL}`), canary(`mail ${PERSONAL}`), canary(`title ${PERSONAL}`)],
  ]);
}

/** A package with a secret name, and lines that nobody can read: the import warns of them. */
async function importPackage(): Promise<void> {
  const text = await readFile('test/fixtures/package.txt', 'utf8');
  const name = canary(`file name ${IMPORTED}`);
  const secret = Array.from({ length: 3 }, () => `Sagen handler om ${canary(`unread line ${IMPORTED}`)}.`);
  const answer = await rawRequest(api, 'post', `/api/v1/imports?fileName=${name}.txt`)
    .set('Content-Type', 'application/octet-stream')
    .send(`${text}\n${secret.join('\n')}\n`);
  expect([answer.status, JSON.stringify(answer.body)]).toEqual([201, expect.stringContaining(CANARY)]);
}

/** Requests that fail, by rule and by fault, over words that are closed: what went wrong is logged, the words are not. */
async function failWithSecrets(): Promise<void> {
  const path = `agenda-points/${idOf('drafting closed point')}`;
  const title = canary('title in a request that fails');
  await api.send('patch', path, { title, unknown: canary('field in a request that fails') }, { ifMatch: 1 });
  await api.send('patch', path, { title }, { ifMatch: 999 });
  await api.send('post', `${path}/move`, { parentId: title, position: 0 }, { ifMatch: 1 });
  await api.send('get', `meetings?from=${title}&cursor=${title}`);
  await api.database.query('ALTER TABLE agenda_point RENAME COLUMN title TO elsewhere');
  expect((await api.send('patch', path, { title }, { ifMatch: 1 })).told).toBe('500 internal-error');
  await api.database.query('ALTER TABLE agenda_point RENAME COLUMN elsewhere TO title');
}

/** A decision that the worker reads for follow-ups. */
async function decideWithSecrets(): Promise<void> {
  const path = `agenda-points/${idOf('held closed point')}/decision`;
  const { version } = await api.take(decision, 'get', path);
  const text = paragraph(`${canary('decision')}. ENH undersøger ${canary('words of a suggestion')}.`);
  await api.take(decision, 'put', path, { outcome: 'noted', text }, { ifMatch: version });
}

/** What lower roles have made: open agendas and minutes, and the indstillinger that they see. */
async function askForDocuments(): Promise<void> {
  for (const [name, id] of world.things)
    for (const column of ['rea', 'aut', 'exa', 'oth'])
      for (const request of requestsOf(name))
        await api.send('post', `${request.of}/${id}/documents`, request.body, {
          by: world.walkers.get(column) ?? null,
        });
}

function requestsOf(name: string): { of: string; body: object }[] {
  const both = [{ audience: 'open' }, { audience: 'all' }];
  if (name.endsWith('indstilling')) return both.map((body) => ({ of: 'indstillinger', body }));
  if (!name.endsWith('meeting')) return [];
  return ['agenda', 'minutes'].map((kind) => ({ of: 'meetings', body: { kind, audience: 'open' } }));
}

/** A document that cannot be made of what it is to say. */
async function breakADocument(): Promise<void> {
  await api.database.query(`UPDATE document SET source = $2::jsonb WHERE id = $1`, [
    ...[idOf('draft agenda document'), JSON.stringify({ parts: canary('source of a document') })],
  ]);
}

/** Every document is made or has failed, and every decision was read. */
async function everythingMade(): Promise<boolean> {
  const left = await api.database.query(
    `SELECT 1 FROM document WHERE state IN ('queued', 'running') UNION ALL SELECT 1 FROM decision WHERE read_version < version`,
  );
  return left.length === 0;
}

function forbiddenIn(column: string, text: string): string[] {
  const allowed = ALLOWED[column] ?? [];
  return canariesIn(text).filter((found) => !allowed.some((place) => found.includes(place)));
}

const count = (what: string, n: number): void => console.log(`looked for canaries in ${n} ${what}`);

describe('words of closed things', () => {
  it('are many, and stand where they were put', () => {
    console.log(`${canaryCount()} canaries`);
    expect(canaryCount()).toBeGreaterThanOrEqual(100);
  });

  it.each(LOOKERS)(
    'are in no answer that %s gets, whatever they ask',
    async (column) => {
      const by = world.walkers.get(column) ?? null;
      const ask = (call: Call): Promise<string> => asked?.told(by, call) ?? Promise.resolve('');
      const paths = await addressesIn(api);
      const leaks: string[] = [];
      const told: Record<string, number> = {};
      const look = (path: string, answer: string): void => {
        told[answer.slice(0, 3)] = (told[answer.slice(0, 3)] ?? 0) + 1;
        leaks.push(...forbiddenIn(column, answer).map((found) => `${path}: ${found}`));
      };
      for (const path of paths) look(path, await ask({ method: 'GET', path }));
      const ids = [...world.things.values()];
      for (let seed = 1; seed <= WALKS; seed += 1)
        for (const step of walk(seed, world.things, ids)) look(step.path, await ask(step));
      count(`answers to ${column}: ${JSON.stringify(told)}`, paths.length + WALKS * 40);
      expect(leaks).toEqual([]);
    },
    1_200_000,
  );

  it('are in no file, and no name of one, that somebody gets who may not read them', async () => {
    const leaks: string[] = [];
    let files = 0;
    let parts = 0;
    for (const column of WALKERS) {
      const by = world.walkers.get(column) ?? null;
      if (by === null) continue;
      const { items } = await api.take(pageOf(documentView), 'get', 'documents?limit=200', undefined, { by });
      for (const { id, fileName, sha256 } of items.filter(({ state }) => state === 'ready')) {
        const bytes = await readFile(join(api.dataDir, 'files', (sha256 ?? '').slice(0, 2), sha256 ?? ''));
        const texts = [fileName, ...partsOf(bytes)];
        files += 1;
        parts += texts.length;
        leaks.push(
          ...texts.flatMap((text) => forbiddenIn(column, text)).map((found) => `${column} ${id}: ${found}`),
        );
      }
    }
    count('files as their readers have them, in parts and names:', files);
    count('parts and names of files', parts);
    expect(leaks).toEqual([]);
    expect(files).toBeGreaterThan(20);
  });

  it('are in no document for the open audience, whoever has it', async () => {
    const look = (): Promise<Look> => lookAtOpenDocuments(api);
    const { looked, leaks } = await look();
    count('documents for the open audience', looked);
    expect(leaks).toEqual([]);
    expect(looked).toBeGreaterThan(5);
    const plant = `UPDATE document SET file_name = file_name || $1 WHERE id = (
      SELECT id FROM document WHERE audience = 'open' AND state = 'ready' AND source_state <> 'draft' LIMIT 1)`;
    expect(await lookWithPlanted(api, plant, [canary('planted')], look)).toHaveLength(1);
  });

  it('are in no job, done, failed or waiting', async () => {
    const { looked, leaks } = await lookAtJobs(api);
    count('rows of the tables of the queue', looked);
    expect(leaks).toEqual([]);
    expect(looked).toBeGreaterThan(20);
    const plant = `UPDATE bullmq.job SET data = jsonb_build_object('title', $1::text) WHERE id = (
      SELECT id FROM bullmq.job LIMIT 1)`;
    const found = await lookWithPlanted(api, plant, [canary('planted')], () => lookAtJobs(api));
    expect(found.length).toBeGreaterThan(0);
  });

  it('are in no job where the queue is in Redis', async () => {
    const redisUrl = await testRedis();
    await worker?.close();
    // All that ever happened is told to the queue anew, and every document is owed.
    await api.database.query("UPDATE event_consumer SET (xid, seq) = ('0', 0) WHERE name = 'jobs'");
    await api.database.query("UPDATE document SET state = 'queued', sha256 = NULL, size = NULL");
    worker = await startWorker(redisUrl);
    await until(everythingMade, 120_000);
    const { looked, leaks } = await lookAtRedis(redisUrl);
    count('keys of Redis', looked);
    expect(leaks).toEqual([]);
    expect(looked).toBeGreaterThan(20);
    const client = new Redis(redisUrl);
    await client.hset('bull:planted', 'data', JSON.stringify({ title: canary('planted') }));
    await client.quit();
    expect((await lookAtRedis(redisUrl)).leaks).toHaveLength(1);
  }, 180_000);

  it('are in the events only where the history judges who reads them', async () => {
    const { looked, leaks } = await lookAtEvents(api);
    count('events', looked);
    expect(leaks).toEqual([]);
    const plant = `INSERT INTO event (id, name, subject_kind, subject_id, request_id, data)
      SELECT gen_random_uuid(), name, subject_kind, subject_id, request_id, jsonb_build_object('title', $1::text)
      FROM event LIMIT 1`;
    expect(await lookWithPlanted(api, plant, [canary('planted')], () => lookAtEvents(api))).toHaveLength(1);
  });

  it('are in no line of any log', () => {
    const of = (process: string): number =>
      lines.filter((line) => line.includes(`"process":"${process}"`)).length;
    count(`lines of log: ${of('api')} of the api, ${of('worker')} of the worker`, lines.length);
    expect(
      lines.flatMap((line) => canariesIn(line).map((found) => `${found} in ${line.slice(0, 300)}`)),
    ).toEqual([]);
    expect(of('api')).toBeGreaterThan(1000);
    expect(of('worker')).toBeGreaterThan(3);
    expect(lines.some((line) => line.includes('job failed'))).toBe(true);
  });
});
