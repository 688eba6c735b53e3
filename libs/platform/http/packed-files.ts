import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, extname } from 'node:path';
import type { NextFunction, Request, RequestHandler, Response } from 'express';

/** What the build packs a file with, by the ending of what it writes beside it; the smallest first. */
const PACKINGS = [
  { encoding: 'br', ending: '.br' },
  { encoding: 'gzip', ending: '.gz' },
] as const;

export interface PackedBytes {
  readonly encoding: (typeof PACKINGS)[number]['encoding'];
  readonly bytes: Buffer;
}

/** A file as it lies packed beside itself: in every way the build knows, in some, or, where nothing was packed, in none. */
export function packedOf(file: string): readonly PackedBytes[] {
  return PACKINGS.filter(({ ending }) => existsSync(file + ending)).map(({ encoding, ending }) => ({
    encoding,
    bytes: readFileSync(file + ending),
  }));
}

/** The smallest of them that whoever asks takes; undefined when they take none, or say nothing of it. */
export function packedFor(request: Request, packed: readonly PackedBytes[]): PackedBytes | undefined {
  return packed.find(({ encoding }) => request.acceptsEncodings(encoding) === encoding);
}

/**
 * Serves the files of a folder that lie packed beside themselves to those who take them so; all others are left to what
 * serves plain files. Only what was built is ever packed, and before anybody asks. Answers of the api are not: they hold
 * tokens and closed texts beside words that whoever asks has chosen, and from the length of a packed answer both could be
 * guessed (BREACH).
 */
export function packedFiles(folder: string, cacheControl: string): RequestHandler {
  const files = new Map(namesIn(folder).map((name) => [`/${name}`, packedOf(`${folder}/${name}`)]));
  return (request: Request, response: Response, next: NextFunction): void => {
    const packed = files.get(request.path) ?? [];
    const reads = request.method === 'GET' || request.method === 'HEAD';
    if (packed.length === 0 || !reads) {
      next();
      return;
    }
    response.vary('Accept-Encoding');
    const chosen = packedFor(request, packed);
    if (chosen === undefined) {
      next();
      return;
    }
    // Whole files only: a piece of what is packed is of use to nobody.
    response.setHeader('Cache-Control', cacheControl);
    response.setHeader('Content-Encoding', chosen.encoding);
    response.type(extname(basename(request.path))).send(chosen.bytes);
  };
}

function namesIn(folder: string): readonly string[] {
  return existsSync(folder) ? readdirSync(folder) : [];
}
