import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { INestApplicationContext } from '@nestjs/common';
import { createWorker } from '../../apps/worker/create-worker.js';
import { pageOf } from '../../libs/contracts/common.js';
import { followUp } from '../../libs/contracts/follow-ups.js';
import { OwedReadings } from '../../libs/features/follow-ups/suggestions.jobs.js';
import { createLogger } from '../../libs/platform/log/logger.js';
import { JobQueue } from '../../libs/platform/queue/job-queue.js';
import { decide } from '../builders/follow-ups.js';
import { meetingInSession, paragraph } from '../builders/meetings.js';
import { queueBackends } from '../support/queue-backends.js';
import { startTestApi, unknownId } from '../support/test-api.js';
import type { TestApi } from '../support/test-api.js';
import { until } from '../support/until.js';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());

const onPoint = async (pointId: string): Promise<string[]> =>
  (await api.take(pageOf(followUp), 'get', `follow-ups?stage=suggested&pointId=${pointId}`)).items.map(
    (item) => item.id,
  );

const isRead = async (pointId: string): Promise<boolean> => {
  const sql = 'SELECT id FROM decision WHERE point_id = $1 AND read_version = version';
  return (await api.database.query(sql, [pointId])).length === 1;
};

async function newPoint(): Promise<string> {
  return (await meetingInSession(api, ['Tilsyn'])).points[0]?.id ?? '';
}

describe.each(queueBackends)('decisions read by the worker, its queue in $name', ({ redisUrl }) => {
  let worker: INestApplicationContext | null = null;

  async function startWorker(): Promise<INestApplicationContext> {
    worker = await createWorker({
      databaseUrl: api.database.url,
      redisUrl: await redisUrl(),
      dataDir: api.dataDir,
      applicationName: 'dagsorden-test-worker',
      logger: createLogger('test', 'silent'),
    });
    return worker;
  }

  afterEach(async () => {
    await worker?.close();
    worker = null;
  });

  it('give their suggestions soon after they were written, and once', async () => {
    const pointId = await newPoint();
    await startWorker();
    await decide(api, pointId, 'FAS følger op på tilsynet.');
    await until(() => isRead(pointId));
    const first = await onPoint(pointId);
    expect(first).toHaveLength(1);
    await decide(api, pointId, 'FAS følger op på tilsynet.\n\nKAH følger op på budgettet.', 1);
    await until(() => isRead(pointId));
    expect(await onPoint(pointId)).toEqual([...first, expect.any(String)]);
  });

  it('are not disturbed by the same job twice at once, nor by one for a point that is gone', async () => {
    const pointId = await newPoint();
    await decide(api, pointId, 'FAS følger op på tilsynet.');
    const started = await startWorker();
    const job = (id: string, of: string) => ({
      name: 'follow-ups.suggest' as const,
      payload: { pointId: of },
      jobId: `${pointId}-${id}`,
    });
    const queue = started.get(JobQueue);
    await queue.add([job('gone', unknownId()), job('a', pointId), job('b', pointId), job('c', pointId)]);
    await until(async () => ((await queue.handle.getJobCounts()).completed ?? 0) >= 4);
    expect(await onPoint(pointId)).toHaveLength(1);
  });

  it('are found by the sweep when their job was lost on the way, and not once they are read', async () => {
    const pointId = await newPoint();
    await api.database.query(
      'INSERT INTO decision (id, point_id, outcome, text) VALUES (gen_random_uuid(), $1, $2, $3::jsonb)',
      [pointId, 'noted', JSON.stringify(paragraph('FAS følger op på tilsynet.'))],
    );
    const started = await startWorker();
    const owed = async (): Promise<string[]> =>
      (await started.get(OwedReadings).jobs()).flatMap((job) =>
        job.name === 'follow-ups.suggest' ? [job.payload.pointId] : [],
      );
    expect(await owed()).toContain(pointId);
    await started.get(JobQueue).add(await started.get(OwedReadings).jobs());
    await until(() => isRead(pointId));
    expect(await onPoint(pointId)).toHaveLength(1);
    expect(await owed()).not.toContain(pointId);
  });
});
