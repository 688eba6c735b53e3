import request from 'supertest';
import type { Test } from 'supertest';
import { problem } from '../../libs/contracts/problem.js';
import type { Problem } from '../../libs/contracts/problem.js';
import type { TestApi } from './test-api.js';

/**
 * A request with headers and bytes of the test's own, for what `TestApi.send` cannot say; `path` is the whole path. It is
 * sent by whoever may do everything.
 */
export function rawRequest(
  api: TestApi,
  method: 'get' | 'post' | 'put' | 'patch' | 'delete',
  path: string,
  headers: Readonly<Record<string, string>> = {},
): Test {
  const call = request(api.app.getHttpServer())[method](path);
  for (const [name, value] of Object.entries({ ...api.everybody.headers, ...headers })) call.set(name, value);
  return call;
}

/** A refusal read as the problem that the contract promises; throws when it is none. */
export function problemIn(body: unknown): Problem {
  return problem.parse(body);
}

/** Where the faults of a `validation-failed` stand. */
export function faultPlaces(body: unknown): string[] {
  return (problemIn(body).faults ?? []).map((fault) => fault.at);
}
