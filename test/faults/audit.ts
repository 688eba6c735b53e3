import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { migrate } from '../../libs/platform/database/data-source.js';
import { startEmbeddedPostgres } from '../../libs/platform/database/embedded/index.js';
import { openTrail, recordSome } from '../support/audit-trail.js';
import type { TestTrail } from '../support/audit-trail.js';
import { startProcess } from '../support/own-process.js';
import { chance, tamperAtRandom } from '../support/tampering/index.js';
import { until } from '../support/until.js';
import { judge, secondsSince } from './report.js';

interface Size {
  readonly events: number;
  readonly kills: number;
  readonly tamperings: number;
}

/** Kills the worker that seals while four write, each time at another moment; gives how many events were written. */
async function writeAndKill(trail: TestTrail, env: Readonly<Record<string, string>>, size: Size) {
  let [writing, written] = [true, 0];
  const writers = [1, 2, 3, 4].map(async (writer) => {
    while (writing && written < size.events) {
      written += writer;
      await recordSome(trail, writer, written);
      await delay(100);
    }
  });
  for (let kill = 0; kill < size.kills; kill += 1) {
    const worker = await startProcess('apps/worker/main.js', env);
    await delay(300 + Math.random() * 1200);
    await worker.end('SIGKILL');
  }
  writing = false;
  await Promise.all(writers);
  return written;
}

/** What was sealed: how many events, and how many of them at another position than their order says. */
async function sealed({ owner }: TestTrail): Promise<{ sealed: number; misplaced: number }> {
  const { rows } = await owner.query<{ sealed: number; misplaced: number }>(`
    SELECT count(*)::int AS sealed, count(*) FILTER (WHERE position <> rank)::int AS misplaced
    FROM (SELECT position, row_number() OVER (ORDER BY event.xid, event.seq) AS rank
          FROM event JOIN event_seal ON event_seal.event_id = event.id) AS ordered`);
  return rows[0] ?? { sealed: 0, misplaced: 0 };
}

async function sealAndTamper(
  trail: TestTrail,
  env: Readonly<Record<string, string>>,
  size: Size,
): Promise<void> {
  const { kills, tamperings } = size;
  const start = performance.now();
  const written = await writeAndKill(trail, env, size);
  console.log(`${written} events written and the worker killed ${kills} times in ${secondsSince(start)} s.`);
  const worker = await startProcess('apps/worker/main.js', env);
  await until(
    async () => (await trail.file.last().then((last) => last !== 'damaged' && last?.count)) === written,
  );
  await worker.end('SIGTERM');
  const whole = await trail.verify();
  const found = await sealed(trail);
  const tampering = performance.now();
  const seed = Date.now();
  const missed = await tamperAtRandom(trail, { count: written, pick: chance(seed) }, tamperings);
  console.log(`${tamperings} tamperings (seed ${seed}) verified in ${secondsSince(tampering)} s.`);
  for (const one of missed.slice(0, 5)) console.log(JSON.stringify(one));
  judge([
    { what: 'events sealed after the kills', counted: found.sealed, must: written },
    { what: 'events sealed out of their order', counted: found.misplaced, must: 0 },
    { what: 'tamperings found where nobody tampered', counted: whole.findings.length, must: 0 },
    { what: 'tamperings found, each at its place', counted: tamperings - missed.length, must: tamperings },
  ]);
}

/**
 * QUALITY, fault tests: 1,000 tamperings of the audit trail by the owner of its database, after the worker that seals it
 * was killed again and again while events were written. `--events`, `--kills` and `--tamperings` make it shorter.
 */
export async function run(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      events: { type: 'string', default: '3000' },
      kills: { type: 'string', default: '15' },
      tamperings: { type: 'string', default: '1000' },
    },
  });
  const dataDir = await mkdtemp(join(tmpdir(), 'dagsorden-faults-'));
  const postgres = await startEmbeddedPostgres({ dataDir, log: console.error });
  try {
    await migrate({ url: postgres.url, applicationName: 'dagsorden-faults' });
    const trail = await openTrail(postgres.url, { dataDir, poolSize: 8 });
    const env = { DATABASE_URL: postgres.url, DATA_DIR: dataDir, LOG_LEVEL: 'error' };
    const { events, kills, tamperings } = values;
    const size = { events: Number(events), kills: Number(kills), tamperings: Number(tamperings) };
    await sealAndTamper(trail, env, size).finally(() => trail.close());
  } finally {
    await postgres.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}
