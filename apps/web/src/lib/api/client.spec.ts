import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { api, queryText } from './client.js';
import { credentials } from './credentials.js';
import { ApiError } from './problem.js';

const fetched = jest.fn<typeof fetch>();
const realFetch = globalThis.fetch;

beforeEach(() => {
  globalThis.fetch = fetched;
  credentials.set({ csrfToken: 'a-token', expired: false });
});
afterEach(() => {
  fetched.mockReset();
  globalThis.fetch = realFetch;
});

function answer(status: number, body: unknown): Response {
  return new Response(JSON.stringify(body), { status });
}

function sent(call = 0): { url: unknown; method: unknown; headers: Headers } {
  const [url, init] = fetched.mock.calls[call] ?? [];
  return { url, method: init?.method, headers: new Headers(init?.headers) };
}

describe('a request to the api', () => {
  it('carries the token and the version when it changes something', async () => {
    fetched.mockResolvedValue(answer(200, { version: 4 }));
    await api.patch('units/1', { version: 3, body: { name: 'Økonomi' } });
    const { url, method, headers } = sent();
    expect([url, method]).toEqual(['/api/v1/units/1', 'PATCH']);
    expect(headers.get('X-CSRF-Token')).toBe('a-token');
    expect(headers.get('If-Match')).toBe('"3"');
    expect(headers.get('Idempotency-Key')).toBeNull();
  });

  it('carries no token when it only reads', async () => {
    fetched.mockResolvedValue(answer(200, {}));
    await api.get('follow-ups', { unit: 'FAS', status: ['new', 'waiting'], cursor: undefined });
    expect(sent().url).toBe('/api/v1/follow-ups?unit=FAS&status=new&status=waiting');
    expect(sent().headers.get('X-CSRF-Token')).toBeNull();
  });

  it('is sent again with the same key when a POST got no answer', async () => {
    fetched.mockRejectedValueOnce(new TypeError('network')).mockResolvedValue(answer(201, { id: 'x' }));
    await expect(api.post('meetings', { body: {} })).resolves.toEqual({ id: 'x' });
    const keys = [sent(0), sent(1)].map(({ headers }) => headers.get('Idempotency-Key'));
    expect(keys[0]).toMatch(/^[0-9a-f-]{36}$/);
    expect(keys[1]).toBe(keys[0]);
  });

  it('throws what the api refused', async () => {
    fetched.mockResolvedValue(answer(412, { code: 'stale-version', status: 412, current: { version: 5 } }));
    const refused = await api.patch('units/1', { version: 3, body: {} }).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(ApiError);
    expect(refused).toMatchObject({ problem: { code: 'stale-version', current: { version: 5 } } });
  });

  it('says so when the session has ended, and only when there was one', async () => {
    fetched.mockImplementation(() => Promise.resolve(answer(401, { code: 'not-signed-in', status: 401 })));
    await expect(api.get('units')).rejects.toThrow('not-signed-in');
    expect(credentials.get().expired).toBe(true);
    credentials.set({ csrfToken: null, expired: false });
    await expect(api.get('session')).rejects.toThrow('not-signed-in');
    expect(credentials.get().expired).toBe(false);
  });
});

describe('a query', () => {
  it('is nothing when nothing is asked', () => {
    expect(queryText({ unit: undefined })).toBe('');
  });
});
