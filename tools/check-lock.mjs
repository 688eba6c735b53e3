/**
 * Packages may lack the parts of other platforms in the registry, so that `npm install` passes and `npm ci` on the lock
 * it wrote fails: this asks npm, without installing anything. Without a network it says so and lets it pass.
 */
import { spawnSync } from 'node:child_process';
import { ROOT } from './bootstrap.mjs';

const asked = spawnSync('npm', ['ci', '--dry-run', '--ignore-scripts', '--no-audit', '--no-fund'], {
  cwd: ROOT,
  encoding: 'utf8',
  shell: process.platform === 'win32',
  timeout: 120_000,
});
const said = `${asked.stdout}${asked.stderr}`;
const offline = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|network/i.test(said);
if (asked.error?.code === 'ETIMEDOUT' || (asked.status !== 0 && offline && !said.includes('Missing'))) {
  console.log('Not checked: the registry cannot be reached.');
} else if (asked.status !== 0 || said.includes('Missing')) {
  console.log(said);
  process.exit(1);
}
