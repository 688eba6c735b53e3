import { createHash } from 'node:crypto';
import { constants, createReadStream } from 'node:fs';
import { mkdir, open, readFile, readdir, rename, rm, stat, utimes } from 'node:fs/promises';
import { dirname, extname, join } from 'node:path';
import { Readable } from 'node:stream';
import { newId } from '../ids/new-id.js';
import { FileStore, systemErrorCode } from './file-store.js';
import type { IncomingFile, KeptFile, StoredFile } from './file-store.js';

/** How the name of a file ends while it is being written. */
const HALF = '.part';
/** Where files lie that are not kept yet. */
const INCOMING = 'incoming';
const HEAD_BYTES = 64 * 1024;
const HASH = /^[0-9a-f]{64}$/;

/**
 * Keeps files in a folder of this machine. A file is written beside the others, flushed, and renamed to its hash, and the
 * folder is flushed: it is there whole or not at all, and the same bytes are kept once.
 */
export class LocalFileStore extends FileStore {
  constructor(private readonly root: string) {
    super();
  }

  async receive(bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<IncomingFile> {
    const folder = join(this.root, INCOMING);
    const temporary = join(folder, `.${newId()}${HALF}`);
    await mkdir(folder, { recursive: true, mode: 0o700 });
    try {
      const written = await writeThrough(temporary, bytes);
      return {
        ...written,
        tail: (length) => readTail(temporary, written.size, length),
        keep: () => this.keep(temporary, written),
        discard: () => rm(temporary, { force: true }),
      };
    } catch (error) {
      await rm(temporary, { force: true });
      throw error;
    }
  }

  async get(sha256: string): Promise<Buffer> {
    const bytes = await readFile(this.pathOf(sha256));
    if (createHash('sha256').update(bytes).digest('hex') !== sha256) throw damaged(sha256);
    return bytes;
  }

  async open(sha256: string): Promise<{ size: number; bytes: Readable }> {
    const path = this.pathOf(sha256);
    const { size } = await stat(path);
    return { size, bytes: Readable.from(verified(path, sha256), { objectMode: false }) };
  }

  async *list(): AsyncGenerator<KeptFile> {
    for (const folder of await readdir(this.root).catch(noneWhenAbsent)) {
      if (!/^[0-9a-f]{2}$/.test(folder)) continue;
      for (const sha256 of await readdir(join(this.root, folder)).catch(noneWhenAbsent)) {
        const found = HASH.test(sha256) ? await stat(this.pathOf(sha256)).catch(nullWhenAbsent) : null;
        if (found) yield { sha256, size: found.size, keptAt: found.mtime };
      }
    }
  }

  async removeKeptBefore(sha256: string, moment: Date): Promise<boolean> {
    const place = this.pathOf(sha256);
    const aside = join(dirname(place), `.${newId()}${HALF}`);
    const before = await stat(place).catch(nullWhenAbsent);
    if (!before || before.mtime >= moment) return false;
    // It is put aside before it is looked at again: somebody may keep the same bytes in this very moment.
    await rename(place, aside);
    if ((await stat(aside)).mtime >= moment) {
      await rename(aside, place);
      return false;
    }
    await rm(aside, { force: true });
    return true;
  }

  async removeHalfFiles(before: Date): Promise<number> {
    const entries = await readdir(this.root, { recursive: true, withFileTypes: true }).catch(noneWhenAbsent);
    let removed = 0;
    for (const entry of entries) {
      if (!entry.isFile() || extname(entry.name) !== HALF) continue;
      const place = join(entry.parentPath, entry.name);
      const found = await stat(place).catch(nullWhenAbsent);
      if (!found || found.mtime >= before) continue;
      await rm(place, { force: true });
      removed += 1;
    }
    return removed;
  }

  private async keep(temporary: string, { sha256, size }: StoredFile): Promise<StoredFile> {
    const place = this.pathOf(sha256);
    const folder = dirname(place);
    try {
      if ((await mkdir(folder, { recursive: true, mode: 0o700 })) !== undefined) await syncFolder(this.root);
      // It may have taken a while to look at it: it is kept from now on.
      const now = new Date();
      await utimes(temporary, now, now);
      await rename(temporary, place);
      await syncFolder(folder);
    } catch (error) {
      await rm(temporary, { force: true });
      throw error;
    }
    return { sha256, size };
  }

  private pathOf(sha256: string): string {
    if (!HASH.test(sha256)) throw new Error('A file is named by its SHA-256.');
    return join(this.root, sha256.slice(0, 2), sha256);
  }
}

async function writeThrough(
  path: string,
  bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): Promise<StoredFile & { head: Buffer }> {
  const file = await open(path, constants.O_CREAT | constants.O_EXCL | constants.O_WRONLY, 0o600);
  try {
    const hash = createHash('sha256');
    const head: Uint8Array[] = [];
    let size = 0;
    for await (const chunk of bytes) {
      if (size < HEAD_BYTES) head.push(chunk.subarray(0, HEAD_BYTES - size));
      size += chunk.byteLength;
      hash.update(chunk);
      await file.writeFile(chunk);
    }
    await file.sync();
    return { sha256: hash.digest('hex'), size, head: Buffer.concat(head) };
  } finally {
    await file.close();
  }
}

async function readTail(path: string, size: number, wanted: number): Promise<Buffer> {
  const length = Math.min(size, wanted);
  const file = await open(path, constants.O_RDONLY);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, size - length);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** The last piece is held back until all of them together have their hash. */
async function* verified(path: string, sha256: string): AsyncGenerator<Buffer> {
  const hash = createHash('sha256');
  let held: Buffer | null = null;
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    hash.update(chunk);
    if (held) yield held;
    held = chunk;
  }
  if (hash.digest('hex') !== sha256) throw damaged(sha256);
  if (held) yield held;
}

const damaged = (sha256: string): Error => new Error(`The file ${sha256} is damaged.`);

function noneWhenAbsent(error: unknown): [] {
  if (systemErrorCode(error) === 'ENOENT') return [];
  throw error;
}

function nullWhenAbsent(error: unknown): null {
  noneWhenAbsent(error);
  return null;
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
