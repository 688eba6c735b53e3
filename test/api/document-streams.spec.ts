import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { request } from 'node:http';
import type { ClientRequest } from 'node:http';
import { documentView } from '../../libs/contracts/documents.js';
import { heldMeeting, makeBody } from '../builders/meetings.js';
import { startListeningApi } from '../support/listening-api.js';
import type { TestApi } from '../support/test-api.js';
import { until } from '../support/until.js';

/** Starting the api takes its time on a busy machine (ms). */
jest.setTimeout(30_000);

let api: TestApi;
let port: number;
beforeAll(async () => {
  ({ api, port } = await startListeningApi());
});
afterAll(() => api.stop());

/** Begins to follow a document; its status, once the stream has begun. */
function follow(path: string, headers: Record<string, string>): Promise<[number, ClientRequest]> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path, headers });
    asked.on('error', reject);
    asked.on('response', (response) => {
      response.on('error', () => undefined).resume();
      resolve([response.statusCode ?? 0, asked]);
    });
    asked.end();
  });
}

it('a session follows eight documents at once; the ninth is refused until one of them has ended', async () => {
  const { meetingId } = await heldMeeting(api, await makeBody(api));
  const made = await api.take(documentView, 'post', `meetings/${meetingId}/documents`, { kind: 'agenda' });
  const path = `/api/v1/documents/${made.id}/progress`;
  const { headers } = api.everybody;
  // All at once: none of them may find the last place free before another has taken it.
  const asked = await Promise.all(Array.from({ length: 9 }, () => follow(path, headers)));
  const streams = asked.sort(([a], [b]) => a - b);
  expect(streams.map(([status]) => status)).toEqual([...Array<number>(8).fill(200), 429]);
  const other = await follow(
    path,
    (await api.signIn([{ role: 'administrator' }, { role: 'director' }])).headers,
  );
  expect(other[0]).not.toBe(429);
  streams[0]?.[1].destroy();
  await until(async () => {
    const again = await follow(path, headers);
    streams.push(again);
    return again[0] === 200;
  });
  for (const [, stream] of [...streams, other]) stream.destroy();
});
