import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { agendaPoint } from '../../libs/contracts/agenda-points.js';
import { meeting } from '../../libs/contracts/meetings.js';
import { agendaVersion } from '../../libs/contracts/sending.js';
import { z } from 'zod';
import { AgendaCalls } from '../builders/agenda-calls.js';
import { makeBody, makePoint, putMeetingInto } from '../builders/meetings.js';
import { startTestApi } from '../support/test-api.js';
import type { ApiAnswer, TestApi } from '../support/test-api.js';

let api: TestApi;
let calls: AgendaCalls;
beforeAll(async () => {
  api = await startTestApi();
  calls = new AgendaCalls(api, await makeBody(api));
});
afterAll(() => api.stop());

const TEN = Array.from({ length: 10 }, (_, i) => i);
const change = (id: string, fields: object, ifMatch: number): Promise<ApiAnswer> =>
  api.send('patch', `agenda-points/${id}`, fields, { ifMatch });
/** What the titles of a point changed to, as it is kept, oldest first. */
const recordedTitles = async (id: string) => ({
  rows: await api.database.query<{ closed: string | null; after: string | null }>(
    `SELECT change->>'closed' AS closed, change->'after'->>'value' AS after
     FROM event, jsonb_array_elements(changes) AS change
     WHERE subject_id = $1 AND change->>'field' = 'title' AND name = 'agenda-point.changed' ORDER BY seq`,
    [id],
  ),
});
const stale = z.object({ current: agendaPoint });

describe('the texts of an agenda that many write at once', () => {
  it('are all kept where each writes a point of their own', async () => {
    const { meetingId, points } = await calls.meetingWith(TEN.map((i) => `Punkt ${i}`));
    const answers = await Promise.all(
      points.map(async ({ id }, i) => [
        await change(id, { title: `Nyt ${i}` }, 1),
        await change(id, { responsible: `Enhed ${i}` }, 2),
      ]),
    );
    expect(new Set(answers.flat().map(({ told }) => told))).toEqual(new Set(['200']));
    const { points: kept } = await calls.read(meetingId);
    expect(kept.map(({ title, responsible, version }) => [title, responsible, version])).toEqual(
      TEN.map((i) => [`Nyt ${i}`, `Enhed ${i}`, 3]),
    );
  });

  it('come back with the number and times that the point has by now', async () => {
    const { meetingId, points } = await calls.meetingWith(['Et', 'To', 'Tre']);
    const [one, two, three] = points.map(({ id }) => id);
    const answer = async (ifMatch: number) => {
      const { number, from, version } = agendaPoint.parse(
        (await change(two ?? '', { title: `Ny ${ifMatch}` }, ifMatch)).body,
      );
      return { number, from, version };
    };
    await change(one ?? '', { minutes: 10 }, 1);
    await change(two ?? '', { minutes: 5 }, 1);
    expect(await answer(2)).toEqual({ number: '2', from: '09:10', version: 3 });
    expect(await answer(3)).toEqual({ number: '2', from: '09:10', version: 4 });
    await change(one ?? '', { minutes: 25 }, 2);
    expect(await answer(4)).toEqual({ number: '2', from: '09:25', version: 5 });
    await api.send('post', `agenda-points/${three}/move`, { parentId: null, position: 0 }, { ifMatch: 1 });
    expect(await answer(5)).toMatchObject({ number: '3', version: 6 });
    const { version } = await api.take(meeting, 'get', `meetings/${meetingId}`);
    await api.take(meeting, 'patch', `meetings/${meetingId}`, { start: '10:00' }, { ifMatch: version });
    expect(await answer(6)).toMatchObject({ number: '3', from: '10:25', version: 7 });
  });

  it('come back as the agenda has the point, whatever is moved in between', async () => {
    const { meetingId, points } = await calls.meetingWith(['Et', 'To', 'Tre', 'Fire', 'Fem']);
    for (let i = 0; i < 20; i += 1) {
      const now = (await calls.read(meetingId)).points;
      const [moved, written] = [now[(i * 3) % 5], points[i % 5]];
      const to = { parentId: null, position: (i * 7 + 2) % 5 };
      expect((await calls.move(moved?.id ?? '', to, moved?.version)).told).toBe('200');
      const before = (await calls.read(meetingId)).points.find(({ id }) => id === written?.id);
      const answer = await change(written?.id ?? '', { title: `Nyt ${i}` }, before?.version ?? 0);
      expect(answer.told).toBe('200');
      const after = (await calls.read(meetingId)).points.find(({ id }) => id === written?.id);
      expect(answer.body).toEqual(after);
    }
  });

  it('of a sub-point stay closed on record when its point is closed, and open when it is open', async () => {
    const { points } = await calls.meetingWith(['Et']);
    const parentId = points[0]?.id ?? '';
    const sub = await makePoint(api, points[0]?.meetingId ?? '', 'Under', { parentId, position: 0 });
    const recorded = async (title: string, ifMatch: number) => {
      await change(sub.id, { title }, ifMatch);
      const { rows } = await recordedTitles(sub.id);
      return rows.at(-1);
    };
    expect(await recorded('Under åbent', 1)).toEqual({ closed: null, after: 'Under åbent' });
    await change(parentId, { visibility: 'closed', closedReason: 'Personsag' }, 1);
    expect(await recorded('Under lukket', 2)).toEqual({ closed: 'true', after: null });
  });

  it('are told to everybody but the first where all write the same', async () => {
    const { id } = await calls.onePoint();
    const answers = await Promise.all(TEN.map((i) => change(id, { title: `Nyt ${i}` }, 1)));
    const [saved, ...others] = answers.sort((a, b) => a.status - b.status);
    const { title } = agendaPoint.parse(saved?.body);
    expect(others.map(({ told }) => told)).toEqual(Array<string>(9).fill('412 stale-version'));
    expect(new Set(others.map(({ body }) => stale.parse(body).current.title))).toEqual(new Set([title]));
  });

  it('are whole in the version that is sent meanwhile, or not yet there', async () => {
    const { meetingId, points } = await calls.meetingWith(TEN.map((i) => `Punkt ${i}`));
    await putMeetingInto(api, meetingId, 'drafting');
    const { version } = await api.take(meeting, 'get', `meetings/${meetingId}`);
    const [sent, ...saved] = await Promise.all([
      api.send('post', `meetings/${meetingId}/agenda-versions`, undefined, { ifMatch: version }),
      ...points.map(({ id }, i) => change(id, { title: `Nyt ${i}` }, 1)),
    ]);
    expect(saved.map(({ status }) => status)).toEqual(Array<number>(10).fill(200));
    const { points: now } = await calls.read(meetingId);
    expect(now.map(({ title }) => title)).toEqual(TEN.map((i) => `Nyt ${i}`));
    const changed = agendaVersion.parse(sent.body).agenda.points.map(({ title, version: at }) => [title, at]);
    for (const [i, [title, at]] of changed.entries())
      expect(title).toBe(at === 1 ? `Punkt ${i}` : `Nyt ${i}`);
  });
});
