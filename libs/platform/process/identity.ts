import { readFileSync } from 'node:fs';

/**
 * A text that names one running process for as long as the machine is up, or null when no such process runs.
 * On Linux it holds the start time too, so that a later process with the same number is not taken for this one;
 * a dead process nobody has reaped yet (a zombie) counts as not running.
 */
export function processIdentity(pid: number): string | null {
  if (process.platform !== 'linux') return answersSignals(pid) ? String(pid) : null;
  const fields = statOf(pid);
  if (fields === null || fields[0] === 'Z' || fields[0] === 'X') return null;
  return `${pid}:${fields[19] ?? ''}`;
}

/** The number of a process's parent; null when it does not run or the system does not say (other than Linux). */
export function parentOf(pid: number): number | null {
  const fields = statOf(pid);
  return fields === null ? null : Number(fields[1]);
}

/** The fields of /proc/PID/stat from the state on. */
function statOf(pid: number): string[] | null {
  try {
    // The name in the second field may hold spaces and brackets: count from the last bracket.
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return null;
  }
}

/** Whether the process that had this identity still runs. An identity that cannot be read counts as gone. */
export function isRunning(identity: string): boolean {
  const pid = Number.parseInt(identity, 10);
  return Number.isInteger(pid) && pid > 0 && processIdentity(pid) === identity;
}

/** Whether the system knows the process number at all, a zombie included. */
export function answersSignals(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
