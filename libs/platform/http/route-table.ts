import type { NextFunction, Request, Response } from 'express';

/** What answers a route. */
export type RouteHandler = (request: Request, response: Response, next: NextFunction) => unknown;

interface Route {
  /** In small letters but for the names of parameters; a parameter begins with `:`. */
  readonly segments: readonly string[];
  readonly handler: RouteHandler;
}

/** A route that an address belongs to, with what stands in its place for each parameter. */
export interface Found {
  readonly handler: RouteHandler;
  readonly params: Readonly<Record<string, string>>;
}

/** What all addresses of one API have in common, and the first word that tells them apart: `/api/v1/meetings`. */
const HEAD_SEGMENTS = 3;

/**
 * Routes found by what their addresses have in common, not by trying all of them in their order. It knows the plain ones,
 * of whole words and whole parameters, and plain addresses; everything else is for Express, which says the same of these.
 */
export class RouteTable {
  private readonly groups = new Map<string, Route[]>();

  /** Takes a route in, unless its path is more than words and parameters. */
  add(method: string, path: string, handler: RouteHandler): void {
    const segments = segmentsOf(path);
    if (!segments?.every(isPlain) || segments.slice(0, HEAD_SEGMENTS).some(isParameter)) return;
    const name = groupOf(method, segments);
    const route = {
      segments: segments.map((segment) => (isParameter(segment) ? segment : segment.toLowerCase())),
      handler,
    };
    this.groups.set(name, [...(this.groups.get(name) ?? []), route]);
  }

  /** The first route taken in that an address (its path, without query) belongs to; null where Express must look itself. */
  find(method: string, path: string): Found | null {
    // What is written in codes is for Express to read.
    const segments = path.includes('%') ? null : segmentsOf(path);
    if (!segments) return null;
    for (const route of this.groups.get(groupOf(method, segments)) ?? []) {
      if (fits(route, segments)) return { handler: route.handler, params: paramsOf(route, segments) };
    }
    return null;
  }
}

/** The parts of a path between its slashes, of which one at the end may be left out; null where a part is empty. */
function segmentsOf(path: string): string[] | null {
  const inner = path.slice(1, path.endsWith('/') ? -1 : undefined);
  const segments = inner.split('/');
  return path.startsWith('/') && segments.every(Boolean) ? segments : null;
}

/** The name of the routes that an address may belong to: their method, their length and their first segments. */
function groupOf(method: string, segments: readonly string[]): string {
  const head = segments.slice(0, HEAD_SEGMENTS).join('/').toLowerCase();
  return `${method} ${segments.length} ${head}`;
}

const isParameter = (segment: string): boolean => segment.startsWith(':');
const isPlain = (segment: string): boolean => /^(?:[\w.-]+|:\w+)$/.test(segment);

/** Written large or small, as Express takes them; the head is the group's. */
function fits(route: Route, segments: readonly string[]): boolean {
  return route.segments.every(
    (segment, i) => i < HEAD_SEGMENTS || isParameter(segment) || segment === segments[i]?.toLowerCase(),
  );
}

function paramsOf(route: Route, segments: readonly string[]): Record<string, string> {
  const params: Record<string, string> = {};
  for (const [i, segment] of route.segments.entries()) {
    if (isParameter(segment)) params[segment.slice(1)] = segments[i] ?? '';
  }
  return params;
}
