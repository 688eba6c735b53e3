import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { agendaPoint } from '../../libs/contracts/agenda-points.js';
import { meeting } from '../../libs/contracts/meetings.js';
import { agendaChanges, agendaVersionList } from '../../libs/contracts/sending.js';
import type { AgendaChangesView } from '../../libs/contracts/sending.js';
import { makeBody, makePoint } from '../builders/meetings.js';
import { draftedMeeting } from '../builders/sendings.js';
import { startTestApi } from '../support/test-api.js';
import type { TestApi } from '../support/test-api.js';
import type { SignedIn } from '../support/sign-in.js';

let api: TestApi;
let bodyId: string;
let reader: SignedIn;
beforeAll(async () => {
  api = await startTestApi();
  bodyId = await makeBody(api);
  reader = await api.signIn([{ role: 'reader', bodyId }]);
});
afterAll(() => api.stop());

const send = async (id: string): Promise<void> => {
  const { version } = await api.take(meeting, 'get', `meetings/${id}`);
  const answer = await api.send('post', `meetings/${id}/agenda-versions`, undefined, { ifMatch: version });
  expect(answer.told).toBe('201');
};
const change = (pointId: string | undefined, fields: object, ifMatch = 1) =>
  api.take(agendaPoint, 'patch', `agenda-points/${pointId}`, fields, { ifMatch });
const compare = (id: string, from: number, to: number | 'draft', by?: SignedIn): Promise<AgendaChangesView> =>
  api.take(
    agendaChanges,
    'get',
    `meetings/${id}/agenda-versions/compare?from=${from}&to=${to}`,
    undefined,
    by && { by },
  );
const told = ({ points }: AgendaChangesView): string[] =>
  points.map(({ kinds, after, before }) => `${(after ?? before)?.title ?? ''}: ${kinds.join(', ')}`);

describe('comparing two versions of an agenda', () => {
  it('tells what was renamed, written, timed, attached, withdrawn and added, and of the meeting', async () => {
    const { id, points } = await draftedMeeting(api, bodyId, ['A', 'B', 'C']);
    await send(id);
    await change(points[0], { title: 'A, rettet', minutes: 15 });
    await api.send('post', `agenda-points/${points[1]}/attachments`, { title: 'Kort', visibility: 'open' });
    await api.send('post', `agenda-points/${points[2]}/withdraw`, {}, { ifMatch: 1 });
    await makePoint(api, id, 'D', { lateReason: 'Kom i dag' });
    const { version } = await api.take(meeting, 'get', `meetings/${id}`);
    await api.take(meeting, 'patch', `meetings/${id}`, { place: 'Rådhuset' }, { ifMatch: version });
    expect(told(await compare(id, 1, 'draft'))).toEqual([
      ...['A, rettet: renamed, minutes, time', 'B: time, papers', 'C: withdrawn, time', 'D: added'],
    ]);
    await send(id);
    const changes = await compare(id, 1, 2);
    expect(changes).toMatchObject({ from: 1, to: 2, unchanged: false });
    expect(changes.meeting).toEqual([{ field: 'place', before: null, after: 'Rådhuset' }]);
    expect(told(changes)).toHaveLength(4);
    expect(told(await compare(id, 2, 1))).toEqual([
      ...['A: renamed, minutes, time', 'B: time, papers', 'C: restored, time', 'D: removed'],
    ]);
    for (const [from, to] of [
      [1, 1],
      [2, 'draft'],
    ] as const)
      expect(await compare(id, from, to)).toMatchObject({ unchanged: true, points: [], meeting: [] });
  });

  it('tells readers of what is open nothing of closed points, nor that there was a version for them', async () => {
    const { id, points } = await draftedMeeting(api, bodyId, ['Åbent', '*Lukket']);
    await send(id);
    await change(points[1], { title: 'Lukket, rettet' });
    await send(id);
    await change(points[0], { title: 'Åbent, rettet' });
    await change(points[1], { title: 'Lukket igen' }, 2);
    await send(id);
    expect(told(await compare(id, 1, 3))).toEqual(['Åbent, rettet: renamed', 'Lukket igen: renamed']);
    const { items } = await api.take(agendaVersionList, 'get', `meetings/${id}/agenda-versions`, undefined, {
      by: reader,
    });
    expect(items.map(({ number }) => number)).toEqual([1, 2]);
    expect(told(await compare(id, 1, 2, reader))).toEqual(['Åbent, rettet: renamed']);
    for (const to of ['3', 'draft'])
      expect(
        (
          await api.send('get', `meetings/${id}/agenda-versions/compare?from=1&to=${to}`, undefined, {
            by: reader,
          })
        ).told,
      ).toBe('404 not-found');
  });

  it.each(['', '?from=1', '?from=1&to=x', '?from=0&to=1', '?from=1&to=2&audience=open'])(
    'asks for two numbers (%s)',
    async (query) => {
      const { id } = await draftedMeeting(api, bodyId);
      expect((await api.send('get', `meetings/${id}/agenda-versions/compare${query}`)).told).toBe(
        '400 validation-failed',
      );
    },
  );
});
