import { testRedis } from './redis.js';

/**
 * The two homes of the queue, for `describe.each(queueBackends)`: a test of the queue runs on both.
 * `redisUrl` gives what the configuration's field of the same name would hold.
 */
export const queueBackends: { name: string; redisUrl: () => Promise<string | null> }[] = [
  { name: 'PostgreSQL', redisUrl: () => Promise.resolve(null) },
  { name: 'Redis', redisUrl: testRedis },
];
