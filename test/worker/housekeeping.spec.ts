import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { createWorker } from '../../apps/worker/create-worker.js';
import { HousekeepingModule } from '../../libs/platform/housekeeping.module.js';
import { createLogger } from '../../libs/platform/log/logger.js';
import { makeBody } from '../builders/meetings.js';
import { rawRequest } from '../support/raw-request.js';
import { startTestApi, unknownId } from '../support/test-api.js';
import type { TestApi } from '../support/test-api.js';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());

it('forgets the answers kept for repeated requests after thirty days, and no sooner', async () => {
  const worker = await createWorker({
    databaseUrl: api.database.url,
    redisUrl: null,
    dataDir: api.dataDir,
    applicationName: 'dagsorden-test-worker',
    logger: createLogger('test', 'silent'),
  });
  const bodyId = await makeBody(api);
  const keys = { old: `key-${unknownId()}`, young: `key-${unknownId()}` };
  const ask = async (key: string, date: string): Promise<string> =>
    (await rawRequest(api, 'post', '/api/v1/meetings', { 'Idempotency-Key': key }).send({ bodyId, date }))
      .text;
  const first = { old: await ask(keys.old, '2026-03-10'), young: await ask(keys.young, '2026-03-17') };
  const age = (key: string, interval: string): Promise<unknown> =>
    api.database.query('UPDATE idempotency_key SET created_at = now() - $2::interval WHERE key = $1', [
      key,
      interval,
    ]);
  await age(keys.old, '30 days 1 minute');
  await age(keys.young, '29 days');
  await worker.get(HousekeepingModule).forgetAnswers();
  await worker.close();
  expect(await ask(keys.young, '2026-03-17')).toBe(first.young);
  expect(await ask(keys.old, '2026-03-10')).not.toBe(first.old);
});
