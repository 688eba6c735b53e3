import { allowed, refused } from '../../domain/outcome.js';
import type { Outcome } from '../../domain/outcome.js';

/** The formats a package is read from. */
export type PackageFormat = 'txt' | 'docx' | 'pdf';

/** Files over 50 MB are refused (bytes). */
export const LARGEST_FILE = 50 * 1024 * 1024;

const EXTENSION = /\.(txt|docx|pdf)$/i;

type Magic = 'zip' | 'pdf' | 'ole' | 'rtf' | 'none';

const STARTS: readonly (readonly [Magic, readonly number[]])[] = [
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['ole', [0xd0, 0xcf, 0x11, 0xe0]],
  ['rtf', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
];

const WANTED: Readonly<Record<PackageFormat, Magic>> = { txt: 'none', docx: 'zip', pdf: 'pdf' };

const NAMES: Readonly<Record<Magic, string>> = {
  zip: 'a ZIP archive or Word document',
  pdf: 'a PDF',
  ole: 'an older Office file, or one protected by a password',
  rtf: 'an RTF file',
  none: 'plain text or something else',
};

const magicOf = (bytes: Uint8Array): Magic =>
  STARTS.find(([, start]) => start.every((byte, i) => bytes[i] === byte))?.[0] ?? 'none';

/**
 * The format of a file by its name and its first bytes, which must agree. Refused: `file-empty`, `file-too-large`,
 * `file-type-unknown`, `file-type-mismatch`.
 */
export function formatOf(fileName: string, bytes: Uint8Array): Outcome<PackageFormat> {
  const extension = EXTENSION.exec(fileName)?.[1]?.toLowerCase();
  if (bytes.length === 0) return refused('file-empty', `${fileName} is empty.`);
  if (bytes.length > LARGEST_FILE)
    return refused('file-too-large', `${fileName} is larger than ${LARGEST_FILE / 1024 / 1024} MB.`);
  if (extension === undefined)
    return refused('file-type-unknown', `${fileName} is no .txt, .docx or .pdf file.`);
  const format: PackageFormat = extension === 'pdf' ? 'pdf' : extension === 'docx' ? 'docx' : 'txt';
  const magic = magicOf(bytes);
  if (magic === WANTED[format]) return allowed(format);
  return refused(
    'file-type-mismatch',
    `${fileName} is by its content ${NAMES[magic]}, not what its name says.`,
  );
}
