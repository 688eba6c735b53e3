import { access, mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { withFileLock } from '../../process/file-lock.js';
import { processIdentity } from '../../process/identity.js';
import { ensureCluster } from './cluster.js';
import { EmbeddedPostgresError } from './error.js';
import { hold, release } from './holders.js';
import { layoutOf } from './layout.js';
import type { Layout } from './layout.js';
import { preparePrograms } from './programs.js';
import { endServer, ensureServer, urlOf } from './server.js';
import type { ServerPlan } from './server.js';
import type { Postmaster } from './server-process.js';
import { serverUserFor } from './server-user.js';

export { EmbeddedPostgresError } from './error.js';

export interface EmbeddedPostgresOptions {
  /** The database lies in the folder `database` under it, which is made when missing. */
  readonly dataDir: string;
  /** Gets a line for a person when something out of the ordinary happens. */
  readonly log: (line: string) => void;
  /** Nothing is forced to disk, and the role may create databases. Never for anybody's data. */
  readonly forTests?: boolean;
}

export interface EmbeddedPostgres {
  readonly url: string;
  /** Gives the server up; the last process on this machine that does so stops it. */
  stop(): Promise<void>;
}

/** Whether a data folder holds an embedded database. One that may not be looked into counts as there. */
export async function embeddedPostgresExists(dataDir: string): Promise<boolean> {
  return access(layoutOf(resolve(dataDir)).cluster).then(
    () => true,
    (error: unknown) => (error as NodeJS.ErrnoException).code !== 'ENOENT',
  );
}

/** A first start, or a recovery after a power cut, may keep the lock for as long as this. */
const WAIT_FOR_OTHERS_MS = 300_000;

/**
 * Starts the PostgreSQL of a data folder, or joins the one that runs there already: several processes may use it, and
 * it stops with the last of them. One that was left running by a killed process is taken over; one that dies while it
 * is in use is started again on the same port. Throws `EmbeddedPostgresError` with a message for the operator.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const layout = layoutOf(resolve(options.dataDir));
  const user = await serverUserFor(layout, options.log);
  await makeRoot(layout);
  const programs = await preparePrograms(layout, user);
  return withFileLock(layout.lock, WAIT_FOR_OTHERS_MS, async () => {
    const forTests = options.forTests === true;
    const password = await ensureCluster(layout, programs, user, forTests);
    const { postgres } = programs;
    const plan = { layout, postgres, user, password, durable: !forTests, log: options.log };
    const note = await hold(layout.holders);
    try {
      return keepRunning(plan, note, await ensureServer(plan));
    } catch (error) {
      await release(layout.holders, note);
      throw error;
    }
  });
}

async function makeRoot(layout: Layout): Promise<void> {
  try {
    await mkdir(layout.root, { recursive: true });
  } catch (error) {
    throw new EmbeddedPostgresError(
      `The data folder cannot be written: ${(error as Error).message}. Choose another with DATA_DIR.`,
    );
  }
}

const LOOK_EVERY_MS = 500;

/** Watches the server, so that the address stays good for as long as it is in use. */
function keepRunning(plan: ServerPlan, note: string, started: Postmaster): EmbeddedPostgres {
  const { layout, log } = plan;
  let running = { pid: started.pid, identity: processIdentity(started.pid) };
  let repair: Promise<void> | null = null;
  let stopping: Promise<void> | null = null;

  const restart = async (): Promise<void> => {
    log('The database server has ended unexpectedly; it is started again.');
    const { pid } = await withFileLock(layout.lock, WAIT_FOR_OTHERS_MS, () =>
      ensureServer(plan, started.port),
    );
    running = { pid, identity: processIdentity(pid) };
  };
  const look = (): void => {
    if (repair !== null || processIdentity(running.pid) === running.identity) return;
    repair = restart()
      .catch((error: unknown) => log(String(error)))
      .finally(() => (repair = null));
  };
  const watch = setInterval(look, LOOK_EVERY_MS).unref();

  const giveUp = async (): Promise<void> => {
    clearInterval(watch);
    await repair;
    await withFileLock(layout.lock, WAIT_FOR_OTHERS_MS, async () => {
      if ((await release(layout.holders, note)) === 0) await endServer(layout.cluster);
    });
  };
  return { url: urlOf(plan, started.port), stop: () => (stopping ??= giveUp()) };
}
