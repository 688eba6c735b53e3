import { open, readFile, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { RefusalError } from './command.js';

/** Reads a whole file; throws `RefusalError` naming it when it is not there, is no file, or is larger than the limit (bytes). */
export async function readWhole(path: string, limit: number): Promise<Buffer> {
  try {
    const found = await stat(path);
    if (!found.isFile()) throw new RefusalError(`${path} is no file.`);
    if (found.size > limit) throw new RefusalError(`${path} is larger than ${limit / 1024 / 1024} MB.`);
    return await readFile(path);
  } catch (error) {
    throw asRefusal(error, `${path} cannot be read`);
  }
}

/** Writes a file so that either all of it is there or what was there before: under another name first, then renamed. */
export async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const whole = resolve(path);
  const draft = join(dirname(whole), `.${basename(whole)}.${process.pid}.draft`);
  try {
    const file = await open(draft, 'wx');
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, whole);
  } catch (error) {
    await rm(draft, { force: true });
    throw asRefusal(error, `${path} cannot be written`);
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  EACCES: 'permission denied',
  EISDIR: 'it is a folder',
  ENOTDIR: 'its folder is no folder',
  ENOSPC: 'the disk is full',
  EROFS: 'the disk is read-only',
};

function asRefusal(error: unknown, what: string): RefusalError {
  if (error instanceof RefusalError) return error;
  const { code = '', message } = error as NodeJS.ErrnoException;
  return new RefusalError(`${what}: ${REASONS[code] ?? message}.`);
}
