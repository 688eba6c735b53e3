import { credentials } from './credentials.js';
import { noAnswer, problemIn } from './problem.js';
import type { ApiError } from './problem.js';

/** Where the api stands. */
export const BASE = '/api/v1/';

/** Pauses before a POST that got no answer is sent again, in milliseconds: its key lets it take effect only once. */
const PAUSES_MS = [400, 1200];

type Query = Readonly<Record<string, string | number | boolean | readonly string[] | undefined>>;

interface Change {
  readonly body?: object;
  /** The version the change is made to. */
  readonly version?: number;
  /** The page is being left: the browser sends it all the same, and nobody reads the answer. */
  readonly leaving?: boolean;
}

/** The api. Paths stand below `/api/v1/`; a refusal or a lost answer is thrown as an `ApiError`. */
export const api = {
  get: <Answer>(path: string, query: Query = {}, signal?: AbortSignal): Promise<Answer> =>
    send<Answer>('GET', path + queryText(query), {}, signal === undefined ? {} : { signal }),
  post: <Answer>(path: string, change: Change = {}): Promise<Answer> => sendOnce<Answer>(path, change),
  patch: <Answer>(path: string, change: Change): Promise<Answer> => send<Answer>('PATCH', path, change),
  remove: <Answer = null>(path: string, change: Change = {}): Promise<Answer> =>
    send<Answer>('DELETE', path, change),
  put: <Answer>(path: string, change: Change): Promise<Answer> => send<Answer>('PUT', path, change),
};

/** `?unit=FAS&status=new&status=waiting`; what is undefined is left out. */
export function queryText(query: Query): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const each of [value].flat()) if (each !== undefined) params.append(name, String(each));
  }
  const text = params.toString();
  return text === '' ? '' : `?${text}`;
}

async function sendOnce<Answer>(path: string, change: Change): Promise<Answer> {
  const headers = { 'Idempotency-Key': crypto.randomUUID() };
  for (const pause of PAUSES_MS) {
    const answer = await exchange('POST', path, change, { headers }).catch(() => null);
    if (answer !== null) return read<Answer>(answer);
    await new Promise((done) => setTimeout(done, pause));
  }
  return send<Answer>('POST', path, change, { headers });
}

async function send<Answer>(
  method: string,
  path: string,
  change: Change,
  more: RequestInit = {},
): Promise<Answer> {
  const answer = await exchange(method, path, change, more).catch((error: unknown) => {
    throw more.signal?.aborted === true ? error : noAnswer();
  });
  return read<Answer>(answer);
}

function exchange(
  method: string,
  path: string,
  { body, version, leaving = false }: Change,
  more: RequestInit,
): Promise<Response> {
  const headers = new Headers(more.headers);
  headers.set('Accept', 'application/json');
  const { csrfToken } = credentials.get();
  if (method !== 'GET' && csrfToken !== null) headers.set('X-CSRF-Token', csrfToken);
  if (version !== undefined) headers.set('If-Match', `"${version}"`);
  if (body !== undefined) headers.set('Content-Type', 'application/json');
  return fetch(BASE + path, {
    ...more,
    method,
    headers,
    credentials: 'same-origin',
    keepalive: leaving,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

async function read<Answer>(response: Response): Promise<Answer> {
  const body: unknown = await response.json().catch(() => null);
  if (response.ok) {
    // The tests of the api hold its answers to the contract that `Answer` is taken from.
    return body as Answer;
  }
  throw refusalIn(response.status, body);
}

/** What an answer that is no success is thrown as; one that says that nobody is signed in any more is noted. */
export function refusalIn(status: number, body: unknown): ApiError {
  const { csrfToken } = credentials.get();
  if (status === 401 && csrfToken !== null) credentials.set({ csrfToken, expired: true });
  return problemIn(status, body);
}
