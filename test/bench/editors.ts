import { startProcess } from '../support/own-process.js';
import { freePort } from '../support/redis.js';
import { sampleMeeting } from './agenda-view/sample.js';
import { withBenchApi } from './editing/bench-api.js';
import type { BenchApi } from './editing/bench-api.js';
import { median } from './measure.js';

const EDITORS = [1, 5, 20, 50] as const;
const [ROUNDS, ROUND_MS] = [9, 500];
const REACH = { at: 20, ratio: 0.5, p95: 100 } as const;

interface Target {
  readonly path: (id: string) => string;
  readonly headers: Readonly<Record<string, string>>;
}

interface Round {
  readonly saved: number;
  /** Milliseconds of each answer. */
  readonly waits: readonly number[];
}

const versions = new Map<string, number>();

/** Everybody saves the title of a point of their own in one agenda, the next as soon as the answer is there. */
async function round(
  { path, headers }: Target,
  points: readonly string[],
  milliseconds: number,
): Promise<Round> {
  const until = performance.now() + milliseconds;
  const waits: number[] = [];
  const edit = async (id: string): Promise<number> => {
    let saved = 0;
    while (performance.now() < until) {
      const version = versions.get(id) ?? 1;
      const before = performance.now();
      const response = await fetch(path(id), {
        method: 'PATCH',
        headers: { ...headers, 'Content-Type': 'application/json', 'If-Match': `"${version}"` },
        body: JSON.stringify({ title: `Punkt med titel ${version}` }),
      });
      const answer = (await response.json()) as { version?: number };
      waits.push(performance.now() - before);
      if (response.status !== 200 || answer.version !== version + 1)
        throw new Error(`${path(id)}: ${response.status} ${JSON.stringify(answer)}`);
      versions.set(id, answer.version);
      saved += 1;
    }
    return saved;
  };
  const saved = await Promise.all(points.map(edit));
  return { saved: saved.reduce((sum, count) => sum + count, 0), waits };
}

/** What was acknowledged is there: each point has the version that its editor was last told. */
async function lost({ database }: BenchApi, points: readonly string[]): Promise<number> {
  const { rows } = await database.query<{ id: string; version: number; title: string }>(
    'SELECT id, version, title FROM agenda_point WHERE id = ANY($1)',
    [points],
  );
  return rows.filter(
    ({ id, version, title }) => versions.get(id) !== version || title !== `Punkt med titel ${version - 1}`,
  ).length;
}

/** QUALITY: editors who autosave one agenda, beside a raw UPDATE of a version over bare node:http. */
export async function run(): Promise<void> {
  await withBenchApi(async (api) => {
    const port = await freePort();
    const env = { DATABASE_URL: api.databaseUrl, PORT: String(port) };
    const bare = await startProcess('test/bench/editing/bare-update.js', env);
    try {
      const ours = { path: (id: string) => `${api.url}/api/v1/agenda-points/${id}`, headers: api.headers };
      const raw = { path: (id: string) => `http://127.0.0.1:${port}/${id}`, headers: {} };
      const meetingId = await sampleMeeting(
        api.database,
        api.url,
        api.bodyId,
        Math.max(...EDITORS),
        api.headers,
      );
      const { rows } = await api.database.query<{ id: string }>(
        'SELECT id FROM agenda_point WHERE meeting_id = $1 ORDER BY position',
        [meetingId],
      );
      console.log(`\nSaves a second of one agenda of ${rows.length} points, median of ${ROUNDS}.`);
      console.log('editors      ours  raw UPDATE     ratio   p95 ms      lost');
      for (const count of EDITORS) {
        const points = rows.slice(0, count).map(({ id }) => id);
        await round(ours, points, ROUND_MS);
        await round(raw, points, ROUND_MS);
        const [mine, floor]: [Round[], Round[]] = [[], []];
        for (let i = 0; i < ROUNDS; i += 1) {
          mine.push(await round(ours, points, ROUND_MS));
          floor.push(await round(raw, points, ROUND_MS));
        }
        const perSecond = (rounds: readonly Round[]): number =>
          median(rounds.map(({ saved }) => (saved * 1000) / ROUND_MS));
        const ratio = perSecond(mine) / perSecond(floor);
        const waits = mine.flatMap(({ waits: each }) => each).sort((a, b) => a - b);
        const p95 = waits[Math.floor(waits.length * 0.95)] ?? NaN;
        const cells = [
          perSecond(mine).toFixed(0),
          perSecond(floor).toFixed(0),
          ratio.toFixed(2),
          p95.toFixed(1),
        ];
        console.log(
          `${String(count).padEnd(7)}${[...cells, String(await lost(api, points))].map((cell) => cell.padStart(10)).join('')}`,
        );
        if (count === REACH.at) {
          const holds = (reached: boolean): string => (reached ? 'reached' : 'MISSED');
          console.log(
            `  reach ${REACH.ratio}x: ${holds(ratio >= REACH.ratio)}; p95 ${REACH.p95} ms: ${holds(p95 <= REACH.p95)}`,
          );
        }
      }
    } finally {
      await bare.end('SIGTERM');
    }
  });
}
