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

const FINGER_PX = 44;

/** What is smaller than a finger; links in running text are as high as their line, and rows that are links count whole. */
export function smallTargets(page: Page): Promise<readonly string[]> {
  return page.evaluate((least) => {
    const inText = (element: Element): boolean =>
      element.tagName === 'A' && element.closest('p:not(.card-title), dd') !== null;
    return [...document.querySelectorAll('a, button, select, input')]
      .filter((element) => element.getClientRects().length > 0 && !inText(element))
      .flatMap((element) => {
        const room = element.closest('label, .card-row, .row-link, .skip-link') ?? element;
        const { width, height } = room.getBoundingClientRect();
        const isSmall = Math.min(width, height) < least - 0.5 && !room.matches('.skip-link');
        return isSmall
          ? [`${Math.round(width)} x ${Math.round(height)}: ${room.outerHTML.slice(0, 100)}`]
          : [];
      });
  }, FINGER_PX);
}

/** Opens a page and adds up how far its parts moved by themselves until it had everything (CLS, without a unit). */
export async function layoutShift(page: Page, address: string): Promise<number> {
  await page.addInitScript(() => {
    Object.assign(window, { shifted: 0 });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        // A layout shift has these; the library's type of an entry does not know.
        const { value, hadRecentInput } = entry as PerformanceEntry & {
          value: number;
          hadRecentInput: boolean;
        };
        const now = window as unknown as { shifted: number };
        if (!hadRecentInput) now.shifted += value;
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto(address, { waitUntil: 'networkidle' });
  await page.locator('body:has(h1):not(:has([aria-busy=true]))').waitFor();
  return page.evaluate(() => (window as unknown as { shifted: number }).shifted);
}
