import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { run } from '../../apps/cli/run.js';

const program = fileURLToPath(new URL('../../tools/dagsorden.mjs', import.meta.url));

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the command line in this process, with this standard input and these variables added to the environment. */
export async function dagsorden(
  args: string[],
  input: string | Buffer = '',
  env: NodeJS.ProcessEnv = {},
): Promise<Ended> {
  const out: string[] = [];
  const err: string[] = [];
  const code = await run(args, {
    env: { ...process.env, ...env },
    stdin: (async function* () {
      yield await Promise.resolve(Buffer.from(input));
    })(),
    out: (text) => {
      out.push(text);
      return Promise.resolve();
    },
    say: (line) => err.push(`${line}\n`),
  });
  return { code, out: out.join(''), err: err.join('') };
}

/** Runs it as a user does, in a process of its own: a second or two. */
export function dagsordenProcess(args: string[], input: string | Buffer = ''): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, ...args]);
    let out = '';
    let err = '';
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => (out += chunk));
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => (err += chunk));
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, out, err }));
  });
}
