import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** A compiled program that runs as a process of its own, beside the one that measures or breaks it. */
export interface OwnProcess {
  readonly pid: number;
  /** Sends a signal and waits until the process is gone. */
  end(signal: NodeJS.Signals): Promise<void>;
}

/**
 * Starts a program, given by its path under `dist`, and waits until it reports that it is ready; throws when it ends before.
 * What it prints is thrown away; its errors are shown.
 */
export async function startProcess(
  script: string,
  env: Readonly<Record<string, string>>,
): Promise<OwnProcess> {
  const path = fileURLToPath(new URL(`../../${script}`, import.meta.url));
  const child = fork(path, [], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const gone = once(child, 'exit');
  const ended = gone.then(() => {
    throw new Error(`${script} ended before it was ready.`);
  });
  await Promise.race([once(child, 'message'), ended]);
  ended.catch(() => undefined);
  return {
    pid: child.pid ?? 0,
    end: async (signal) => {
      child.kill(signal);
      await gone;
    },
  };
}
