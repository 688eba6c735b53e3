import { mkdtemp, rm } from 'node:fs/promises';
import { Agent, get } from 'node:http';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { agenda } from '../../libs/contracts/sending.js';
import { migrate } from '../../libs/platform/database/data-source.js';
import { startEmbeddedPostgres } from '../../libs/platform/database/embedded/index.js';
import { startProcess } from '../support/own-process.js';
import type { OwnProcess } from '../support/own-process.js';
import { freePort } from '../support/redis.js';
import { signInAsEverybody } from '../support/sign-in.js';
import { statementsOf } from './agenda-view/queries.js';
import { keepAsSent, sampleBody, sampleMeeting } from './agenda-view/sample.js';
import { exponent, median } from './measure.js';

const SIZES = [10, 25, 100, 250, 1000] as const;
const NAMES = ['draft', 'sent', 'floor', 'parsed floor'] as const;
type Name = (typeof NAMES)[number];

const MOST_STATEMENTS = 6;
const REACH = { ratio: 2, exponent: 1.05, at: 250, ms: 100 } as const;

interface Row {
  readonly size: number;
  readonly rounds: number;
  readonly kilobytes: number;
  /** Milliseconds, median. */
  readonly medians: Readonly<Record<Name, number>>;
  readonly statements: readonly number[];
}

interface Bench {
  readonly database: pg.Client;
  readonly databaseUrl: string;
  readonly dataDir: string;
  readonly api: string;
  readonly floor: string;
  readonly bodyId: string;
  /** Of somebody who may read all of it. */
  readonly headers: Readonly<Record<string, string>>;
}

const roundsOf = (size: number): number => (size <= 100 ? 61 : size <= 250 ? 31 : 15);
const agendaPath = (id: string): string => `/api/v1/meetings/${id}/agenda`;

const agent = new Agent({ keepAlive: true });

/** Reads a whole answer over a connection that is kept. */
function read(url: string, headers: Readonly<Record<string, string>>): Promise<string> {
  return new Promise((resolve, reject) => {
    get(url, { agent, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString();
        if (response.statusCode === 200) resolve(text);
        else reject(new Error(`${url}: ${response.statusCode ?? 'none'} ${text}`));
      });
    }).on('error', reject);
  });
}

async function measure(bench: Bench, size: number): Promise<Row> {
  const { database, api, floor, bodyId, headers } = bench;
  const draft = await sampleMeeting(database, api, bodyId, size, headers);
  const sent = await sampleMeeting(database, api, bodyId, size, headers);
  await keepAsSent(database, sent, await read(`${api}${agendaPath(sent)}`, headers));
  await database.query('VACUUM ANALYZE');
  const urls: Record<Name, string> = {
    draft: `${api}${agendaPath(draft)}`,
    sent: `${api}${agendaPath(sent)}`,
    floor: `${floor}/text/${draft}`,
    'parsed floor': `${floor}/parsed/${draft}`,
  };
  const answers = mapNames(() => '');
  for (const name of NAMES) answers[name] = await read(urls[name], headers);
  mustAgree(answers, size);
  const times = await alternate(urls, size, headers);
  return {
    size,
    rounds: roundsOf(size),
    kilobytes: Math.round(Buffer.byteLength(answers.draft) / 1024),
    medians: mapNames((name) => median(times[name])),
    statements: await statementsOf(bench, [agendaPath(draft), agendaPath(sent)], headers),
  };
}

/** Asks one after the other, round by round, so that a busy moment of the machine falls on all of them. */
async function alternate(
  urls: Record<Name, string>,
  size: number,
  headers: Bench['headers'],
): Promise<Record<Name, number[]>> {
  const times = mapNames((): number[] => []);
  for (let i = 0; i < roundsOf(size); i += 1) for (const name of NAMES) await read(urls[name], headers);
  for (let round = 0; round < roundsOf(size); round += 1) {
    for (const name of NAMES) {
      const before = performance.now();
      await read(urls[name], headers);
      times[name].push(performance.now() - before);
    }
  }
  return times;
}

/** A fast wrong answer is a failure: all say the same points with the same attachments, ours with numbers. */
function mustAgree(answers: Readonly<Record<Name, string>>, size: number): void {
  // Ours puts the closed points last, so the order is not compared.
  const said = NAMES.map((name) => {
    const { points } = pointsOf(answers[name]);
    return points
      .map(({ title, attachments }) =>
        [title, ...attachments.map((attachment) => attachment.title)].join('\n'),
      )
      .sort()
      .join('\n');
  });
  if (new Set(said).size !== 1) throw new Error(`The answers differ at ${size} points.`);
  const { points } = agenda.parse(JSON.parse(answers.draft));
  const whole =
    points.length === size && points.every((p) => p.number !== null && p.attachments.length === 3);
  if (!whole) throw new Error(`The agenda is not whole at ${size} points.`);
}

