import { allowed, refused } from '../../domain/outcome.js';
import type { Outcome } from '../../domain/outcome.js';

/** One entry of a ZIP archive as its directory declares it; sizes in bytes. */
export interface ZipEntry {
  readonly name: string;
  readonly packed: number;
  readonly unpacked: number;
}

/** Limits checked before anything is unpacked (QUALITY.md, Uploads). */
export const ZIP_LIMITS = { entries: 2000, unpackedBytes: 200 * 1024 * 1024, ratio: 100 } as const;

/** A directory within the limits is no longer than this, in bytes: 2 kB for each entry. */
export const LONGEST_DIRECTORY = 4 * 1024 * 1024;

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const END_SIZE = 22;
const ENTRY_SIZE = 46;

/**
 * Reads the directory of a ZIP archive and holds it to the limits. Of a large file its last bytes are enough, with its
 * whole `size`: `LONGEST_DIRECTORY` of them hold the directory of every archive within the limits. Refused: `file-truncated` (no directory),
 * `archive-too-many-entries`, `archive-too-large`, `archive-ratio`.
 */
export function zipDirectory(
  fileName: string,
  bytes: Uint8Array,
  size: number = bytes.length,
): Outcome<ZipEntry[]> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  const truncated = refused(
    'file-truncated',
    `${fileName} is cut short or damaged: its directory is missing.`,
  );
  if (end < 0) return truncated;
  const count = view.getUint16(end + 10, true);
  if (count > ZIP_LIMITS.entries)
    return refused(
      'archive-too-many-entries',
      `${fileName} holds ${count} parts; at most ${ZIP_LIMITS.entries} are read.`,
    );
  const entries = readEntries(view, view.getUint32(end + 16, true) - (size - bytes.length), count);
  if (entries === null) return truncated;
  const unpacked = entries.reduce((sum, entry) => sum + entry.unpacked, 0);
  if (unpacked > ZIP_LIMITS.unpackedBytes)
    return refused(
      'archive-too-large',
      `${fileName} unpacks to more than ${ZIP_LIMITS.unpackedBytes / 1024 / 1024} MB.`,
    );
  if (unpacked > ZIP_LIMITS.ratio * size)
    return refused('archive-ratio', `${fileName} unpacks to more than ${ZIP_LIMITS.ratio} times its size.`);
  return allowed(entries);
}

/** The end record stands last, before a comment of at most 64 kB. */
function findEnd(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - END_SIZE - 0xffff);
  for (let at = view.byteLength - END_SIZE; at >= lowest; at -= 1)
    if (view.getUint32(at, true) === END) return at;
  return -1;
}

function readEntries(view: DataView, from: number, count: number): ZipEntry[] | null {
  const entries: ZipEntry[] = [];
  let at = from;
  if (at < 0) return null;
  for (let i = 0; i < count; i += 1) {
    if (at + ENTRY_SIZE > view.byteLength || view.getUint32(at, true) !== ENTRY) return null;
    const nameLength = view.getUint16(at + 28, true);
    const nameFrom = view.byteOffset + at + ENTRY_SIZE;
    if (at + ENTRY_SIZE + nameLength > view.byteLength) return null;
    entries.push({
      name: new TextDecoder().decode(new Uint8Array(view.buffer, nameFrom, nameLength)),
      packed: view.getUint32(at + 20, true),
      unpacked: view.getUint32(at + 24, true),
    });
    at += ENTRY_SIZE + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}
