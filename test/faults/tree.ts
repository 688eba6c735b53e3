import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { body } from '../../libs/contracts/organisation.js';
import { startEmbeddedPostgres } from '../../libs/platform/database/embedded/index.js';
import { median } from '../bench/measure.js';
import { post } from '../support/http.js';
import { freePort } from '../support/redis.js';
import { signInAsEverybody } from '../support/sign-in.js';
import { until } from '../support/until.js';
import { judge, secondsSince } from './report.js';
import { startTree } from './tree/tree.js';
import type { Tree } from './tree/tree.js';
import { verifyWrites } from './tree/verify.js';
import { Writers } from './tree/writers.js';

const WRITERS = 4;
const FIRST_START_MS = 120_000;
const RECOVERY_MS = 120_000;
/** The load runs this long after each recovery, and up to as long again, before the next kill (ms). */
const CALM_MS = 300;

/** The tree that runs at the moment, and how the next one is started. */
interface Running {
  tree: Tree;
  readonly start: () => Tree;
}

interface Recovery {
  readonly ms: number;
  readonly withDatabase: boolean;
}

/** Kills the tree under load and starts it again at once, so often. */
async function killAgainAndAgain(running: Running, writers: Writers, kills: number): Promise<Recovery[]> {
  const recoveries: Recovery[] = [];
  for (let kill = 0; kill < kills; kill += 1) {
    await delay(CALM_MS * (1 + Math.random()));
    const withDatabase = kill % 2 === 1;
    await running.tree.kill(withDatabase);
    const moment = performance.now();
    running.tree = running.start();
    const ms = await writers.answersAgainAfter(moment, RECOVERY_MS);
    recoveries.push({ ms, withDatabase });
  }
  return recoveries;
}

function printRecoveries(recoveries: readonly Recovery[]): void {
  const line = (what: string, times: readonly number[]): void => {
    const [middle, worst] = [median(times), Math.max(...times)].map((ms) => (ms / 1000).toFixed(1));
    console.log(`  ${what.padEnd(40)}${times.length} kills: median ${middle} s, worst ${worst} s`);
  };
  const of = (withDatabase: boolean): number[] =>
    recoveries.filter((recovery) => recovery.withDatabase === withDatabase).map(({ ms }) => ms);
  console.log('From the kill to the first acknowledged write that was sent after it:');
  line('supervisor, api and worker killed', of(false));
  if (of(true).length > 0) line('the database server killed with them', of(true));
}

/** Joins the running database to sign in somebody who may write. */
async function signedIn(dataDir: string): Promise<Readonly<Record<string, string>>> {
  const postgres = await startEmbeddedPostgres({ dataDir, log: console.error });
  try {
    return (await signInAsEverybody(postgres.url)).headers;
  } finally {
    await postgres.stop();
  }
}

async function verify(dataDir: string, writers: Writers, kills: number): Promise<void> {
  const postgres = await startEmbeddedPostgres({ dataDir, log: console.error });
  const database = new pg.Client({ connectionString: postgres.url });
  try {
    await database.connect();
    const repeated = writers.writes.filter(({ tries }) => tries > 1).length;
    console.log(
      `${writers.acknowledged} writes acknowledged through ${kills} kills; ${repeated} had to be repeated.`,
    );
    for (const refusal of writers.refusals.slice(0, 5)) console.log(`  refused: ${refusal}`);
    judge([
      { what: 'refused (4xx)', counted: writers.refusals.length, must: 0 },
      ...(await verifyWrites(database, writers.writes)),
    ]);
  } finally {
    await database.end();
    await postgres.stop();
  }
}

/**
 * The whole of `npm start` killed with SIGKILL 20 times (`--kills`) while clients write; every second time PostgreSQL is
 * killed with it.
 */
export async function run(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({ args: [...args], options: { kills: { type: 'string', default: '20' } } });
  const kills = Number(values.kills);
  const dataDir = await mkdtemp(join(tmpdir(), 'dagsorden-faults-'));
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const start = (): Tree => startTree(dataDir, port);
  const began = performance.now();
  const running: Running = { tree: start(), start };
  let writers: Writers;
  try {
    await until(async () => (await fetch(`${address}/health/ready`)).ok, FIRST_START_MS);
    console.log(`First start on an empty folder, with the sample: ${secondsSince(began)} s.`);
    const fields = { name: 'Udvalget for prøver', kind: 'udvalg', settings: { start: '09:00' } };
    const headers = await signedIn(dataDir);
    writers = new Writers(address, (await post(address, body, 'bodies', fields, headers)).id, headers);
    writers.start(WRITERS);
    printRecoveries(await killAgainAndAgain(running, writers, kills));
    await writers.stop();
  } finally {
    await running.tree.stop();
  }
  await verify(dataDir, writers, kills);
  await rm(dataDir, { recursive: true, force: true });
}
