import { constants, createReadStream } from 'node:fs';
import { mkdir, open, stat, truncate } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';
import { systemErrorCode } from '../storage/file-store.js';
import { syncFolder } from '../storage/local-file-store.js';
import { parseCheckpoint } from './checkpoint.js';
import type { Checkpoint } from './checkpoint.js';

const NEWLINE = 10;

/** A line of the file: the checkpoint, or null where the line is none. */
export interface CheckpointLine {
  readonly line: number;
  readonly checkpoint: Checkpoint | null;
}

/** The list of checkpoints: a file of one JSON line each, outside the database, that only grows. */
export class CheckpointFile {
  constructor(readonly path: string) {}

  /** The last checkpoint; null when there is no line, `damaged` when the last one is no checkpoint. */
  async last(): Promise<Checkpoint | 'damaged' | null> {
    const size = await this.size();
    if (size === 0) return null;
    const file = await open(this.path, constants.O_RDONLY);
    try {
      const line = await lastLine(file, size);
      return line === null ? null : (parseCheckpoint(line) ?? 'damaged');
    } finally {
      await file.close();
    }
  }

  /**
   * Appends a checkpoint and resolves when it is on the disk. A line that a crash left unfinished at the end, which was
   * never promised to anybody, goes away first; when the disk refuses, nothing of the new line stays.
   */
  async append(checkpoint: Checkpoint): Promise<void> {
    await mkdir(dirname(this.path), { recursive: true, mode: 0o700 });
    const size = await this.wholeSize();
    const file = await open(this.path, 'a', 0o600);
    try {
      await file.truncate(size);
      await file.writeFile(`${JSON.stringify(checkpoint)}\n`);
      await file.sync();
    } catch (error) {
      await truncate(this.path, size);
      throw error;
    } finally {
      await file.close();
    }
    if (size === 0) await syncFolder(dirname(this.path));
  }

  /** The size in bytes, up to the end of the last whole line. */
  async wholeSize(): Promise<number> {
    const size = await this.size();
    if (size === 0) return 0;
    const file = await open(this.path, constants.O_RDONLY);
    try {
      return await endOfLastLine(file, size);
    } finally {
      await file.close();
    }
  }

  /** Reads the checkpoints in order, up to a size in bytes. */
  async *read(size: number): AsyncGenerator<CheckpointLine> {
    if (size === 0) return;
    const input = createReadStream(this.path, { encoding: 'utf8', end: size - 1 });
    let line = 0;
    for await (const text of createInterface({ input, crlfDelay: Infinity })) {
      line += 1;
      yield { line, checkpoint: parseCheckpoint(text) };
    }
  }

  private async size(): Promise<number> {
    try {
      return (await stat(this.path)).size;
    } catch (error) {
      if (systemErrorCode(error) === 'ENOENT') return 0;
      throw error;
    }
  }
}

/** How much is read at a time when a file is searched from its end (bytes). */
const STEP = 64 * 1024;

/** Where the last line break before `end` stands; -1 when there is none. */
async function lineBreakBefore(file: FileHandle, end: number): Promise<number> {
  for (let to = end; to > 0; to -= STEP) {
    const from = Math.max(0, to - STEP);
    const { buffer, bytesRead } = await file.read(Buffer.alloc(to - from), 0, to - from, from);
    const at = buffer.subarray(0, bytesRead).lastIndexOf(NEWLINE);
    if (at >= 0) return from + at;
  }
  return -1;
}

async function endOfLastLine(file: FileHandle, size: number): Promise<number> {
  return (await lineBreakBefore(file, size)) + 1;
}

async function lastLine(file: FileHandle, size: number): Promise<string | null> {
  const end = await endOfLastLine(file, size);
  if (end === 0) return null;
  const start = (await lineBreakBefore(file, end - 1)) + 1;
  const { buffer } = await file.read(Buffer.alloc(end - 1 - start), 0, end - 1 - start, start);
  return buffer.toString('utf8');
}
