import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { createApi } from '../../apps/api/create-api.js';
import { migrate } from '../../libs/platform/database/data-source.js';
import { startEmbeddedPostgres } from '../../libs/platform/database/embedded/index.js';
import { createLogger } from '../../libs/platform/log/logger.js';
import { startProcess } from '../support/own-process.js';
import { freePort } from '../support/redis.js';
import { signInAsEverybody } from '../support/sign-in.js';
import { sampleBody } from './agenda-view/sample.js';
import { exponent } from './measure.js';
import { measureLists } from './rights/lists.js';
import type { ListFigure } from './rights/lists.js';
import { measurePoint } from './rights/point.js';
import type { PointFigure } from './rights/point.js';
import { growSample, sampleOrganisation } from './rights/sample.js';
import { SentStatements } from './rights/statements.js';

const SIZES = [10_000, 100_000, 1_000_000] as const;
const REACH = { list: 1.3, nest: 0.85, node: 0.6 } as const;

/** How often all that is measured of one point is started anew. */
const STARTS = 5;

type Sized = ListFigure & { readonly size: number };

const verdict = (holds: boolean): string => (holds ? 'reached' : 'MISSED');
const row = (cells: readonly (string | number)[]): void => {
  console.log(
    cells.map((cell, i) => (i === 0 ? String(cell).padEnd(24) : String(cell).padStart(14))).join(''),
  );
};

const ratioOf = ({ perSecond }: PointFigure): number => perSecond.ours / perSecond['bare Nest'];

/**
 * The start in the middle, by connections: how a process came to lie on the two cores, and what its engine made of it, stays
 * the same for as long as it lives, and moves a ratio by a tenth.
 */
function middleOf(starts: readonly (readonly PointFigure[])[]): PointFigure[] {
  return (starts[0] ?? []).flatMap(({ connections }) => {
    const figures = starts.flatMap(
      (start) => start.find((figure) => figure.connections === connections) ?? [],
    );
    const sorted = figures.sort((a, b) => ratioOf(a) - ratioOf(b));
    console.log(
      `${connections} connections, ours/Nest by start: ${sorted.map((one) => ratioOf(one).toFixed(2)).join(' ')}`,
    );
    return sorted[Math.floor(sorted.length / 2)] ?? [];
  });
}

function printPoint(figures: readonly PointFigure[]): void {
  console.log('\nOne point over HTTP, answers a second, median; the others ask nobody who they are.');
  row(['connections', 'ours', 'bare Nest', 'bare node', 'ours/Nest', 'ours/node']);
  const ratios = figures.map(({ connections, perSecond }) => {
    const { ours, 'bare Nest': nest, 'bare node': node } = perSecond;
    const counts = [ours, nest, node].map((count) => count.toFixed(0));
    row([connections, ...counts, (ours / nest).toFixed(2), (ours / node).toFixed(2)]);
    return { nest: ours / nest, node: ours / node };
  });
  for (const name of ['nest', 'node'] as const) {
    const worst = Math.min(...ratios.map((ratio) => ratio[name]));
    console.log(
      `worst ratio to bare ${name} ${worst.toFixed(2)}, reach ${REACH[name]}: ${verdict(worst >= REACH[name])}`,
    );
  }
}

function printLists(figures: readonly Sized[]): void {
  console.log('\nThe first page of a list, milliseconds, median; floor: the same list without rights.');
  row(['who', 'list', 'rows', 'ours', 'floor', 'ours/floor', 'exponent']);
  for (const { actor, list, size, ours, floor } of figures) {
    const slope = exponent(
      figures.filter((other) => other.actor === actor && other.list === list).map((f) => [f.size, f.ours]),
    );
    row([actor, list, size, ours.toFixed(2), floor.toFixed(2), (ours / floor).toFixed(2), slope.toFixed(2)]);
  }
  const worst = Math.max(...figures.map(({ ours, floor }) => ours / floor));
  console.log(
    `worst ratio to the floor ${worst.toFixed(2)}, reach ${REACH.list}: ${verdict(worst <= REACH.list)}`,
  );
}

async function listsAt(
  database: pg.Client,
  options: { databaseUrl: string; dataDir: string },
  sizes: readonly number[],
): Promise<Sized[]> {
  const logger = createLogger('bench', 'silent');
  const app = await createApi({ ...options, applicationName: 'dagsorden-bench-lists', logger });
  const sent = new SentStatements();
  app.get(DataSource).setOptions({ logger: sent });
  try {
    const figures: Sized[] = [];
    let there = 0;
    await sampleOrganisation(database);
    for (const size of sizes) {
      await growSample(database, there, size);
      there = size;
      for (const figure of await measureLists({ database, app, sent })) figures.push({ ...figure, size });
    }
    return figures.sort(
      (a, b) => a.actor.localeCompare(b.actor) || a.list.localeCompare(b.list) || a.size - b.size,
    );
  } finally {
    await app.close();
  }
}

/**
 * QUALITY: one point over HTTP with its permission check, and lists under rights. An argument, `point` or `lists`, measures
 * only the one; a number after `lists` is the largest size.
 */
export async function run([only, largest]: readonly string[]): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'dagsorden-bench-'));
  const postgres = await startEmbeddedPostgres({ dataDir, log: console.error, forTests: true });
  const database = new pg.Client({ connectionString: postgres.url });
  const apiPort = await freePort();
  const env = {
    ...{ DATABASE_URL: postgres.url, DATA_DIR: dataDir, HOST: '127.0.0.1', LOG_LEVEL: 'warn' },
    // What is measured is not how soon it says no.
    REQUESTS_PER_MINUTE: '0',
  };
  try {
    await migrate({ url: postgres.url, applicationName: 'dagsorden-bench' });
    await database.connect();
    console.log(`${cpus().length} cores, Node ${process.version}.`);
    const { headers } = await signInAsEverybody(postgres.url);
    const starts: PointFigure[][] = [];
    let bodyId = '';
    for (let start = 0; start < (only === 'lists' ? 1 : STARTS); start += 1) {
      const api = await startProcess('apps/api/main.js', { ...env, PORT: String(apiPort) });
      try {
        if (bodyId === '') bodyId = await sampleBody(`http://127.0.0.1:${apiPort}`, headers);
        const bench = { database, databaseUrl: postgres.url, apiPort, bodyId, headers, env };
        if (only !== 'lists') starts.push(await measurePoint(bench));
      } finally {
        await api.end('SIGTERM');
      }
    }
    if (only !== 'lists') printPoint(middleOf(starts));
    if (only === 'point') return;
    const sizes = SIZES.filter((size) => size <= Number(largest ?? Infinity));
    printLists(await listsAt(database, { databaseUrl: postgres.url, dataDir }, sizes));
  } finally {
    await database.end();
    await postgres.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}
