import type { Page } from 'playwright-core';

/** What still moves on a page that was asked to keep still. */
export function movingParts(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('*')].flatMap((element) => {
      const { transitionDuration, animationName } = getComputedStyle(element);
      const still = transitionDuration.split(', ').every((each) => each === '0s') && animationName === 'none';
      return still ? [] : [`${element.outerHTML.slice(0, 80)}: ${transitionDuration} ${animationName}`];
    }),
  );
}

/**
 * What cannot be told from the ground where the colours are the user's own: chips and controls without an edge, icons
 * without a line, and a stop of Tab that does not show.
 */
export async function unmarkedParts(page: Page): Promise<readonly string[]> {
  const unmarked = await page.evaluate(() => {
    const isShown = (element: Element): boolean => element.getClientRects().length > 0;
    const hasEdge = (element: Element): boolean => {
      const { borderBottomStyle, borderBottomWidth, borderBottomColor, backgroundColor } =
        getComputedStyle(element);
      const isSeen = borderBottomColor !== backgroundColor && borderBottomColor !== 'rgba(0, 0, 0, 0)';
      return borderBottomStyle !== 'none' && Number.parseFloat(borderBottomWidth) >= 1 && isSeen;
    };
    const hasLine = (icon: Element): boolean => {
      const { stroke } = getComputedStyle(icon);
      return stroke !== 'none' && stroke !== getComputedStyle(document.body).backgroundColor;
    };
    const edged = '.chip, .button, .closed-banner, select, textarea, input[type=text], input[type=search]';
    const bare = [...document.querySelectorAll(edged)].filter((part) => isShown(part) && !hasEdge(part));
    const icons = [...document.querySelectorAll('svg.icon')].filter(
      (icon) => isShown(icon) && !hasLine(icon),
    );
    return [...bare, ...icons].map((part) => part.outerHTML.slice(0, 120));
  });
  await page.keyboard.press('Tab');
  const hidden = await page.evaluate(() => {
    const focused = document.activeElement;
    // A page without anything to press has no stop of Tab either.
    if (!(focused instanceof HTMLElement) || focused === document.body) return [];
    const { outlineStyle, outlineWidth } = getComputedStyle(focused);
    focused.blur();
    return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2
      ? []
      : [focused.outerHTML.slice(0, 120)];
  });
  return [...unmarked, ...hidden];
}

/** Sets the browser's own text size to twice the usual, as its users do: breakpoints follow it. */
export async function withLargeText(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Page.setFontSizes', { fontSizes: { standard: 32, fixed: 26 } });
  await page.locator('body').evaluate(
    (body) =>
      new Promise<void>((done) => {
        const look = (): void => {
          if (getComputedStyle(body).fontSize === '32px') done();
          else requestAnimationFrame(look);
        };
        look();
      }),
  );
}

/** Texts that are cut off by the box they stand in; what only screen readers are to find does not count. */
export function clippedTexts(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('body *')]
      .filter((box) => {
        const { overflowX, overflowY } = getComputedStyle(box);
        const hides = [overflowX, overflowY].some((overflow) => overflow === 'hidden' || overflow === 'clip');
        const isForReaders = box.closest('.visually-hidden') !== null;
        const isCut = box.scrollWidth > box.clientWidth + 1 || box.scrollHeight > box.clientHeight + 1;
        return hides && !isForReaders && isCut && box.innerText.trim() !== '';
      })
      .map((box) => box.outerHTML.slice(0, 120)),
  );
}

/** The least that can be pressed, in pixels: by a mouse (WCAG 2.5.8), and by a finger. */
export const MOUSE_PX = 24;
export const FINGER_PX = 44;

