import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import request from 'supertest';
import { importPart, importView } from '../../libs/contracts/imports.js';
import { meeting } from '../../libs/contracts/meetings.js';
import { makeBody } from '../builders/meetings.js';
import type { SignedIn } from '../support/sign-in.js';
import { startTestApi, unknownId } from '../support/test-api.js';
import type { TestApi } from '../support/test-api.js';

/** Starting the api takes its time on a busy machine (ms). */
jest.setTimeout(30_000);

let api: TestApi;
let people: Record<string, SignedIn>;
beforeAll(async () => {
  api = await startTestApi();
  const bodyId = await makeBody(api);
  people = {
    administrator: await api.signIn([{ role: 'administrator' }]),
    secretariat: await api.signIn([{ role: 'secretariat', bodyId }]),
    director: await api.signIn([{ role: 'director' }]),
    chair: await api.signIn([{ role: 'chair', bodyId }]),
    reader: await api.signIn([{ role: 'reader', bodyId }]),
  };
});
afterAll(() => api.stop());

const PACKAGE = [
  'Dagsorden',
  '',
  'Udvalg for prøver',
  '10. marts 2026',
  'kl. 9.00 - 10.00',
  '',
  '1. Åbningstid i værestedet',
  'Baggrund/formål: Vi ser på tiden.',
].join('\n');

const send = (name: string) =>
  request(api.app.getHttpServer())
    .post('/api/v1/imports?fileName=pakke.txt')
    .set(people[name]?.headers ?? {})
    .set('Content-Type', 'application/octet-stream')
    .send(Buffer.from(PACKAGE));

it('reading a package in is for secretariats and administrators', async () => {
  for (const name of ['director', 'chair', 'reader'])
    expect((await send(name)).body).toMatchObject({ status: 403, code: 'not-allowed' });
  const taken = await send('secretariat');
  expect(taken.status).toBe(201);
  const { id, parts } = importView.parse(taken.body);
  const told = async (name: string, path: string) =>
    (await api.send('get', path, undefined, { by: people[name] ?? null })).told;
  for (const name of Object.keys(people)) {
    const may = name === 'administrator' || name === 'secretariat';
    expect([name, await told(name, `imports/${id}`)]).toEqual([name, may ? '200' : '404 not-found']);
    expect([name, await told(name, 'imports')]).toEqual([name, may ? '200' : '403 not-allowed']);
  }
  expect(await told('nobody', 'imports')).toBe('401 not-signed-in');
  const place = { date: '2026-03-10', body: 'Udvalg for prøver' };
  for (const partId of [parts[0]?.id ?? '', unknownId()]) {
    const answer = await api.send('post', `imports/parts/${partId}/place`, place, {
      ...{ by: people.chair ?? null, ifMatch: 1 },
    });
    expect(answer.told).toBe('404 not-found');
  }
});

it('what it holds is made whole, and seen by each as ever', async () => {
  const { parts } = importView.parse((await send('secretariat')).body);
  const [part] = parts;
  const by = people.secretariat ?? null;
  const place = { date: '2026-03-10', body: 'Et nyt udvalg' };
  const placed = await api.take(importPart, 'post', `imports/parts/${part?.id ?? ''}/place`, place, {
    ...{ by, ifMatch: part?.version ?? 0 },
  });
  expect(placed).toMatchObject({ state: 'taken-in', abilities: { place: true } });
  const made = await api.take(meeting, 'get', `meetings/${placed.meetingId ?? ''}`, undefined, { by });
  expect(made).toMatchObject({ bodyName: 'Et nyt udvalg', abilities: { run: { code: 'not-allowed' } } });
});
