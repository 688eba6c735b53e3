import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ROUTES, prepareRoutes, visitor } from './routes.js';
import { startTestWeb } from './support.js';
import { faultsOfTabWalk } from './tab-walk.js';
import type { TestWeb } from './support.js';

let web: TestWeb;
let addressOf: (route: string) => string;
beforeAll(async () => {
  web = await startTestWeb();
  addressOf = await prepareRoutes(web);
});
afterAll(() => web.stop());

describe('with Tab alone', () => {
  it.each(ROUTES)('%s walks through %s as it is read, and back', async (initials, address) => {
    const { page, go, close } = await web.open(visitor(initials));
    await go(addressOf(address));
    expect(await faultsOfTabWalk(page)).toEqual([]);
    await close();
  });
});
