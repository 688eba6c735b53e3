import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import type { INestApplicationContext } from '@nestjs/common';
import { createWorker } from '../../apps/worker/create-worker.js';
import { pageOf } from '../../libs/contracts/common.js';
import { decision } from '../../libs/contracts/decisions.js';
import { documentView } from '../../libs/contracts/documents.js';
import { createLogger } from '../../libs/platform/log/logger.js';
import { paragraph } from '../builders/meetings.js';
import { rawRequest } from '../support/raw-request.js';
import { startTestApi } from '../support/test-api.js';
import type { TestApi } from '../support/test-api.js';
import { until } from '../support/until.js';
import { addressesIn } from './addresses.js';
import { AskedWorld } from './answers.js';
import type { Call } from './answers.js';
import { CANARY, canariesIn, canary, canaryCount } from './canaries.js';
import { closedStandingPoint, keepSecrets } from './closed-things.js';
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

function startWorker(): Promise<INestApplicationContext> {
  const { database, dataDir } = api;
  const applicationName = 'dagsorden-test-worker';
  return createWorker({
    databaseUrl: database.url,
    redisUrl: null,
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
  await api.database.query('ALTER TABLE agenda_point RENAME COLUMN responsible TO elsewhere');
  expect((await api.send('patch', path, { title }, { ifMatch: 1 })).told).toBe('500 internal-error');
  await api.database.query('ALTER TABLE agenda_point RENAME COLUMN elsewhere TO responsible');
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

/** Everything a DOCX says, in every part of it, tags left out so that words split over runs are found. */
function partsOf(bytes: Uint8Array): string[] {
  return Object.entries(unzipSync(bytes)).map(([name, part]) => {
    const xml = strFromU8(part);
    return `${name} ${xml} ${xml.replace(/<[^>]*>/g, '')}`;
  });
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
    const rows = await api.database.query<{ sha: string; name: string; source: string }>(
      `SELECT sha256 AS sha, file_name AS name, source::text AS source FROM document
       WHERE audience = 'open' AND state = 'ready' AND source_state <> 'draft'`,
    );
    const leaks: string[] = [];
    for (const { sha, name, source } of rows) {
      const bytes = await readFile(join(api.dataDir, 'files', sha.slice(0, 2), sha));
      leaks.push(...[name, source, ...partsOf(bytes)].flatMap(canariesIn));
    }
    count('documents for the open audience', rows.length);
    expect(leaks).toEqual([]);
    expect(rows.length).toBeGreaterThan(5);
  });

  it('are in no job, done, failed or waiting', async () => {
    const tables = await api.database.query<{ name: string }>(
      `SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.tables WHERE table_schema = 'bullmq'`,
    );
    let rows = 0;
    const leaks: string[] = [];
    for (const { name } of tables)
      for (const { row } of await api.database.query<{ row: string }>(
        `SELECT t::text AS row FROM ${name} t`,
      )) {
        rows += 1;
        leaks.push(...canariesIn(row).map((found) => `${name}: ${found}`));
      }
    count(`rows of the ${tables.length} tables of the queue`, rows);
    expect(leaks).toEqual([]);
    expect(rows).toBeGreaterThan(20);
  });

  it('are in the events only where the history judges who reads them', async () => {
    const rows = await api.database.query<{ row: string }>(
      `SELECT jsonb_build_object('data', data, 'scope', scope_id, 'name', name, 'changes', changes)::text AS row FROM event`,
    );
    count('events', rows.length);
    expect(rows.flatMap(({ row }) => canariesIn(row))).toEqual([]);
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
