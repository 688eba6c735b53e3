import { createdAgendaPoints } from '../../libs/contracts/agenda-points.js';
import { meeting } from '../../libs/contracts/meetings.js';
import { post } from '../support/http.js';
import { withBenchApi } from './editing/bench-api.js';
import type { BenchApi } from './editing/bench-api.js';
import { median } from './measure.js';

const [BATCHES, POINTS, ROUNDS] = [4, 50, 15];
const REACH = { ms: 1000, growth: 1.1 } as const;

const fields = (batch: number) =>
  Array.from({ length: POINTS }, (_, i) => ({
    ...{ title: `Punkt ${batch * POINTS + i + 1}: plan for området`, minutes: 5, type: 'decision' },
    purpose: [{ type: 'paragraph', content: [{ text: 'Der skal tages stilling til planen.' }] }],
  }));

/** Fills one meeting batch by batch; milliseconds of each. */
async function fill({ url, bodyId, headers }: BenchApi): Promise<number[]> {
  const { id } = await post(url, meeting, 'meetings', { bodyId, date: '2026-03-10' }, headers);
  const times: number[] = [];
  for (let batch = 0; batch < BATCHES; batch += 1) {
    const before = performance.now();
    const { items } = await post(
      ...([url, createdAgendaPoints, `meetings/${id}/agenda-points/several`] as const),
      ...([{ points: fields(batch) }, headers] as const),
    );
    times.push(performance.now() - before);
    // A fast wrong answer is a failure.
    const [first, last] = [items[0]?.number, items.at(-1)?.number];
    if (first !== String(batch * POINTS + 1) || last !== String((batch + 1) * POINTS))
      throw new Error(`The batch ${batch + 1} was numbered ${first} to ${last}.`);
  }
  return times;
}

/** QUALITY: 50 points into a meeting of 0, 50, 100 and 150. */
export async function run(): Promise<void> {
  await withBenchApi(async (api) => {
    for (let warm = 0; warm < 3; warm += 1) await fill(api);
    const rounds: number[][] = [];
    for (let round = 0; round < ROUNDS; round += 1) rounds.push(await fill(api));
    const medians = Array.from({ length: BATCHES }, (_, i) => median(rounds.map((times) => times[i] ?? NaN)));
    console.log(`\n${POINTS} points into a meeting, milliseconds, median of ${ROUNDS}.`);
    for (const [i, ms] of medians.entries())
      console.log(`of ${String(i * POINTS).padStart(3)} points ${ms.toFixed(1).padStart(8)}`);
    const growth = (medians.at(-1) ?? NaN) / (medians[0] ?? NaN);
    const holds = (reached: boolean): string => (reached ? 'reached' : 'MISSED');
    const worst = Math.max(...medians);
    console.log(
      `the fourth batch ${growth.toFixed(2)}x the first, reach ${REACH.growth}: ${holds(growth <= REACH.growth)}`,
    );
    console.log(`the slowest ${worst.toFixed(0)} ms, reach ${REACH.ms}: ${holds(worst <= REACH.ms)}`);
  });
}
