import { zipSync } from 'fflate';

/** A part of the package: its name, and its text in one piece or many. */
export type PackagePart = readonly [name: string, xml: string | readonly string[]];

/** One moment for every file, in local time as ZIP has it: the bytes must not depend on when or where they are made. */
const MOMENT = new Date(1980, 0, 1, 12);

/** Costs half of the usual level 6, for files a third larger (`npm run bench -- docx` prints both). */
export const COMPRESSION_LEVEL = 1;

const encoder = new TextEncoder();

/**
 * UTF-8 of a text in pieces. They are written into one buffer as they are: joining them first would copy the document
 * twice, and cost as much as writing it.
 */
export function encodePieces(pieces: readonly string[]): Uint8Array {
  const length = pieces.reduce((sum, piece) => sum + piece.length, 0);
  let bytes = new Uint8Array(Math.ceil(length * 1.1) + 64);
  let at = 0;
  for (const piece of pieces) {
    const most = at + piece.length * 3;
    if (most > bytes.length) {
      const larger = new Uint8Array(Math.max(most, Math.ceil(bytes.length * 1.5)));
      larger.set(bytes.subarray(0, at));
      bytes = larger;
    }
    at += encoder.encodeInto(piece, bytes.subarray(at)).written;
  }
  return bytes.subarray(0, at);
}

/** Packs parts into a ZIP whose bytes depend on nothing but their names, order and text. */
export function packParts(parts: readonly PackagePart[]): Uint8Array {
  const files = Object.fromEntries(
    parts.map(([name, xml]) => [name, encodePieces(typeof xml === 'string' ? [xml] : xml)]),
  );
  return zipSync(files, { level: COMPRESSION_LEVEL, mtime: MOMENT });
}
