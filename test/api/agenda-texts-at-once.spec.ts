import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { agendaPoint } from '../../libs/contracts/agenda-points.js';
import { meeting } from '../../libs/contracts/meetings.js';
import { agendaVersion } from '../../libs/contracts/sending.js';
import { z } from 'zod';
import { AgendaCalls } from '../builders/agenda-calls.js';
import { makeBody, putMeetingInto } from '../builders/meetings.js';
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
