import { readFileSync } from 'node:fs';
import { readlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import { chromium } from 'playwright-core';
import type { Browser, BrowserContext, BrowserContextOptions, Page, Request } from 'playwright-core';
import { loadSample } from '../../apps/cli/sample/load.js';
import { Transactions } from '../../libs/platform/database/transactions.js';
import { internalContext, within } from '../../libs/platform/http/request-context.js';
import { openSession } from '../support/sign-in.js';
import { startTestApi } from '../support/test-api.js';
import type { TestApi, TestApiOptions } from '../support/test-api.js';
import { until } from '../support/until.js';

/** A browser takes its time on a busy machine. */
jest.setTimeout(60_000);

/** The web application in a real browser, served by the api over the sample municipality. */
export interface TestWeb {
  readonly api: TestApi;
  /** Where the api answers, `http://127.0.0.1:…`. */
  readonly base: string;
  /** A page of a browser of its own where the person with these initials is signed in; null: nobody is. */
  open(initials: string | null, options?: BrowserContextOptions): Promise<TestPage>;
  stop(): Promise<void>;
}

export interface TestPage {
  readonly page: Page;
  /** What the browser complained of: faults of scripts, and everything its security policy stopped. */
  readonly complaints: readonly string[];
  /** Goes to an address of the product and waits until it has what it asked for. */
  readonly go: (path: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** What Chromium needs in a container, and what keeps it from calling anybody. */
const FLAGS = [
  ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
];

/** Starts Chromium. */
export function startBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: '/usr/bin/chromium', args: FLAGS });
}

/** A Danish browser window on a desk. */
export const ON_A_DESK: BrowserContextOptions = {
  ...{ locale: 'da-DK', timezoneId: 'Europe/Copenhagen', viewport: { width: 1280, height: 850 } },
};

/** A browser that keeps what it stores in a folder, and can be ended as a power cut ends it. */
export async function startWithProfile(
  folder: string,
): Promise<{ readonly context: BrowserContext; readonly kill: () => Promise<void> }> {
  const context = await chromium.launchPersistentContext(folder, {
    ...ON_A_DESK,
    ...{ executablePath: '/usr/bin/chromium', args: FLAGS },
  });
  const ended = new Promise<void>((resolve) => context.once('close', () => resolve()));
  return {
    context,
    kill: async () => {
      // Chromium marks the folder as its own with a link that names its process.
      const pid = Number((await readlink(join(folder, 'SingletonLock'))).split('-').at(-1));
      process.kill(pid, 'SIGKILL');
      await ended;
    },
  };
}

/** Starts api and browser; `stop` both in `afterAll`. */
export async function startTestWeb(options: TestApiOptions = {}): Promise<TestWeb> {
  const api = await startTestApi(options);
  await api.app.get(Transactions).run(internalContext(), (tx) => {
    return loadSample(api.app, tx, within(internalContext(), tx));
  });
  await api.app.listen(0, '127.0.0.1');
  // A server that listens on a port has an address of this form.
  const { port } = api.app.getHttpServer().address() as AddressInfo;
  const base = `http://127.0.0.1:${port}`;
  const browser = await startBrowser();
  return {
    api,
    base,
    open: (initials, options) => openPage({ api, base, browser }, initials, options),
    stop: async () => {
      await browser.close();
      await api.stop();
    },
  };
}

interface Running {
  readonly api: TestApi;
  readonly base: string;
  readonly browser: Browser;
}

async function openPage(
  { api, base, browser }: Running,
  initials: string | null,
  options: BrowserContextOptions = {},
): Promise<TestPage> {
  const context = await browser.newContext({ ...ON_A_DESK, ...options });
  if (initials !== null) {
    const [person] = await api.database.query<{ id: string }>('SELECT id FROM person WHERE initials = $1', [
      initials,
    ]);
    const { headers } = await openSession(api.database.url, person?.id ?? '');
    const [name = '', value = ''] = headers.cookie.split('=');
    await context.addCookies([{ name, value, url: base, httpOnly: true, sameSite: 'Lax' }]);
  }
  const page = await context.newPage();
  const isQuiet = quietOf(page);
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    // A refused request is told by the page in its own way.
    const isRefusal = message.text().startsWith('Failed to load resource');
    if (message.type() === 'error' && !isRefusal) complaints.push(message.text());
  });
  return {
    page,
    complaints,
    go: async (path) => {
      await page.goto(base + path);
      await isQuiet();
      // A busy machine can be quiet between two requests: what is still awaited is seen on the page.
      await page.locator('body:has(h1):not(:has([aria-busy=true]))').waitFor();
    },
    close: () => context.close(),
  };
}

/** Streams of events end with the page; nobody waits for them. */
const isAwaited = (request: Request): boolean => request.resourceType() !== 'eventsource';

/** Milliseconds without a request after which nothing more is asked for; Playwright's own "networkidle" waits for 500. */
const QUIET_MS = 150;

/** Waits until a page has asked for nothing for a moment. */
function quietOf(page: Page): () => Promise<void> {
  const awaited = new Set<Request>();
  let since = performance.now();
  const ended = (request: Request): void => {
    awaited.delete(request);
    since = performance.now();
  };
  page.on('request', (request) => {
    if (isAwaited(request)) awaited.add(request);
  });
  page.on('requestfinished', ended);
  page.on('requestfailed', ended);
  return () =>
    until(() => Promise.resolve(awaited.size === 0 && performance.now() - since > QUIET_MS), 30_000);
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const AXE_TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * What axe finds wrong with the page as it stands, seen from its top: the rule and the first element it is about. What a press
 * has scrolled half beneath the head of the page is no smaller for that.
 */
export async function axeFindings(page: Page): Promise<readonly string[]> {
  await page.evaluate(() => window.scrollTo(0, 0));
  await page.evaluate(axeSource);
  return page.evaluate(async (tags) => {
    interface Finding {
      readonly id: string;
      readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
    }
    // The script above has put it there.
    const { axe } = window as unknown as {
      axe: { run(root: Document, options: object): Promise<{ violations: readonly Finding[] }> };
    };
    // A colour on its way from light to dark is neither.
    const transitions = document.getAnimations().filter((animation) => animation instanceof CSSTransition);
    await Promise.allSettled(transitions.map(({ finished }) => finished));
    const { violations } = await axe.run(document, { runOnly: tags });
    return violations.map(
      ({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''} ${nodes[0]?.failureSummary ?? ''}`,
    );
  }, AXE_TAGS);
}

/** How wide the page is when it is as wide as it wants to be, in pixels. */
export function contentWidth(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth);
}
