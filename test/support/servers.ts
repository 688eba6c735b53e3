import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '../../libs/platform/database/embedded/index.js';
import { processIdentity } from '../../libs/platform/process/identity.js';
import { dropDatabasesLike, makeTemplate } from './database.js';
import { startRedis, stopLeftRedis } from './redis.js';

const PREFIX = 'dagsorden-test-';

/**
 * Starts what the system tests share: a PostgreSQL with a migrated template (an embedded one in a temporary folder, or
 * the server of TEST_DATABASE_URL, whose role must be allowed to create databases) and a Redis where the program is
 * installed. Tells the tests through the environment; returns what stops it all.
 */
export async function startTestServers(): Promise<() => Promise<void>> {
  await clearAwayLeftovers();
  const folder = await mkdtemp(join(tmpdir(), `${PREFIX}${process.pid}-`));
  const given = process.env.TEST_DATABASE_URL;
  const log = (line: string): void => console.error(line);
  const embedded = given ? null : await startEmbeddedPostgres({ dataDir: folder, log, forTests: true });
  const server = embedded?.url ?? given ?? '';
  const template = `dagsorden_test_${randomBytes(4).toString('hex')}`;
  await makeTemplate(server, template);
  const redis = await startRedis(folder);
  process.env.DAGSORDEN_TEST_SERVER = server;
  process.env.DAGSORDEN_TEST_TEMPLATE = template;
  process.env.DAGSORDEN_TEST_REDIS = redis?.url ?? '';
  return async () => {
    await redis?.stop();
    if (embedded === null) await dropDatabasesLike(server, template);
    await embedded?.stop();
    await rm(folder, { recursive: true, force: true });
  };
}

/** A run that was killed left its servers and its folder behind. */
async function clearAwayLeftovers(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const pid = name.startsWith(PREFIX) ? Number.parseInt(name.slice(PREFIX.length), 10) : NaN;
    if (Number.isNaN(pid) || processIdentity(pid) !== null) continue;
    const folder = join(tmpdir(), name);
    try {
      await stopLeftRedis(folder);
      // Joining it and leaving it again as the last user stops it.
      const left = await startEmbeddedPostgres({ dataDir: folder, log: () => undefined, forTests: true });
      await left.stop();
      await rm(folder, { recursive: true, force: true });
    } catch {
      console.error(`Left as it is, since it belongs to somebody else or is damaged: ${folder}`);
    }
  }
}
