import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aarshjul } from '../../libs/contracts/aarshjul.js';
import { makeBody } from '../builders/meetings.js';
import { problemIn } from '../support/raw-request.js';
import { startTestApi, unknownId } from '../support/test-api.js';
import type { TestApi } from '../support/test-api.js';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());

const ITEMS = [{ title: 'Kvartalsstatus', month: 11, minutes: 10, type: 'information' }];

describe('the aarshjul of a body', () => {
  it('is empty at first, and then as it was written last', async () => {
    const path = `bodies/${await makeBody(api)}/aarshjul`;
    expect(await api.take(aarshjul, 'get', path)).toMatchObject({ items: [], version: 1 });
    const written = await api.send('put', path, { items: ITEMS }, { ifMatch: 1 });
    expect(written).toMatchObject({ etag: '"2"', body: { items: ITEMS, version: 2 } });
    await api.send('put', path, { items: [{ title: 'Budget', month: 9 }] }, { ifMatch: 2 });
    expect((await api.take(aarshjul, 'get', path)).items).toEqual([
      { title: 'Budget', month: 9, minutes: null, type: 'discussion' },
    ]);
  });

  it('refuses what is stale with what stands there now, a thirteenth month, and a body that is not there', async () => {
    const path = `bodies/${await makeBody(api)}/aarshjul`;
    const put = (items: object[], ifMatch: number, address = path) =>
      api.send('put', address, { items }, { ifMatch });
    await put(ITEMS, 1);
    const stale = await put([], 1);
    expect([stale.told, problemIn(stale.body).current]).toMatchObject([
      '412 stale-version',
      { items: ITEMS, version: 2 },
    ]);
    const thirteenth = await put([{ title: 'Budget', month: 13 }], 2);
    expect(problemIn(thirteenth.body).faults).toMatchObject([{ at: 'items[0].month' }]);
    expect((await put([], 1, `bodies/${unknownId()}/aarshjul`)).told).toBe('404 not-found');
  });
});
