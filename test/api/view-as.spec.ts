import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { makeFollowUp } from '../builders/follow-ups.js';
import { makeIndstilling, sendOnPoint } from '../builders/indstillinger.js';
import { makeBody, makeMeeting, makePoint, putMeetingInto } from '../builders/meetings.js';
import type { SignedIn } from '../support/sign-in.js';
import { startTestApi } from '../support/test-api.js';
import type { TestApi } from '../support/test-api.js';

let api: TestApi;
let bodyId: string;
let elsewhere: string;
/** A member of `bodyId` who has things of their own in another body. */
let other: SignedIn;
beforeAll(async () => {
  api = await startTestApi();
  bodyId = await makeBody(api);
  elsewhere = await makeBody(api);
  other = await api.signIn([{ role: 'member', bodyId }]);
});
afterAll(() => api.stop());

/** Signs in somebody with one role, who then sees what the other sees. */
async function viewer(role: { role: string; bodyId?: string }): Promise<SignedIn> {
  const by = await api.signIn([role]);
  await view(by, other.personId);
  return by;
}

async function view(by: SignedIn, personId: string | null): Promise<void> {
  const answer = await api.send('post', 'session/view-as', { personId }, { by });
  if (answer.status !== 200) throw new Error(`Not viewing: ${answer.told}`);
}

const told = async (path: string, by: SignedIn): Promise<string> =>
  (await api.send('get', path, undefined, { by })).told;
const listed = async (path: string, by: SignedIn): Promise<string> =>
  JSON.stringify((await api.send('get', path, undefined, { by })).body);

describe('what is somebody’s own in a body that the viewer has nothing to do with', () => {
  let followUpId: string;
  let indstillingId: string;
  beforeAll(async () => {
    const { personId } = other;
    followUpId = (await makeFollowUp(api, { bodyId: elsewhere }, { personId })).id;
    indstillingId = (await makeIndstilling(api, { bodyId: elsewhere, author: { personId } })).id;
  });
  const seen = async (by: SignedIn): Promise<string[]> => {
    const answers: string[] = [];
    for (const [list, id] of [
      ['follow-ups', followUpId],
      ['indstillinger', indstillingId],
    ] as const) {
      answers.push(await told(`${list}/${id}`, by));
      answers.push((await listed(`${list}?limit=200`, by)).includes(id) ? 'listed' : 'not listed');
    }
    return answers;
  };
  const SHOWN = ['200', 'listed', '200', 'listed'];

  it('is shown to them, and to an administrator who sees what they see', async () => {
    expect(await seen(other)).toEqual(SHOWN);
    expect(await seen(await viewer({ role: 'administrator' }))).toEqual(SHOWN);
  });

  it('is not there for a secretariat that sees what they see: what they are to do, what they write', async () => {
    const hidden = ['404 not-found', 'not listed'];
    expect(await seen(await viewer({ role: 'secretariat', bodyId }))).toEqual([...hidden, ...hidden]);
  });

  it('and was submitted stands, as it was submitted, in the list of a viewer who reads the point it lies on', async () => {
    const { id: meetingId } = await makeMeeting(api, bodyId);
    const { id } = await makeIndstilling(api, {
      ...{ bodyId: elsewhere, author: { personId: other.personId } },
    });
    const point = await makePoint(api, meetingId, 'Åbningstid');
    await putMeetingInto(api, meetingId, 'sent');
    await api.database.query("UPDATE agenda_point SET frozen_number = '1' WHERE id = $1", [point.id]);
    await sendOnPoint(api, point.id, id);
    await api.database.query(`UPDATE indstilling SET state = 'on-agenda' WHERE id = $1`, [id]);
    const by = await viewer({ role: 'secretariat', bodyId });
    expect([await told(`indstillinger/${id}`, by), await listed('indstillinger?limit=200', by)]).toEqual([
      '200',
      expect.stringContaining(id),
    ]);
  });
});

describe('everything recorded about a person, and their history', () => {
  it('are for nobody who sees what another sees, not for administrators either', async () => {
    const paths = [`people/${other.personId}/record`, `history/person/${other.personId}`];
    const answers: Record<string, string[]> = {};
    const askers = {
      themself: other,
      secretariat: await viewer({ role: 'secretariat', bodyId }),
      administrator: await viewer({ role: 'administrator' }),
    };
    for (const [name, by] of Object.entries(askers)) {
      answers[name] = [];
      for (const path of paths) answers[name].push(await told(path, by));
    }
    const refused = ['403 not-allowed', '404 not-found'];
    expect(answers).toEqual({ themself: ['200', '200'], secretariat: refused, administrator: refused });
  });
});

describe('a closed point that one is disqualified on', () => {
  it('is not read with the eyes of somebody who is not, nor with those of somebody who is', async () => {
    const { id } = await makeMeeting(api, bodyId);
    const point = await makePoint(api, id, 'Naboens sag', {
      visibility: 'closed',
      closedReason: 'Personsag',
    });
    const role = { role: 'secretariat', bodyId };
    const [by, colleague] = [await api.signIn([role]), await api.signIn([role])];
    await view(by, colleague.personId);
    const answers = [await told(`agenda-points/${point.id}`, by)];
    for (const { personId } of [by, colleague]) {
      await api.database.query('INSERT INTO disqualification (point_id, person_id) VALUES ($1, $2)', [
        ...[point.id, personId],
      ]);
      answers.push(await told(`agenda-points/${point.id}`, by));
      await api.database.query('DELETE FROM disqualification');
    }
    expect(answers).toEqual(['200', '404 not-found', '404 not-found']);
  });
});
