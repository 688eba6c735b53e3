import 'reflect-metadata';
import { once } from 'node:events';
import { run } from './run.js';

// A reader that has seen enough (`| head`) closes the pipe: no reason to fail loudly.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? 0 : 1);
});

process.exitCode = await run(process.argv.slice(2), {
  env: process.env,
  stdin: process.stdin,
  out: async (text) => {
    if (!process.stdout.write(text)) await once(process.stdout, 'drain');
  },
  say: (line) => void process.stderr.write(`${line}\n`),
});
