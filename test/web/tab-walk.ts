import type { Page } from 'playwright-core';

/** A control as Tab should come to it: where it stands on the page, in pixels, before anything was scrolled. */
interface Stop {
  readonly name: string;
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** What a walk through a page with Tab alone finds wrong. */
export async function faultsOfTabWalk(page: Page): Promise<readonly string[]> {
  const stops = await page.evaluate(markStops);
  if (stops.length === 0) return [];
  const there = await walk(page, 'Tab', stops.length);
  const back = await walk(page, 'Shift+Tab', stops.length);
  return [
    ...stops.flatMap(({ name }, at) => (there.includes(at) ? [] : [`Tab never comes to ${name}`])),
    ...stops.flatMap(({ name }, at) => (back.includes(at) ? [] : [`Shift+Tab never comes to ${name}`])),
    ...there.flatMap((at, step) => {
      const before = stops[there[step - 1] ?? -1];
      const stop = stops[at];
      // The link past the header shows only while it has the focus.
      return before && stop && step > 1 && isBefore(stop, before)
        ? [`${before.name} comes before ${stop.name}`]
        : [];
    }),
    ...(there.toReversed().join() === back.join() ? [] : [`there ${there.join()}, back ${back.join()}`]),
  ];
}

/** Whether one stands before the other where one reads line by line; columns are read one after another. */
function isBefore(one: Stop, other: Stop): boolean {
  const isAbove = one.bottom <= other.top + 1;
  const isBelow = one.top >= other.bottom - 1;
  if (isAbove) return one.left <= other.right;
  return !isBelow && one.right <= other.left;
}

/** Runs in the page: marks everything that Tab must reach, in the order of the page. */
function markStops(): Stop[] {
  const wanted = 'a[href], button, input, select, textarea, summary, [tabindex="0"], [contenteditable=true]';
  const radios = new Set<string>();
  const isStop = (element: HTMLElement): boolean => {
    const isHidden =
      element.getClientRects().length === 0 || getComputedStyle(element).visibility === 'hidden';
    if (isHidden || element.matches(':disabled') || element.tabIndex < 0) return false;
    if (element.closest('[inert]') !== null) return false;
    // Tab comes to a group of radio buttons once: to the one that is chosen, or else to the first.
    if (!(element instanceof HTMLInputElement) || element.type !== 'radio' || element.name === '')
      return true;
    const group = [...document.querySelectorAll<HTMLInputElement>('input[type=radio]')].filter(
      ({ name, form }) => name === element.name && form === element.form,
    );
    if (group.some(({ checked }) => checked)) return element.checked;
    const isFirst = !radios.has(element.name);
    radios.add(element.name);
    return isFirst;
  };
  window.scrollTo(0, 0);
  const stops = [...document.querySelectorAll<HTMLElement>(wanted)].filter(isStop);
  const visited: number[] = [];
  Object.assign(window, { visited, stops });
  stops.forEach((stop, at) => stop.addEventListener('focus', () => visited.push(at)));
  // What sticks to the lower edge of the window is the end of the page, wherever it lies over it just now.
  const isAtTheEnd = (element: Element | null): boolean => {
    if (element === null) return false;
    const { position, bottom } = getComputedStyle(element);
    return (position === 'sticky' && bottom !== 'auto') || isAtTheEnd(element.parentElement);
  };
  return stops.map((stop) => {
    const { top, bottom, left, right } = stop.getBoundingClientRect();
    const below = isAtTheEnd(stop) ? document.documentElement.scrollHeight : 0;
    return { name: stop.outerHTML.slice(0, 100), top: top + below, bottom: bottom + below, left, right };
  });
}

/** Begins at the first mark or the last, presses until the page is left or begins again, and gives what had the focus. */
async function walk(page: Page, key: 'Tab' | 'Shift+Tab', count: number): Promise<readonly number[]> {
  await page.evaluate(
    (at) => {
      // Both are those that the marking above has put there.
      const { visited, stops } = window as unknown as { visited: number[]; stops: HTMLElement[] };
      (document.activeElement as HTMLElement | null)?.blur();
      visited.length = 0;
      stops[at]?.focus();
    },
    key === 'Tab' ? 0 : count - 1,
  );
  // Some more than there are marks: what scrolls is a stop of Chromium's own, and the tools of a text show in it only.
  const tools = await page.locator('[role=toolbar]').count();
  for (let press = 0; press < count + tools + 6; press += 1) await page.keyboard.press(key);
  const visited = await page.evaluate(() => (window as unknown as { visited: number[] }).visited);
  return [...new Set(visited)];
}
