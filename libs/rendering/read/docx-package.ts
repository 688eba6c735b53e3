import { strFromU8, unzipSync } from 'fflate';
import { allowed, refused } from '../../domain/outcome.js';
import type { Outcome } from '../../domain/outcome.js';
import { DamagedXml } from './xml-events.js';
import { ZIP_LIMITS, zipDirectory } from './zip-directory.js';

/** The part that holds the body of a Word document. */
export const MAIN = 'word/document.xml';
const TYPES = '[Content_Types].xml';

/** The XML of a document by the names of its parts. */
export type Parts = ReadonlyMap<string, string>;

/** How much the parts of a document that are read may hold together. */
export interface DocxExtent {
  readonly bytes: number;
  /** Paragraphs, rows and line breaks: counted before they are read, for each takes more memory than it has bytes. */
  readonly lines: number;
}

const ANY: DocxExtent = { bytes: Infinity, lines: Infinity };

/**
 * The XML parts of a Word document, those that `wanted` names. Refused: what `zipDirectory` refuses, `archive-too-large` and
 * `word-too-long` where they hold more than `most`, `docx-not-word`, `docx-doctype`, `docx-damaged`.
 */
export function docxParts(
  fileName: string,
  bytes: Uint8Array,
  wanted: (name: string) => boolean = () => true,
  most: DocxExtent = ANY,
): Outcome<Parts> {
  const directory = zipDirectory(fileName, bytes);
  if (!directory.ok) return directory;
  const names = new Set(directory.value.map((entry) => entry.name));
  if (!names.has(MAIN) || !names.has(TYPES))
    return refused('docx-not-word', `${fileName} is an archive, but no Word document.`);
  const unpacked = directory.value
    .filter(({ name }) => wanted(name))
    .reduce((sum, one) => sum + one.unpacked, 0);
  if (unpacked > most.bytes)
    return refused(
      'archive-too-large',
      `${fileName} unpacks to more than ${most.bytes / 1024 / 1024} MB of text.`,
    );
  const parts = unpack(bytes, wanted, Math.min(most.bytes, ZIP_LIMITS.unpackedBytes));
  if (parts === null || parts.get(MAIN)?.trim() === '')
    return refused('docx-damaged', `${fileName} cannot be unpacked; it is damaged.`);
  for (const [name, xml] of parts)
    if (/<!DOCTYPE/i.test(xml))
      return refused(
        'docx-doctype',
        `${fileName} declares a document type in ${name}, which no Word document does.`,
      );
  if (hasMoreLines(parts, most.lines))
    return refused('word-too-long', `${fileName} holds more than ${most.lines} lines.`, { at: 'file' });
  return allowed(parts);
}

const LINE = /<w:(?:p|tr|br|cr)[\s/>]/g;

/** Counts no further than it must. */
function hasMoreLines(parts: Parts, most: number): boolean {
  let count = 0;
  if (most === Infinity) return false;
  for (const xml of parts.values()) {
    const found = xml.matchAll(LINE);
    while (found.next().done !== true) {
      count += 1;
      if (count > most) return true;
    }
  }
  return false;
}

/** Counts again what it unpacks: its own reading of the directory is the one that fills the memory. */
function unpack(bytes: Uint8Array, wanted: (name: string) => boolean, mostBytes: number): Parts | null {
  let left = mostBytes;
  try {
    const files = unzipSync(bytes, {
      filter({ name, size, originalSize }) {
        if (!/\.(xml|rels)$/i.test(name) || !wanted(name)) return false;
        left -= Math.max(size, originalSize);
        if (left < 0) throw new RangeError('More is unpacked than the directory says.');
        return true;
      },
    });
    return new Map(Object.entries(files).map(([name, data]) => [name, strFromU8(data)]));
  } catch {
    return null;
  }
}

/** Gives what reading the parts of a document gives; `docx-damaged` where their XML cannot be read. Faults of ours rise. */
export function readingOf<Read>(fileName: string, read: () => Read): Outcome<Read> {
  try {
    return allowed(read());
  } catch (error) {
    if (!(error instanceof DamagedXml)) throw error;
    return refused('docx-damaged', `${fileName} holds XML that cannot be read; it is damaged.`);
  }
}