/** What is smaller than that; links in running text are as high as their line, and rows that are links count whole. */
export function smallTargets(page: Page, leastPx: number): Promise<readonly string[]> {
  return page.evaluate((least) => {
    const inText = (element: Element): boolean =>
      element.tagName === 'A' && element.closest('p:not(.card-title), dd') !== null;
    return [...document.querySelectorAll('a, button, select, input, textarea, summary')]
      .filter((element) => element.getClientRects().length > 0 && !inText(element))
      .flatMap((element) => {
        const room = element.closest('label, .card-row, .row-link, .skip-link') ?? element;
        const { width, height } = room.getBoundingClientRect();
        const isSmall = Math.min(width, height) < least - 0.5 && !room.matches('.skip-link');
        return isSmall
          ? [`${Math.round(width)} x ${Math.round(height)}: ${room.outerHTML.slice(0, 100)}`]
          : [];
      });
  }, leastPx);
}

/** A window of 1280 x 1024 pixels whose page is shown at four times its size. */
export const AT_400_PERCENT = { width: 320, height: 256 };

/** Sets the distances between lines, paragraphs, letters and words that WCAG 1.4.12 wants every text to bear. */
export function spacedOut(page: Page): Promise<void> {
  return page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`
      * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
      p { margin-block-end: 2em !important; }`);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  });
}

/** How much of the height of the window is taken by what stays while the page is scrolled, in pixels. */
export function stuckHeight(page: Page): Promise<number> {
  return page.evaluate(() =>
    [...document.querySelectorAll('body *')]
      .filter((part) => ['sticky', 'fixed'].includes(getComputedStyle(part).position))
      .filter((part) => !part.matches('.skip-link, .visually-hidden'))
      .reduce((sum, part) => sum + part.getBoundingClientRect().height, 0),
  );
}

/** Times and dates as no Dane writes them, in texts and in fields: `18:15`, `14/1/25`, `2026-01-14`. */
export function foreignFormats(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const foreign =
      /(?<!\d)\d{1,2}:\d{2}(?!\d)|(?<!\d)\d{1,2}\/\d{1,2}\/\d{2,4}|(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)/g;
    const fields = [...document.querySelectorAll<HTMLInputElement>('input[type=text], textarea')];
    // The names of files begin with a date that sorts.
    const lines = document.body.innerText.split('\n').filter((line) => !/\.(docx|pdf)\b/.test(line));
    const texts = [...lines, document.title, ...fields.map(({ value }) => value)];
    return texts.flatMap((text) => [...text.matchAll(foreign)].map(([found]) => found));
  });
}

/** A line over which an answer takes 0.4 s and two hundred kilobytes a second come. */
const SLOW_LINE = { offline: false, latency: 400, downloadThroughput: 200_000, uploadThroughput: 100_000 };

/** How far the parts of a page moved by themselves (CLS, without a unit), and which of them. */
export interface Shifts {
  readonly sum: number;
  readonly moved: readonly string[];
}

/** Lets a page be opened over a slow line, and tells what moved by itself until it had everything. */
export async function layoutShifts(page: Page, open: () => Promise<void>): Promise<Shifts> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', SLOW_LINE);
  await page.addInitScript(watchShifts);
  await open();
  // The property is the one that the script above sets.
  return page.evaluate(() => (window as unknown as { shifts: Shifts }).shifts);
}

/** Runs in the page, before anything of its own. */
function watchShifts(): void {
  const shifts = { sum: 0, moved: [] as string[] };
  Object.assign(window, { shifts });
  // A layout shift has these; the library's type of an entry does not know.
  interface Shift extends PerformanceEntry {
    readonly value: number;
    readonly hadRecentInput: boolean;
    readonly sources: readonly {
      readonly node: Node | null;
      readonly previousRect: DOMRectReadOnly;
      readonly currentRect: DOMRectReadOnly;
    }[];
  }
  new PerformanceObserver((list) => {
    for (const { value, hadRecentInput, sources } of list.getEntries() as Shift[]) {
      if (hadRecentInput) continue;
      shifts.sum += value;
      for (const { node, previousRect, currentRect } of sources) {
        const part = node instanceof Element ? node.outerHTML.slice(0, 80) : (node?.textContent ?? '');
        shifts.moved.push(
          `${value.toFixed(3)} ${String(Math.round(previousRect.top))} -> ${String(Math.round(currentRect.top))}: ${part}`,
        );
      }
    }
  }).observe({ type: 'layout-shift', buffered: true });
}
