import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { body } from '../../libs/contracts/organisation.js';
import { AgendaCalls } from '../builders/agenda-calls.js';
import { makeBody, makeMeeting, putMeetingInto } from '../builders/meetings.js';
import { startTestApi } from '../support/test-api.js';
import type { TestApi } from '../support/test-api.js';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());

const STANDING = [{ title: 'Dagsorden' }, { title: 'Bordet rundt' }];

/** A body with a rule, and an agenda of it that is begun. */
async function begun(landing: string, points: readonly object[] = STANDING) {
  const bodyId = await makeBody(api);
  await api.take(body, 'put', `bodies/${bodyId}/standing-points`, { points }, { ifMatch: 1 });
  await api.take(body, 'patch', `bodies/${bodyId}`, { settings: { landing } }, { ifMatch: 2 });
  const { id: meetingId } = await makeMeeting(api, bodyId);
  await api.send('post', `meetings/${meetingId}/agenda`, undefined, { ifMatch: 1 });
  return { bodyId, meetingId, calls: new AgendaCalls(api, bodyId) };
}

describe('where a point lands that nobody gave a place', () => {
  it.each([
    ['last', '1 Dagsorden, 2 Bordet rundt, 3 A, 4 B, 5 C'],
    ['before-closing-standing', '1 Dagsorden, 2 A, 3 B, 4 C, 5 Bordet rundt'],
    ['after-same-type', '1 Dagsorden, 2 A, 3 C, 4 B, 5 Bordet rundt'],
  ])('is by the rule of the body, one point or several: %s', async (landing, printed) => {
    const { meetingId, calls } = await begun(landing);
    await calls.add(meetingId, { title: 'A', type: 'decision' });
    const points = [
      { title: 'B', type: 'information' },
      { title: 'C', type: 'decision' },
    ];
    await api.send('post', `meetings/${meetingId}/agenda-points/several`, { points });
    expect(await calls.printed(meetingId)).toBe(printed);
  });

  it('is where the rule of the other meeting says when it comes from one', async () => {
    const { bodyId, meetingId, calls } = await begun('before-closing-standing');
    const { points } = await calls.meetingWith(['Udsat'], bodyId);
    expect((await calls.move(points[0]?.id ?? '', { meetingId })).told).toBe('200');
    expect(await calls.printed(meetingId)).toBe('1 Dagsorden, 2 Udsat, 3 Bordet rundt');
  });

  it('is a place that somebody gave, where one was given, and last among sub-points', async () => {
    const { meetingId, calls } = await begun('before-closing-standing');
    await calls.add(meetingId, { title: 'Først', position: 0 });
    const parentId = (await calls.read(meetingId)).points[0]?.id;
    for (const title of ['a', 'b']) await calls.add(meetingId, { title, parentId });
    expect(await calls.printed(meetingId)).toBe('1 Først, 1A a, 1B b, 2 Dagsorden, 3 Bordet rundt');
  });

  it('is no rule that the product does not know', async () => {
    const id = await makeBody(api);
    const answer = await api.send('patch', `bodies/${id}`, { settings: { landing: 'up' } }, { ifMatch: 1 });
    expect(answer.told).toBe('400 validation-failed');
  });
});

describe('a standing point that fills itself with the latest minutes', () => {
  const REFERAT = [{ title: 'Referat', minutes: 3, fillsWith: 'latest-minutes' }];

  it('says of which meeting: the last of the body that was not cancelled before this one', async () => {
    const { bodyId, meetingId, calls } = await begun('last', REFERAT);
    expect(await calls.printed(meetingId)).toBe('1 Referat');
    await makeMeeting(api, bodyId, '2026-03-17');
    await putMeetingInto(api, (await makeMeeting(api, bodyId, '2026-03-24')).id, 'cancelled');
    await makeMeeting(api, await makeBody(api), '2026-03-30');
    const next = await makeMeeting(api, bodyId, '2026-03-31');
    await api.send('post', `meetings/${next.id}/agenda`, undefined, { ifMatch: 1 });
    expect(await calls.printed(next.id)).toBe('1 Referat af mødet den 17. marts 2026');
    expect((await calls.read(next.id)).points[0]?.minutes).toBe(3);
  });
});
