import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Where this file's folders begin: `dist` of the built product, the folder of its sources where those are run. */
const ROOT = new URL('../../../', import.meta.url);

/**
 * The built script that a thread runs, by its name as seen from a module (`import.meta.url`). A thread is plain Node, which
 * runs what was built also where everything else is run from its sources, as in tests.
 */
export function threadScript(name: string, from: string): URL {
  const beside = new URL(name, from);
  if (existsSync(fileURLToPath(beside))) return beside;
  return new URL(`dist/${beside.href.slice(ROOT.href.length)}`, ROOT);
}
