import { describe, expect, it } from '@jest/globals';
import { until } from '../support/until.js';
import { startDesk } from './desk.js';
import { ON_A_TABLET, headed, sentPackage } from './reading-desk.js';

const web = startDesk();

/** Every six files wait for each other once: a browser asks a server for no more at a time. */
const MOST_SCRIPTS = 12;

describe('an agenda that is opened first', () => {
  it('comes with its page while it is asked who is signed in', async () => {
    const { meetingId } = await sentPackage(web);
    const open = await web.open('KVL', ON_A_TABLET);
    const { page } = open;
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    let goOn = (): void => undefined;
    const held = new Promise<void>((done) => (goOn = done));
    await page.route('**/api/v1/session', async (route) => {
      await held;
      await route.continue();
    });
    await page.goto(`${web.base}/meetings/${meetingId}/read`);
    const meeting = `/api/v1/meetings/${meetingId}`;
    const isThere = (start: string): Promise<boolean> =>
      Promise.resolve(asked.some((path) => path.startsWith(start)));
    for (const wanted of ['/assets/read-', `${meeting}/agenda`, `${meeting}/my-reading`])
      await until(() => isThere(wanted));
    expect(asked).toContain(meeting);
    goOn();
    await headed(open, '1. Dagsorden');
    // What was asked early is not asked again.
    expect(asked.filter((path) => path === `${meeting}/agenda`)).toHaveLength(1);
  });

  it('is made of few files', async () => {
    const { meetingId } = await sentPackage(web);
    const open = await web.open('KVL', ON_A_TABLET);
    const scripts: string[] = [];
    open.page.on('request', (request) => {
      if (request.resourceType() === 'script') scripts.push(request.url());
    });
    await open.page.goto(`${web.base}/meetings/${meetingId}/read`);
    await headed(open, '1. Dagsorden');
    // What is written beside the text, and all it is made of, is asked for after that.
    const isBeside = (url: string): boolean => /\/assets\/beside-text-[^/]+\.js$/.test(url);
    await until(() => Promise.resolve(scripts.some(isBeside)));
    expect(scripts.findIndex(isBeside)).toBeLessThanOrEqual(MOST_SCRIPTS);
  });
});
