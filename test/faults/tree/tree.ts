import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { layoutOf } from '../../../libs/platform/database/embedded/layout.js';
import { parentOf } from '../../../libs/platform/process/identity.js';

const CLI = fileURLToPath(new URL('../../../apps/cli/main.js', import.meta.url));

/** Everything that `npm start` runs: supervisor, api and worker in one process group, and the database. */
export interface Tree {
  /** SIGKILL for the supervisor and its children; with `database` for PostgreSQL and all its backends too. */
  kill(database: boolean): Promise<void>;
  /** Asks it to end in good order and waits until it has. */
  stop(): Promise<void>;
}

/** Starts the tree without waiting until it answers. */
export function startTree(dataDir: string, port: number): Tree {
  const child = spawn(process.execPath, [CLI, 'start'], {
    detached: true,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...process.env,
      ...{ DATA_DIR: dataDir, PORT: String(port), HOST: '127.0.0.1', LOG_LEVEL: 'error' },
      REQUESTS_PER_MINUTE: '0',
      ...{ DATABASE_URL: '', REDIS_URL: '' },
    },
  });
  const gone = once(child, 'exit');
  return {
    kill: async (database) => {
      const server = database ? await serverProcesses(dataDir) : [];
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
      for (const pid of server) killIfThere(pid);
      await gone;
    },
    stop: async () => {
      child.kill('SIGTERM');
      await gone;
    },
  };
}

/** The process numbers of the database server of a data folder: the postmaster first, then its backends. */
async function serverProcesses(dataDir: string): Promise<number[]> {
  const note = await readFile(join(layoutOf(dataDir).cluster, 'postmaster.pid'), 'utf8').catch(() => '');
  const postmaster = Number.parseInt(note, 10);
  if (Number.isNaN(postmaster)) return [];
  const all = (await readdir('/proc')).map(Number).filter((pid) => pid > 0);
  return [postmaster, ...all.filter((pid) => parentOf(pid) === postmaster)];
}

function killIfThere(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
