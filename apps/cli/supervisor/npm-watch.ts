import { readFileSync } from 'node:fs';
import { isRunning, parentOf, processIdentity } from '../../../libs/platform/process/identity.js';

const LOOK_EVERY_MS = 500;

/**
 * Calls back once when the npm that started this process is gone: killed, or ended without passing the signal on. npm
 * starts scripts through a shell, which may stay in between and outlive it.
 */
export function whenNpmIsGone(callBack: () => void): void {
  const above = [process.ppid, ...(isShell(process.ppid) ? [parentOf(process.ppid)] : [])];
  const identities = above.map((pid) => processIdentity(pid ?? 0) ?? '');
  const watch = setInterval(() => {
    if (identities.every((identity) => isRunning(identity))) return;
    clearInterval(watch);
    callBack();
  }, LOOK_EVERY_MS).unref();
}

/** Whether a process is a shell that only runs one script; unknown, and no, where there is no /proc. */
function isShell(pid: number): boolean {
  try {
    const [program = '', flag] = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
    return /(^|\/)\w*sh$/.test(program) && flag === '-c';
  } catch {
    return false;
  }
}
