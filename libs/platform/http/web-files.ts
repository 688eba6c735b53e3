import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { NextFunction, Request, Response } from 'express';

/** Addresses that are never a page of the web application. */
const NOT_PAGES = /^\/(api|health|sign-in|assets)(\/|$)/;

const YEAR_MS = 365 * 24 * 60 * 60 * 1000;

/**
 * Serves the built web application: its files, whose names change with their content, for good; its one page for every
 * GET of a browser that is not for the api. Does nothing when it is not built, so that the api runs alone.
 */
export function serveWebFiles(app: NestExpressApplication, folder: string | null = builtFolder()): void {
  if (folder === null) return;
  app.useStaticAssets(join(folder, 'assets'), {
    prefix: '/assets/',
    index: false,
    redirect: false,
    immutable: true,
    maxAge: YEAR_MS,
  });
  const page = readFileSync(join(folder, 'index.html'), 'utf8');
  app.use((request: Request, response: Response, next: NextFunction) => {
    if (!asksForPage(request)) {
      next();
      return;
    }
    response.setHeader('Cache-Control', 'no-cache');
    response.vary('Accept').type('html').send(page);
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
