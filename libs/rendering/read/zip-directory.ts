import { allowed, refused } from '../../domain/outcome.js';
import type { Outcome } from '../../domain/outcome.js';

/** One entry of a ZIP archive as its directory declares it; sizes in bytes. */
export interface ZipEntry {
  readonly name: string;
  /** The bytes of its name, one letter each: two names in an old encoding may read the same. */
  readonly rawName: string;
  readonly packed: number;
  readonly unpacked: number;
}

/** Limits checked before anything is unpacked (QUALITY.md, Uploads). */
export const ZIP_LIMITS = { entries: 2000, unpackedBytes: 200 * 1024 * 1024, ratio: 100 } as const;

/** A directory within the limits is no longer than this, in bytes: 2 kB for each entry. */
export const LONGEST_DIRECTORY = 4 * 1024 * 1024;

const END = 0x06054b50;
const ZIP64_LOCATOR = 0x07064b50;
const LOCATOR_SIZE = 20;
const ENTRY = 0x02014b50;
const END_SIZE = 22;
const ENTRY_SIZE = 46;

/**
 * Reads the directory of a ZIP archive and holds it to the limits. Of a large file its last bytes are enough, with its
 * whole `size`: `LONGEST_DIRECTORY` of them hold the directory of every archive within the limits. Refused: `file-truncated`
 * (no directory, or one that others would read otherwise), `archive-too-many-entries`, `archive-too-large`, `archive-ratio`.
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
    `${fileName} is cut short or damaged: its directory is missing, or is not to be trusted.`,
  );
  if (end < 0 || isAmbiguous(view, end)) return truncated;
  const count = view.getUint16(end + 10, true);
  if (count > ZIP_LIMITS.entries)
    return refused(
      'archive-too-many-entries',
      `${fileName} holds ${count} parts; at most ${ZIP_LIMITS.entries} are read.`,
    );
  const entries = readEntries(view, view.getUint32(end + 16, true) - (size - bytes.length), count);
  if (entries === null || isContrived(entries, size)) return truncated;
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

/** It says its number of entries twice and each time otherwise, or again in the larger form: which is read is the reader's choice. */
function isAmbiguous(view: DataView, end: number): boolean {
  const isZip64 = end >= LOCATOR_SIZE && view.getUint32(end - LOCATOR_SIZE, true) === ZIP64_LOCATOR;
  return isZip64 || view.getUint16(end + 8, true) !== view.getUint16(end + 10, true);
}

/** Two entries of one name, or entries that share their bytes: no program saves a file so. */
function isContrived(entries: readonly ZipEntry[], size: number): boolean {
  const packed = entries.reduce((sum, entry) => sum + entry.packed, 0);
  return packed > size || new Set(entries.map(({ rawName }) => rawName)).size < entries.length;
}

function readEntries(view: DataView, from: number, count: number): ZipEntry[] | null {
  const entries: ZipEntry[] = [];
  let at = from;
  if (at < 0) return null;
  for (let i = 0; i < count; i += 1) {
    if (at + ENTRY_SIZE > view.byteLength || view.getUint32(at, true) !== ENTRY) return null;
    const nameLength = view.getUint16(at + 28, true);
    if (at + ENTRY_SIZE + nameLength > view.byteLength) return null;
    const name = new Uint8Array(view.buffer, view.byteOffset + at + ENTRY_SIZE, nameLength);
    const packed = view.getUint32(at + 20, true);
    const unpacked = view.getUint32(at + 24, true);
    // What is stored as it is unpacks to what is packed, whatever it says.
    const isStored = view.getUint16(at + 10, true) === 0;
    entries.push({
      ...{ name: new TextDecoder().decode(name), rawName: String.fromCharCode(...name), packed },
      unpacked: isStored ? Math.max(packed, unpacked) : unpacked,
    });
    at += ENTRY_SIZE + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}
