import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { mkdir, open, readFile, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, extname, join } from 'node:path';
import { newId } from '../ids/new-id.js';

/** What is known of a stored file: its SHA-256 in hexadecimal and its size in bytes. */
export interface StoredFile {
  readonly sha256: string;
  readonly size: number;
}

/** How the name of a file ends while it is being written. */
const HALF = '.part';

/**
 * Keeps files under the hash of what they hold. A file is written beside its place, flushed with its folder, and
 * renamed: it is there whole or not at all, and the same bytes are kept once.
 */
export class FileStore {
  constructor(private readonly root: string) {}

  /** Stores bytes and gives their hash and size; throws when the disk refuses (the half file is removed). */
  async put(bytes: Uint8Array): Promise<StoredFile> {
    const stored = { sha256: createHash('sha256').update(bytes).digest('hex'), size: bytes.byteLength };
    const place = this.pathOf(stored.sha256);
    if (await isFileOf(place, stored.size)) return stored;
    const folder = dirname(place);
    const temporary = join(folder, `.${newId()}${HALF}`);
    await mkdir(folder, { recursive: true, mode: 0o700 });
    try {
      const file = await open(temporary, constants.O_CREAT | constants.O_EXCL | constants.O_WRONLY, 0o600);
      try {
        await file.writeFile(bytes);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(temporary, place);
      await syncFolder(folder);
    } catch (error) {
      await rm(temporary, { force: true });
      throw error;
    }
    return stored;
  }

  /** The bytes of a stored file; throws when it is missing or no longer has its hash. */
  async get(sha256: string): Promise<Buffer> {
    const bytes = await readFile(this.pathOf(sha256));
    if (createHash('sha256').update(bytes).digest('hex') !== sha256)
      throw new Error(`The file ${sha256} is damaged.`);
    return bytes;
  }

  /**
   * Removes the half files of processes that died while writing: those last written before a moment. Gives how many. A
   * file that is being written is younger than any sensible moment.
   */
  async removeHalfFiles(before: Date): Promise<number> {
    const entries = await readdir(this.root, { recursive: true, withFileTypes: true }).catch(noneWhenAbsent);
    let removed = 0;
    for (const entry of entries) {
      if (!entry.isFile() || extname(entry.name) !== HALF) continue;
      const place = join(entry.parentPath, entry.name);
      if ((await stat(place)).mtime >= before) continue;
      await rm(place, { force: true });
      removed += 1;
    }
    return removed;
  }

  private pathOf(sha256: string): string {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error('A file is named by its SHA-256.');
    return join(this.root, sha256.slice(0, 2), sha256);
  }
}

/** The code of an error of the file system, such as `ENOENT`; empty when it is none. */
export function systemErrorCode(error: unknown): string {
  const hasCode = error !== null && typeof error === 'object' && 'code' in error;
  return hasCode && typeof error.code === 'string' ? error.code : '';
}

function noneWhenAbsent(error: unknown): [] {
  if (systemErrorCode(error) === 'ENOENT') return [];
  throw error;
}

async function isFileOf(path: string, size: number): Promise<boolean> {
  try {
    return (await stat(path)).size === size;
  } catch (error) {
    if (systemErrorCode(error) === 'ENOENT') return false;
    throw error;
  }
}

/** Makes what was done to the names in a folder last, as fsync does for a file. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, constants.O_RDONLY);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
