import { chromium } from 'playwright-core';
import type { Page } from 'playwright-core';
import { minutesView } from '../../libs/contracts/minutes.js';
import { post } from '../support/http.js';
import { sampleMeeting } from './agenda-view/sample.js';
import { withBenchApi } from './editing/bench-api.js';
import { median } from './measure.js';

const POINTS = 60;
/** Some ten printed pages, the most that a decision takes. */
const PARAGRAPHS = 400;
/**
 * UX.md, E 9 and E 12: no event takes longer than this, none of those that type in a long text longer than that, and times
 * follow minutes within that (ms).
 */
const REACH = { event: 200, typing: 50, times: 100 } as const;
const [KEYS, MOVES, CHANGES] = [200, 10, 20] as const;

/** Scripts of the page are texts here: what is compiled for the bench knows no browser. */
const OBSERVE = `
  window.took = [];
  new PerformanceObserver((list) => {
    for (const { name, duration } of list.getEntries()) window.took.push([name, duration]);
  }).observe({ type: 'event', durationThreshold: 16, buffered: true });
`;

/** Types minutes into the first point, and gives how long it took until the last point showed its new time (ms). */
const redrawn = (minutes: number): string => `(async () => {
  const last = () => [...document.querySelectorAll('.row-time')].at(-1).textContent;
  const [input, before] = [document.querySelector('[data-control=minutes]'), last()];
  const began = performance.now();
  Reflect.set(HTMLInputElement.prototype, 'value', '${minutes}', input);
  input.dispatchEvent(new Event('input', { bubbles: true }));
  while (last() === before) await new Promise((frame) => requestAnimationFrame(frame));
  return performance.now() - began;
})()`;

/** At which place of the agenda the row stands that has the focus. */
const FOCUSED = '[...document.querySelectorAll(".row")].indexOf(document.activeElement.closest(".row"))';

/** How long each event took until the next frame (ms), the longest first; those below 16 ms are not told. */
async function tookOf(page: Page, what: string, act: () => Promise<void>): Promise<number> {
  await page.evaluate('window.took = []');
  await act();
  const took = await page.evaluate<[string, number][]>(
    'new Promise((done) => setTimeout(() => done(window.took), 500))',
  );
  const [longest = ['none over 16 ms', 0]] = took.sort((a, b) => b[1] - a[1]);
  console.log(`  ${what.padEnd(34)}${longest[1].toFixed(0).padStart(6)} ms  (${longest[0]})`);
  return longest[1];
}

async function measure(page: Page): Promise<void> {
  const field = (control: string, nth: number) => page.locator(`[data-control=${control}]`).nth(nth);
  console.log(`\nLongest event on an agenda of ${POINTS} points.`);
  const longest = [
    await tookOf(page, `${KEYS} keys into a title`, async () => {
      await field('title', POINTS / 2).focus();
      await page.keyboard.type('ord '.repeat(KEYS / 4), { delay: 20 });
    }),
    await tookOf(page, `${MOVES} moves by Alt+Shift+arrow`, async () => {
      await field('minutes', POINTS / 2).focus();
      for (let i = 0; i < MOVES; i += 1) await page.keyboard.press('Alt+Shift+ArrowUp');
      const [from, to] = [POINTS / 2, await page.evaluate<number>(FOCUSED)];
      if (to !== from - MOVES) throw new Error(`The row went from place ${from} to ${to}.`);
    }),
    await tookOf(page, 'minutes of five points', async () => {
      for (let i = 0; i < 5; i += 1) {
        await field('minutes', i).focus();
        await page.keyboard.type('1', { delay: 20 });
      }
    }),
  ];
  const waits: number[] = [];
  for (let i = 0; i < CHANGES; i += 1) waits.push(await page.evaluate<number>(redrawn(20 + i)));
  const slowest = Math.max(...waits);
  console.log(
    `  times after minutes, median        ${median(waits).toFixed(0).padStart(5)} ms, longest ${slowest.toFixed(0)} ms`,
  );
  console.log(
    `  reach ${REACH.event} ms an event: ${holds(Math.max(...longest) <= REACH.event)}; ` +
      `${REACH.times} ms to new times: ${holds(median(waits) <= REACH.times)}`,
  );
}

const holds = (reached: boolean): string => (reached ? 'reached' : 'MISSED');

/** Types in the middle of a minuted text of 400 paragraphs, with the minutes of the other points around it. */
async function measureLongText(page: Page): Promise<void> {
  const text = page.locator('[data-minutes-text]').nth(POINTS / 2);
  await text.fill(
    Array.from({ length: PARAGRAPHS }, (_, i) => `${i + 1}. Udvalget drøftede planen for området.`).join(
      '\n',
    ),
  );
  await page.locator('.save-state', { hasText: 'Gemt kl.' }).waitFor();
  const longest = await tookOf(page, `${KEYS} keys into ${PARAGRAPHS} paragraphs`, async () => {
    await text.focus();
    await page.evaluate('document.activeElement.setSelectionRange(9000, 9000)');
    await page.keyboard.type('ord '.repeat(KEYS / 4), { delay: 20 });
  });
  console.log(`  reach ${REACH.typing} ms a key in a long text: ${holds(longest <= REACH.typing)}`);
}

/** The agenda editor, and the minutes, in a real browser: how long they keep whoever types, moves and sets times waiting. */
export async function run(): Promise<void> {
  await withBenchApi(async ({ database, url, bodyId, headers }) => {
    const meetingId = await sampleMeeting(database, url, bodyId, POINTS, headers);
    const browser = await chromium.launch({
      executablePath: '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-gpu'],
    });
    try {
      const context = await browser.newContext({ viewport: { width: 1280, height: 850 } });
      const [name = '', value = ''] = (headers.cookie ?? '').split('=');
      await context.addCookies([{ name, value, url }]);
      const page = await context.newPage();
      await page.addInitScript(OBSERVE);
      await page.goto(`${url}/meetings/${meetingId}/agenda`);
      await page.locator(`.row >> nth=${POINTS - 1}`).waitFor();
      await measure(page);
      await database.query("UPDATE meeting SET state = 'in-session' WHERE id = $1", [meetingId]);
      await post(url, minutesView, `meetings/${meetingId}/minutes`, {}, headers);
      await page.goto(`${url}/meetings/${meetingId}/minutes`);
      await page.locator(`[data-minutes-text] >> nth=${POINTS / 2}`).waitFor();
      await measureLongText(page);
    } finally {
      await browser.close();
    }
  });
}
