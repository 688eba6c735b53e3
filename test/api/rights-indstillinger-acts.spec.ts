import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { indstilling } from '../../libs/contracts/indstillinger.js';
import type { IndstillingView } from '../../libs/contracts/indstillinger.js';
import { STEP_KINDS } from '../../libs/domain/indstilling/index.js';
import { makeUnit } from '../builders/follow-ups.js';
import { makeBodyWithSteps, makeIndstilling, putIndstillingInto } from '../builders/indstillinger.js';
import { makeMeeting } from '../builders/meetings.js';
import type { SignedIn } from '../support/sign-in.js';
import { startTestApi, unknownId } from '../support/test-api.js';
import type { TestApi } from '../support/test-api.js';

let api: TestApi;
let bodyId: string;
let unitId: string;
let author: SignedIn;
let staff: SignedIn;
let leader: SignedIn;
beforeAll(async () => {
  api = await startTestApi();
  bodyId = await makeBodyWithSteps(api);
  unitId = await makeUnit(api, 'MØB');
  author = await api.signIn([{ role: 'staff', unitId }]);
  staff = await api.signIn([{ role: 'staff', unitId }]);
  leader = await api.signIn([{ role: 'leader', unitId }]);
});
afterAll(() => api.stop());

function begun(): Promise<IndstillingView> {
  return makeIndstilling(api, { bodyId, unitId, author: { personId: author.personId } });
}

const told = async (...args: Parameters<TestApi['send']>): Promise<string> => (await api.send(...args)).told;

describe('those who wrote an indstilling', () => {
  it('read it after their membership has ended, and do nothing to it any more', async () => {
    const gone = await api.signIn([{ role: 'staff', unitId }]);
    const fields = { bodyId, unitId, title: 'Ny sag', author: { personId: gone.personId } };
    const { id } = await api.take(indstilling, 'post', 'indstillinger', fields, { by: gone });
    const change = (title: string, ifMatch: number) =>
      told('patch', `indstillinger/${id}`, { title }, { by: gone, ifMatch });
    expect(await change('Ny titel', 1)).toBe('200');
    await api.database.query("UPDATE membership SET valid_to = '2020-01-01' WHERE person_id = $1", [
      gone.personId,
    ]);
    const seen = await api.take(indstilling, 'get', `indstillinger/${id}`, undefined, { by: gone });
    expect(seen.abilities).toMatchObject({
      change: { code: 'not-allowed' },
      submit: { code: 'not-allowed' },
    });
    expect(await change('Nyere titel', seen.version)).toBe('403 not-allowed');
    for (const action of ['submit', 'withdraw'])
      expect(
        await told('post', `indstillinger/${id}/steps`, { action }, { by: gone, ifMatch: seen.version }),
      ).toBe('403 not-allowed');
  });

  it('send it to no unit that they may not begin one for', async () => {
    const foreign = await makeUnit(api, 'SKOLE');
    const { id, version } = await begun();
    const move = (by: SignedIn) =>
      told('patch', `indstillinger/${id}`, { unitId: foreign }, { by, ifMatch: version });
    expect(await move(author)).toBe('403 not-allowed');
    expect(await move(leader)).toBe('403 not-allowed');
    const both = [
      { role: 'leader', unitId },
      { role: 'staff', unitId: foreign },
    ] as const;
    expect(await move(await api.signIn(both))).toBe('200');
  });

  it.each(['unit', 'author'])('begin the approval anew with another %s', async (what) => {
    const { id, version } = await begun();
    await putIndstillingInto(api, id, 'with-director', STEP_KINDS);
    const fields =
      what === 'unit' ? { unitId: await makeUnit(api, 'KULTUR') } : { author: { personId: staff.personId } };
    const same = { unitId, author: { personId: author.personId }, minutes: 20 };
    const kept = await api.take(indstilling, 'patch', `indstillinger/${id}`, same, { ifMatch: version });
    expect(kept.state).toBe('with-director');
    const changed = await api.take(indstilling, 'patch', `indstillinger/${id}`, fields, {
      ifMatch: kept.version,
    });
    expect(changed.state).toBe('with-leader');
  });
});

describe('placing an indstilling on an agenda', () => {
  it('takes none of another body, and answers as if there were none, whatever state it is in', async () => {
    const elsewhere = await makeBodyWithSteps(api);
    const by = await api.signIn([{ role: 'secretariat', bodyId: elsewhere }]);
    const { id: meetingId } = await makeMeeting(api, elsewhere);
    const place = async (indstillingId: string, who: SignedIn) =>
      told('post', `meetings/${meetingId}/agenda-points`, { title: 'Sag', indstillingId }, { by: who });
    for (const state of ['approved', 'with-director', 'on-agenda'] as const) {
      const { id } = await begun();
      await putIndstillingInto(api, id, state, STEP_KINDS);
      expect(await place(id, by)).toBe('422 reference-not-found');
      expect(await place(id, api.everybody)).toBe('422 reference-not-found');
      expect(await told('get', `indstillinger/${id}`, undefined, { by })).toBe('404 not-found');
    }
    expect(await place(unknownId(), by)).toBe('422 reference-not-found');
    const own = await makeIndstilling(api, { bodyId: elsewhere, unitId });
    await putIndstillingInto(api, own.id, 'approved', STEP_KINDS);
    expect(await place(own.id, by)).toBe('201');
  });
});
