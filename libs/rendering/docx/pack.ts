import { strToU8, zipSync } from 'fflate';

/** A part of the package: its name, and its text, which may be UTF-8 already. */
export type PackagePart = readonly [name: string, xml: string | Uint8Array];

/** One moment for every file, in local time as ZIP has it: the bytes must not depend on when or where they are made. */
const MOMENT = new Date(1980, 0, 1, 12);

/** Costs half of the usual level 6, for files half again as large (`npm run bench -- docx` prints both). */
export const COMPRESSION_LEVEL = 1;

/** Packs parts into a ZIP whose bytes depend on nothing but their names, order and text. */
export function packParts(parts: readonly PackagePart[]): Uint8Array {
  const files = Object.fromEntries(
    parts.map(([name, xml]) => [name, typeof xml === 'string' ? strToU8(xml) : xml]),
  );
  return zipSync(files, { level: COMPRESSION_LEVEL, mtime: MOMENT });
}
