import { chromium } from 'playwright-core';
import type { BrowserContext, Page, Request } from 'playwright-core';
import { indstilling } from '../../libs/contracts/indstillinger.js';
import { unit } from '../../libs/contracts/organisation.js';
import { fromPlainText } from '../../libs/domain/text/index.js';
import { post } from '../support/http.js';
import { sampleMeeting } from './agenda-view/sample.js';
import { withBenchApi } from './editing/bench-api.js';
import type { BenchApi } from './editing/bench-api.js';
import { median } from './measure.js';

/** Paragraphs and their words: of a text that is typed in, and of two versions of some 50 printed pages. */
const TYPED = { paragraphs: 400, words: 20 } as const;
const COMPARED = { paragraphs: 450, words: 55 } as const;
const [KEYS, TIMES, POINTS] = [200, 5, 8] as const;
/** UX.md, E 9 and E 10, and what a comparison may take: ms, and kB of JavaScript as they are sent. */
const REACH = { typing: 50, comparison: 300, reading: 1500, script: 150 } as const;

/** What a browser on a good 4G net gets: bytes a second, and ms there and back. */
const NET_4G = { offline: false, latency: 165, downloadThroughput: 1_012_500, uploadThroughput: 168_750 };

/** Scripts of the page are texts here: what is compiled for the bench knows no browser. */
const OBSERVE = `
  window.took = [];
  new PerformanceObserver((list) => {
    for (const { name, duration } of list.getEntries())
      if (name.startsWith('key') || name.startsWith('input') || name === 'beforeinput') window.took.push(duration);
  }).observe({ type: 'event', durationThreshold: 16, buffered: true });
`;

/** Notes when the first text was drawn, since the page was asked for: who looks from outside sees it a third of a second late. */
const OBSERVE_TEXT = `
  new MutationObserver(() => {
    if (window.readAt !== undefined || !document.querySelector('main h2, main h3')?.checkVisibility()) return;
    window.readAt = null;
    requestAnimationFrame(() => setTimeout(() => (window.readAt = performance.now())));
  }).observe(document, { childList: true, subtree: true });
`;

/** Puts the caret into the middle of the text that has the focus. */
const TO_THE_MIDDLE = `(() => {
  const field = document.activeElement;
  if ('setSelectionRange' in field) return field.setSelectionRange(field.value.length / 2, field.value.length / 2);
  const middle = field.children[Math.floor(field.children.length / 2)];
  getSelection().collapse(middle.firstChild ?? middle, 0);
})()`;

/** Chooses the older version, and gives how long it took until every change was drawn (ms). */
const COMPARE = `(async () => {
  const versions = document.querySelector('.filters select');
  const began = performance.now();
  versions.value = '1';
  versions.dispatchEvent(new Event('change', { bubbles: true }));
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  while (document.querySelectorAll('[data-change]').length < ${COMPARED.paragraphs}) await frame();
  await frame();
  return performance.now() - began;
})()`;

interface Length {
  readonly paragraphs: number;
  readonly words: number;
}

/** A text of invented words in which one comes again and again. */
function textOf({ paragraphs, words }: Length, word: string): string {
  const paragraph = (number: number): string =>
    Array.from({ length: words }, (_, i) => (i % 9 === 4 ? word : `ord${(number * 7 + i) % 83}`)).join(' ');
  return Array.from({ length: paragraphs }, (_, i) => `${paragraph(i)}.`).join('\n\n');
}

let missed = 0;
function tell(what: string, value: number, reach: number, mark: string): void {
  if (value > reach) missed += 1;
  const verdict = value <= reach ? 'reached' : 'MISSED';
  console.log(
    `  ${what.padEnd(48)}${value.toFixed(0).padStart(6)} ${mark}  reach ${reach} ${mark}: ${verdict}`,
  );
}

/** An indstilling of a unit of its own with a long text. */
async function written(api: BenchApi, title: string, statement: string) {
  const { url, bodyId, headers } = api;
  const code = title.slice(0, 10);
  const { id: unitId } = await post(url, unit, 'units', { code, name: title }, headers);
  const none = fromPlainText('-');
  const sections = {
    introduction: fromPlainText('Der skal tages stilling til åbningstiden.'),
    recommendation: fromPlainText('at den nye åbningstid godkendes'),
    statement: fromPlainText(statement),
    ...{ resources: none, communication: none, 'further-process': none, 'coordinated-with': none },
    attachments: none,
  };
  const fields = { bodyId, unitId, title, minutes: 10, sections };
  return post(url, indstilling, 'indstillinger', fields, headers);
}

async function stepped(api: BenchApi, id: string, action: string, version: number): Promise<number> {
  const step = { action, reason: 'Se igen' };
  const headers = { ...api.headers, 'if-match': `"${version}"` };
  return (await post(api.url, indstilling, `indstillinger/${id}/steps`, step, headers)).version;
}

/**
 * Has every frame of a page shown to somebody: a browser without a screen tells the time of an event by the next frame that it
 * had to show, which without anybody looking may be one of two seconds later.
 */
async function lookedAt(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  devtools.on('Page.screencastFrame', ({ sessionId }) => {
    // It is told no more once the page is gone.
    devtools.send('Page.screencastFrameAck', { sessionId }).catch(() => undefined);
  });
  await devtools.send('Page.startScreencast', { format: 'jpeg', quality: 10 });
}

