import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { layoutShifts } from './looks.js';
import { prepareRoutes } from './routes.js';
import { startTestWeb } from './support.js';
import type { TestWeb } from './support.js';

let web: TestWeb;
let addressOf: (route: string) => string;
beforeAll(async () => {
  web = await startTestWeb();
  addressOf = await prepareRoutes(web);
});
afterAll(() => web.stop());

/** The most that the parts of a page may move by themselves, as CLS counts it. */
const MOST = 0.01;

describe('while it comes over a slow line', () => {
  it.each([
    ['MSA', '/overview'],
    ['KVL', '/overview'],
    ['MSA', '/meetings'],
    ['MSA', '/meetings?view=calendar'],
    ['MSA', '/follow-ups'],
    ['MSA', '/documents'],
    ['MSA', '/meetings/:draftId/agenda'],
    ['MSA', '/meetings/:minutesOf'],
    ['BKR', '/meetings/:udvalgId/points/:pointId'],
    ['KVL', '/meetings/:minutesOf/read/:goalsId'],
    ['MSA', '/meetings/:minutesOf/minutes'],
    ['MSA', '/meetings/:minutesOf/history'],
    ['MSA', '/meetings/:draftId/send'],
  ])('%s sees nothing move at %s', async (initials, address) => {
    const { page, go, close } = await web.open(initials);
    const { sum, moved } = await layoutShifts(page, () => go(addressOf(address)));
    expect(sum < MOST ? [] : moved).toEqual([]);
    await close();
  });
});
