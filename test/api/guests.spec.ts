import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { guests } from '../../libs/contracts/agenda-points.js';
import type { GuestsView } from '../../libs/contracts/agenda-points.js';
import { meeting } from '../../libs/contracts/meetings.js';
import { minutesView } from '../../libs/contracts/minutes.js';
import { agenda } from '../../libs/contracts/sending.js';
import { sendingCheck } from '../../libs/contracts/sendings.js';
import { newId } from '../../libs/platform/ids/new-id.js';
import { makeBody } from '../builders/meetings.js';
import { draftedMeeting, mailPerson } from '../builders/sendings.js';
import { startTestApi } from '../support/test-api.js';
import type { TestApi } from '../support/test-api.js';
import type { SignedIn } from '../support/sign-in.js';

let api: TestApi;
let bodyId: string;
let guest: SignedIn;
beforeAll(async () => {
  api = await startTestApi();
  bodyId = await makeBody(api);
  guest = await mailPerson(api, 'Gro Gæst', []);
});
afterAll(() => api.stop());

const invite = (pointId: string | undefined, ...people: readonly SignedIn[]): Promise<GuestsView> =>
  api.take(guests, 'put', `agenda-points/${pointId}/guests`, {
    people: people.map(({ personId }) => ({ personId })),
  });
const send = async (id: string): Promise<void> => {
  const { version } = await api.take(meeting, 'get', `meetings/${id}`);
  const answer = await api.send('post', `meetings/${id}/agenda-versions`, undefined, { ifMatch: version });
  expect(answer.told).toBe('201');
};
const told = async (path: string): Promise<string> =>
  (await api.send('get', path, undefined, { by: guest })).told;

