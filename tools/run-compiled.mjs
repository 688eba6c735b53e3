import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from './bootstrap.mjs';

/** Runs a compiled program in this process, as if it had been started with these arguments. */
export async function runCompiled(name, args) {
  const file = join(ROOT, 'dist', name);
  process.argv = [process.argv[0], file, ...args];
  await import(pathToFileURL(file).href);
}
