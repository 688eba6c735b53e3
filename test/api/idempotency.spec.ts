import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { agendaPoint, agendaPoints } from '../../libs/contracts/agenda-points.js';
import { unit } from '../../libs/contracts/organisation.js';
import { makeBody, makeMeeting, makePoint } from '../builders/meetings.js';
import { rawRequest } from '../support/raw-request.js';
import { startTestApi, unknownId } from '../support/test-api.js';
import type { TestApi } from '../support/test-api.js';

let api: TestApi;
let bodyId: string;
beforeAll(async () => {
  api = await startTestApi();
  bodyId = await makeBody(api);
});
afterAll(() => api.stop());

const count = async (table: 'meeting' | 'unit' | 'event'): Promise<number> => {
  const [row] = await api.database.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${table}`);
  return row?.n ?? -1;
};
const newMeeting = () => ({ bodyId, date: '2026-03-10', place: `Lokale ${unknownId()}` });

describe('the same POST with the same Idempotency-Key', () => {
  it('gives the same answer, byte for byte and with its ETag, and has one effect', async () => {
    const key = `key-${unknownId()}`;
    const fields = newMeeting();
    const before = { meetings: await count('meeting'), events: await count('event') };
    const ask = () => rawRequest(api, 'post', '/api/v1/meetings', { 'Idempotency-Key': key }).send(fields);
    const first = await ask();
    const second = await ask();
    expect(first.status).toBe(201);
    expect([second.status, second.get('ETag'), second.text]).toEqual([201, first.get('ETag'), first.text]);
    expect(await count('meeting')).toBe(before.meetings + 1);
    expect(await count('event')).toBe(before.events + 1);
  });

  it('has one effect also when ten come at once', async () => {
    const key = `key-${unknownId()}`;
    const fields = newMeeting();
    const before = await count('meeting');
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => api.send('post', 'meetings', fields, { key })),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]?.told).toBe('201');
    expect(await count('meeting')).toBe(before + 1);
  });

  it('gives the first answer though the thing has been changed or is gone since', async () => {
    const { id: meetingId } = await makeMeeting(api, bodyId);
    const key = `key-${unknownId()}`;
    const ask = () => api.send('post', `meetings/${meetingId}/agenda-points`, { title: 'Budget' }, { key });
    const first = await ask();
    const { id } = agendaPoint.parse(first.body);
    await api.send('delete', `agenda-points/${id}`, undefined, { ifMatch: 1 });
    expect(await ask()).toEqual(first);
    const { points } = await api.take(agendaPoints, 'get', `meetings/${meetingId}/agenda-points`);
    expect(points).toEqual([]);
  });

  it('does a step once, though its version is old by then', async () => {
    const { id } = await makeMeeting(api, bodyId);
    const key = `key-${unknownId()}`;
    const ask = () => api.send('post', `meetings/${id}/agenda`, undefined, { key, ifMatch: 1 });
    expect(await ask()).toEqual(await ask());
  });

  it('and another body is refused, and does nothing', async () => {
    const key = `key-${unknownId()}`;
    await api.send('post', 'units', { code: unknownId().slice(0, 8), name: 'Enhed' }, { key });
    const before = await count('unit');
    const other = await api.send('post', 'units', { code: unknownId().slice(0, 8), name: 'Anden' }, { key });
    expect(other.told).toBe('422 idempotency-key-reused');
    expect(await count('unit')).toBe(before);
  });

  it('at another address is another request', async () => {
    const key = `key-${unknownId()}`;
    const first = await makeMeeting(api, bodyId);
    const second = await makeMeeting(api, bodyId);
    for (const { id } of [first, second]) {
      const answer = await api.send('post', `meetings/${id}/agenda-points`, { title: 'Budget' }, { key });
      expect(answer.body).toMatchObject({ meetingId: id });
    }
  });
});

describe('the same POST by somebody whose rights have changed since', () => {
  const REUSED = '422 idempotency-key-reused';

  it('is refused and shows nothing of the first answer: a role that ended, a disqualification that came', async () => {
    for (const change of [
      'DELETE FROM membership WHERE person_id = $1',
      'INSERT INTO disqualification (point_id, person_id) SELECT id, $1 FROM agenda_point',
    ]) {
      const by = await api.signIn([{ role: 'secretariat', bodyId }]);
      const { id } = await makeMeeting(api, bodyId);
      const with_ = { key: `key-${unknownId()}`, by };
      const fields = { title: 'Fortroligt punkt' };
      const ask = () => api.send('post', `meetings/${id}/agenda-points`, fields, with_);
      expect((await ask()).told).toBe('201');
      await api.database.query(change, [by.personId]);
      const again = await ask();
      expect(again.told).toBe(REUSED);
      expect(JSON.stringify(again)).not.toContain('Fortroligt');
      const { points } = await api.take(agendaPoints, 'get', `meetings/${id}/agenda-points`);
      expect(points).toHaveLength(1);
    }
  });

  it('is answered as before where the same rights are written down anew, or in another order', async () => {
    const by = await api.signIn([
      { role: 'secretariat', bodyId },
      { role: 'member', bodyId },
    ]);
    const with_ = { key: `key-${unknownId()}`, by };
    const fields = newMeeting();
    const ask = () => api.send('post', 'meetings', fields, with_);
    const first = await ask();
    await api.database.query('UPDATE membership SET id = gen_random_uuid() WHERE person_id = $1', [
      by.personId,
    ]);
    expect(await ask()).toEqual(first);
  });
});

describe('a POST that was refused', () => {
  it.each<[string, object]>([
    ['by its schema', { code: '', name: 'Enhed' }],
    ['by the database', { code: 'TAGET', name: 'Enhed' }],
  ])('%s leaves its key free', async (_name, refused) => {
    await api.send('post', 'units', { code: 'TAGET', name: 'Den første' });
    const key = `key-${unknownId()}`;
    expect((await api.send('post', 'units', refused, { key })).status).toBeGreaterThanOrEqual(400);
    const code = unknownId().slice(0, 8);
    const made = await api.take(unit, 'post', 'units', { code, name: 'Enhed' }, { key });
    expect(made.code).toBe(code);
  });

  it('by a rule leaves its key free', async () => {
    const key = `key-${unknownId()}`;
    const bad = { bodyId, date: '2026-03-10', start: '10:00', end: '09:00' };
    expect((await api.send('post', 'meetings', bad, { key })).told).toBe('422 end-not-after-start');
    expect((await api.send('post', 'meetings', { ...bad, end: '11:00' }, { key })).told).toBe('201');
  });
});

describe('an Idempotency-Key', () => {
  it.each(['short', 'with a space in it', 'æøå-æøå-æøå', 'k'.repeat(201)])('is not %s', async (key) => {
    const answer = await rawRequest(api, 'post', '/api/v1/units', {
      'Idempotency-Key': encodeHeader(key),
    }).send({
      code: 'IK',
      name: 'Enhed',
    });
    expect(answer).toMatchObject({ status: 400, body: { code: 'validation-failed' } });
  });

  it('means nothing to PATCH and DELETE', async () => {
    const { id: meetingId } = await makeMeeting(api, bodyId);
    const { id } = await makePoint(api, meetingId, 'Budget');
    const key = `key-${unknownId()}`;
    const change = (title: string, ifMatch: number) =>
      api.send('patch', `agenda-points/${id}`, { title }, { key, ifMatch });
    expect((await change('Budget 2027', 1)).body).toMatchObject({ title: 'Budget 2027' });
    expect((await change('Budget 2028', 2)).body).toMatchObject({ title: 'Budget 2028' });
    expect((await change('Budget 2028', 2)).told).toBe('412 stale-version');
    const remove = () => api.send('delete', `agenda-points/${id}`, undefined, { key, ifMatch: 3 });
    expect((await remove()).told).toBe('204');
    expect((await remove()).told).toBe('404 not-found');
  });
});

/** Node sends header values as Latin-1. */
function encodeHeader(value: string): string {
  return Buffer.from(value, 'utf8').toString('latin1');
}