describe('the guests of a point', () => {
  it('are invited and let go by the secretariat, and stand by name', async () => {
    const { points } = await draftedMeeting(api, bodyId, ['Budget']);
    const other = await api.signIn([], 'Anders And');
    expect(await invite(points[0], guest, other)).toEqual({
      people: [
        { personId: other.personId, name: 'Anders And' },
        { personId: guest.personId, name: 'Gro Gæst' },
      ],
    });
    expect((await invite(points[0], guest)).people.map(({ name }) => name)).toEqual(['Gro Gæst']);
    expect(await api.take(guests, 'get', `agenda-points/${points[0]}/guests`)).toEqual(
      await invite(points[0], guest),
    );
    const [event] = await api.database.query<{ data: object }>(
      "SELECT data FROM event WHERE name = 'guests.recorded' AND subject_id = $1 ORDER BY id LIMIT 1",
      [points[0]],
    );
    expect(event?.data).toEqual({ people: [guest.personId, other.personId], before: [] });
  });

  it('lets somebody stay who stood in for one that is let go', async () => {
    const { points } = await draftedMeeting(api, bodyId, ['Budget']);
    await invite(points[0], guest);
    const substitute = await api.signIn([], 'Stig Stedfortræder');
    await api.database.query(
      `INSERT INTO membership (id, person_id, role, point_id, substitute_for)
       SELECT $1, $2, 'guest', point_id, id FROM membership WHERE point_id = $3`,
      [newId(), substitute.personId, points[0]],
    );
    expect((await invite(points[0], substitute)).people.map(({ name }) => name)).toEqual([
      'Stig Stedfortræder',
    ]);
  });

  it('read their one point once it is sent, closed as it is, and nothing of the others', async () => {
    const { id, points } = await draftedMeeting(api, bodyId, ['Åbent', '*Lukket sag', '*En anden lukket']);
    await invite(points[1], guest);
    expect(await told(`agenda-points/${points[1]}`)).toBe('404 not-found');
    await send(id);
    expect(await told(`agenda-points/${points[1]}`)).toBe('200');
    for (const path of [
      ...[`agenda-points/${points[0]}`, `agenda-points/${points[2]}`, `meetings/${id}/agenda`],
      ...[`agenda-points/${points[1]}/guests`, `agenda-points/${points[2]}/guests`],
      ...[`meetings/${id}/agenda-points`, `meetings/${id}/agenda-versions/1`],
    ])
      expect(`${path}: ${await told(path)}`).toMatch(
        path.endsWith(`${points[1]}/guests`) ? /403 not-allowed$/ : /404 not-found$/,
      );
    await invite(points[1]);
    expect(await told(`agenda-points/${points[1]}`)).toBe('404 not-found');
    expect(await told(`meetings/${id}`)).toBe('404 not-found');
  });

  it('are among those an agenda is sent to, as guests', async () => {
    const { id, points } = await draftedMeeting(api, bodyId, ['*Lukket sag']);
    await invite(points[0], guest);
    const { recipients } = await api.take(sendingCheck, 'get', `meetings/${id}/sending-check`);
    expect(recipients.find(({ name }) => name === 'Gro Gæst')).toMatchObject({
      ...{ group: 'guest', seesClosed: false, address: 'grogst@example.dk' },
    });
  });

  it('go with a point that is removed and given back, and are no matter of minutes', async () => {
    const { id, points } = await draftedMeeting(api, bodyId, ['Budget', 'Skoler']);
    await invite(points[0], guest);
    await api.send('delete', `agenda-points/${points[0]}`, undefined, { ifMatch: 1 });
    await api.send('post', `agenda-points/${points[0]}/restore`);
    expect((await api.take(guests, 'get', `agenda-points/${points[0]}/guests`)).people).toHaveLength(1);
    await send(id);
    await api.database.query("UPDATE meeting SET state = 'held' WHERE id = $1", [id]);
    await api.take(minutesView, 'post', `meetings/${id}/minutes`);
    expect(await told(`agenda-points/${points[1]}`)).toBe('404 not-found');
  });

  it('stand in the agenda as it was sent with their titles, for those who may see their point', async () => {
    const { id, points } = await draftedMeeting(api, bodyId, ['Åbent', '*Lukket sag']);
    const open = await api.signIn([], 'Åse Åben');
    await api.database.query("UPDATE person SET title = 'kontorchef' WHERE id = $1", [open.personId]);
    await invite(points[0], open);
    await invite(points[1], guest);
    await send(id);
    await invite(points[0]);
    const named = async (by: SignedIn | undefined, path = 'agenda'): Promise<unknown> => {
      const { body } = await api.send('get', `meetings/${id}/${path}`, undefined, by && { by });
      return agenda
        .parse((body as { agenda?: unknown }).agenda ?? body)
        .points.map(({ guests = null }) => guests);
    };
    const [aase, gro] = [[{ name: 'Åse Åben', title: 'kontorchef' }], [{ name: 'Gro Gæst', title: null }]];
    const reader = await api.signIn([{ role: 'reader', bodyId }]);
    const member = await api.signIn([{ role: 'member', bodyId }]);
    expect(await named(reader)).toEqual([aase]);
    expect(await named(reader, 'agenda-versions/1')).toEqual([aase]);
    expect(await named(member)).toEqual([aase, gro]);
    // Those who draft it have it as it stands.
    expect(await named(undefined)).toEqual([null, gro]);
    expect(await named(undefined, 'agenda-versions/1')).toEqual([aase, gro]);
  });

  it.each([
    ['somebody who is not there', { people: [{ personId: newId() }] }, '422 reference-not-found'],
    ['nobody', {}, '400 validation-failed'],
    ['somebody by name', { people: [{ name: 'Gro' }] }, '400 validation-failed'],
  ])('are not %s', async (_, body, refusal) => {
    const { points } = await draftedMeeting(api, bodyId, ['Budget']);
    expect((await api.send('put', `agenda-points/${points[0]}/guests`, body)).told).toBe(refusal);
  });

  it('are each named once', async () => {
    const { points } = await draftedMeeting(api, bodyId, ['Budget']);
    const one = { personId: guest.personId };
    expect((await api.send('put', `agenda-points/${points[0]}/guests`, { people: [one, one] })).told).toBe(
      '400 validation-failed',
    );
  });
});
