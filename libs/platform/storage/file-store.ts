import type { Readable } from 'node:stream';

/** What is known of a stored file: its SHA-256 in hexadecimal and its size in bytes. */
export interface StoredFile {
  readonly sha256: string;
  readonly size: number;
}

/** A stored file, and since when it has lain there as it is. */
export interface KeptFile extends StoredFile {
  readonly keptAt: Date;
}

/** A file that came in whole and is not kept yet: whoever asked for it looks at it, and keeps or discards it. */
export interface IncomingFile extends StoredFile {
  /** Its first bytes, 64 kB at most. */
  readonly head: Buffer;
  /** Its last bytes, as many as are asked for or as there are. */
  tail(bytes: number): Promise<Buffer>;
  /** Keeps it: from then on it is there whole, and survives the machine stopping. Keeping the same bytes again keeps them once. */
  keep(): Promise<StoredFile>;
  /** Forgets it; nothing happens where it was kept or discarded already. */
  discard(): Promise<void>;
}

/**
 * Where files are kept, under the SHA-256 of what they hold. It is the port to whatever keeps them: a folder of this
 * machine, later an object store. Names are never those that people gave.
 */
export abstract class FileStore {
  /** Takes bytes in as they come, without holding them all; throws what the disk or the sender throws, and leaves nothing. */
  abstract receive(bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<IncomingFile>;

  /** The bytes of a stored file; throws when it is missing or no longer has its hash. */
  abstract get(sha256: string): Promise<Buffer>;

  /**
   * The bytes of a stored file as they are read, with their number; throws when it is missing. Where it no longer has its
   * hash, the stream fails before its last bytes: nobody takes a damaged file for a whole one.
   */
  abstract open(sha256: string): Promise<{ readonly size: number; readonly bytes: Readable }>;

  /** All that is kept, in no order. */
  abstract list(): AsyncIterable<KeptFile>;

  /** Removes a file unless it was kept, or kept again, at or after a moment; whether it did. */
  abstract removeKeptBefore(sha256: string, moment: Date): Promise<boolean>;

  /** Removes the half files of processes that died while writing: those last written before a moment. Gives how many. */
  abstract removeHalfFiles(before: Date): Promise<number>;

  /** Stores bytes and gives their hash and size; throws when the disk refuses (nothing of them is left). */
  async put(bytes: Uint8Array): Promise<StoredFile> {
    return (await this.receive([bytes])).keep();
  }
}

/** The code of an error of the file system, such as `ENOENT`; empty when it is none. */
export function systemErrorCode(error: unknown): string {
  const hasCode = error !== null && typeof error === 'object' && 'code' in error;
  return hasCode && typeof error.code === 'string' ? error.code : '';
}

/** Whether an error says that there is no room left: the disk is full, or what its owner may use of it. */
export function isDiskFull(error: unknown): boolean {
  return ['ENOSPC', 'EDQUOT'].includes(systemErrorCode(error));
}
