import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { NextFunction, Request, Response } from 'express';
import { packedFiles, packedFor, packedOf } from './packed-files.js';

/** Addresses that are never a page of the web application. */
const NOT_PAGES = /^\/(api|health|sign-in|assets)(\/|$)/;

const YEAR_SECONDS = 365 * 24 * 60 * 60;

/**
 * Serves the built web application: its files, whose names change with their content, for good; its one page for every
 * GET of a browser that is not for the api; both packed, where the build packed them. Does nothing when it is not built, so
 * that the api runs alone.
 */
export function serveWebFiles(app: NestExpressApplication, folder: string | null = builtFolder()): void {
  if (folder === null) return;
  const assets = join(folder, 'assets');
  app.use('/assets', packedFiles(assets, `public, max-age=${YEAR_SECONDS}, immutable`));
  app.useStaticAssets(assets, {
    prefix: '/assets/',
    index: false,
    redirect: false,
    immutable: true,
    maxAge: YEAR_SECONDS * 1000,
  });
  const index = join(folder, 'index.html');
  const [page, packedPage] = [readFileSync(index), packedOf(index)];
  app.use((request: Request, response: Response, next: NextFunction) => {
    if (!asksForPage(request)) {
      next();
      return;
    }
    response.setHeader('Cache-Control', 'no-cache');
    response.vary('Accept').vary('Accept-Encoding');
    const packed = packedFor(request, packedPage);
    if (packed !== undefined) response.setHeader('Content-Encoding', packed.encoding);
    response.type('html').send(packed?.bytes ?? page);
  });
}

function asksForPage({ method, path, headers }: Request): boolean {
  const reads = method === 'GET' || method === 'HEAD';
  return reads && !NOT_PAGES.test(path) && (headers.accept ?? '').includes('text/html');
}

/** Where the build puts it, seen from the compiled and from the source file; null when it is in neither place. */
function builtFolder(): string | null {
  const places = ['../../../web', '../../../dist/web'].map((place) =>
    fileURLToPath(new URL(place, import.meta.url)),
  );
  return places.find((place) => existsSync(join(place, 'index.html'))) ?? null;
}
