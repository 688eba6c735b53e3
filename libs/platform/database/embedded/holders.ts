import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isRunning, processIdentity } from '../../process/identity.js';

let taken = 0;

/** Notes that this process uses the server; returns the note to give to `release`. */
export async function hold(folder: string): Promise<string> {
  const note = join(folder, `${process.pid}-${taken++}`);
  await writeFile(note, processIdentity(process.pid) ?? '', { mode: 0o600 });
  return note;
}

/** Takes the note back, clears away those of dead processes, and returns how many living users are left. */
export async function release(folder: string, note: string): Promise<number> {
  await rm(note, { force: true });
  let living = 0;
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    if (isRunning(await readFile(path, 'utf8').catch(() => ''))) living += 1;
    else await rm(path, { force: true });
  }
  return living;
}
