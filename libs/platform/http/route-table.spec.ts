import { describe, expect, it } from '@jest/globals';
import { RouteTable } from './route-table.js';

/** A table whose handlers tell which route they are. */
function tableOf(...routes: readonly string[]) {
  const table = new RouteTable();
  const names = new Map<unknown, string>();
  for (const route of routes) {
    const [method = '', path = ''] = route.split(' ');
    const handler = (): void => undefined;
    names.set(handler, route);
    table.add(method, path, handler);
  }
  return (method: string, path: string): [string | undefined, Readonly<Record<string, string>>] | null => {
    const found = table.find(method, path);
    return found && [names.get(found.handler), found.params];
  };
}

describe('a table of routes', () => {
  const find = tableOf(
    ...['GET /api/v1/meetings', 'POST /api/v1/meetings', 'GET /api/v1/meetings/:id'],
    ...['GET /api/v1/meetings/:id/agenda', 'GET /api/v1/meetings/:id/:part', 'GET /sign-in'],
    ...['GET /api/v1/:kind/:id', 'GET /api/v1/files/*path', 'GET /api/v1/reports{/:id}/more'],
  );

  it.each([
    ['GET', '/api/v1/meetings', 'GET /api/v1/meetings', {}],
    ['POST', '/api/v1/meetings', 'POST /api/v1/meetings', {}],
    ['GET', '/api/v1/meetings/', 'GET /api/v1/meetings', {}],
    ['GET', '/API/v1/Meetings/aB', 'GET /api/v1/meetings/:id', { id: 'aB' }],
    ['GET', '/api/v1/meetings/7/AGENDA', 'GET /api/v1/meetings/:id/agenda', { id: '7' }],
    ['GET', '/api/v1/meetings/7/agendas', 'GET /api/v1/meetings/:id/:part', { id: '7', part: 'agendas' }],
    ['GET', '/sign-in', 'GET /sign-in', {}],
  ])('finds %s %s', (method, path, route, params) => {
    expect(find(method, path)).toEqual([route, params]);
  });

  it.each([
    ['another method', 'DELETE', '/api/v1/meetings'],
    ['another length', 'GET', '/api/v1/meetings/1/agenda/2'],
    ['an empty part', 'GET', '/api/v1//meetings'],
    ['an empty parameter', 'GET', '/api/v1/meetings//agenda'],
    ['two slashes at the end', 'GET', '/api/v1/meetings//'],
    ['what is written in codes', 'GET', '/api/v1/meetings/%37'],
    ['a route that begins with a parameter', 'GET', '/api/v1/anything/7'],
    ['a route that takes any rest', 'GET', '/api/v1/files/a'],
    ['a route with a part that may be missing', 'GET', '/api/v1/reports/1/more'],
    ['no path at all', 'GET', '*'],
  ])('leaves %s to Express', (_, method, path) => {
    expect(find(method, path)).toBeNull();
  });
});