/** Types in the middle of a section of 400 paragraphs; the worst key counts. */
async function measureTyping(api: BenchApi, page: Page): Promise<void> {
  const { id } = await written(api, 'Skrives i', textOf(TYPED, 'tekst'));
  await page.goto(`${api.url}/indstillinger/${id}`);
  const field = page.getByRole('textbox', { name: 'Sagsfremstilling' });
  await field.focus();
  await page.evaluate(TO_THE_MIDDLE);
  await lookedAt(page);
  await page.evaluate('window.took = []');
  await page.keyboard.type('ord '.repeat(KEYS / 4), { delay: 20 });
  const took = await page.evaluate<number[]>(
    'new Promise((done) => setTimeout(() => done(window.took), 500))',
  );
  const slow = took.filter((ms) => ms > REACH.typing).length;
  console.log(`  key events over 16 ms: ${took.length}, over ${REACH.typing} ms: ${slow}`);
  tell(`longest of ${KEYS} keys in ${TYPED.paragraphs} paragraphs`, Math.max(0, ...took), REACH.typing, 'ms');
}

/** Compares two versions in which every paragraph is another, fetched anew each time. */
async function measureComparison(api: BenchApi, page: Page): Promise<void> {
  const { id, version } = await written(api, 'Sammenlignes', textOf(COMPARED, 'før'));
  const returned = await stepped(api, id, 'return', await stepped(api, id, 'submit', version));
  const headers = { ...api.headers, 'content-type': 'application/json', 'if-match': `"${returned}"` };
  const changed = await fetch(`${api.url}/api/v1/indstillinger/${id}`, {
    ...{ method: 'PATCH', headers },
    body: JSON.stringify({ sections: { statement: fromPlainText(textOf(COMPARED, 'efter')) } }),
  });
  await stepped(api, id, 'submit', indstilling.parse(await changed.json()).version);
  const waits: number[] = [];
  for (let i = 0; i < TIMES; i += 1) {
    await page.goto(`${api.url}/indstillinger/${id}/versions/compare?from=2&to=2`);
    await page.getByText('De to versioner siger det samme.').waitFor();
    waits.push(await page.evaluate<number>(COMPARE));
  }
  console.log(`  comparisons (ms): ${waits.map((ms) => ms.toFixed(0)).join(', ')}`);
  const what = `two versions of ${COMPARED.paragraphs} paragraphs, median`;
  tell(what, median(waits), REACH.comparison, 'ms');
}

/** Opens the page on which an agenda is read, for the first time and on a 4G net. */
async function measureReading(api: BenchApi, context: BrowserContext): Promise<void> {
  const meetingId = await sampleMeeting(api.database, api.url, api.bodyId, POINTS, api.headers);
  const waits: number[] = [];
  let kilobytes = 0;
  for (let i = 0; i < TIMES; i += 1) {
    const page = await context.newPage();
    const devtools = await context.newCDPSession(page);
    await devtools.send('Network.enable');
    await devtools.send('Network.clearBrowserCache');
    await devtools.send('Network.setBypassServiceWorker', { bypass: true });
    await devtools.send('Network.emulateNetworkConditions', NET_4G);
    const scripts: Request[] = [];
    page.on('requestfinished', (request) => {
      if (request.resourceType() === 'script') scripts.push(request);
    });
    await page.addInitScript(OBSERVE_TEXT);
    await page.goto(`${api.url}/meetings/${meetingId}/read`, { waitUntil: 'commit' });
    await page.locator('main h2, main h3').first().waitFor();
    waits.push(await page.evaluate<number>('window.readAt'));
    // What comes after the text keeps nobody waiting for it.
    const sizes = await Promise.all(scripts.map((script) => script.sizes()));
    kilobytes = sizes.reduce((sum, { responseBodySize }) => sum + responseBodySize / 1000, 0);
    await page.waitForLoadState('networkidle');
    await page.close();
  }
  console.log(`  first loads (ms): ${waits.map((ms) => ms.toFixed(0)).join(', ')}`);
  tell('first readable text on 4G, median', median(waits), REACH.reading, 'ms');
  tell('JavaScript before the first text, as sent', kilobytes, REACH.script, 'kB');
}

/** The pages of indstillinger and of reading in a real browser: how long they keep whoever types, compares and reads waiting. */
export async function run(): Promise<void> {
  await withBenchApi(async (api) => {
    const browser = await chromium.launch({
      executablePath: '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-gpu'],
    });
    try {
      const context = await browser.newContext({ locale: 'da-DK', viewport: { width: 1280, height: 850 } });
      const [name = '', value = ''] = (api.headers.cookie ?? '').split('=');
      await context.addCookies([{ name, value, url: api.url }]);
      const page = await context.newPage();
      await page.addInitScript(OBSERVE);
      console.log('\nIndstillinger and reading.');
      await measureTyping(api, page);
      await measureComparison(api, page);
      await page.close();
      await measureReading(api, context);
    } finally {
      await browser.close();
    }
  });
  if (missed > 0) throw new Error(`${missed} of the goals were missed.`);
}
