import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { agendaPresence } from '../../libs/contracts/agenda-points.js';
import type { AgendaPresenceView } from '../../libs/contracts/agenda-points.js';
import { AgendaCalls } from '../builders/agenda-calls.js';
import { makeBody, makePoint } from '../builders/meetings.js';
import { startTestApi } from '../support/test-api.js';
import type { SignedIn } from '../support/sign-in.js';
import type { TestApi } from '../support/test-api.js';

let api: TestApi;
let bodyId: string;
let calls: AgendaCalls;
let one: SignedIn;
let other: SignedIn;
beforeAll(async () => {
  api = await startTestApi();
  bodyId = await makeBody(api);
  calls = new AgendaCalls(api, bodyId);
  one = await api.signIn([{ role: 'secretariat', bodyId }]);
  other = await api.signIn([{ role: 'secretariat', bodyId }]);
});
afterAll(() => api.stop());

const say = (meetingId: string, by: SignedIn, pointId: string | null = null): Promise<AgendaPresenceView> =>
  api.take(agendaPresence, 'put', `meetings/${meetingId}/agenda/presence`, { pointId }, { by });
const at = ({ others }: AgendaPresenceView) => others.map(({ personId, pointId }) => [personId, pointId]);

describe('two who work on one agenda', () => {
  it('see each other and where the other is, for as long as each says so', async () => {
    const { meetingId, points } = await calls.meetingWith(['A']);
    const pointId = points[0]?.id ?? '';
    expect(at(await say(meetingId, one, pointId))).toEqual([]);
    expect(at(await say(meetingId, other))).toEqual([[one.personId, pointId]]);
    expect(at(await say(meetingId, one))).toEqual([[other.personId, null]]);
    await api.database.query(`UPDATE agenda_presence SET seen_at = now() - interval '16 seconds'`);
    expect(at(await say(meetingId, one))).toEqual([]);
  });

  it('learn that it has changed, and nothing when it has not', async () => {
    const { meetingId, points } = await calls.meetingWith(['A', 'B']);
    const marks = [(await say(meetingId, one)).mark];
    expect((await say(meetingId, one)).mark).toBe(marks[0]);
    await api.send('patch', `agenda-points/${points[0]?.id}`, { minutes: 5 }, { ifMatch: 1 });
    marks.push((await say(meetingId, one)).mark);
    await calls.move(points[1]?.id ?? '', { parentId: null, position: 0 });
    marks.push((await say(meetingId, one)).mark);
    await api.send('post', `agenda-points/${points[1]?.id}/attachments`, { title: 'Kort' });
    marks.push((await say(meetingId, one)).mark);
    await makePoint(api, meetingId, 'C');
    marks.push((await say(meetingId, one)).mark);
    await api.send('patch', `meetings/${meetingId}`, { end: '11:00' }, { ifMatch: 1 });
    marks.push((await say(meetingId, one)).mark);
    expect(new Set(marks).size).toBe(6);
  });

  it('are told nothing of a point that they are disqualified on', async () => {
    const { meetingId, points } = await calls.meetingWith(['A', 'B']);
    const pointId = points[0]?.id ?? '';
    const barred = await api.signIn([{ role: 'secretariat', bodyId }]);
    const people = [{ personId: barred.personId, reason: null }];
    await api.send('put', `agenda-points/${pointId}/disqualifications`, { people });
    const { mark } = await say(meetingId, barred);
    await say(meetingId, one, pointId);
    await api.send('patch', `agenda-points/${pointId}`, { minutes: 5 }, { ifMatch: 1 });
    const after = await say(meetingId, barred);
    expect(after.mark).toBe(mark);
    expect(at(after)).toContainEqual([one.personId, null]);
  });
});
