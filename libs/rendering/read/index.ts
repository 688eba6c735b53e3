import { readPackage } from '../../domain/imports/index.js';
import type { PackageReading } from '../../domain/imports/index.js';
import { allowed, refused } from '../../domain/outcome.js';
import type { Outcome } from '../../domain/outcome.js';
import { docxLines } from './docx-lines.js';
import { pdfLines } from './pdf-lines.js';
import { formatOf } from './sniff.js';
import type { PackageFormat } from './sniff.js';
import { textLines } from './text-lines.js';

export { readPaperDocument } from './docx-paper.js';
export type { PaperDocument } from './docx-paper.js';
export type { DocxExtent } from './docx-package.js';
export { docxRemarks } from './docx-remarks.js';
export type { DocxRemarks } from './docx-remarks.js';
export { LARGEST_FILE } from './sniff.js';
export { LONGEST_DIRECTORY, zipDirectory } from './zip-directory.js';
export type { ZipEntry } from './zip-directory.js';
export type { PackageFormat } from './sniff.js';

/** The text of a file, line by line, and what it was read from. */
export interface PackageText {
  readonly lines: string[];
  readonly format: PackageFormat;
}

/**
 * Reads the text lines of a `.txt`, `.docx` or `.pdf` file. Refusals are values that name the file, and the line where
 * there is one (`at`): see `formatOf`, `textLines`, `docxLines`, `pdfLines`, and `file-without-text`.
 */
export async function readPackageText(fileName: string, bytes: Uint8Array): Promise<Outcome<PackageText>> {
  const format = formatOf(fileName, bytes);
  if (!format.ok) return format;
  const lines = await linesBy[format.value](fileName, bytes);
  if (!lines.ok) return lines;
  if (lines.value.every((line) => line.trim() === ''))
    return refused('file-without-text', `${fileName} holds no text.`);
  return allowed({ lines: lines.value, format: format.value });
}

const linesBy: Readonly<
  Record<
    PackageFormat,
    (fileName: string, bytes: Uint8Array) => Outcome<string[]> | Promise<Outcome<string[]>>
  >
> = { txt: textLines, docx: docxLines, pdf: pdfLines };

/** A package as read from a file, the lines it was read from, and the kind of file. */
export interface FileReading {
  readonly reading: PackageReading;
  readonly lines: readonly string[];
  readonly format: PackageFormat;
}

/** Reads a file as a meeting package; refused as the file is, or as `no-recognisable-meeting` naming the file. */
export async function readPackageFile(fileName: string, bytes: Uint8Array): Promise<Outcome<FileReading>> {
  const text = await readPackageText(fileName, bytes);
  if (!text.ok) return text;
  const reading = readPackage(text.value.lines);
  if (reading.ok) return allowed({ reading: reading.value, ...text.value });
  const { code, rule, at } = reading.refusal;
  return refused(code, `${fileName}: ${rule}`, at === undefined ? {} : { at });
}
