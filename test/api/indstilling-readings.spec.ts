import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { indstillingReading } from '../../libs/contracts/reading.js';
import { keepSubmission, makeIndstilling, sendOnPoint } from '../builders/indstillinger.js';
import { makeBody } from '../builders/meetings.js';
import { sentMeeting } from '../builders/reading.js';
import type { SignedIn } from '../support/sign-in.js';
import { startTestApi } from '../support/test-api.js';
import type { TestApi } from '../support/test-api.js';

let api: TestApi;
let bodyId: string;
let indstillingId: string;
let point: string;
let secretary: SignedIn;
let reader: SignedIn;
beforeAll(async () => {
  api = await startTestApi();
  bodyId = await makeBody(api);
  point = (await sentMeeting(api, bodyId)).open;
  indstillingId = (await makeIndstilling(api, { bodyId })).id;
  await sendOnPoint(api, point, indstillingId);
  await api.database.query(`UPDATE indstilling SET state = 'on-agenda' WHERE id = $1`, [indstillingId]);
  secretary = await api.signIn([{ role: 'secretariat', bodyId }]);
  reader = await api.signIn([{ role: 'reader', bodyId }]);
});
afterAll(() => api.stop());

const at = (): string => `indstillinger/${indstillingId}/my-reading`;
const say = (submission: number, by: SignedIn) => api.send('put', at(), { submission }, { by });
const read = (by: SignedIn) => api.send('get', at(), undefined, { by });

/** A second submission, as it stands. */
async function submitAgain(): Promise<void> {
  await api.database.query(
    `INSERT INTO indstilling_version (indstilling_id, number, submitted_at, content, content_hash)
     SELECT indstilling_id, 2, now(), content, 'y' FROM indstilling_version WHERE indstilling_id = $1`,
    [indstillingId],
  );
  await api.database.query('UPDATE indstilling SET submission = 2 WHERE id = $1', [indstillingId]);
}

describe('which submission of an indstilling somebody read last', () => {
  it('is none until they say so, is theirs alone, and said again is the same', async () => {
    await keepSubmission(api, indstillingId);
    expect((await read(reader)).told).toBe('404 not-found');
    const said = await say(1, reader);
    expect(said).toMatchObject({ told: '200', body: { submission: 1, readable: true } });
    expect((await say(1, reader)).body).toEqual(said.body);
    expect((await read(reader)).body).toEqual(said.body);
    expect((await read(secretary)).told).toBe('404 not-found');
    const by = await api.signIn([{ role: 'administrator' }]);
    await api.send('post', 'session/view-as', { personId: reader.personId }, { by });
    expect((await read(by)).told).toBe('404 not-found');
    expect((await say(1, by)).told).toBe('403 viewing-as');
  });

  it('is one that they may read', async () => {
    await submitAgain();
    expect((await say(2, secretary)).body).toMatchObject({ submission: 2, readable: true });
    expect((await say(1, secretary)).body).toMatchObject({ submission: 1, readable: true });
    expect((await say(3, secretary)).told).toBe('422 reference-not-found');
    // What was sent with the agenda is still the first.
    expect((await say(2, reader)).told).toBe('422 reference-not-found');
    expect((await say(1, reader)).told).toBe('200');
    await api.database.query('UPDATE sent_indstilling SET submission = 2 WHERE indstilling_id = $1', [
      indstillingId,
    ]);
    expect(indstillingReading.parse((await read(reader)).body)).toMatchObject({
      submission: 1,
      readable: false,
    });
    await api.database.query(`UPDATE agenda_point SET visibility = 'closed' WHERE id = $1`, [point]);
    for (const { told } of [await read(reader), await say(2, reader)]) expect(told).toBe('404 not-found');
    expect((await say(0, secretary)).told).toBe('400 validation-failed');
  });
});
