import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { savedView, savedViews } from '../../libs/contracts/saved-views.js';
import { makeBody } from '../builders/meetings.js';
import type { SignedIn, TestRole } from '../support/sign-in.js';
import { startTestApi, unknownId } from '../support/test-api.js';
import type { TestApi } from '../support/test-api.js';

let api: TestApi;
let by: SignedIn;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());
beforeEach(async () => {
  by = await api.signIn([]);
});

const VIEW = { page: 'meetings', name: 'Udvalg i år', search: 'view=calendar&state=planned' };
const keep = (fields: object = {}) =>
  api.take(savedView, 'post', 'saved-views', { ...VIEW, ...fields }, { by });
const names = async (page = 'meetings') =>
  (await api.take(savedViews, 'get', `saved-views?page=${page}`, undefined, { by })).items.map(
    ({ name }) => name,
  );

describe('a saved view', () => {
  it('is kept by name for its page, in Danish order, renamed and removed', async () => {
    await keep({ name: 'Aarhus' });
    const { id } = await keep({ name: 'Østergade' });
    await keep({ page: 'follow-ups' });
    expect(await names()).toEqual(['Østergade', 'Aarhus']);
    const renamed = await api.send('patch', `saved-views/${id}`, { name: 'Byen' }, { ifMatch: 1, by });
    expect(renamed).toMatchObject({ etag: '"2"', body: { name: 'Byen', search: VIEW.search } });
    await api.send('delete', `saved-views/${id}`, undefined, { ifMatch: 2, by });
    expect([await names(), await names('follow-ups')]).toEqual([['Aarhus'], ['Udvalg i år']]);
  });

  it('has a name of its own, a search as an address has it, and is changed as it was read', async () => {
    const { id } = await keep();
    expect((await api.send('post', 'saved-views', VIEW, { by })).told).toBe('409 already-exists');
    for (const wrong of [{ search: 'a b' }, { name: '' }, { name: 'x'.repeat(61) }, { page: 'people' }])
      expect((await api.send('post', 'saved-views', { ...VIEW, ...wrong }, { by })).told).toBe(
        '400 validation-failed',
      );
    const stale = await api.send('patch', `saved-views/${id}`, { name: 'Ny' }, { ifMatch: 7, by });
    expect(stale.told).toBe('412 stale-version');
    const nowhere = await api.send('delete', `saved-views/${unknownId()}`, undefined, { ifMatch: 1, by });
    expect(nowhere.told).toBe('404 not-found');
  });

  it('is for whose it is: no administrator sees or removes it', async () => {
    const { id } = await keep();
    const others = await api.take(savedViews, 'get', 'saved-views?page=meetings');
    expect(others.items).toEqual([]);
    expect((await api.send('delete', `saved-views/${id}`, undefined, { ifMatch: 1 })).told).toBe(
      '404 not-found',
    );
    expect(await names()).toEqual(['Udvalg i år']);
  });

  it('is there for an administrator who sees what its owner sees, and not for a secretariat that does', async () => {
    const bodyId = await makeBody(api);
    by = await api.signIn([{ role: 'reader', bodyId }]);
    await keep({ name: 'Kun min' });
    const seenBy = async (role: TestRole): Promise<string[]> => {
      const viewer = await api.signIn([role]);
      const { personId } = by;
      expect((await api.send('post', 'session/view-as', { personId }, { by: viewer })).told).toBe('200');
      const path = 'saved-views?page=meetings';
      return (await api.take(savedViews, 'get', path, undefined, { by: viewer })).items.map(
        ({ name }) => name,
      );
    };
    expect(await seenBy({ role: 'administrator' })).toEqual(['Kun min']);
    expect(await seenBy({ role: 'secretariat', bodyId })).toEqual([]);
  });

  it('is one of at most fifty of a page', async () => {
    for (let i = 0; i < 50; i += 1) await keep({ name: `Visning ${i}` });
    const answer = await api.send('post', 'saved-views', { ...VIEW, name: 'En til' }, { by });
    expect(answer.told).toBe('422 too-many-views');
  });
});
