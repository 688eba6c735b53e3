import { fileURLToPath } from 'node:url';
import { startLocalProvider } from '../../../libs/features/identity/index.js';
import { onTermination } from '../../../libs/platform/process/termination.js';
import { EXIT, takesNoPositionals } from '../command.js';
import type { Command, Surroundings } from '../command.js';
import { seedWhenEmpty } from '../sample.js';
import { whenNpmIsGone } from '../supervisor/npm-watch.js';
import { startEverything } from '../supervisor/supervisor.js';

const scriptOf = (app: string): string => fileURLToPath(new URL(`../../${app}/main.js`, import.meta.url));
const scripts = { api: scriptOf('api'), worker: scriptOf('worker') };

export const command: Command = {
  help: `
Usage: npm start

Starts the embedded PostgreSQL unless DATABASE_URL is set, brings the database up to date, loads a sample municipality
into an empty one, and runs api and worker until Ctrl-C. Unless OIDC_ISSUER names the provider people sign in at, it runs
one of its own for the invented people, on this machine only. PORT (3000) and HOST (127.0.0.1) say where it answers,
DATA_DIR (./data) where it keeps its data, REDIS_URL moves the queue to Redis, LOG_LEVEL (warn) how much it tells.`,
  options: {},
  run: async (args, around) => {
    takesNoPositionals(args);
    const request = askedToEnd(around);
    try {
      const running = await startEverything(
        { scripts, seedWhenEmpty, startProvider: startLocalProvider },
        around,
      );
      await request.made;
      around.say('Stopping ...');
      await running.stop();
    } catch (error) {
      // Ctrl-C reaches api and worker too: that they end while they start is then no failure.
      if (!request.wasMade()) throw error;
    }
    return EXIT.fine;
  },
};

const STOP_PATIENCE_MS = 20_000;

/** A request to end: by a signal, or because the npm that started this process is gone. */
function askedToEnd({ env }: Surroundings): { made: Promise<void>; wasMade: () => boolean } {
  let asked = false;
  const made = new Promise<void>((resolve) => {
    const ask = (): void => {
      asked = true;
      // Whatever hangs: the children see their parent go, and a database left running is joined by the next start.
      setTimeout(() => process.exit(EXIT.refused), STOP_PATIENCE_MS).unref();
      resolve();
    };
    onTermination(ask);
    if (env.npm_lifecycle_event !== undefined) whenNpmIsGone(ask);
  });
  return { made, wasMade: () => asked };
}
