import { afterAll, afterEach, beforeAll } from '@jest/globals';
import type { TestApiOptions } from '../support/test-api.js';
import { bodyNamed } from './agenda-pages.js';
import { startTestWeb } from './support.js';
import type { TestPage, TestWeb } from './support.js';

/** The product as the tests of one file share it. */
export interface Desk extends Pick<TestWeb, 'api' | 'base' | 'open'> {
  /** The rådmandsmøde that the sample people know. */
  readonly bodyId: string;
}

/** Longer than a test may take: a busy machine starts api, database and browser slowly. */
const START_MS = 120_000;

/**
 * Starts api and browser before the tests of a file and stops them after; what a test opened is closed when it is over.
 * Called once, above what the file itself does before and after its tests.
 */
export function startDesk(options: TestApiOptions = {}): Desk {
  let web: TestWeb | null = null;
  let bodyId = '';
  let pages: TestPage[] = [];
  beforeAll(async () => {
    web = await startTestWeb(options);
    bodyId = await bodyNamed(web, 'Rådmandsmøde');
  }, START_MS);
  afterEach(async () => {
    for (const page of pages) await page.close();
    pages = [];
  });
  afterAll(async () => web?.stop());
  const started = (): TestWeb => {
    if (web === null) throw new Error('The desk is there from the first test on.');
    return web;
  };
  return {
    get api() {
      return started().api;
    },
    get base() {
      return started().base;
    },
    get bodyId() {
      return bodyId;
    },
    open: async (initials, context) => {
      const page = await started().open(initials, context);
      pages.push(page);
      return page;
    },
  };
}