function pointsOf(answer: string) {
  return agenda
    .pick({ points: true })
    .extend({ points: agenda.shape.points.element.pick({ title: true, attachments: true }).array() })
    .parse(JSON.parse(answer));
}

function mapNames<T>(of: (name: Name) => T): Record<Name, T> {
  return Object.fromEntries(NAMES.map((name) => [name, of(name)])) as Record<Name, T>;
}

const verdict = (holds: boolean): string => (holds ? 'reached' : 'MISSED');

function print(rows: readonly Row[]): void {
  console.log(`Agenda over HTTP, milliseconds, median; ${cpus().length} cores, Node ${process.version}.`);
  console.log('draft, sent: ours, 3 attachments a point; floor: node:http + pg, the text of one json_agg.');
  console.log('parsed floor: the same, parsed by pg and written again by JSON.stringify.');
  const heads = [
    'points',
    'rounds',
    'kB',
    ...NAMES,
    'draft/floor',
    'sent/floor',
    'draft/parsed',
    'statements',
  ];
  console.log(heads.map((head) => head.padStart(13)).join(''));
  for (const { size, rounds, kilobytes, medians, statements } of rows) {
    const { draft, sent, floor } = medians;
    const ratios = [draft / floor, sent / floor, draft / medians['parsed floor']].map((r) => r.toFixed(2));
    const times = NAMES.map((name) => medians[name].toFixed(2));
    const line = [size, rounds, kilobytes, ...times, ...ratios, statements.join(', ')];
    console.log(line.map((cell) => String(cell).padStart(13)).join(''));
  }
  const slopes = mapNames((name) => exponent(rows.map((row) => [row.size, row.medians[name]])));
  const pad = ' '.repeat(26);
  console.log(`exponent     ${pad}${NAMES.map((name) => slopes[name].toFixed(2).padStart(13)).join('')}`);
  const worst = Math.max(...rows.flatMap(({ medians: m }) => [m.draft / m.floor, m.sent / m.floor]));
  const at = rows.find((row) => row.size === REACH.at)?.medians ?? mapNames(() => NaN);
  const most = Math.max(...rows.flatMap((row) => row.statements));
  const isConstant = new Set(rows.map((row) => row.statements.join())).size === 1;
  const steepest = Math.max(slopes.draft, slopes.sent);
  const slowest = Math.max(at.draft, at.sent);
  console.log(
    `worst ratio to the floor ${worst.toFixed(2)}, reach ${REACH.ratio}: ${verdict(worst <= REACH.ratio)}`,
  );
  console.log(
    `${REACH.at} points ${slowest.toFixed(1)} ms, reach ${REACH.ms} ms: ${verdict(slowest <= REACH.ms)}`,
  );
  console.log(
    `exponent ${steepest.toFixed(2)}, reach ${REACH.exponent}: ${verdict(steepest <= REACH.exponent)}`,
  );
  console.log(
    `statements a request ${most}, ${isConstant ? 'the same at every size' : 'NOT the same at every size'}, ` +
      `reach ${MOST_STATEMENTS}: ${verdict(isConstant && most <= MOST_STATEMENTS)}`,
  );
}

/** QUALITY: agenda view over HTTP, with rights, without notes. */
export async function run(): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'dagsorden-bench-'));
  const postgres = await startEmbeddedPostgres({ dataDir, log: console.error, forTests: true });
  const database = new pg.Client({ connectionString: postgres.url });
  const processes: OwnProcess[] = [];
  const [apiPort, floorPort] = [await freePort(), await freePort()];
  const env = {
    ...{ DATABASE_URL: postgres.url, DATA_DIR: dataDir, HOST: '127.0.0.1', LOG_LEVEL: 'warn' },
    // What is measured is not how soon it says no.
    REQUESTS_PER_MINUTE: '0',
  };
  try {
    await migrate({ url: postgres.url, applicationName: 'dagsorden-bench' });
    await database.connect();
    processes.push(await startProcess('apps/api/main.js', { ...env, PORT: String(apiPort) }));
    processes.push(
      await startProcess('test/bench/agenda-view/floor.js', { ...env, PORT: String(floorPort) }),
    );
    const addresses = { api: `http://127.0.0.1:${apiPort}`, floor: `http://127.0.0.1:${floorPort}` };
    const { headers } = await signInAsEverybody(postgres.url);
    const bodyId = await sampleBody(addresses.api, headers);
    const bench = { database, databaseUrl: postgres.url, dataDir, ...addresses, bodyId, headers };
    const rows: Row[] = [];
    for (const size of SIZES) rows.push(await measure(bench, size));
    print(rows);
  } finally {
    agent.destroy();
    await Promise.all(processes.map((process) => process.end('SIGTERM')));
    await database.end();
    await postgres.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}
