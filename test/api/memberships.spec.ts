import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { membership } from '../../libs/contracts/rights.js';
import type { MembershipView } from '../../libs/contracts/rights.js';
import { makeBody } from '../builders/meetings.js';
import { makePerson } from '../builders/follow-ups.js';
import type { SignedIn } from '../support/sign-in.js';
import { startTestApi, unknownId } from '../support/test-api.js';
import type { TestApi } from '../support/test-api.js';

let api: TestApi;
let bodyId: string;
let chair: MembershipView;
let deputy: SignedIn;
beforeAll(async () => {
  api = await startTestApi();
  bodyId = await makeBody(api);
  await api.database.query("UPDATE body SET visibility = 'closed' WHERE id = $1", [bodyId]);
  deputy = await api.signIn([]);
  const personId = await makePerson(api, 'Karen Holm', 'KAH');
  chair = await api.take(membership, 'post', 'memberships', { personId, role: 'chair', bodyId });
});
afterAll(() => api.stop());

const standIn = (fields: object = {}) =>
  api.send('post', 'memberships', {
    ...{ personId: deputy.personId, role: 'chair', bodyId, substituteFor: chair.id },
    ...fields,
  });
const readsBody = async (): Promise<boolean> =>
  (await api.send('get', `bodies/${bodyId}`, undefined, { by: deputy })).status === 200;

describe('a substitute', () => {
  it('holds the role for as long as the one they stand in for does', async () => {
    expect(await readsBody()).toBe(false);
    expect((await standIn()).told).toBe('201');
    expect(await readsBody()).toBe(true);
    const ended = { validTo: '2020-01-01' };
    await api.take(membership, 'patch', `memberships/${chair.id}`, ended, { ifMatch: 1 });
    expect(await readsBody()).toBe(false);
  });

  it.each<[string, () => object, string]>([
    ['another role than theirs', () => ({ role: 'secretariat' }), '422 substitute-differs'],
    ['themselves', () => ({ personId: chair.personId }), '422 substitute-for-oneself'],
    ['a role nobody holds', () => ({ substituteFor: unknownId() }), '422 reference-not-found'],
  ])('does not stand in for %s', async (_name, fields, told) => {
    expect((await standIn(fields())).told).toBe(told);
  });
});
