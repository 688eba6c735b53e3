/**
 * The same lock as libs/platform/process/file-lock.ts, in plain Node: this one must work before anything is compiled.
 */
import { linkSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';

/** Runs `work` while no other process does so with the same file; says once when it has to wait. */
export async function withLock(path, say, work) {
  for (let waits = 0; !tryToCreate(path); waits += 1) {
    breakWhenStale(path);
    if (waits === 40) say('Waiting for another start of the same folder to finish its preparations ...');
    await delay(50);
  }
  try {
    return await work();
  } finally {
    remove(path);
  }
}

function tryToCreate(path) {
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, identity(process.pid) ?? '');
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  } finally {
    unlinkSync(draft);
  }
}

function breakWhenStale(path) {
  if (!isStale(path)) return;
  const breaker = `${path}.breaking`;
  if (!tryToCreate(breaker)) {
    if (isStale(breaker)) remove(breaker);
    return;
  }
  if (isStale(path)) remove(path);
  remove(breaker);
}

function isStale(path) {
  try {
    const holder = readFileSync(path, 'utf8');
    return identity(Number.parseInt(holder, 10)) !== holder;
  } catch {
    return false;
  }
}

/** Number and start time of a running process; null when it does not run. */
function identity(pid) {
  try {
    if (process.platform !== 'linux') return process.kill(pid, 0) ? String(pid) : null;
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' ? null : `${pid}:${fields[19]}`;
  } catch {
    return null;
  }
}

function remove(path) {
  try {
    unlinkSync(path);
  } catch {
    // Somebody else removed it.
  }
}
